/** The lists of the conversation about copies: plans, service points, agencies that are behind; page by page. */
import { oneOfOptions } from '../engine/accepts.ts';
import type { Accept, At } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import { bothOf } from './copy-answers.ts';
import { type Data, type Next, PAGE } from './copy-data.ts';
import type { AgencyBehind } from './copy-look-ups.ts';
import { text } from './copy-texts.ts';

type Turning = 'next' | 'previous' | 'everything';

/** What turns the pages of a list. */
export function turningsOf(
  list: { skip: number; all: number; words?: string | undefined } | undefined,
): Turning[] {
  const { skip = 0, all = 0, words } = list ?? {};
  return [
    ...(skip + PAGE < all ? (['next'] as const) : []),
    ...(skip > 0 ? (['previous'] as const) : []),
    ...(words ? (['everything'] as const) : []),
  ];
}

/** Items to tap, then what turns the pages. */
export function listOptions(items: readonly Option[], turnings: readonly Turning[]): Option[] {
  return [...items, ...turnings.map((value) => answer(text(value), value))];
}

/** A tap, a number or the name of an item, or what turns the pages. */
export function listAnswer(
  items: readonly { value: string; labels: string[] }[],
  turnings: readonly Turning[],
): Accept<string> {
  return oneOfOptions([...items, ...turnings.map((value) => ({ value, labels: bothOf(value) }))]);
}

/** Where a list begins after this answer; undefined when it turns no page. */
export function turnedTo(given: string, skip: number): number | undefined {
  if (given === 'next') return skip + PAGE;
  if (given === 'previous') return Math.max(0, skip - PAGE);
  return given === 'everything' ? 0 : undefined;
}

/** The plans of an agency, or of one of its pins; `words` are a part of titles. */
export async function plansFrom(
  { skip, words }: { skip: number; words?: string | undefined },
  { find, person, data }: Pick<At<Data>, 'find' | 'person' | 'data'>,
): Promise<Next> {
  const { agency, pin } = data;
  const found =
    agency && (await find.copies.plansOf(agency.code, person, { skip, limit: PAGE, pin: pin?.code, words }));
  if (!agency || !found) return { to: 'notYours' };
  if (found.all === 0 && !words) return { to: 'noProcedures', set: { agency, pin } };
  return { to: 'list', set: { agency, pin, list: { skip, words, ...found }, plan: undefined } };
}

/** The published service points of the agency. */
export async function pinsFrom(skip: number, { find, person, data: { agency } }: At<Data>): Promise<Next> {
  const question = { person, agency: agency?.code, order: 'unchecked' as const, skip, limit: PAGE };
  const { pins, all } = await find.pins.pinsOf(question);
  const items = pins.flatMap(({ code, name }) => (code ? [{ code, name: name ?? { th: code } }] : []));
  return { to: 'pins', set: { pins: { skip, all, items } } };
}

/** The agencies of a scope that are behind. */
export async function behindFrom(scope: string, skip: number, { find, person }: At<Data>): Promise<Next> {
  const found = await find.copies.overdueIn(scope, person, { skip, limit: PAGE });
  if (!found) return { to: 'notYours' };
  if (found.all === 0) return { to: 'nothingBehind' };
  return { to: 'behind', set: { scope, behind: { skip, ...found }, agency: undefined, list: undefined } };
}

/** An agency that is behind, with how far. */
export function behindOption({ code, name, overdue, disputed, citizens }: AgencyBehind): Option {
  if (disputed === 0) return answer(text('lateAgency', { name, overdue }), code);
  if (overdue === 0) return answer(text('disputedAgency', { name, disputed, citizens }), code);
  return answer(text('lateDisputedAgency', { name, overdue, disputed, citizens }), code);
}
