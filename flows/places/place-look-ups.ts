/** What a person may read of offices: those that fit what they say, and those they know already. */
import type { Position } from '../engine/message.ts';
import type { Name } from '../engine/text.ts';
import type { FoundPin } from '../found-pin.ts';

/** Around a point, or within the district or province that these words name. */
export type Where = { position: Position } | { area: string };

/**
 * One way to understand words. `kind` is a key of `kindGroupName`; `area` a district or province as it is shown; `name`
 * looks for a name, place or code, in `words`; services with `isGuess` only sound like the words; `area` is a district or
 * province alone.
 */
export type Reading =
  | { by: 'code'; code: string }
  | { by: 'kind'; kind: string; area?: Name }
  | { by: 'service'; services: { code: string; title: Name }[]; isGuess?: true; area?: Name }
  | { by: 'area'; area: Name }
  | { by: 'name'; words: string };

/** One page of offices; `area` is the district or province they were looked for in, as it is shown. */
export type FoundOffices<Office = FoundPin> = { offices: Office[]; area?: Name };

/** An office where a service is done: it says so itself (`isSure`), or offices of its kind usually do. */
export type OfferingOffice = FoundPin & { isSure: boolean };

export type PlaceLookUps = {
  /** Favourites, then the last visited; published ones only. */
  known(person: string): Promise<{ favourites: FoundPin[]; visited: FoundPin[] }>;
  isFavourite(person: string, pin: string): Promise<boolean>;
  /** What words can mean, the likeliest first; empty when nothing fits them. */
  readings(words: string): Promise<Reading[]>;
  /** Offices of a kind: the nearest first, or those of an area. */
  ofKind(kind: string, where: Where, page: { skip: number; limit: number }): Promise<FoundOffices>;
  /** Where a service (the code of its procedure) is done; undefined when it is no longer offered. */
  offering(
    procedure: string,
    where: Where,
    page: { skip: number; limit: number },
  ): Promise<(FoundOffices<OfferingOffice> & { service: { title: Name } }) | undefined>;
  /** All offices of a district or province; `isNear` when none stands there yet, and these are the nearest. */
  inArea(
    area: string,
    page: { skip: number; limit: number },
  ): Promise<{ offices: FoundPin[]; area: Name; isNear: boolean }>;
  /** The district or province that words name, if pins stand there. */
  areaNamed(words: string): Promise<Name | undefined>;
  /** The public holidays around a day (YYYY-MM-DD), by date. */
  holidays(date: string): Promise<ReadonlyMap<string, Name>>;
  /** A link that opens our chat with these words filled in; undefined while the account's id is not set. */
  chatLink(words: string): string | undefined;
};
