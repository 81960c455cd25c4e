/**
 * Making, changing and cancelling deadlines: by coordinators for what they look after, by administrators everywhere.
 * Every operation is done once for its key. A change and its audit entry are written together, the entry under
 * `unaudited`; from there it is copied into the audit trail and taken out. Should the process die in between, the next
 * write does the copying.
 */
import { type AuditEntry, type FieldChange, recordAllChanges, recordedKeys } from './audit.ts';
import {
  type Deadline,
  DeadlineModel,
  deadlineById,
  deadlineOf,
  type KnownDeadline,
  type StoredDeadline,
} from './deadline.ts';
import { type DeadlineFault, faultOf } from './deadline-rules.ts';
import { ignoreDuplicates } from './duplicate-key.ts';
import { changesTo } from './field-changes.ts';
import { type Change, personById } from './person.ts';
import { lookAfterScope } from './role.ts';
import { readScope } from './scope.ts';

/** What a deadline says. */
export type DeadlineFields = Omit<Deadline, 'id'>;

/** What can be changed afterwards; `null` takes a value away. What is to be done and what it tightens stay. */
export type DeadlineChange = {
  title?: Deadline['title'] | undefined;
  scope?: string | undefined;
  kinds?: string[] | undefined;
  opensOn?: string | undefined;
  closesOn?: string | undefined;
  remindBefore?: number[] | undefined;
  remindAfter?: number | null | undefined;
};

/** Why nothing was written; `not-yours`: the scope is not looked after by who asked. */
export type DeadlineRefusal = { result: 'refused'; why: DeadlineFault | 'not-yours' };

/** Somebody else changed or cancelled it after it was read; `deadline` is how it is now. */
export type ChangedMeanwhile = { result: 'changed-meanwhile'; deadline: KnownDeadline };

type Done<Result extends string> = { result: Result; deadline: KnownDeadline };

/** Makes a deadline, once for its id. An inner one is about the same work and opens with its wider one. */
export async function makeDeadline(
  id: string,
  fields: DeadlineFields,
  change: Change,
): Promise<Done<'made'> | DeadlineRefusal> {
  const known = await deadlineById(id);
  if (known) return finished('made', known);
  if (!(await looksAfter(change.by, [fields.scope]))) return refused('not-yours');
  const wider = fields.within === undefined ? undefined : await deadlineById(fields.within);
  const wanted = wider ? underWider(fields, wider) : fields;
  const fault = faultOf(wanted, wider);
  if (fault) return refused(fault);
  await insert(id, wanted, change);
  return finished('made', (await deadlineById(id)) ?? missing(id));
}

/** An inner deadline as its wider one decides it. */
function underWider<Fields extends DeadlineFields>(fields: Fields, wider: Deadline): Fields {
  const kinds = fields.kinds.length > 0 ? fields.kinds : wider.kinds;
  return { ...fields, what: wider.what, opensOn: wider.opensOn, kinds };
}

/**
 * Changes a deadline as it was read (`seen` is its `changedAt`). `reason` goes into the audit trail. Nothing is
 * overwritten unseen: what somebody else did meanwhile comes back instead.
 */
export async function changeDeadline(
  id: string,
  { change: asked, seen, reason }: { change: DeadlineChange; seen: Date; reason?: string | undefined },
  change: Change,
): Promise<Done<'changed' | 'unchanged'> | ChangedMeanwhile | DeadlineRefusal> {
  const stored = await storedDeadline(id);
  const deadline = deadlineOf(stored);
  if (await isWritten(stored, change.key)) return finished('changed', deadline);
  const wider = deadline.within === undefined ? undefined : await deadlineById(deadline.within);
  // Every kind is, within a wider one, every kind of that.
  const wish = wider && asked.kinds?.length === 0 ? { ...asked, kinds: wider.kinds } : asked;
  const after = withChange(deadline, wish);
  if (!(await looksAfter(change.by, [deadline.scope, after.scope]))) return refused('not-yours');
  if (deadline.cancelled || deadline.changedAt.getTime() !== seen.getTime())
    return { result: 'changed-meanwhile', deadline };
  const changes = changesTo(deadline, fieldsOf(wish));
  if (changes.length === 0) return { result: 'unchanged', deadline };
  const fault = faultOf(after, wider);
  if (fault) return refused(fault);
  return write('changed', stored, changes, { ...change, reason });
}

/** Cancels a deadline, and with it what tightens it. */
export function cancelDeadline(id: string, reason: string, change: Change) {
  return setCancelled('cancelled', id, { reason, ...change });
}

/** Takes a cancelling back. */
export function restoreDeadline(id: string, change: Change) {
  return setCancelled('restored', id, change);
}

async function setCancelled<Result extends 'cancelled' | 'restored'>(
  result: Result,
  id: string,
  change: Change & { reason?: string },
): Promise<Done<Result> | ChangedMeanwhile | DeadlineRefusal> {
  const stored = await storedDeadline(id);
  const deadline = deadlineOf(stored);
  if (await isWritten(stored, change.key)) return finished(result, deadline);
  if (!(await looksAfter(change.by, [deadline.scope]))) return refused('not-yours');
  const isCancelled = deadline.cancelled !== undefined;
  if (isCancelled === (result === 'cancelled')) return { result: 'changed-meanwhile', deadline };
  const { by, at, key, reason = '' } = change;
  const to = result === 'cancelled' ? { by, at, reason, key } : null;
  return write(result, stored, [{ field: 'cancelled', from: stored.cancelled ?? null, to }], change);
}

async function storedDeadline(id: string): Promise<StoredDeadline> {
  return (await DeadlineModel.findById(id).lean<StoredDeadline>()) ?? missing(id);
}

/** Deadlines are never deleted, and their ids are never typed. */
function missing(id: string): never {
  throw new Error(`there is no deadline ${id}`);
}

async function looksAfter(person: string, scopes: readonly string[]): Promise<boolean> {
  const { roles } = await personById(person);
  return scopes.every((written) => {
    const scope = readScope(written);
    return scope !== undefined && lookAfterScope(roles, scope);
  });
}

async function isWritten({ unaudited }: StoredDeadline, key: string): Promise<boolean> {
  return (unaudited ?? []).some((entry) => entry.key === key) || (await recordedKeys([key])).has(key);
}

function withChange(deadline: KnownDeadline, wish: DeadlineChange): DeadlineFields {
  const { remindAfter = wish.remindAfter === null ? undefined : deadline.remindAfter } = {
    remindAfter: wish.remindAfter ?? undefined,
  };
  const { title, scope, kinds, opensOn, closesOn, remindBefore } = wish;
  return {
    title: title ?? deadline.title,
    what: deadline.what,
    scope: scope ?? deadline.scope,
    kinds: kinds ?? deadline.kinds,
    opensOn: opensOn ?? deadline.opensOn,
    closesOn: closesOn ?? deadline.closesOn,
    remindBefore: remindBefore ?? deadline.remindBefore,
    ...(remindAfter !== undefined && { remindAfter }),
    ...(deadline.within && { within: deadline.within }),
  };
}

/** A wish by dotted paths; what it does not name is left out. */
function fieldsOf({ title, ...others }: DeadlineChange): {
  [Path in Exclude<keyof DeadlineChange, 'title'> | 'title.th' | 'title.en']?: unknown;
} {
  const fields = { ...others, ...(title && { 'title.th': title.th, 'title.en': title.en ?? null }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function insert(id: string, fields: DeadlineFields, { by, at, key }: Change): Promise<void> {
  const { title, what, scope, closesOn } = fields;
  const changes = changesTo({}, { title: title.th, what, scope, closesOn });
  const entry: AuditEntry<'deadline'> = { key, at, by, about: { kind: 'deadline', id }, changes };
  const first = { ...fields, createdAt: at, updatedAt: at, unaudited: [entry] };
  const insertion = { updateOne: { filter: { _id: id }, update: { $setOnInsert: first }, upsert: true } };
  await ignoreDuplicates(() => DeadlineModel.bulkWrite([insertion], { throwOnValidationError: true }));
}

/** Writes on what was read; whoever else wrote meanwhile has come first. */
async function write<Result extends string>(
  result: Result,
  { _id, updatedAt }: StoredDeadline,
  changes: FieldChange<'deadline'>[],
  { by, at, key, reason }: Change & { reason?: string | undefined },
): Promise<Done<Result> | ChangedMeanwhile> {
  const told = reason ? [...changes, { field: 'reason' as const, from: null, to: reason }] : changes;
  const entry: AuditEntry<'deadline'> = {
    key,
    at,
    by,
    about: { kind: 'deadline', id: _id },
    changes: inTrail(told),
  };
  const set = changes.filter(({ to }) => to !== null).map(({ field, to }) => [field, to]);
  const gone = changes.filter(({ to }) => to === null).map(({ field }) => [field, 1 as const]);
  // Later than before in any case: an equal instant would hide this change from who read the one before.
  const later = new Date(Math.max(at.getTime(), updatedAt.getTime() + 1));
  const { matchedCount } = await DeadlineModel.updateOne(
    { _id, updatedAt },
    {
      $set: { ...Object.fromEntries(set), updatedAt: later },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }),
      $push: { unaudited: entry },
    },
  );
  const stored = await storedDeadline(_id);
  const deadline = deadlineOf(stored);
  if (matchedCount === 1 || (await isWritten(stored, key))) return finished(result, deadline);
  return { result: 'changed-meanwhile', deadline };
}

/** The trail says in words whether it is cancelled; who and when stand there anyway. */
function inTrail(changes: readonly FieldChange<'deadline'>[]): FieldChange<'deadline'>[] {
  return changes.map((change) =>
    change.field === 'cancelled'
      ? { field: 'cancelled', from: change.from !== null, to: change.to !== null }
      : change,
  );
}

async function finished<Result extends string>(
  result: Result,
  deadline: KnownDeadline,
): Promise<Done<Result>> {
  await moveEntries(deadline.id);
  return { result, deadline };
}

const refused = (why: DeadlineRefusal['why']): DeadlineRefusal => ({ result: 'refused', why });

/** Copies the entries into the audit trail first, then takes exactly those out. */
async function moveEntries(id: string): Promise<void> {
  const { unaudited } = await storedDeadline(id);
  if (!unaudited || unaudited.length === 0) return;
  await recordAllChanges(unaudited);
  const keys = unaudited.map(({ key }) => key);
  await DeadlineModel.updateOne({ _id: id }, { $pull: { unaudited: { key: { $in: keys } } } });
}
