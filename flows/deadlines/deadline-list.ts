/** The list of deadlines, page by page. */
import type { At, Move } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import type { Data, StepName } from './deadline-data.ts';
import { begin, toList } from './deadline-moves.ts';
import { text } from './deadline-texts.ts';

/** Deadlines on one page. */
const PAGE = 8;

/** The page of the list. */
export const shownIn = ({ list = [], skip = 0 }: Data) => list.slice(skip, skip + PAGE);

/** What stands below the page: further pages, and a new deadline. */
export function besidesIn({ list = [], skip = 0 }: Data): ('make' | 'next' | 'before')[] {
  return [
    ...(list.length > skip + PAGE ? (['next'] as const) : []),
    ...(skip > 0 ? (['before'] as const) : []),
    'make',
  ];
}

/** It to tap. */
export function besides(known: Data): Option[] {
  return besidesIn(known).map((key) => answer(text(key), key));
}

/** A deadline, another page, or a new one. */
export function listed(given: string, at: At<Data>): Move<Data, StepName> | Promise<Move<Data, StepName>> {
  const { list = [], skip = 0 } = at.data;
  if (given === 'make') return begin(at);
  if (given === 'next') return { to: 'list', set: { skip: skip + PAGE } };
  if (given === 'before') return { to: 'list', set: { skip: Math.max(0, skip - PAGE) } };
  const chosen = list.find(({ id }) => id === given);
  return chosen ? { to: 'one', set: { chosen } } : toList(at);
}
