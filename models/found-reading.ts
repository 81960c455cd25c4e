/** What words that look for an office can mean, and how the answers are shaped. */
import type { PinName, PinPosition, PublishedPin } from './pin-document.ts';

/** A published pin that was searched for; `metres` from where the person is, when that is known. */
export type FoundPin = PublishedPin & { metres?: number };

/** Around a point, or within the district or province that these words name. */
export type Where = { position: PinPosition } | { area: string };

/** One page of what is found. */
export type Page = { skip: number; limit: number };

/**
 * One way to understand words. `kind` is a key of `KINDS_OF_OFFICE`; `area` is a district or province, as it is shown;
 * `name` looks for a name, place or code, in `words`; services with `isGuess` only sound like the words; `area` is a district
 * or province alone.
 */
export type Reading =
  | { by: 'code'; code: string }
  | { by: 'kind'; kind: string; area?: PinName }
  | { by: 'service'; services: { code: string; title: PinName }[]; isGuess?: true; area?: PinName }
  | { by: 'area'; area: PinName }
  | { by: 'name'; words: string };

/**
 * A pin where a service is done: it says so itself (`isSure`), or its kind or agency usually does and it has not said
 * anything about services yet.
 */
export type OfferingPin = FoundPin & { isSure: boolean };

/** One page of offices; `area` is the district or province they were looked for in, as it is shown. */
export type FoundOffices<Office> = { offices: Office[]; area?: PinName };
