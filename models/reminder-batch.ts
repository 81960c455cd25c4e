/**
 * Batches of reminders: one text in one language to many, as one push or multicast; see `reminder-claim.ts` for why a crash
 * between any two of these writes still ends in one message. And reminders as notes, of which the same holds.
 */
import { createHash } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';
import { notesSaid, putNote, withdrawNote } from './note.ts';
import { outboxStates, putManyInOutbox } from './outbox.ts';
import { documentsOf } from './personal-data-replace.ts';
import { ClaimModel, REMINDER_CLAIMS, type ReminderRun, type StoredClaim } from './reminder-claim.ts';
import { lastNotesOf } from './reminder-people.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** What a batch says, in which language, and until when. `id` is given to no other. */
export type ReminderBatch = { id: string; saying: unknown; language: string; sendBefore: Date };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    saying: { type: mongoose.Schema.Types.Mixed, required: true },
    language: { type: String, required: true },
    retryKey: { type: String, required: true },
    sendBefore: { type: Date, required: true },
    /** `open`: claims may be bound to it; `sent`: its message is in the outbox; `settled`: and what became of it is known. */
    state: { type: String, enum: ['open', 'sent', 'settled'], required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'reminder_batches', versionKey: false, minimize: false },
);
schema.index({ day: 1, state: 1 });

type Stored = InferSchemaType<typeof schema>;
const BatchModel = mongoose.model('ReminderBatch', schema);

/** A turn takes less, from reading a note to storing that it was said. Milliseconds. */
const TURN_AT_MOST = 120_000;

/** Binds these claims of the run to a new batch and puts its message into the outbox. How many it reached. */
export async function sendBatch(
  batch: ReminderBatch,
  claims: readonly string[],
  run: ReminderRun,
  now: Date,
): Promise<number> {
  const { id, saying, language, sendBefore } = batch;
  const retryKey = uuidOf(id);
  const first = {
    day: run.day,
    saying,
    language,
    retryKey,
    sendBefore,
    state: 'open' as const,
    createdAt: now,
  };
  await BatchModel.updateOne({ _id: id }, { $setOnInsert: first }, { upsert: true });
  const way = claims.length === 1 ? 'push' : 'multicast';
  await ClaimModel.updateMany(
    { _id: { $in: [...claims] }, state: 'planned', fence: run.fence },
    { $set: { state: 'queued', way, batch: id, retryKey } },
  );
  return putBatch({ _id: id, ...first }, now);
}

/** Puts the message of a batch into the outbox for whom was bound to it. */
async function putBatch({ _id, saying, language, retryKey, sendBefore }: Stored, now: Date): Promise<number> {
  const bound = await ClaimModel.find({ batch: _id, state: 'queued' }, { person: 1 }).lean<StoredClaim[]>();
  const recipients = bound.map(({ person }) => person).sort();
  // Its claims may be about to be bound still.
  if (recipients.length === 0) return 0;
  await putManyInOutbox({ key: _id, recipients, saying, language, retryKey, sendBefore }, now);
  await BatchModel.updateOne({ _id, state: 'open' }, { $set: { state: 'sent' } });
  return recipients.length;
}

/** Puts into the outbox what an earlier run left bound. To be called after `takeOverReminders`. */
export async function finishBatches(day: CalendarDate, now: Date): Promise<void> {
  const open = await BatchModel.find({ day, state: 'open' }).lean<Stored[]>();
  for (const batch of open) await putBatch(batch, now);
}

/** Writes into the claims what became of the messages of a day. */
export async function settleBatches({ day, fence }: ReminderRun): Promise<void> {
  const sent = await BatchModel.find({ day, state: 'sent' }, { _id: 1 }).lean<{ _id: string }[]>();
  const states = await outboxStates(sent.map(({ _id }) => _id));
  for (const { _id } of sent) {
    const outcome = states.get(_id);
    if (outcome?.state === 'waiting') continue;
    const bound = { batch: _id, state: 'queued' } as const;
    // Who is not among its recipients was bound too late for it, and is not sent to by it.
    if (outcome)
      await ClaimModel.updateMany(
        { ...bound, person: { $nin: [...outcome.people] } },
        { $set: { state: 'planned', fence }, $unset: { way: 1, batch: 1, retryKey: 1 } },
      );
    await ClaimModel.updateMany(bound, { $set: { state: endingOf(outcome) } });
    await BatchModel.updateOne({ _id }, { $set: { state: 'settled' } });
  }
}

function endingOf(outcome: { state: string; failure?: { reason: string } } | undefined) {
  if (outcome?.state === 'sent') return 'said';
  return outcome?.failure?.reason === 'quota' ? 'held' : 'lost';
}

/** A reminder that waits for its person's next reply. */
export type NotedReminder = { claim: string; messages: unknown[] };

/** Gives these claims of the run to notes that wait until an instant. */
export async function noteReminders(
  noted: readonly NotedReminder[],
  { day, fence }: ReminderRun,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  if (noted.length === 0) return;
  await documentsOf(REMINDER_CLAIMS).bulkWrite(
    noted.map(({ claim, messages }) => ({
      updateOne: {
        filter: { _id: claim, state: 'planned', fence },
        update: { $set: { state: 'queued', way: 'note', messages, noteUntil: until } },
      },
    })),
    { ordered: false },
  );
  const given = new Set(noted.map(({ claim }) => claim));
  await putNotes(
    (await notedClaims(day)).filter(({ _id }) => given.has(_id)),
    now,
  );
}

/** Puts down notes that still wait for a reply; those that are there already stay as they are. */
async function putNotes(claims: readonly StoredClaim[], now: Date): Promise<void> {
  for (const { _id, person, messages, noteUntil, createdAt } of claims) {
    if (!noteUntil || noteUntil <= now) continue;
    await putNote({
      key: _id,
      person,
      messages: messages ?? [],
      notBefore: createdAt,
      expiresAt: noteUntil,
    });
  }
}

/**
 * Looks after the notes of a day: those a crash left out are put down, those said are ended, and those that waited in vain
 * are planned again, to be pushed.
 */
export async function settleNotes({ day, fence }: ReminderRun, now: Date): Promise<void> {
  const claims = await notedClaims(day);
  await putNotes(claims, now);
  const said = await saidAmong(claims);
  await ClaimModel.updateMany(
    { _id: { $in: [...said] }, state: 'queued', way: 'note' },
    { $set: { state: 'said' } },
  );
  const inVain = claims.filter(
    ({ _id, noteUntil }) => !said.has(_id) && noteUntil && now.getTime() > noteUntil.getTime() + TURN_AT_MOST,
  );
  for (const { _id } of inVain) {
    // Said at the last moment after all: the next look sees it.
    if (!(await withdrawNote(_id)) && (await notesSaid([_id])).has(_id)) continue;
    await ClaimModel.updateOne(
      { _id, state: 'queued', way: 'note' },
      { $set: { state: 'planned', fence, noNote: true }, $unset: { way: 1, messages: 1, noteUntil: 1 } },
    );
  }
}

/** Those whose note was said: it says so itself, or the last turn of its person does. */
async function saidAmong(claims: readonly StoredClaim[]): Promise<Set<string>> {
  const said = await notesSaid(claims.map(({ _id }) => _id));
  const last = await lastNotesOf(claims.map(({ person }) => person));
  for (const { _id, person } of claims) if (last.get(person) === _id) said.add(_id);
  return said;
}

function notedClaims(day: CalendarDate): Promise<StoredClaim[]> {
  return ClaimModel.find({ day, state: 'queued', way: 'note' }).lean<StoredClaim[]>();
}

/** Deletes batches of days before this one; how many there were. */
export async function deleteOldBatches(before: CalendarDate): Promise<number> {
  return (await BatchModel.deleteMany({ day: { $lt: before } })).deletedCount;
}

/** The same batch always has the same UUID, so that LINE takes what is sent twice for one. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
