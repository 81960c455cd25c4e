/**
 * Deadlines: what agencies are to have done by which day, and who. One document each of the collection `deadlines`.
 * Whether something is done is nowhere stored; `deadline-done.ts` computes it. Changing them stands in
 * `deadline-work.ts`.
 *
 * An inner deadline tightens a wider one: it is about the same work from the same day on, ends earlier, and is in force
 * as long as the wider one is. Where it applies, see `deadlineFor` in `deadline-done.ts`.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { AuditEntry } from './audit.ts';
import { type PinName, plainName } from './pin-document.ts';
import { addDays, type CalendarDate } from './thai/calendar.ts';

/** What can be asked of an agency; each is computed from the data (`deadline-done.ts`). */
export type DoneKind =
  | 'registered'
  | 'pinned'
  | 'surveyed'
  | 'procedures-linked'
  | 'copies-ended'
  | 'poster-printed'
  | 'pins-checked';

/** Their order everywhere: that of the programme. */
export const DONE_KINDS = [
  'registered',
  'pinned',
  'surveyed',
  'procedures-linked',
  'copies-ended',
  'poster-printed',
  'pins-checked',
] as const satisfies readonly DoneKind[];

/** Days before the end on which is reminded, where nobody chose others. */
export const REMIND_BEFORE: readonly number[] = [14, 7, 3, 1, 0];

/** Days after the end on which is reminded once more, where nobody chose another. */
export const REMIND_AFTER = 1;

/** How many days a deadline stays in force once it has passed. */
const DAYS_PAST = 30;

/**
 * A deadline. `scope` is written as `readScope` reads it; `kinds` are kinds of agencies, empty for all; it is open from
 * `opensOn` to the end of `closesOn`, days of Bangkok; `remindBefore`: days before the end, the most first;
 * `remindAfter`: days after it; `within`: the id of the wider deadline that this one tightens.
 */
export type Deadline = {
  id: string;
  title: PinName;
  what: DoneKind;
  scope: string;
  kinds: string[];
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  remindBefore: number[];
  remindAfter?: number;
  within?: string;
};

/** A deadline with when it last changed and, if so, how it was cancelled. */
export type KnownDeadline = Deadline & {
  changedAt: Date;
  cancelled?: { by: string; at: Date; reason: string };
};

const cancelled = new mongoose.Schema(
  {
    by: { type: String, required: true },
    at: { type: Date, required: true },
    reason: { type: String, required: true },
    /** The idempotency key of the change. */
    key: { type: String, required: true },
  },
  { _id: false, versionKey: false },
);

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    title: {
      type: new mongoose.Schema(
        { th: { type: String, required: true }, en: { type: String } },
        { _id: false },
      ),
      required: true,
    },
    what: { type: String, enum: DONE_KINDS, required: true },
    scope: { type: String, required: true },
    kinds: { type: [String], required: true },
    opensOn: { type: String, required: true },
    closesOn: { type: String, required: true },
    remindBefore: { type: [Number], required: true },
    remindAfter: { type: Number },
    within: { type: String },
    cancelled: { type: cancelled },
    /** What was last imported, see `register.ts`. */
    lastPut: { type: String },
    /** Changes that are not in the audit trail yet, see `deadline-work.ts`. */
    unaudited: { type: [mongoose.Schema.Types.Mixed], default: undefined },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'deadlines', versionKey: false, minimize: false },
);
schema.index({ closesOn: 1, _id: 1 });
schema.index({ within: 1 });

/** A deadline as it is stored. */
export type StoredDeadline = Omit<InferSchemaType<typeof schema>, 'unaudited'> & {
  unaudited?: AuditEntry<'deadline'>[] | null;
};

/** The collection; only the operations of `deadline*.ts` touch it. */
export const DeadlineModel = mongoose.model('Deadline', schema);

/** The plain shape of a stored deadline. */
export function deadlineOf(stored: StoredDeadline): KnownDeadline {
  const { _id, title, what, scope, kinds, opensOn, closesOn, remindBefore, remindAfter, within } = stored;
  return {
    id: _id,
    title: plainName(title),
    what,
    scope,
    kinds: [...kinds],
    opensOn,
    closesOn,
    remindBefore: [...remindBefore],
    ...(typeof remindAfter === 'number' && { remindAfter }),
    ...(within && { within }),
    changedAt: stored.updatedAt,
    ...(stored.cancelled && {
      cancelled: {
        by: stored.cancelled.by,
        at: stored.cancelled.at,
        reason: stored.cancelled.reason,
      },
    }),
  };
}

/** The deadline with this id, cancelled or not. */
export async function deadlineById(id: string): Promise<KnownDeadline | undefined> {
  const stored = await DeadlineModel.findById(id).lean<StoredDeadline>();
  return stored ? deadlineOf(stored) : undefined;
}

/** The titles of deadlines, by id. */
export async function deadlineTitles(ids: readonly string[]): Promise<Map<string, PinName>> {
  if (ids.length === 0) return new Map();
  const stored = await DeadlineModel.find({ _id: { $in: [...ids] } }, { title: 1 }).lean<StoredDeadline[]>();
  return new Map(stored.map(({ _id, title }) => [_id, plainName(title)]));
}

/**
 * The deadlines in force on a day of Bangkok, those that end first before the others: opened, not cancelled, not longer
 * than 30 days past. Inner ones stand among them (with `within`) as long as their wider one is in force.
 */
export async function deadlinesInForce(on: CalendarDate): Promise<Deadline[]> {
  return (await standingDeadlines(on)).filter(({ opensOn }) => opensOn <= on).map(plainDeadline);
}

/** The same and those that open later: all that are not over on this day. */
export async function standingDeadlines(on: CalendarDate): Promise<KnownDeadline[]> {
  const roots = await read({ within: null, closesOn: { $gte: addDays(on, -DAYS_PAST) } });
  return inOrder([...roots, ...(await innerOf(roots))]);
}

/** The inner deadlines of these that are not cancelled, and theirs in turn. */
async function innerOf(wider: readonly KnownDeadline[]): Promise<KnownDeadline[]> {
  if (wider.length === 0) return [];
  const byId = new Map(wider.map((deadline) => [deadline.id, deadline]));
  const found = await read({ within: { $in: [...byId.keys()] } });
  const inner = found.flatMap((deadline) => {
    const above = byId.get(deadline.within ?? '');
    // What is to be done and since when is the wider one's to say, also after that has changed.
    return above ? [{ ...deadline, what: above.what, opensOn: above.opensOn }] : [];
  });
  return [...inner, ...(await innerOf(inner))];
}

async function read(filter: Record<string, unknown>): Promise<KnownDeadline[]> {
  const stored = await DeadlineModel.find({ ...filter, cancelled: null }).lean<StoredDeadline[]>();
  return stored.map(deadlineOf);
}

function inOrder(deadlines: KnownDeadline[]): KnownDeadline[] {
  return deadlines.sort((a, b) => order(a.closesOn, b.closesOn) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function plainDeadline({
  changedAt: _changedAt,
  cancelled: _cancelled,
  ...deadline
}: KnownDeadline): Deadline {
  return deadline;
}
