/** Whether this process can serve: the database answers, and events are being answered. */
import { databaseAnswers } from '../../models/connection.ts';
import { oldestWaiting } from '../../models/inbox.ts';

/** Ready, or why not. */
export type Readiness = { ready: true } | { ready: false; why: 'database' | 'inbox-stuck' | 'stopping' };

/** An event this long unanswered means that turns are not being taken. Milliseconds. */
const STUCK_AFTER = 60_000;
/** How long the database may take to answer. Milliseconds. */
const PATIENCE = 2_000;

/** Looks whether the database answers and how long the oldest event has waited as of `now`. */
export async function readiness(now: Date): Promise<Readiness> {
  if (!(await databaseAnswers(PATIENCE))) return { ready: false, why: 'database' };
  const oldest = await oldestWaiting();
  const isStuck = oldest !== undefined && now.getTime() - oldest.getTime() > STUCK_AFTER;
  return isStuck ? { ready: false, why: 'inbox-stuck' } : { ready: true };
}
