/**
 * How a record of copies is changed: field by field, each only if it still is what it was read as, together with its
 * entry for the audit trail. The entry is written under `unaudited`; from there it is copied into the trail. Should
 * the process die in between, the next change of the record does the copying.
 */
import { type AuditEntry, type FieldChange, recordAllChanges, recordedKeys } from './audit.ts';
import {
  ALL_PINS,
  CopyModel,
  type CopyPlace,
  type CopyState,
  copyId,
  type StoredCopies,
  stateOf,
} from './copy-document.ts';
import { manualNeeds } from './copy-manual.ts';
import { type CopyFields, fieldsOf, unrecorded } from './copy-state.ts';
import { ignoreDuplicates } from './duplicate-key.ts';
import { changesTo } from './field-changes.ts';

/** Who changes something, when, and under which idempotency key. `undoes`: the key of the change this takes back. */
export type CopyWork = { by: string; at: Date; key: string; undoes?: string };

/** The fields that are wanted, or nothing to do. */
type Wanted = (state: CopyState, stored: StoredCopies | undefined) => Partial<CopyFields> | undefined;

/** Each round only repeats what somebody else changed at the same moment. */
const MOST_ROUNDS = 50;

/** Changes the record of a place, or makes it, beginning with what holds there now. */
export async function changeRecord(
  place: CopyPlace,
  work: CopyWork,
  wanted: Wanted,
): Promise<'changed' | 'unchanged'> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await storedAt(place);
    if (await isDone(work.key, stored)) return finished(place);
    const state = stored ? stateOf(stored) : await inherited(place);
    const fields = wanted(state, stored);
    const changes = fields ? changesTo(fieldsOf(state), fields) : [];
    if (changes.length === 0) return 'unchanged';
    const isWritten = stored
      ? await update(stored, changes, work)
      : await insertRecords([firstRecord(place, state, { ...state, ...present(changes) }, changes, work)]);
    if (isWritten) return finished(place);
  }
  throw new Error(`copies of ${copyId(place)} never came to rest`);
}

/** The record of a place. */
export async function storedAt(place: CopyPlace): Promise<StoredCopies | undefined> {
  return (await CopyModel.findById(copyId(place)).lean<StoredCopies>()) ?? undefined;
}

/** What holds at a place that has no record: what holds at all pins, else what the manual says. */
export async function inherited({ agency, procedure, pin }: CopyPlace): Promise<CopyState> {
  const general = pin === ALL_PINS ? undefined : await storedAt({ agency, procedure, pin: ALL_PINS });
  if (general) return stateOf(general);
  return unrecorded((await manualNeeds([procedure])).get(procedure) ?? { idCard: false, house: false });
}

/** A turn that is taken again finds its change done, whatever somebody else has changed since. */
async function isDone(key: string, stored: StoredCopies | undefined): Promise<boolean> {
  return (stored?.unaudited ?? []).some((entry) => entry.key === key) || (await recordedKeys([key])).has(key);
}

async function finished(place: CopyPlace): Promise<'changed'> {
  await moveEntries([copyId(place)]);
  return 'changed';
}

/** Whether a copy is asked for decides when it is done, so both needs must still be what they were read as. */
async function update(
  stored: StoredCopies,
  changes: FieldChange<'copies'>[],
  work: CopyWork,
): Promise<boolean> {
  const { _id, agency, idCard, house } = stored;
  const unread = changes.map(({ field, from }) => ({ [field]: from === null ? null : { $eq: from } }));
  const gone = changes.filter(({ to }) => to === null).map(({ field }) => [field, 1 as const]);
  const { matchedCount } = await CopyModel.updateOne(
    { _id, $and: [{ idCard, house }, ...unread] },
    {
      $set: { ...present(changes), updatedAt: work.at },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }),
      $push: { unaudited: entryOf(_id, agency, changes, work) },
    },
  );
  return matchedCount === 1;
}

function present(changes: readonly FieldChange<'copies'>[]): Record<string, unknown> {
  return Object.fromEntries(changes.filter(({ to }) => to !== null).map(({ field, to }) => [field, to]));
}

/** A new record with its first entry. `before` holds what was asked for until then. */
export function firstRecord(
  place: CopyPlace,
  { before }: Pick<CopyState, 'before'>,
  state: Record<string, unknown>,
  changes: FieldChange<'copies'>[],
  work: CopyWork,
) {
  const id = copyId(place);
  const entry = entryOf(id, place.agency, changes, work);
  return { ...state, ...place, _id: id, before, updatedAt: work.at, unaudited: [entry] };
}

/** Inserts records; false when one of them was there already. */
export async function insertRecords(records: readonly ({ _id: string } & Record<string, unknown>)[]) {
  if (records.length === 0) return true;
  const operations = records.map(({ _id, ...record }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: record }, upsert: true },
  }));
  const { insertedIds } = await ignoreDuplicates(() =>
    CopyModel.bulkWrite(operations, { ordered: false, throwOnValidationError: true }),
  );
  return insertedIds.size === records.length;
}

function entryOf(
  id: string,
  agency: string,
  changes: FieldChange<'copies'>[],
  { key, at, by, undoes }: CopyWork,
): AuditEntry<'copies'> {
  return { key, at, by, about: { kind: 'copies', id }, agency, ...(undoes && { undoes }), changes };
}

/** Copies the entries into the audit trail first, then takes exactly those out of the records. */
export async function moveEntries(ids: readonly string[]): Promise<void> {
  const found = await CopyModel.find(
    { _id: { $in: [...ids] }, 'unaudited.0': { $exists: true } },
    { unaudited: 1 },
  ).lean<StoredCopies[]>();
  if (found.length === 0) return;
  await recordAllChanges(found.flatMap(({ unaudited }) => unaudited ?? []));
  const operations = found.map(({ _id, unaudited }) => {
    const keys = (unaudited ?? []).map(({ key }) => key);
    return { updateOne: { filter: { _id }, update: { $pull: { unaudited: { key: { $in: keys } } } } } };
  });
  await CopyModel.bulkWrite(operations, { ordered: false, throwOnValidationError: true });
}
