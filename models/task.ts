/** Tasks: what somebody wants an agency to look into, such as a citizen's word that a pin is wrong. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { PinModel, type StoredPin } from './pin-document.ts';
import { mayWorkForAgency, mayWorkOn } from './pin-rights.ts';
import { bangkokDate } from './thai/calendar.ts';

/** What a citizen says is wrong with a pin. */
export type PinFault = 'moved' | 'closed' | 'phone' | 'hours' | 'other';

/** An open task. `at` is an ISO instant; `words` are the citizen's own, when they gave some. */
export type Task = { id: string; pin: string; fault: PinFault; words?: string; at: string };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    /** The idempotency key of what made it. */
    key: { type: String, required: true },
    pin: { type: String, required: true },
    fault: { type: String, enum: ['moved', 'closed', 'phone', 'hours', 'other'], required: true },
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

type StoredTask = InferSchemaType<typeof schema>;
const TaskModel = mongoose.model('Task', schema);

/**
 * Tells whoever keeps the pin with this code that something is wrong with it; once for each person, pin and day (in
 * Bangkok). `already`: this person has done so today.
 */
export async function reportPin(report: {
  pin: string;
  fault: PinFault;
  words?: string | undefined;
  by: string;
  at: Date;
  key: string;
}): Promise<{ result: 'taken' | 'already' | 'gone' }> {
  const { pin, fault, words, by, at, key } = report;
  const stored = await PinModel.findOne({ code: pin, state: 'published' }).lean<StoredPin>();
  if (!stored) return { result: 'gone' };
  const { owner, agency } = stored;
  const task = { key, pin, fault, by, at, owner, ...(words && { words }), ...(agency && { agency }) };
  const id = `${by}:${pin}:${bangkokDate(at)}`;
  const kept = await TaskModel.findOneAndUpdate(
    { _id: id },
    { $setOnInsert: task },
    { upsert: true, returnDocument: 'after' },
  ).lean<StoredTask>();
  return { result: kept?.key === key ? 'taken' : 'already' };
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
  const whose = agency === undefined ? { owner: person, agency: null } : { agency };
  const open = { ...whose, 'closed.at': null };
  const [stored, all] = await Promise.all([
    TaskModel.find(open).sort({ at: 1, _id: 1 }).skip(skip).limit(limit).lean<StoredTask[]>(),
    TaskModel.countDocuments(open),
  ]);
  return { tasks: stored.map(taskOf), all };
}

function taskOf({ _id, pin, fault, words, at }: StoredTask): Task {
  return { id: _id, pin, fault, at: at.toISOString(), ...(words && { words }) };
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

/** Moves what is open about a pin (its code) to another one and its keepers. */
export async function moveOpenTasks(
  from: string,
  { pin, owner, agency }: { pin: string; owner: string; agency?: string },
): Promise<void> {
  const kept = { pin, owner, ...(agency && { agency }) };
  await TaskModel.updateMany(
    { pin: from, 'closed.at': null },
    { $set: kept, ...(!agency && { $unset: { agency: 1 } }) },
  );
}
