/** Telling those concerned what happened to a case: turns do it at once, the job what they left. Nobody is told twice. */

import { type ToldCase, toldFollower, toldHandler, toldReporter } from '../flows/complaints/told.ts';
import type { Message } from '../flows/engine/message.ts';
import { newsTold, type UntoldNews, untoldNews } from '../models/complaint-news.ts';
import { type Telling, tellByNote, tellByPush } from '../models/complaint-telling.ts';

/** Tells all news of the case with this code; how many there were. */
export async function tellComplaintNews(code: string, now: Date): Promise<number> {
  const untold = await untoldNews(code);
  if (!untold) return 0;
  for (const { key, what, by, words } of untold.news) {
    const { name, level } = untold;
    await tellOne(untold, key, { code, name, level, what, by, words }, now);
  }
  await newsTold(untold);
  return untold.news.length;
}

async function tellOne(
  { reporter, followers, handlers }: UntoldNews,
  key: string,
  told: ToldCase,
  now: Date,
): Promise<void> {
  const forReporter = toldReporter(told);
  if (reporter && forReporter) {
    const tell = forReporter.isUrgent ? tellByPush : tellByNote;
    await tell({ person: reporter, key, messages: [forReporter.message], now });
  }
  // A follower need not answer anything, so that the next reply is soon enough; the same holds for who handles it.
  await tellAll(followers, toldFollower(told), { key, now });
  await tellAll(handlers, toldHandler(told), { key: `${key}:handlers`, now });
}

async function tellAll(
  people: readonly string[],
  message: Message | undefined,
  { key, now }: Pick<Telling, 'key' | 'now'>,
): Promise<void> {
  if (!message) return;
  for (const person of people) await tellByNote({ person, key, messages: [message], now });
}
