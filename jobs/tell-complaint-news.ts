/**
 * Telling those concerned what happened to a case: turns do it at once, the job what they left. Nobody is told twice.
 *
 * The reporter gets a push for what they have to answer, or ends it. Who handles the case gets one for a new case and for
 * one that is said not to be solved, by day only; the coordinator nearest to an office that has a new case gets a note.
 * All else are notes: the person's next reply is soon enough.
 */
import {
  gathered,
  type ToldCase,
  type ToldPerson,
  toldFollower,
  toldHandler,
  toldReporter,
} from '../flows/complaints/told.ts';
import type { Message } from '../flows/engine/message.ts';
import { newsTold, type UntoldNews, untoldNews } from '../models/complaint-news.ts';
import { type Telling, tellByNote, tellByPush, tellByPushInDaytime } from '../models/complaint-telling.ts';

/** Tells all news of the case with this code; how many there were. */
export async function tellComplaintNews(code: string, now: Date): Promise<number> {
  const untold = await untoldNews(code);
  if (!untold) return 0;
  for (const { key, ...news } of untold.news) {
    const { name, level } = untold;
    await tellOne(untold, { ...news, code, name, level }, { about: code, key, now });
  }
  await newsTold(untold);
  return untold.news.length;
}

type When = Omit<Telling, 'person' | 'message'>;

async function tellOne(
  { reporter, followers, handlers, coordinators }: UntoldNews,
  told: ToldCase,
  when: When,
): Promise<void> {
  await tellAll(reporter ? [reporter] : [], toldReporter(told), when, tellByPush);
  await tellAll(followers, toldFollower(told), when, tellByPush);
  const forHandler = toldHandler(told);
  const toHandlers = { ...when, key: `${when.key}:handlers` };
  await tellAll(handlers, forHandler, toHandlers, tellByPushInDaytime);
  if (told.what === 'received' && forHandler)
    await tellAll(coordinators, { ...forHandler, isUrgent: false }, toHandlers, tellByPushInDaytime);
}

async function tellAll(
  people: readonly string[],
  told: ToldPerson | undefined,
  when: When,
  tellUrgent: typeof tellByPush,
): Promise<void> {
  if (!told) return;
  for (const person of people) {
    const telling = { ...when, person, message: told.message };
    await (told.isUrgent ? tellUrgent(telling, gatherNotes) : tellByNote(telling));
  }
}

// Kept by `tellByNote` from messages of ours; they come back as they went.
const gatherNotes = (earlier: unknown[], most: number): unknown[] => gathered(earlier as Message[], most);
