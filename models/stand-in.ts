/**
 * Leave: a coordinator lends what they coordinate to somebody between two days of Bangkok, both included.
 *
 * What is lent stands in the stand-in's own document (`lent`), so that no turn reads more than it did. On the first day
 * it is put among their roles, and after the last one taken out again: by the first turn that finds it so (`settled` in
 * `lent-roles.ts`, with the turn's own instant) and by the job `settle-stand-ins`. In between nothing needs to know that a role is lent, and a
 * role that its lender loses is lost by the stand-in with it (`takeRole`).
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { recordChanges } from './audit.ts';
import { keysOf, ownKeys, people, settled, takeBack } from './lent-roles.ts';
import { type Person, personById, personOf } from './person.ts';
import { readRoleKey } from './role.ts';
import { contains, readScope } from './scope.ts';
import { addDays, bangkokDate, type CalendarDate, startOfBangkokDay } from './thai/calendar.ts';

/** A leave. `standIn` is missing until a code is used. */
export type Leave = {
  id: string;
  lender: string;
  standIn?: string;
  from: CalendarDate;
  until: CalendarDate;
};

/** A leave to be taken; with the hash of a code in place of the stand-in whoever uses the code stands in. */
export type LeaveWish = Omit<Leave, 'lender'> & { by: string; codeHash?: string };

/**
 * What became of it. `not-fit`: the stand-in does not coordinate as much, or is the person themselves; `days`: it ends
 * before it begins, begins in the past, or is longer than half a year; `overlaps`: there is a leave in those days.
 */
export type LeaveTaken =
  | { result: 'taken' }
  | { result: 'refused'; why: 'not-a-coordinator' | 'not-fit' | 'days' | 'overlaps' };

/** So long a leave may be. Days. */
const LEAVE_AT_MOST = 183;

/** Name of the collection. */
export const LEAVES = 'leaves';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    lender: { type: String, required: true },
    standIn: { type: String },
    codeHash: { type: String },
    /** Keys of the roles lent. */
    keys: { type: [String], required: true },
    from: { type: String, required: true },
    until: { type: String, required: true },
    /** When the last day is over; it is kept for a year after that. */
    endsAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
    endedAt: { type: Date },
  },
  { collection: LEAVES, versionKey: false },
);
schema.index({ lender: 1, until: 1 });
schema.index({ codeHash: 1 }, { sparse: true });
schema.index({ endsAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const LeaveModel = mongoose.model('Leave', schema);

/** Takes a leave, once for its id. */
export async function takeLeave(
  { id, by, standIn, codeHash, from, until }: LeaveWish,
  now: Date,
): Promise<LeaveTaken> {
  const known = await LeaveModel.findById(id).lean<Stored>();
  if (!known) {
    const refusal = await refusalOf({ by, standIn, codeHash, from, until }, now);
    if (refusal) return refusal;
    const content = {
      lender: by,
      keys: await ownKeys(by),
      from,
      until,
      endsAt: startOfBangkokDay(addDays(until, 1)),
      createdAt: now,
    };
    const whom = standIn === undefined ? { codeHash } : { standIn };
    await LeaveModel.updateOne({ _id: id }, { $setOnInsert: { ...content, ...whom } }, { upsert: true });
  }
  const leave = known ?? (await LeaveModel.findById(id).lean<Stored>());
  if (leave) await lend(leave, now);
  return { result: 'taken' };
}

type Asked = Pick<LeaveWish, 'by' | 'from' | 'until'> & {
  standIn: string | undefined;
  codeHash: string | undefined;
};

async function refusalOf(
  { by, standIn, codeHash, from, until }: Asked,
  now: Date,
): Promise<LeaveTaken | undefined> {
  const refuse = (why: (LeaveTaken & { result: 'refused' })['why']) => ({ result: 'refused' as const, why });
  if ((await ownKeys(by)).length === 0) return refuse('not-a-coordinator');
  if (from < bangkokDate(now) || until < from || until > addDays(from, LEAVE_AT_MOST)) return refuse('days');
  const others = { lender: by, endedAt: null, from: { $lte: until }, until: { $gte: from } };
  if ((await LeaveModel.exists(others)) !== null) return refuse('overlaps');
  if (standIn === undefined) return codeHash === undefined ? refuse('not-fit') : undefined;
  const isFit = (await standInsFor(by)).some(({ id }) => id === standIn);
  return isFit ? undefined : refuse('not-fit');
}

/** What a used code lends: the leave (its id) and whose it is, the key of the role, and the days. */
export type LentByCode = {
  leave: string;
  lender: string;
  key: string;
  from: CalendarDate;
  until: CalendarDate;
};

/** Uses the code of a leave; what it lends, or undefined where it is none or is over. The same person may repeat it. */
export async function standInByCode(
  codeHash: string,
  person: string,
  now: Date,
): Promise<LentByCode | undefined> {
  const open = { codeHash, endedAt: null, until: { $gte: bangkokDate(now) }, lender: { $ne: person } };
  await LeaveModel.updateOne({ ...open, standIn: null }, { $set: { standIn: person } });
  const leave = await LeaveModel.findOne({ ...open, standIn: person }).lean<Stored>();
  if (!leave) return undefined;
  await lend(leave, now);
  const { _id: id, lender, keys, from, until } = leave;
  return { leave: id, lender, key: keys[0] ?? '', from, until };
}

/** Everything here may be repeated: what is lent already stays, and what its lender lost meanwhile is not lent. */
async function lend(
  { _id: leave, lender, standIn, keys, from, until, endedAt }: Stored,
  now: Date,
): Promise<void> {
  if (!standIn || endedAt) return;
  const held = await ownKeys(lender);
  const lent = keys
    .filter((key) => held.includes(key))
    .map((key) => ({ leave, by: lender, key, from, until }));
  await people().updateOne({ _id: standIn }, { $setOnInsert: { roles: [] } }, { upsert: true });
  await people().updateOne(
    { _id: standIn, 'lent.leave': { $ne: leave } },
    { $push: { lent: { $each: lent } } },
  );
  await record(leave, lender, { at: now, standIn, to: `${from}/${until}` });
  await settled(await personById(standIn), now);
}

/** Ends a leave of one's own at once; false when there is none that lasts. */
export async function endLeave(leave: string, by: string, now: Date): Promise<boolean> {
  await LeaveModel.updateOne({ _id: leave, lender: by, endedAt: null }, { $set: { endedAt: now } });
  const known = await LeaveModel.findOne({ _id: leave, lender: by }).lean<Stored>();
  if (!known) return false;
  if (known.standIn) await takeBack(known.standIn, [leave]);
  await record(`${leave}:end`, by, { at: now, standIn: known.standIn ?? '', to: null });
  return known.endedAt?.getTime() === now.getTime();
}

/** One's own leaves that are not over, the next first. */
export async function leavesOf(lender: string, now: Date): Promise<Leave[]> {
  const stored = await LeaveModel.find({ lender, endedAt: null, until: { $gte: bangkokDate(now) } })
    .sort({ from: 1, _id: 1 })
    .lean<Stored[]>();
  return stored.map(({ _id, standIn, from, until }) => ({
    id: _id,
    lender,
    ...(standIn && { standIn }),
    from,
    until,
  }));
}

/** Other people who coordinate all that somebody coordinates, or more, in their own right. */
export async function standInsFor(person: string): Promise<Person[]> {
  const own = (await ownKeys(person)).flatMap((key) => scopeOfKey(key) ?? []);
  if (own.length === 0) return [];
  const stored = await people()
    .find(
      { 'roles.role': 'coordinator', _id: { $ne: person }, blockedAt: { $exists: false } },
      { sort: { _id: 1 } },
    )
    .toArray();
  return stored.flatMap((one) => {
    const theirs = keysOf(one).flatMap((key) => scopeOfKey(key) ?? []);
    const coversAll = own.every((scope) => theirs.some((outer) => contains(outer, scope)));
    return coversAll ? [personOf(one)] : [];
  });
}

function scopeOfKey(key: string) {
  const role = readRoleKey(key);
  return role?.role === 'coordinator' ? readScope(role.scope) : undefined;
}

async function record(
  key: string,
  by: string,
  { at, standIn, to }: { at: Date; standIn: string; to: string | null },
): Promise<void> {
  const changes = [{ field: 'leave' as const, from: to === null ? 'leave' : null, to }];
  await recordChanges({ key: `leave:${key}`, at, by, about: { kind: 'person', id: standIn || by }, changes });
}
