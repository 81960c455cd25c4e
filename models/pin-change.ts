/**
 * How a published pin is changed: field by field, each only if it still is what it was read as, together with its
 * entry for the audit trail. The entry is written under `unaudited`; from there it is copied into the trail. Should
 * the process die in between, the next change of the pin does the copying.
 */
import {
  type AuditEntry,
  type AuditFields,
  type FieldChange,
  lastChanges,
  recordAllChanges,
  recordedKeys,
} from './audit.ts';
import { changesTo } from './field-changes.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { fieldAt, type PinField } from './pin-fields.ts';
import { mayWorkOn } from './pin-rights.ts';
import { keyBesideName } from './thai/name-key.ts';

/** Who changes which pin (its public code), when, and under which idempotency key. */
export type PinWork = { pin: string; by: string; at: Date; key: string };

/**
 * What became of a change. `not-yours`: there is no such pin, or the person may not work on it. `round-about`: the pin
 * would have come to stand inside of itself, so its building stays what it was.
 */
export type Changed = { result: 'changed' | 'unchanged' | 'not-yours' | 'round-about'; fields: PinField[] };

/** Values to be set, by their paths: only such as the trail names. */
type Wanted<Field extends AuditFields['pin']> = { readonly [One in Field]?: unknown };

/** Each round only repeats what somebody else changed at the same moment. */
export const MOST_ROUNDS = 50;
/** How far back a change is looked for. */
const ENTRIES_LOOKED_AT = 200;

/** The pin with this code, whatever its state, if the person may work on it. */
export async function workable(code: string, person: string): Promise<StoredPin | undefined> {
  const stored = await PinModel.findOne({ code, state: { $ne: 'draft' } }).lean<StoredPin>();
  return stored && (await mayWorkOn(person, stored)) ? stored : undefined;
}

/** Sets what differs, if it still is what it was read as, so that `from` in the audit entry is true; else tries again. */
export async function change<Field extends AuditFields['pin']>(
  work: PinWork,
  wanted: (stored: StoredPin) => Wanted<Field> | Promise<Wanted<Field>>,
): Promise<Changed> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await workable(work.pin, work.by);
    if (!stored) return { result: 'not-yours', fields: [] };
    if (await isDone(work.key, stored)) return finished(stored, work);
    const changes = changesTo({ ...stored }, await wanted(stored));
    if (changes.length === 0) return { result: 'unchanged', fields: [] };
    if (await write(stored, changes, work)) return finished(stored, work, changes);
  }
  throw new Error(`pin ${work.pin} never came to rest`);
}

/** A turn that is taken again finds its change done, whatever somebody else has changed since. */
export async function isDone(key: string, { unaudited }: StoredPin): Promise<boolean> {
  return (unaudited ?? []).some((entry) => entry.key === key) || (await recordedKeys([key])).has(key);
}

/** The end of a change that is written, now or before: its entry goes into the trail. */
export async function finished(
  { _id }: StoredPin,
  work: PinWork,
  changes?: FieldChange<'pin'>[],
): Promise<Changed> {
  await moveEntries(_id);
  const done = changes ?? (await entriesOf(work.pin)).find(({ key }) => key === work.key)?.changes;
  return { result: 'changed', fields: fieldsOf(done ?? []) };
}

/** The latest entries of a pin's trail, the newest first. */
export const entriesOf = (pin: string) => lastChanges({ about: { kind: 'pin', id: pin } }, ENTRIES_LOOKED_AT);

/** The fields among what changed. */
export function fieldsOf(changes: readonly FieldChange<'pin'>[]): PinField[] {
  return changes.flatMap(({ field }) => fieldAt(field) ?? []);
}

/**
 * Writes changes and their entry in one, unless a field is no longer what it was: false then. `undoes` is the key of
 * the entry whose changes these take back.
 */
export async function write(
  { _id, agency }: StoredPin,
  changes: FieldChange<'pin'>[],
  { key, at, by, pin, undoes }: PinWork & { undoes?: string },
): Promise<boolean> {
  const entry: AuditEntry<'pin'> = {
    key,
    at,
    by,
    about: { kind: 'pin', id: pin },
    ...(agency && { agency }),
    ...(undoes && { undoes }),
    changes,
  };
  const unread = changes.map(({ field, from }) => ({ [field]: from === null ? null : { $eq: from } }));
  const gone = changes.filter(({ to }) => to === null).map(({ field }) => [field, 1 as const]);
  const values = Object.fromEntries(
    changes.filter(({ to }) => to !== null).map(({ field, to }) => [field, to]),
  );
  const { matchedCount } = await PinModel.updateOne(
    { _id, $and: unread },
    {
      $set: { ...values, ...keyBesideName(values), updatedAt: at },
      ...(gone.length > 0 && { $unset: withoutEmptyParents(Object.fromEntries(gone)) }),
      $push: { unaudited: entry },
    },
  );
  return matchedCount === 1;
}

/** An address without its Thai text is none: nothing of it stays. */
function withoutEmptyParents(gone: Record<string, 1>): Record<string, 1> {
  if (!gone['address.th']) return gone;
  const { 'address.th': _th, 'address.en': _en, ...others } = gone;
  return { ...others, address: 1 };
}

/** Copies the entries into the audit trail first, then takes exactly those out of the pin. */
export async function moveEntries(id: string): Promise<void> {
  const stored = await PinModel.findById(id, { unaudited: 1 }).lean<StoredPin>();
  const waiting = stored?.unaudited ?? [];
  if (waiting.length === 0) return;
  await recordAllChanges(waiting);
  const keys = waiting.map(({ key }) => key);
  await PinModel.updateOne({ _id: id }, { $pull: { unaudited: { key: { $in: keys } } } });
}
