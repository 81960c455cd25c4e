/**
 * Work on pins that are published: who may open one, changing it field by field, undoing, retiring, checking. Every
 * operation asks by itself whether the person may (roles from the database), and never rewrites a whole pin, so that
 * two who work on one pin at once keep both their changes.
 *
 * A change and its audit entry are written together, the entry under `unaudited`; from there it is copied into the
 * audit trail. Should the process die in between, the next change of the pin does the copying.
 */
import { areaAt } from './address.ts';
import { type AuditEntry, type FieldChange, lastChanges, recordAllChanges, recordedKeys } from './audit.ts';
import { changesTo } from './field-changes.ts';
import { personById } from './person.ts';
import { PinModel, type PinPosition, type StoredPin } from './pin-document.ts';
import {
  contentOfPin,
  fieldAt,
  type PinChange,
  type PinContent,
  type PinField,
  pathsOf,
} from './pin-fields.ts';
import { mayWorkOn } from './pin-rights.ts';

/** A pin for somebody who may work on it. Instants are ISO. `editors`: first names of others at work on it now. */
export type WorkPin = PinContent & {
  id: string;
  code: string;
  state: 'published' | 'retired';
  agency?: string;
  checkedAt?: string;
  retired?: { reason: string; at: string };
  editors: string[];
};

/** Who changes which pin (its public code), when, and under which idempotency key. */
export type PinWork = { pin: string; by: string; at: Date; key: string };

/** What became of a change. `not-yours`: there is no such pin, or the person may not work on it. */
export type Changed = { result: 'changed' | 'unchanged' | 'not-yours'; fields: PinField[] };

/** So long after their last step somebody counts as still at work on a pin. Milliseconds. */
const STILL_EDITING = 10 * 60_000;
/** Each round only repeats what somebody else changed at the same moment. */
const MOST_ROUNDS = 50;
/** How far back an own change is looked for. */
const ENTRIES_LOOKED_AT = 200;

/** The pin with this code, if the person may work on it. */
export async function pinForWork(code: string, person: string, now: Date): Promise<WorkPin | undefined> {
  const stored = await workable(code, person);
  if (!stored) return undefined;
  const { _id, agency, checkedAt, retired } = stored;
  return {
    ...contentOfPin(stored),
    id: _id,
    code,
    state: stored.state === 'retired' ? 'retired' : 'published',
    ...(agency && { agency }),
    ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
    ...(retired && { retired: { reason: retired.reason, at: retired.at.toISOString() } }),
    editors: await editorsOf(stored, person, now),
  };
}

/** The id of the pin with this code, if the person may work on it. */
export async function pinIdForWork(code: string, person: string): Promise<string | undefined> {
  return (await workable(code, person))?._id;
}

async function workable(code: string, person: string): Promise<StoredPin | undefined> {
  const stored = await PinModel.findOne({ code, state: { $ne: 'draft' } }).lean<StoredPin>();
  return stored && (await mayWorkOn(person, stored)) ? stored : undefined;
}

/** Changes fields. Of two who change the same field the later one wins, and the trail has both. */
export async function setFields({ fields, ...work }: PinWork & { fields: PinChange }): Promise<Changed> {
  const wanted = pathsOf(fields);
  return change(work, ({ address }) => {
    // An English address stands beside a Thai one, never alone.
    const { 'address.en': _alone, ...others } = wanted;
    return address?.th || wanted['address.th'] ? wanted : others;
  });
}

/** Moves a pin. Its area (district and province) follows from the register of places, where that knows it. */
export async function movePin({ position, ...work }: PinWork & { position: PinPosition }): Promise<Changed> {
  const area = await areaAt(position);
  return change(work, () => ({ ...pathsOf({ position }), ...(area && { area }) }));
}

/** Takes a published pin off the map; its code stays taken. */
export async function retirePin({ reason, ...work }: PinWork & { reason: string }): Promise<Changed> {
  const { by, at } = work;
  return change(work, ({ state }) =>
    state === 'published' ? { state: 'retired', retired: { reason, at, by } } : {},
  );
}

/** Puts a retired pin back on the map under its old code. */
export async function bringBack(work: PinWork): Promise<Changed> {
  return change(work, ({ state }) =>
    state === 'retired' ? { state: 'published', retired: null, mergedInto: null } : {},
  );
}

/** Notes that somebody looked everything over and found it right. */
export async function markChecked(work: PinWork): Promise<Changed> {
  return change(work, () => ({ checkedAt: work.at, checkedBy: work.by }));
}

/**
 * Undoes the person's own last change of fields, as far as each field still has the value they gave it. `unchanged`:
 * there is none, or somebody has changed it since. Undoing is a change itself: undoing again brings it back.
 */
export async function undoLast(work: PinWork): Promise<Changed> {
  const stored = await workable(work.pin, work.by);
  if (!stored) return { result: 'not-yours', fields: [] };
  if (await isDone(work.key, stored)) return finished(stored, work);
  const last = await lastOwnChange(work);
  if (!last) return { result: 'unchanged', fields: [] };
  return change(work, (now) => {
    const still = last.filter(({ field, to }) => changesTo(now, { [field]: to }).length === 0);
    return Object.fromEntries(still.map(({ field, from }) => [field, from]));
  });
}

/** The person's latest change of fields. */
async function lastOwnChange({ pin, by }: PinWork): Promise<FieldChange[] | undefined> {
  const entries = await entriesOf(pin);
  return entries.find((entry) => entry.by === by && fieldsOf(entry.changes).length > 0)?.changes;
}

/** Notes that the person is at work on the pin, so that a colleague is told. */
export async function noteEditing({ pin, by, at }: Omit<PinWork, 'key'>): Promise<void> {
  if (!(await workable(pin, by))) return;
  const recent = { $gt: ['$$one.at', new Date(at.getTime() - STILL_EDITING)] };
  const others = {
    $filter: {
      input: { $ifNull: ['$editing', []] },
      as: 'one',
      cond: { $and: [{ $ne: ['$$one.by', by] }, recent] },
    },
  };
  const editing = { $concatArrays: [others, [{ by: { $literal: by }, at }]] };
  await PinModel.updateOne({ code: pin }, [{ $set: { editing } }], { updatePipeline: true });
}

async function editorsOf({ editing }: StoredPin, person: string, now: Date): Promise<string[]> {
  const others = (editing ?? []).filter(
    ({ by, at }) => by !== person && at.getTime() > now.getTime() - STILL_EDITING,
  );
  const people = await Promise.all(others.map(({ by }) => personById(by)));
  return people.flatMap(({ profile }) => profile?.firstName ?? []);
}

/** Sets what differs, if it still is what it was read as, so that `from` in the audit entry is true; else tries again. */
async function change(
  work: PinWork,
  wanted: (stored: StoredPin) => Record<string, unknown>,
): Promise<Changed> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await workable(work.pin, work.by);
    if (!stored) return { result: 'not-yours', fields: [] };
    if (await isDone(work.key, stored)) return finished(stored, work);
    const changes = changesTo({ ...stored }, wanted(stored));
    if (changes.length === 0) return { result: 'unchanged', fields: [] };
    if (await write(stored, changes, work)) return finished(stored, work, changes);
  }
  throw new Error(`pin ${work.pin} never came to rest`);
}

/** A turn that is taken again finds its change done, whatever somebody else has changed since. */
async function isDone(key: string, { unaudited }: StoredPin): Promise<boolean> {
  return (unaudited ?? []).some((entry) => entry.key === key) || (await recordedKeys([key])).has(key);
}

async function finished({ _id }: StoredPin, work: PinWork, changes?: FieldChange[]): Promise<Changed> {
  await moveEntries(_id);
  const done =
    changes ??
    (await lastChanges({ about: { kind: 'pin', id: work.pin } }, ENTRIES_LOOKED_AT)).find(
      ({ key }) => key === work.key,
    )?.changes;
  return { result: 'changed', fields: fieldsOf(done ?? []) };
}

const entriesOf = (pin: string) => lastChanges({ about: { kind: 'pin', id: pin } }, ENTRIES_LOOKED_AT);

function fieldsOf(changes: readonly FieldChange[]): PinField[] {
  return changes.flatMap(({ field }) => fieldAt(field) ?? []);
}

async function write({ _id, agency }: StoredPin, changes: FieldChange[], work: PinWork): Promise<boolean> {
  const { key, at, by, pin } = work;
  const entry: AuditEntry = {
    key,
    at,
    by,
    about: { kind: 'pin', id: pin },
    ...(agency && { agency }),
    changes,
  };
  const unread = changes.map(({ field, from }) => ({ [field]: from === null ? null : { $eq: from } }));
  const gone = changes.filter(({ to }) => to === null).map(({ field }) => [field, 1 as const]);
  const set = changes.filter(({ to }) => to !== null).map(({ field, to }) => [field, to]);
  const { matchedCount } = await PinModel.updateOne(
    { _id, $and: unread },
    {
      $set: { ...Object.fromEntries(set), updatedAt: at },
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
