/** Tasks: what somebody wants an agency to look into, such as a citizen's word that a pin is wrong. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { publishedBehind } from './merged-into.ts';
import { mayWorkForAgency, mayWorkOn } from './pin-rights.ts';
import { type AreaKey, agenciesLookedAfter, type CountedArea, countedAreas } from './scoped-area.ts';
import { bangkokDate } from './thai/calendar.ts';

/** What a citizen says is wrong with a pin. */
export type PinFault = 'moved' | 'closed' | 'phone' | 'hours' | 'other';

/** What a task is about: something wrong with a pin, or a copy that was still asked for there. */
export type TaskFault = PinFault | 'copy-asked';

/** An open task. `at` is an ISO instant; `words` are the citizen's own, when they gave some. */
export type Task = {
  id: string;
  pin: string;
  fault: TaskFault;
  procedure?: string;
  words?: string;
  at: string;
};

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    /** The idempotency key of what made it. */
    key: { type: String, required: true },
    pin: { type: String, required: true },
    fault: {
      type: String,
      enum: ['moved', 'closed', 'phone', 'hours', 'other', 'copy-asked'],
      required: true,
    },
    /** The code of the procedure that a copy was asked for. */
    procedure: { type: String },
    words: { type: String },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    agency: { type: String },
    owner: { type: String, required: true },
    closed: {
      type: new mongoose.Schema(
        { by: { type: String, required: true }, at: { type: Date, required: true } },
        { _id: false, versionKey: false },
      ),
    },
  },
  { collection: 'tasks', versionKey: false },
);
schema.index({ agency: 1, 'closed.at': 1, at: 1 });
schema.index({ owner: 1, 'closed.at': 1, at: 1 });
schema.index({ pin: 1, at: 1 });
schema.index({ by: 1 });

/** Milliseconds; Bangkok's days are all of one length. */
const DAY = 24 * 3_600_000;

type StoredTask = InferSchemaType<typeof schema>;
const TaskModel = mongoose.model('Task', schema);

/** What somebody says of the pin with this code. `key` is the idempotency key. */
type Report = {
  pin: string;
  fault: PinFault;
  words?: string | undefined;
  by: string;
  at: Date;
  key: string;
};

/**
 * Tells whoever keeps the pin with this code, or the one it was merged into, that something is wrong with it; once for
 * each person, pin and day (in Bangkok). `already`: this person has done so today.
 */
export async function reportPin(report: Report): Promise<{ result: 'taken' | 'already' | 'gone' }> {
  const { fault, words, by, at, key } = report;
  const stored = await publishedBehind(report.pin);
  if (!stored?.code) return { result: 'gone' };
  const { owner, agency, code: pin } = stored;
  const today = await reportOfToday({ pin, by, at });
  if (today) return { result: today.key === key ? 'taken' : 'already' };
  const task = { key, pin, fault, by, at, owner, ...(words && { words }), ...(agency && { agency }) };
  const id = `${by}:${pin}:${bangkokDate(at)}`;
  const kept = await TaskModel.findOneAndUpdate(
    { _id: id },
    { $setOnInsert: task },
    { upsert: true, returnDocument: 'after' },
  ).lean<StoredTask>();
  await followMerge(id, pin);
  return { result: kept?.key === key ? 'taken' : 'already' };
}

/** Tells whoever keeps the pin with this code that a copy was still asked for there; once for its key. */
export async function reportCopyAsked(report: Omit<Report, 'fault'> & { procedure: string }): Promise<void> {
  const { pin, procedure, words, by, at, key } = report;
  const stored = await publishedBehind(pin);
  if (!stored?.code) return;
  const { owner, agency, code } = stored;
  const about = { pin: code, fault: 'copy-asked' as const, procedure, owner, ...(agency && { agency }) };
  const id = `copy:${key}`;
  await TaskModel.updateOne(
    { _id: id },
    { $setOnInsert: { ...about, key, by, at, ...(words && { words }) } },
    { upsert: true },
  );
  await followMerge(id, code);
}

/** A report on a pin that was merged since stands under another id. */
async function reportOfToday({ pin, by, at }: Pick<Report, 'pin' | 'by' | 'at'>) {
  const midnight = new Date(`${bangkokDate(at)}T00:00:00+07:00`);
  const next = new Date(midnight.getTime() + DAY);
  return TaskModel.findOne({
    pin,
    by,
    fault: { $ne: 'copy-asked' },
    at: { $gte: midnight, $lt: next },
  }).lean<StoredTask>();
}

/** The pin may have been merged between looking it up and writing: then its tasks have moved already, but for this one. */
async function followMerge(id: string, pin: string): Promise<void> {
  const behind = await publishedBehind(pin);
  if (behind?.code && behind.code !== pin) await moveTask(id, { ...behind, pin: behind.code });
}

/** Open tasks of an agency, or without one about the person's own pins; the oldest first. */
export async function openTasks({
  person,
  agency,
  skip,
  limit,
}: {
  person: string;
  agency?: string | undefined;
  skip: number;
  limit: number;
}): Promise<{ tasks: Task[]; all: number }> {
  if (agency !== undefined && !(await mayWorkForAgency(person, agency))) return { tasks: [], all: 0 };
  return tasksWhere(agency === undefined ? { owner: person, agency: null } : { agency }, { skip, limit });
}

/** Open tasks of all agencies the person looks after, or of one part of them; the oldest first. */
export async function scopedTasks({
  person,
  area,
  skip,
  limit,
}: {
  person: string;
  area?: AreaKey | undefined;
  skip: number;
  limit: number;
}): Promise<{ tasks: Task[]; all: number }> {
  const agencies = await agenciesLookedAfter(person, area);
  return tasksWhere({ agency: { $in: agencies.map(({ code }) => code) } }, { skip, limit });
}

/** How many tasks are open in each part of what the person looks after. */
export function taskAreas(question: { person: string; area?: AreaKey | undefined }): Promise<CountedArea[]> {
  return countedAreas(question, async (agencies) => {
    const counted = await TaskModel.aggregate<{ _id: string; count: number }>([
      { $match: { agency: { $in: [...agencies] }, 'closed.at': null } },
      { $group: { _id: '$agency', count: { $sum: 1 } } },
    ]);
    return new Map(counted.map(({ _id, count }) => [_id, count]));
  });
}

async function tasksWhere(
  whose: { owner: string; agency: null } | { agency: string | { $in: string[] } },
  { skip, limit }: { skip: number; limit: number },
): Promise<{ tasks: Task[]; all: number }> {
  const open = { ...whose, 'closed.at': null };
  const [stored, all] = await Promise.all([
    TaskModel.find(open).sort({ at: 1, _id: 1 }).skip(skip).limit(limit).lean<StoredTask[]>(),
    TaskModel.countDocuments(open),
  ]);
  return { tasks: stored.map(taskOf), all };
}

function taskOf({ _id, pin, fault, procedure, words, at }: StoredTask): Task {
  const more = { ...(procedure && { procedure }), ...(words && { words }) };
  return { id: _id, pin, fault, at: at.toISOString(), ...more };
}

/** Closes a task, if the person may work on its pin. Closing again changes nothing. */
export async function closeTask({
  id,
  by,
  at,
}: {
  id: string;
  by: string;
  at: Date;
}): Promise<{ result: 'closed' | 'not-yours' }> {
  const task = await TaskModel.findById(id).lean<StoredTask>();
  if (!task || !(await mayWorkOn(by, task))) return { result: 'not-yours' };
  await TaskModel.updateOne({ _id: id, 'closed.at': null }, { $set: { closed: { by, at } } });
  return { result: 'closed' };
}

/** Whom a task is for: the pin's code, its maker, and its agency if it has one. */
type Keepers = { pin: string; owner: string; agency?: string | null | undefined };

/**
 * Moves all tasks about a pin (its code), open or closed, to another one and its keepers. `onEach` gets the idempotency
 * key of each before it moves; it is called again after a crash.
 */
export async function moveTasks(
  from: string,
  keepers: Keepers,
  onEach: (key: string) => Promise<void>,
): Promise<void> {
  const moving = await TaskModel.find({ pin: from }, { key: 1 }).lean<StoredTask[]>();
  for (const { _id, key } of moving) {
    await onEach(key);
    await moveTask(_id, keepers);
  }
}

async function moveTask(id: string, { pin, owner, agency }: Keepers): Promise<void> {
  const kept = { pin, owner, ...(agency && { agency }) };
  await TaskModel.updateOne({ _id: id }, { $set: kept, ...(!agency && { $unset: { agency: 1 } }) });
}
