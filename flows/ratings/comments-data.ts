/** What reading comments remembers between two messages: what was shown, so that a typed number means what was seen. */
import { z } from 'zod';
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { Advance, At } from '../engine/flow.ts';
import { BAD, GOOD } from './stars.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const comment = z.object({
  id: z.string(),
  stars: z.number(),
  words: z.string(),
  tags: z.array(z.enum([...GOOD, ...BAD])),
  procedure: z.string().exactOptional(),
  day: z.string(),
  answer: z.string().exactOptional(),
  photo: z.object({ id: z.string(), key: z.string() }).exactOptional(),
});

export const data = z.object({
  pin: z.string().optional(),
  office: name.optional(),
  asked: z.string().optional(),
  skip: z.number().optional(),
  all: z.number().optional(),
  offices: z.array(z.object({ code: z.string(), name, unanswered: z.number() })).optional(),
  comments: z.array(comment).optional(),
  /** The comment being answered, and the answer until it is sent. */
  comment: comment.optional(),
  answer: z.string().optional(),
});
export type Data = z.infer<typeof data>;
export type StepName =
  | 'which'
  | 'offices'
  | 'list'
  | 'write'
  | 'sure'
  | 'answered'
  | 'everybody'
  | 'noneHere'
  | 'none'
  | 'gone';
type Next = Advance<Data, StepName>;

/** Comments on one page: they may be long. */
export const PAGE = 5;
/** Offices on one page. */
const OFFICES = 8;

/** The comments of an office as this person may read them; undefined when there is no such code. */
export async function commentsOf(typed: string, at: At<Data>, skip = 0): Promise<Next | undefined> {
  const { find, person, now } = at;
  const found = await find.ratings.office(typed, person, bangkokDate(now));
  if (found === undefined) return undefined;
  if (found === 'gone') return { to: 'gone' };
  const office = { pin: found.code, office: found.name, asked: undefined, skip };
  const page = await find.ratings.comments(found.code, person, { skip, limit: PAGE });
  if (!page) return { to: 'everybody', set: office };
  if (page.all === 0) return { to: 'noneHere', set: office };
  // The last one of a page may have been withdrawn meanwhile.
  if (page.comments.length === 0 && skip > 0) return commentsOf(typed, at, 0);
  return { to: 'list', set: { ...office, ...page, comment: undefined, answer: undefined } };
}

/** The offices whose comments the person reads; one alone is opened at once, and who has none names one. */
export async function officesFrom(skip: number, at: At<Data>): Promise<Next> {
  const { offices, all } = await at.find.ratings.commented(at.person, { skip, limit: OFFICES });
  const [only] = offices;
  if (only && all === 1) return (await commentsOf(only.code, at)) ?? { to: 'gone' };
  if (only) return { to: 'offices', set: { offices, all, skip } };
  return { to: at.who.roles.length > 0 ? 'none' : 'which' };
}

/** The pages there are beside the one shown. */
export function turnsOf({ skip = 0, all = 0 }: Data, shown: number): ('next' | 'previous')[] {
  return [...(skip + shown < all ? ['next' as const] : []), ...(skip > 0 ? ['previous' as const] : [])];
}

/** How many stand before the page that is turned to. */
export function turnedTo(turn: string, { skip = 0, offices, comments }: Data): number {
  const shown = comments?.length ?? offices?.length ?? 0;
  return turn === 'next' ? skip + shown : Math.max(0, skip - (comments ? PAGE : OFFICES));
}
