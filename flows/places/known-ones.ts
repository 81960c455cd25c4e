/** Favourites and the offices looked at last as buttons, under the question which office is wanted. */
import type { At } from '../engine/flow.ts';
import { type Message, type Option, open } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { text } from '../find-office-texts.ts';
import type { FoundPin } from '../found-pin.ts';
import { encodeSearch } from '../office-search.ts';

/** As many as fit under the question on a small screen, and how many of them are favourites when there are both. */
const SHOWN = 6;
const FAVOURITES = 4;

/** The buttons, or nothing for somebody who knows none yet. */
export async function knownOnes({ find, person }: Pick<At<unknown>, 'find' | 'person'>): Promise<Message[]> {
  const { favourites, visited } = await find.places.known(person);
  const starred = new Set(favourites.map(({ code }) => code));
  const others = visited.filter(({ code }) => !starred.has(code));
  const kept = Math.max(FAVOURITES, SHOWN - others.length);
  const shown = [...favourites.slice(0, kept), ...others].slice(0, SHOWN);
  if (shown.length === 0) return [];
  const all = favourites.length + others.length > shown.length ? [open(text('allKnown'), 'places')] : [];
  const options = [...shown.map((pin) => officeOption(pin, starred.has(pin.code) ? '★ ' : '')), ...all];
  return [{ kind: 'question', text: text('knownOnes'), options }];
}

/** Opens an office; its district and province tell it from others of its name. */
export function officeOption(pin: FoundPin, mark = ''): Option {
  const name = { th: mark + pin.name.th, en: mark + (pin.name.en ?? pin.name.th) };
  const label: Words = pin.area.th ? text('inArea', { name, area: pin.area }) : name;
  return open(label, 'find-office', encodeSearch({ by: 'code', code: pin.code }));
}
