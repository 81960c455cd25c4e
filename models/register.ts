/**
 * Writing the rows of a register: the same rows again change nothing, changed fields are compared and set (no
 * change is lost between two who write at once), and for audited registers each change leaves its audit entry.
 *
 * There are no transactions. A change and its audit entry are therefore written into the record together, the entry
 * under `unaudited`; from there it is copied into the audit trail and taken out. Should the process die in between,
 * the next write of that record does the copying.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import {
  type AuditEntry,
  type AuditFields,
  type AuditKind,
  type AuditSubject,
  recordAllChanges,
  recordedKeys,
} from './audit.ts';
import { type BulkOutcome, ignoreDuplicates } from './duplicate-key.ts';
import { changesTo } from './field-changes.ts';

/** What a row says, by dotted path; `null` where there is no value. */
type RowValues<Field extends string = string> = { readonly [One in Field]?: unknown };

/** One row. `along` is set whenever a value changes, but is not compared itself. What follows from single values: `Register`. */
export type RegisterRow<Field extends string = string> = {
  id: string;
  values: RowValues<Field>;
  along?: RowValues;
};

/** A record as it is stored. */
type StoredRecord = {
  _id: string;
  unaudited?: AuditEntry[] | null;
  /** The values that were last put, as JSON, where people may edit the record as well. */
  lastPut?: string | null;
} & Record<string, unknown>;

/** A register whose changes leave audit entries of a kind. */
export type Register<Kind extends AuditKind = AuditKind> = {
  /** The name of its mongoose model. */
  model: string;
  /** What only a new record gets; asked again when a unique value was taken. */
  firstValues?: (row: RegisterRow) => RowValues;
  /** What the audit entries of a record are about. */
  subjectOf: (stored: StoredRecord) => { about: AuditSubject<Kind>; agency?: string };
  /** What is set together with these values, as it follows from them alone; asked for what is new or changes. */
  follows?: (set: RowValues) => RowValues;
  /** Whether people edit its records too: then a row only changes what it says otherwise than the last time. */
  keepsEdits?: boolean;
};

/** A register of what is nobody's work, such as places. */
export type UnauditedRegister = Omit<Register, 'subjectOf'> & { subjectOf?: never };
type AnyRegister = Register | UnauditedRegister;

/** Who writes, and when. */
export type Writing = { by: string; at: Date };

/** How many records a write added, changed, and left as they were. */
export type PutCounts = { added: number; changed: number; unchanged: number };

/** A row that is not as it should be; without `stored` it is new. `entry` is what its change leaves behind. */
type Work = {
  row: RegisterRow;
  stored?: StoredRecord;
  changes: ReturnType<typeof changesTo>;
  entry?: AuditEntry | undefined;
};

/** Each round only repeats what somebody else changed at the same moment. */
const MOST_ROUNDS = 50;

/** Writes rows, each id at most once among them. Rows of an audited register have only fields that its kind names. */
export function putRows<Kind extends AuditKind, Field extends AuditFields[Kind]>(
  register: Register<Kind>,
  rows: readonly RegisterRow<Field>[],
  writing: Writing,
): Promise<PutCounts>;
export function putRows(
  register: UnauditedRegister,
  rows: readonly RegisterRow[],
  writing: Writing,
): Promise<PutCounts>;
export async function putRows(
  register: AnyRegister,
  rows: readonly RegisterRow[],
  writing: Writing,
): Promise<PutCounts> {
  const counts = { added: 0, changed: 0 };
  let work = await workToDo(register, rows, writing);
  for (let round = 0; work.length > 0; round++) {
    if (round === MOST_ROUNDS) throw new Error(`${work.length} rows of ${register.model} never came to rest`);
    const { insertedIds, modified } = await write(register, work, writing);
    counts.added += insertedIds.size;
    counts.changed += modified;
    const left = work.filter(({ row }) => !insertedIds.has(row.id));
    await audit(register, left);
    const isDone = modified === left.length;
    work = isDone ? [] : await workToDo(register, await notWritten(left), writing);
  }
  return { ...counts, unchanged: rows.length - counts.added - counts.changed };
}

/**
 * The rows of a round that somebody came in between of. What was written and then changed by somebody else stays
 * as that one wrote it: two who write at once must not change the same record back and forth.
 */
async function notWritten(work: readonly Work[]): Promise<RegisterRow[]> {
  const recorded = await recordedKeys(work.flatMap(({ entry }) => entry?.key ?? []));
  return work.flatMap(({ row, entry }) => (entry && recorded.has(entry.key) ? [] : [row]));
}

function modelOf(register: AnyRegister): mongoose.Model<StoredRecord> {
  return mongoose.model<StoredRecord>(register.model);
}

async function readRecords(register: AnyRegister, ids: readonly string[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return [];
  return modelOf(register)
    .find({ _id: { $in: [...ids] } })
    .lean<StoredRecord[]>();
}

/** The rows that differ from what is stored. Entries that a dead process left behind go to the audit trail. */
async function workToDo(
  register: AnyRegister,
  rows: readonly RegisterRow[],
  writing: Writing,
): Promise<Work[]> {
  const ids = rows.map(({ id }) => id);
  const records = await readRecords(register, ids);
  await moveEntries(register, records);
  const byId = new Map(records.map((stored) => [stored._id, stored]));
  return rows.flatMap((row): Work[] => {
    const stored = byId.get(row.id);
    if (!stored) return [{ row, changes: [] }];
    const changes = changesTo(stored, register.keepsEdits ? newlySaid(row.values, stored) : row.values);
    return changes.length > 0
      ? [{ row, stored, changes, entry: entryOf(register, stored, changes, writing) }]
      : [];
  });
}

function newlySaid(values: RowValues, { lastPut }: StoredRecord): RowValues {
  const before: unknown = lastPut ? JSON.parse(lastPut) : {};
  const saidBefore = new Map(typeof before === 'object' && before ? Object.entries(before) : []);
  const said = (value: unknown) => JSON.stringify(value ?? null);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([path, value]) => !saidBefore.has(path) || said(saidBefore.get(path)) !== said(value),
    ),
  );
}

async function write(register: AnyRegister, work: readonly Work[], { at }: Writing): Promise<BulkOutcome> {
  const operations = work.map((item) =>
    item.stored ? updateOf(register, item, at) : insertOf(register, item.row, at),
  );
  // The records carry more than their schema tells (`unaudited`), so that it cannot be strict.
  const options = { ordered: false, strict: false, throwOnValidationError: true } as const;
  return ignoreDuplicates(() => modelOf(register).bulkWrite(operations, options));
}

function insertOf(register: AnyRegister, row: RegisterRow, at: Date) {
  const first = {
    ...row.values,
    ...register.follows?.(row.values),
    ...alongWith(register, row),
    ...register.firstValues?.(row),
    createdAt: at,
    updatedAt: at,
  };
  return {
    updateOne: { filter: { _id: row.id }, update: { $setOnInsert: withoutNulls(first) }, upsert: true },
  };
}

function alongWith({ keepsEdits }: AnyRegister, { values, along }: RegisterRow): RowValues {
  return { ...along, ...(keepsEdits && { lastPut: JSON.stringify(values) }) };
}

/** Sets the changed fields if they still are what they were read as: `from` in the audit entry is then true. */
function updateOf(register: AnyRegister, { row, changes, entry }: Work, at: Date) {
  const filter = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const to = {
    ...changed,
    ...register.follows?.(changed),
    ...alongWith(register, row),
  };
  const gone = Object.keys(to).filter((field) => to[field] === null);
  return {
    updateOne: {
      filter: { _id: row.id, ...filter },
      update: {
        $set: { ...withoutNulls(to), updatedAt: at },
        ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((field) => [field, 1 as const])) }),
        ...(entry && { $push: { unaudited: entry } }),
      },
    },
  };
}

function entryOf(
  register: AnyRegister,
  stored: StoredRecord,
  changes: Work['changes'],
  { by, at }: Writing,
): AuditEntry | undefined {
  const subject = register.subjectOf?.(stored);
  if (!subject) return undefined;
  const { kind, id } = subject.about;
  const digest = createHash('sha256')
    .update(JSON.stringify([by, changes]))
    .digest('hex')
    .slice(0, 16);
  // The rows of a register have only fields of its kind: `putRows` takes no others.
  return { key: `${kind}:${id}:${at.getTime()}:${digest}`, at, by, ...subject, changes } as AuditEntry;
}

async function audit(register: AnyRegister, work: readonly Work[]): Promise<void> {
  const ids = work.flatMap(({ row, entry }) => (entry ? [row.id] : []));
  await moveEntries(register, await readRecords(register, ids));
}

/** Copies the entries into the audit trail first, then takes exactly those out of the records. */
async function moveEntries(register: AnyRegister, records: readonly StoredRecord[]): Promise<void> {
  const waiting = records.filter(({ unaudited }) => unaudited && unaudited.length > 0);
  if (waiting.length === 0) return;
  await recordAllChanges(waiting.flatMap(({ unaudited }) => unaudited ?? []));
  const operations = waiting.map(({ _id, unaudited }) => {
    const keys = (unaudited ?? []).map(({ key }) => key);
    return { updateOne: { filter: { _id }, update: { $pull: { unaudited: { key: { $in: keys } } } } } };
  });
  await modelOf(register).bulkWrite(operations, {
    ordered: false,
    strict: false,
    throwOnValidationError: true,
  });
}

function withoutNulls(values: RowValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
