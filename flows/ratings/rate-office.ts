/** Which office is rated: by the code of its poster, by name, or by a button that names it. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import { positionOf } from '../answers/choice.ts';
import { textOf } from '../engine/accepts.ts';
import type { Accept, At } from '../engine/flow.ts';
import type { Words } from '../engine/text.ts';
import { unlessCommand } from '../unless-command.ts';
import type { Data, Next } from './rate-data.ts';
import { text } from './rate-texts.ts';

/** Offices to choose from. */
const OFFICES = 6;
/** No name is longer. UTF-16 units. */
const ASKED_AT_MOST = 80;

const words = unlessCommand(textOf({ min: 1, max: 200 }));

/** A name or a code. A number alone is the place of something in a list, and no office is called by it. */
export const officeName: Accept<string> = {
  freeText: false,
  read: (input, now) =>
    input.kind === 'text' && isNumber(input.text)
      ? { ok: false, why: text('numberAlone') }
      : words.read(input, now),
};

const isNumber = (typed: string): boolean => positionOf(typed) !== undefined && /\d/.test(normalForm(typed));

/** Rates the office of a code: with the stars already tapped, or by asking for them. */
export async function officeOf(typed: string, at: At<Data>, stars?: number): Promise<Next | undefined> {
  const { find, person, now } = at;
  const office = await find.ratings.office(typed, person, bangkokDate(now));
  if (office === undefined) return undefined;
  if (office === 'gone') return { to: 'gone' };
  const set = { pin: office.code, office: office.name, found: undefined, asked: undefined };
  if (office.standing === 'own') return { to: 'ownAgency', set };
  if (office.standing === 'too-many') return { to: 'tooMany', set };
  return stars === undefined
    ? { to: 'stars', set }
    : withStars(stars, { ...at, data: { ...at.data, ...set } });
}

/** The one tap that rates. The day is that of the tap, however long the question stood there. */
function withStars(stars: number, { data: { pin = '', office }, now, turn }: At<Data>): Next {
  const day = bangkokDate(now);
  return {
    to: 'more',
    set: { pin, office, day, tags: undefined, said: undefined },
    effects: [{ do: 'rate', id: turn, pin, day, stars }],
  };
}

/** The office that was typed, some to choose from, or none. */
export async function officeTyped(words: string, at: At<Data>): Promise<Next> {
  const asked = words.slice(0, ASKED_AT_MOST).toWellFormed().trim();
  const coded = await officeOf(asked, at);
  if (coded) return coded;
  const found = looksLikeCode(asked) ? [] : await at.find.pinsNamed(asked, { skip: 0, limit: OFFICES });
  const [first, ...others] = found;
  if (!first) return { to: 'which', set: { asked } };
  if (others.length === 0) return (await officeOf(first.code, at)) ?? { to: 'gone' };
  return { to: 'several', set: { found: found.map(({ code, name, area }) => ({ code, name, area })) } };
}

/** Why no office was found. */
export function whyNone(asked: string): Words {
  return text(looksLikeCode(asked) ? 'wrongCode' : 'noneNamed', { asked });
}

/** A code with a mistake in it is not searched for among the names. */
function looksLikeCode(asked: string): boolean {
  return /^[0-9A-Z\s-]{5,8}$/i.test(asked) && /\d/.test(asked);
}
