/**
 * Claims on reminders: one for each person and day, made before anything is sent, so that of any number of job processes,
 * at whatever point they die, one message comes. (A coordinator's own reminder goes along with it, or has a claim of its own
 * beside it: `reminder-claim-manual.ts`.)
 *
 * planned → queued → said; or `held` (no push left), `dropped` (nothing to say any more), `lost` (LINE did not take it).
 *
 * What goes out as one push or multicast is a *batch*: it is written first, with its saying and its retry key; then claims
 * are bound to it, each by comparing its state and fence; then its message is put into the outbox, once, for whom was
 * bound. A run begins by raising the fence of what is planned, so that an older one, paused in between, binds no more; then
 * it puts into the outbox what an older run left bound. So a claim is in one batch, and a batch is sent once.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { ignoreDuplicates } from './duplicate-key.ts';
import type { ReminderItem } from './reminder-due.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** What became of a claim. */
export type ReminderState = 'planned' | 'queued' | 'said' | 'held' | 'dropped' | 'lost';

/**
 * A claim in hand. `items` are what is reminded of on its day; `extra` is reminded of whatever day it is: what a
 * coordinator asks for, what was held or missed before. `words` is what a coordinator (`by`) says with it; `atOnce`: it
 * does not wait for the person's hour; `noNote`: it waited for a reply in vain and is pushed.
 */
export type ReminderClaim = {
  id: string;
  person: string;
  items: ReminderItem[];
  extra: ReminderItem[];
  urgency: number;
  words?: string;
  atOnce: boolean;
  noNote: boolean;
};

/** Name of the collection. */
export const REMINDER_CLAIMS = 'reminder_claims';

const item = new mongoose.Schema(
  { deadline: { type: String, required: true }, agency: { type: String, required: true } },
  { _id: false },
);
const schema = new mongoose.Schema(
  {
    /** `day:person`, or `day:person:manual`. */
    _id: { type: String, required: true },
    /** YYYY-MM-DD in Bangkok. */
    day: { type: String, required: true },
    person: { type: String, required: true },
    items: { type: [item], required: true },
    extra: { type: [item], default: undefined },
    urgency: { type: Number, required: true },
    state: { type: String, enum: ['planned', 'queued', 'said', 'held', 'dropped', 'lost'], required: true },
    /** The number of the run that may move it on. */
    fence: { type: Number, required: true },
    way: { type: String, enum: ['push', 'multicast', 'note'] },
    /** The batch it is bound to, and its retry key. */
    batch: { type: String },
    retryKey: { type: String },
    /** With way 'note': what it says and until when it waits for a reply. */
    messages: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    noteUntil: { type: Date },
    noNote: { type: Boolean },
    /** Said at once, not at the person's hour. */
    atOnce: { type: Boolean },
    /** Whose own reminder it is, or goes along with it. */
    by: { type: String },
    /** The idempotency key of the wish for it. */
    wish: { type: String },
    words: { type: String },
    createdAt: { type: Date, required: true },
  },
  { collection: REMINDER_CLAIMS, versionKey: false, minimize: false },
);
schema.index({ day: 1, state: 1, urgency: 1, _id: 1 });
schema.index({ day: 1, _id: 1 }, { partialFilterExpression: { state: 'held' } });
schema.index({ batch: 1 }, { sparse: true });
schema.index({ person: 1, day: 1 });
schema.index({ wish: 1 }, { sparse: true });

/** A claim as it is stored. */
export type StoredClaim = InferSchemaType<typeof schema>;

/** The collection; only `reminder-*.ts` touch it. */
export const ClaimModel = mongoose.model('ReminderClaim', schema);

/** The same without mongoose's checks, which take longer than the writes of a page. */
export const claimsInBulk = () => mongoose.connection.collection<Plain>(REMINDER_CLAIMS);

type Plain = Omit<StoredClaim, 'items' | 'extra'> & {
  _id: string;
  items: ReminderItem[];
  extra: ReminderItem[];
};

/** The run that writes: its day, and the fence of its lease. */
export type ReminderRun = { day: CalendarDate; fence: number };

/** Somebody to be reminded of something; see `ReminderClaim`. */
export type PlannedReminder = {
  person: string;
  items: ReminderItem[];
  extra?: ReminderItem[] | undefined;
  urgency: number;
};

/** Takes over what is planned or held for a day from all earlier runs: they cannot move it on any more. */
export async function takeOverReminders({ day, fence }: ReminderRun): Promise<void> {
  await ClaimModel.updateMany(
    { day, ...TO_SEND, fence: { $lt: fence } },
    { $set: { state: 'planned', fence } },
  );
}

/** Claims people for a day, or adds to what they are claimed for. Who was told already, or taken by a newer run, stays so. */
export async function planReminders(
  planned: readonly PlannedReminder[],
  { day, fence }: ReminderRun,
  now: Date,
): Promise<void> {
  if (planned.length === 0) return;
  const told = await movedOn(planned.map(({ person }) => claimId(day, person)));
  const operations = planned
    .filter(({ person }) => !told.has(claimId(day, person)))
    .map(({ person, items, extra = [], urgency }) => ({
      updateOne: {
        filter: {
          _id: claimId(day, person),
          state: { $in: ['planned' as const, 'dropped' as const] },
          fence: { $lte: fence },
        },
        update: {
          $addToSet: { items: { $each: items }, ...(extra.length > 0 && { extra: { $each: extra } }) },
          $min: { urgency },
          $set: { state: 'planned' as const, fence },
          $setOnInsert: { day, person, createdAt: now },
        },
        upsert: true,
      },
    }));
  if (operations.length > 0)
    await ignoreDuplicates(() => claimsInBulk().bulkWrite(operations, { ordered: false }));
}

/** Where a page of claims begins. */
export type After = Pick<ReminderClaim, 'urgency' | 'id'>;

/** The next claims of this run that are planned, the most urgent first. */
export async function plannedReminders(
  { day, fence }: ReminderRun,
  { after, limit }: { after?: After | undefined; limit: number },
): Promise<ReminderClaim[]> {
  const behind = after && {
    $or: [{ urgency: { $gt: after.urgency } }, { urgency: after.urgency, _id: { $gt: after.id } }],
  };
  const stored = await ClaimModel.find({ day, state: 'planned', fence, ...behind })
    .sort({ urgency: 1, _id: 1 })
    .limit(limit)
    .lean<StoredClaim[]>();
  return stored.map(claimOf);
}

/** Those of these claims that are planned and this run's. */
export async function plannedAmong(ids: readonly string[], { fence }: ReminderRun): Promise<ReminderClaim[]> {
  const stored = await ClaimModel.find({ _id: { $in: [...ids] }, state: 'planned', fence })
    .sort({ _id: 1 })
    .lean<StoredClaim[]>();
  return stored.map(claimOf);
}

/** What a run sends. What LINE itself had no room for waited in the outbox all the while: it stays held. */
export const TO_SEND = { $or: [{ state: 'planned' as const }, { state: 'held' as const, batch: null }] };

/** Ends claims that are still planned and this run's: held for want of pushes, or dropped. How many it were. */
export async function endReminders(
  ids: readonly string[],
  { fence }: ReminderRun,
  state: 'held' | 'dropped',
): Promise<number> {
  if (ids.length === 0) return 0;
  const held = { _id: { $in: [...ids] }, state: 'planned', fence } as const;
  return (await ClaimModel.updateMany(held, { $set: { state } })).modifiedCount;
}

/**
 * Ends claims of earlier days that were never sent; those of the day are planned anew. A coordinator's wish for a day
 * without a run is not forgotten: it waits as what was held does.
 */
export async function dropOldReminders(day: CalendarDate): Promise<void> {
  const old = { day: { $lt: day }, state: 'planned' } as const;
  await ClaimModel.updateMany({ ...old, by: { $ne: null } }, { $set: { state: 'held' } });
  await ClaimModel.updateMany({ ...old, by: null }, { $set: { state: 'dropped' } });
}

/** What went out, as far as we can tell. */
export const TOLD = ['queued', 'said', 'lost'] as const satisfies readonly ReminderState[];

/** The id of the claim of a person and a day. */
export const claimId = (day: CalendarDate, person: string): string => `${day}:${person}`;
/** The id of the claim on a coordinator's own reminder, beside it. */
export const manualClaimId = (day: CalendarDate, person: string): string => `${day}:${person}:manual`;
/** Its end. */
export const MANUAL = /:manual$/;

/** Whether a key, of a note say, is the id of a claim. */
export const isClaimId = (key: string): boolean => /^\d{4}-\d\d-\d\d:U[0-9a-f]{32}(?::manual)?$/.test(key);

/** Those that are neither new nor planned nor dropped. */
async function movedOn(ids: string[]): Promise<Set<string>> {
  const stored = await ClaimModel.find(
    { _id: { $in: ids }, state: { $nin: ['planned', 'dropped'] } },
    { _id: 1 },
  ).lean<{ _id: string }[]>();
  return new Set(stored.map(({ _id }) => _id));
}

/** Of a claim as it is stored: what is reminded of on its day, and what on any. */
export function itemsOfClaim({ _id, items, extra }: Pick<StoredClaim, 'items' | 'extra'> & { _id: string }): {
  items: ReminderItem[];
  extra: ReminderItem[];
} {
  const [daily, any] = MANUAL.test(_id) ? [[], items] : [items, extra ?? []];
  return { items: daily.map(plainItem), extra: any.map(plainItem) };
}

const plainItem = ({ deadline, agency }: ReminderItem): ReminderItem => ({ deadline, agency });

/** The plain shape of a stored claim. */
export function claimOf(stored: StoredClaim): ReminderClaim {
  const { _id, person, urgency, words, atOnce, noNote } = stored;
  return {
    id: _id,
    person,
    ...itemsOfClaim(stored),
    urgency,
    ...(words && { words }),
    atOnce: atOnce === true,
    noNote: noNote === true,
  };
}
