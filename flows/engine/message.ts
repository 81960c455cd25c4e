/**
 * What a flow says, without a word of LINE: sentences, questions, cards, places. `bot/line/render` turns these
 * into LINE messages and knows the limits.
 */
import type { Words } from './text.ts';

/** A point on the earth in GeoJSON order: `[longitude, latitude]`, degrees, WGS 84. */
export type Position = [lng: number, lat: number];

/** A button's meaning as it travels through LINE and back. */
export type Button =
  /** Answers the question `step` of the run `run`. Any other moment it is stale. */
  | { kind: 'answer'; flow: string; run: string; step: string; value: string }
  /** Opens a flow, whenever it is tapped. `value` is for the flow's `start`. */
  | { kind: 'open'; flow: string; value: string }
  /** Says one of the words that work everywhere. */
  | { kind: 'word'; word: GlobalWord };

/** The words that work at any moment of any conversation. */
export type GlobalWord = 'back' | 'cancel' | 'help' | 'continue' | 'thai' | 'english' | 'thanks';

/** What tapping an option does. A flow writes `answer` or `open`; the engine turns `answer` into a bound `button`. */
export type Action =
  | { act: 'answer'; value: string }
  | { act: 'open'; flow: string; value?: string }
  | { act: 'word'; word: GlobalWord }
  | { act: 'button'; button: Button }
  /** Opens LINE's picker of a position. */
  | { act: 'location' }
  /** Opens an address: https, tel or line. Percent-encoded, at most 1,000 characters. */
  | { act: 'uri'; uri: string }
  /**
   * Opens a page of this service; `path` begins with a slash. With `secretOf`, the key of the effect that made it, a token
   * is put behind it at the moment of delivery only, so that it is stored nowhere.
   */
  | { act: 'page'; path: string; secretOf?: string };

/** Something to tap. `look` is a wish about emphasis; the renderer may fold it. */
export type Option = { label: Words; do: Action; look?: 'main' | 'plain' };

/** A labelled value, e.g. ชื่อ: อบต.เขาใหม่. */
export type Row = { label: Words; value: Words };

/** One card of a row of cards. */
export type Card = { title: Words; subtitle?: Words; rows?: Row[]; options: Option[] };

/** A photo: the whole of it, and a small one to show in the chat. */
export type Picture = { path: string; small: string; label: Words };

/** One bar of a chart: `part` of `all`, whole numbers. */
export type Bar = { label: Words; part: number; all: number };

/** One thing said. */
export type Message =
  | { kind: 'say'; text: Words }
  /** A question with its options as buttons that stay in the chat. Up to 96 options; use `pageOf` beyond a screenful. */
  | { kind: 'question'; text: Words; hint?: Words; options: Option[] }
  /** Facts to look over, with what can be done about them. */
  | { kind: 'summary'; title: Words; rows: Row[]; options: Option[] }
  /** Numbers as a picture of 1 to 8 bars and, for who cannot see it, as rows; with what can be done about them. */
  | { kind: 'chart'; title: Words; bars: Bar[]; rows: Row[]; options: Option[] }
  /** Up to 10 cards side by side, under a sentence. */
  | { kind: 'cards'; text: Words; cards: Card[] }
  /** Up to 10 photos of ours side by side; paths begin with a slash. `label` stands under each. */
  | { kind: 'pictures'; title: Words; pictures: Picture[] }
  /** A point on the map. */
  | { kind: 'place'; title: Words; address: Words; position: Position };

/** What a step says on entering: at most 4 messages, and quick replies under the last one (at most 10). */
export type Asking = { messages: Message[]; quick?: Option[] };

/** What a whole turn says: at most 5 messages; the quick replies go under the last one. */
export type Saying = { messages: Message[]; quick: Option[] };

/** A sentence. */
export const say = (text: Words): Message => ({ kind: 'say', text });

/** An answer to the question being asked. `value` is an identifier, never a label; at most 120 characters. */
export const answer = (label: Words, value: string, look?: 'main' | 'plain'): Option => ({
  label,
  do: { act: 'answer', value },
  ...(look && { look }),
});

/** Opens another conversation. */
export const open = (label: Words, flow: string, value = ''): Option => ({
  label,
  do: { act: 'open', flow, value },
});

/** A link. */
export const link = (label: Words, uri: string): Option => ({ label, do: { act: 'uri', uri } });

/** Where Google Maps leads a person from where they are to `position` (documented URL scheme, no key needed). */
export function directionsUri([lng, lat]: Position): string {
  return `https://www.google.com/maps/dir/?api=1&destination=${lat.toFixed(6)},${lng.toFixed(6)}`;
}

/** One page of a longer list: `items` of page `page` (from 0), and whether more follow. */
export function pageOf<T>(items: readonly T[], page: number, size: number): { items: T[]; more: boolean } {
  return { items: items.slice(page * size, (page + 1) * size), more: items.length > (page + 1) * size };
}
