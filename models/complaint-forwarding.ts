/**
 * Cases on their way to the complaint system 1111: what waits, what arrived there under which number, and what was
 * given up and why. One document per case and step, so that however often a case is put in, it goes once; its id is
 * also the key under which the other side takes what is sent twice for one.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { ComplaintModel, storedComplaint } from './complaint-document.ts';

/** Why a case did not get there: it was refused, nobody answered to the last try, or it was closed before. */
export const FORWARD_FAILURES = ['refused', 'unanswered', 'closed'] as const;
export type ForwardFailure = { reason: (typeof FORWARD_FAILURES)[number]; status?: number };

/** How far a case is. `number` is the other side's. */
export type Forwarding = {
  code: string;
  state: 'waiting' | 'forwarded' | 'failed';
  attempts: number;
  number?: string;
  failure?: ForwardFailure;
};

/** A case in hand; `key` is its idempotency key. */
export type ForwardClaim = { key: string; code: string; holder: string; attempts: number };

/** What waits and what failed; `oldest` is since when the oldest one waits. */
export type ForwardingStand = { waiting: number; failed: number; oldest?: Date };

const failure = new mongoose.Schema(
  { reason: { type: String, enum: FORWARD_FAILURES, required: true }, status: { type: Number } },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    /** The code and the step that is forwarded. */
    _id: { type: String, required: true },
    code: { type: String, required: true },
    state: { type: String, enum: ['waiting', 'forwarded', 'failed'], required: true },
    attempts: { type: Number, required: true },
    /** Not before this instant; while in hand, when the lease ends. */
    dueAt: { type: Date, required: true },
    holder: { type: String },
    createdAt: { type: Date, required: true },
    endedAt: { type: Date },
    number: { type: String },
    failure: { type: failure },
  },
  { collection: 'complaintForwardings', versionKey: false },
);
schema.index({ state: 1, dueAt: 1 });
schema.index({ state: 1, createdAt: 1 });
schema.index({ code: 1 });
schema.index({ number: 1 }, { sparse: true });

type Stored = InferSchemaType<typeof schema>;
const ForwardingModel = mongoose.model('ComplaintForwarding', schema);

/** A case goes when it comes in; nothing else of it is sent by itself. */
const keyOf = (code: string) => `${code}:received`;

/** Lets a case wait to be forwarded, due at once. One that is there already stays as it is. */
export async function putInForwarding(code: string, now: Date): Promise<void> {
  await ForwardingModel.updateOne(
    { _id: keyOf(code) },
    { $setOnInsert: { code, state: 'waiting', attempts: 0, dueAt: now, createdAt: now } },
    { upsert: true },
  );
}

/** Takes the next due case in hand for `leaseMilliseconds`; atomic. */
export async function claimDueForwarding({
  holder,
  now,
  leaseMilliseconds,
}: {
  holder: string;
  now: Date;
  leaseMilliseconds: number;
}): Promise<ForwardClaim | undefined> {
  const stored = await ForwardingModel.findOneAndUpdate(
    { state: 'waiting', dueAt: { $lte: now } },
    { $set: { holder, dueAt: new Date(now.getTime() + leaseMilliseconds) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean<Stored>();
  return stored ? { key: stored._id, code: stored.code, holder, attempts: stored.attempts } : undefined;
}

/** The other side has it, under `number`. Also when the lease has run out: that it arrived stays true. */
export async function markForwarded(code: string, number: string, now: Date): Promise<void> {
  await ForwardingModel.updateOne(
    { _id: keyOf(code), state: { $ne: 'forwarded' } },
    { $set: { state: 'forwarded', number, endedAt: now }, $unset: { failure: 1, holder: 1 } },
  );
}

/** The case is given up; the reason stays. */
export function markForwardFailed(claim: ForwardClaim, why: ForwardFailure, now: Date): Promise<void> {
  return end(claim, { state: 'failed', endedAt: now, failure: why });
}

/** The case is tried again at `dueAt`. */
export function postponeForwarding(claim: ForwardClaim, dueAt: Date): Promise<void> {
  return end(claim, { dueAt });
}

async function end({ key, holder }: ForwardClaim, change: Partial<Stored>): Promise<void> {
  await ForwardingModel.updateOne({ _id: key, holder, state: 'waiting' }, { $set: change });
}

/** What came of the wish to forward a case now: it waits again, waited anyway, or cannot go any more. */
export type TriedAgain =
  | { result: 'again' | 'waiting' | 'closed' | 'no-such-case' }
  | { result: 'forwarded'; number: string };

/** Lets a case that was given up, or was never to be forwarded, wait anew; under the same key as before. */
export async function forwardAgain(code: string, now: Date): Promise<TriedAgain> {
  const complaint = await storedComplaint(code);
  if (!complaint) return { result: 'no-such-case' };
  const before = await forwardingOf(code);
  if (before?.number) return { result: 'forwarded', number: before.number };
  if (before?.state === 'waiting') return { result: 'waiting' };
  if (complaint.state === 'closed') return { result: 'closed' };
  if (before) await waitAnew({ _id: keyOf(code) }, now);
  else await putInForwarding(code, now);
  return { result: 'again' };
}

/** Lets all that were refused or found nobody wait anew; how many. */
export function forwardAllAgain(now: Date): Promise<number> {
  return waitAnew({ 'failure.reason': { $ne: 'closed' } }, now);
}

async function waitAnew(which: Record<string, unknown>, now: Date): Promise<number> {
  const { modifiedCount } = await ForwardingModel.updateMany(
    { ...which, state: 'failed' },
    {
      $set: { state: 'waiting', attempts: 0, dueAt: now, createdAt: now },
      $unset: { failure: 1, endedAt: 1, holder: 1 },
    },
  );
  return modifiedCount;
}

/** How far the case with this code is; undefined when it is not to be forwarded. */
export async function forwardingOf(code: string): Promise<Forwarding | undefined> {
  return (await forwardingsOf([code])).get(code);
}

/** The same for many, by code. */
export async function forwardingsOf(codes: readonly string[]): Promise<Map<string, Forwarding>> {
  const stored = await ForwardingModel.find({ code: { $in: [...codes] } }).lean<Stored[]>();
  return new Map(stored.map((one) => [one.code, shown(one)]));
}

/** The case that the other side knows under this number. */
export async function forwardingByNumber(number: string): Promise<Forwarding | undefined> {
  const stored = await ForwardingModel.findOne({ number }).lean<Stored>();
  return stored ? shown(stored) : undefined;
}

/** What waits and what failed, for the metrics. */
export async function forwardingStand(): Promise<ForwardingStand> {
  const [counts, oldest] = await Promise.all([
    countForwardings(),
    ForwardingModel.findOne({ state: 'waiting' }, { createdAt: 1 }).sort({ createdAt: 1 }).lean<Stored>(),
  ]);
  const { waiting = 0, failed = 0 } = counts;
  return { waiting, failed, ...(oldest && { oldest: oldest.createdAt }) };
}

/** How many cases are in each state. */
export async function countForwardings(): Promise<Record<string, number>> {
  const rows = await ForwardingModel.aggregate<{ _id: string; count: number }>([
    { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(rows.map(({ _id, count }) => [_id, count]));
}

/** The cases given up last, with the reason; at most `limit`. */
export async function failedForwardings(limit: number): Promise<(Forwarding & { endedAt: Date })[]> {
  const stored = await ForwardingModel.find({ state: 'failed' })
    .sort({ endedAt: -1 })
    .limit(limit)
    .lean<Stored[]>();
  return stored.map((one) => ({ ...shown(one), endedAt: one.endedAt ?? one.createdAt }));
}

function shown({ code, state, attempts, number, failure: why }: Stored): Forwarding {
  return {
    code,
    state,
    attempts,
    ...(number && { number }),
    ...(why && { failure: { reason: why.reason, ...(why.status && { status: why.status }) } }),
  };
}

/** Deletes what ended long ago of cases that were closed long ago; how many. What 1111 says of those finds no case. */
export async function deleteOldForwardings(before: Date): Promise<number> {
  const ended = { state: { $in: ['forwarded', 'failed'] as const }, endedAt: { $lt: before } };
  const codes = await ForwardingModel.distinct('code', ended);
  const closed = await ComplaintModel.distinct('code', {
    code: { $in: codes },
    state: 'closed',
    updatedAt: { $lt: before },
  });
  return (await ForwardingModel.deleteMany({ ...ended, code: { $in: closed } })).deletedCount;
}
