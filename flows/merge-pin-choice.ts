/** Choosing a pin to merge: the search, the list, and words typed instead, which are a new search. */
import { z } from 'zod';
import { oneOfOptions } from './engine/accepts.ts';
import type { Accept, At } from './engine/flow.ts';
import { answer, type Message, say } from './engine/message.ts';
import type { Text } from './engine/text.ts';
import type { FoundPin } from './found-pin.ts';
import { text } from './merge-pin-texts.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const pin = z.object({
  code: z.string(),
  name,
  area: name,
  position: z.tuple([z.number(), z.number()]),
});
/** A pin as it is remembered. */
export type Pin = z.infer<typeof pin>;

/** What merging remembers between turns. */
export const data = z.object({
  /** Pins to tap, as they were shown, and the words they were found by; without words they lie near the first one. */
  shown: z.object({ words: z.string().optional(), pins: z.array(pin) }).optional(),
  /** Why the words it was opened with led to no pin. */
  missed: z.object({ why: z.enum(['none', 'samePin', 'notLookedAfter']), words: z.string() }).optional(),
  first: pin.optional(),
  second: pin.optional(),
  /** The code of the pin that stays. */
  keep: z.string().optional(),
});
/** The same as a type. */
export type Data = z.infer<typeof data>;
/** Pins on one list. */
const SHOWN = 6;
/** Hits that are looked through for pins one may merge. */
const LOOKED_THROUGH = 50;
/** No name is longer; of what is, the beginning is searched for. */
const WORDS_AT_MOST = 80;

/** A pin of the list, or words for a new search. */
export type Given = { pin: string } | { words: string };
/** What was found, or why there is nothing to choose from. */
export type Search = { words: string; pins: Pin[] } | { missed: NonNullable<Data['missed']> };

/** A tap or a number on the list, or any other words for a search. */
export function pinAnswer(shown: readonly Pin[] = []): Accept<Given> {
  const options = oneOfOptions(
    shown.map(({ code, name: { th, en } }) => ({ value: code, labels: [code, th, ...(en ? [en] : [])] })),
  );
  return {
    freeText: true,
    read(input, now) {
      const reading = options.read(input, now);
      if (reading.ok) return { ok: true, value: { pin: reading.value } };
      if (input.kind !== 'text' || input.text.trim() === '') return { ok: false };
      return { ok: true, value: { words: input.text.trim() } };
    },
  };
}

/** The list to tap, or the bare question while there is none. */
export function listOf(shown: Data['shown'], bare: Text): Message {
  if (!shown || shown.pins.length === 0) return say(bare);
  const heading = shown.words === undefined ? bare : text('pick', { query: shown.words });
  const options = shown.pins.map(({ name: called, code }) =>
    answer(text('listed', { name: called, code }), code),
  );
  return { kind: 'question', text: heading, options };
}

/** The published pins that fit, but for the first one and those the person may not merge. */
export async function search(words: string, { find, person, data: { first } }: At<Data>): Promise<Search> {
  const asked = words.slice(0, WORDS_AT_MOST).trim();
  const hits = await find.pinsNamed(asked, { skip: 0, limit: LOOKED_THROUGH });
  if (hits.length === 0) return { missed: { why: 'none', words: asked } };
  const others = hits.filter(({ code }) => code !== first?.code);
  if (others.length === 0) return { missed: { why: 'samePin', words: asked } };
  const pins = await allowed(others, { find, person });
  if (pins.length === 0) return { missed: { why: 'notLookedAfter', words: asked } };
  return { words: asked, pins: pins.slice(0, SHOWN) };
}

/** Those the person may merge, as they are remembered. */
export async function allowed(
  pins: readonly FoundPin[],
  { find, person }: Pick<At<Data>, 'find' | 'person'>,
): Promise<Pin[]> {
  const codes = await find.pins.mergeable(
    pins.map(({ code }) => code),
    person,
  );
  return pins
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name: called, area, position }) => ({ code, name: called, area, position }));
}
