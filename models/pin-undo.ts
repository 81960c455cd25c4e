/**
 * Taking back one's own changes of a pin, the latest first and one at a time. Taking back is a change itself, with an
 * entry of its own that names the one it takes back; what was taken back is not taken back again.
 */
import type { AuditEntry, FieldChange } from './audit.ts';
import { changesTo } from './field-changes.ts';
import { personById } from './person.ts';
import {
  type Changed,
  entriesOf,
  fieldsOf,
  finished,
  isDone,
  MOST_ROUNDS,
  moveEntries,
  type PinWork,
  workable,
  write,
} from './pin-change.ts';
import type { StoredPin } from './pin-document.ts';
import type { PinField } from './pin-fields.ts';
import { setParent } from './pin-parent.ts';

/**
 * What became of taking back. `nothing-left`: all own changes are taken back, or there were none. `changed-since`:
 * somebody else has changed the same since, and it was left as it is; `by` is their first name where it is known, and
 * `past` leads to what was changed before.
 */
export type Undone =
  | Changed
  | { result: 'nothing-left'; fields: [] }
  | { result: 'changed-since'; fields: PinField[]; by?: string; past: string };

/** Which change: the person's latest one, or the latest before the one that `past` names. */
export type UndoWork = PinWork & { past?: string | undefined };

/** Takes back the person's own latest change of fields that is not taken back yet, if it still stands. */
export async function undoLast({ past, ...work }: UndoWork): Promise<Undone> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await workable(work.pin, work.by);
    if (!stored) return { result: 'not-yours', fields: [] };
    if (await isDone(work.key, stored)) return repeated(stored, work);
    await moveEntries(stored._id);
    const entries = await entriesOf(work.pin);
    const last = undoable(entries, work.by, past);
    if (!last) return { result: 'nothing-left', fields: [] };
    const gone = changedSince(stored, last);
    if (gone.length > 0) return tellOf(gone, last, entries);
    const undone = await takeBack(stored, last, work);
    if (undone) return undone;
  }
  throw new Error(`pin ${work.pin} never came to rest`);
}

/** The person's latest change that can be taken back: its fields, and when it was made (ISO). */
export async function lastChangeOf(
  pin: string,
  person: string,
): Promise<{ fields: PinField[]; at: string } | undefined> {
  const stored = await workable(pin, person);
  if (!stored) return undefined;
  await moveEntries(stored._id);
  const last = undoable(await entriesOf(pin), person);
  if (!last || changedSince(stored, last).length > 0) return undefined;
  return { fields: fieldsOf(last.changes), at: last.at.toISOString() };
}

function undoable(
  entries: readonly AuditEntry<'pin'>[],
  by: string,
  past?: string,
): AuditEntry<'pin'> | undefined {
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []));
  const from = past === undefined ? 0 : entries.findIndex(({ key }) => key === past) + 1;
  return entries
    .slice(from)
    .find(
      (entry) =>
        entry.by === by &&
        entry.undoes === undefined &&
        !undone.has(entry.key) &&
        fieldsOf(entry.changes).length > 0,
    );
}

/** What of a change is no longer as it left it. */
function changedSince(stored: StoredPin, { changes }: AuditEntry<'pin'>): FieldChange<'pin'>[] {
  return changes.filter(({ field, to }) => changesTo({ ...stored }, { [field]: to }).length > 0);
}

async function tellOf(
  gone: readonly FieldChange<'pin'>[],
  { key, by: own }: AuditEntry<'pin'>,
  entries: readonly AuditEntry<'pin'>[],
): Promise<Undone> {
  const touched = new Set(gone.map(({ field }) => field));
  const other = entries.find(
    ({ by, changes }) => by !== own && changes.some(({ field }) => touched.has(field)),
  );
  const name = other && (await personById(other.by)).profile?.firstName;
  return { result: 'changed-since', fields: fieldsOf(gone), ...(name && { by: name }), past: key };
}

/** Undefined when something changed in between: all is looked at again then. */
async function takeBack(
  stored: StoredPin,
  last: AuditEntry<'pin'>,
  work: PinWork,
): Promise<Changed | undefined> {
  const back = last.changes.map(({ field, from, to }) => ({ field, from: to, to: from }));
  const undo = async (): Promise<Changed | undefined> =>
    (await write(stored, back, { ...work, undoes: last.key })) ? finished(stored, work, back) : undefined;
  const parent = back.find(({ field }) => field === 'parent')?.to;
  return typeof parent === 'string' ? setParent(work, parent, undo) : undo();
}

async function repeated(stored: StoredPin, work: PinWork): Promise<Undone> {
  const done = () => finished(stored, work);
  return stored.parent ? setParent(work, stored.parent, done) : done();
}
