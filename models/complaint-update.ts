/**
 * What the complaint system 1111 says of a case that was forwarded: a step of 1111's on the case, once for each of its
 * updates. It closes no case: "done" asks the reporter whether it is solved, as a handler's solution does.
 */
import mongoose from 'mongoose';
import { type Status1111, type StoredComplaint, storedComplaint } from './complaint-document.ts';
import { forwardingByNumber, forwardingOf, markForwarded } from './complaint-forwarding.ts';
import { OPEN_STATES } from './complaint-moves.ts';
import { type CaseChange, type Stepped, stepOn } from './complaint-step.ts';
import { bangkokDate } from './thai/calendar.ts';

/** An update: about a case by its number there, by our code, or by both; `id` is its idempotency key, `words` are 1111's own. */
export type ComplaintUpdate = {
  id: string;
  number?: string | undefined;
  code?: string | undefined;
  status: Exclude<Status1111, 'arrived'>;
  words?: string | undefined;
  at: Date;
};

/** `no-such-case` also for a case that was never forwarded, or not under that number. */
export type Updated = { result: 'stored' | 'seen-before'; code: string } | { result: 'no-such-case' };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    code: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'complaintUpdates', versionKey: false },
);
const UpdateModel = mongoose.model('ComplaintUpdate', schema);

/** Deletes the marks of updates taken before an instant, which nobody sends again; how many. */
export async function deleteOldUpdates(before: Date): Promise<number> {
  return (await UpdateModel.deleteMany({ at: { $lt: before } })).deletedCount;
}

/** Each round only meets another step made at the same moment. */
const MOST_ROUNDS = 20;

/** Stores an update. Repeated, also at the same moment or after a crash in the middle, it is one step. */
export async function storeUpdate(update: ComplaintUpdate): Promise<Updated> {
  const seen = await UpdateModel.findById(update.id).lean<{ code: string }>();
  if (seen) return { result: 'seen-before', code: seen.code };
  const meant = await caseMeant(update);
  if (!meant || !(await noteOnCase(update, meant))) return { result: 'no-such-case' };
  const { code } = meant;
  await UpdateModel.updateOne(
    { _id: update.id },
    { $setOnInsert: { code, at: update.at } },
    { upsert: true },
  );
  return { result: 'stored', code };
}

/** An update may come before we know the number: the answer to what we sent may have been lost. */
async function caseMeant({
  code,
  number,
  at,
}: ComplaintUpdate): Promise<{ code: string; number: string } | undefined> {
  const found = code === undefined ? await forwardingByNumber(number ?? '') : await forwardingOf(code);
  const known = found?.number ?? number;
  if (!found || known === undefined || (number !== undefined && number !== known)) return undefined;
  if (!found.number) await markForwarded(found.code, known, at);
  return { code: found.code, number: known };
}

async function noteOnCase(
  update: ComplaintUpdate,
  { code, number }: { code: string; number: string },
): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await storedComplaint(code);
    if (!stored) return false;
    const noted = await note(update, stored, number);
    if (noted.result !== 'moved-on') return noted.result === 'done';
  }
  throw new Error(`complaint ${code} never came to rest`);
}

function note(
  { id, status, words, at }: ComplaintUpdate,
  { code, state }: StoredComplaint,
  number: string,
): Promise<Stepped> {
  const asks = status === 'done' && OPEN_STATES.includes(state);
  const change: CaseChange = {
    set: { at1111: { number, status }, ...(asks && solvedOn(at)) },
    status,
    ...(words && { words }),
    ...(asks && { followedBy: { at, what: 'solved', by: '1111' } }),
  };
  const work = { code, at, key: `1111:${id}`, by: '1111' };
  return stepOn(work, asks ? 'note-done' : 'note-status', (now) =>
    now.state === state ? change : undefined,
  );
}

/** As after a handler's solution: the reporter has the last word, and is reminded. */
const solvedOn = (at: Date) => ({ dueOn: null, question: null, solvedOn: bangkokDate(at), noticedOn: [] });
