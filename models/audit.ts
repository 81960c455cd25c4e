/**
 * The audit trail: who changed what of which record, when, from what to what. Entries are written once and never
 * changed.
 */
import mongoose from 'mongoose';
import { ignoreDuplicates } from './duplicate-key.ts';

/** What an entry is about. A pin's and a complaint's id is its code, an agency's too. */
export type AuditSubject = {
  kind:
    | 'agency'
    | 'person'
    | 'role'
    | 'pin'
    | 'invitation'
    | 'procedure'
    | 'survey'
    | 'copies'
    | 'route'
    | 'complaint'
    | 'rating'
    | 'menu'
    | 'deadline'
    | 'reminder';
  id: string;
};

/** One field, by its dotted path; `null` where there is no value. */
export type FieldChange = { field: string; from: unknown; to: unknown };

/** An entry. `by` is a LINE user id, or 'manage' or 'import'; `agency` is the code of the agency it concerns. */
export type AuditEntry = {
  /** Idempotency key: the same key is recorded once. */
  key: string;
  at: Date;
  by: string;
  about: AuditSubject;
  agency?: string;
  /** The key of the entry whose changes this one takes back. */
  undoes?: string;
  changes: FieldChange[];
};

/** Which entries: all of them, those about one record, of some agencies, or about and by one person. */
export type AuditQuestion =
  | { about: AuditSubject }
  | { agencies: readonly string[] }
  | { person: string }
  | 'all';

type StoredEntry = Omit<AuditEntry, 'key'> & { _id: string };

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    about: {
      type: new mongoose.Schema(
        { kind: { type: String, required: true }, id: { type: String, required: true } },
        { _id: false, id: false },
      ),
      required: true,
    },
    agency: { type: String },
    undoes: { type: String },
    changes: { type: [mongoose.Schema.Types.Mixed], required: true },
  },
  { collection: 'audit', versionKey: false, minimize: false },
);
schema.index({ at: -1 });
schema.index({ 'about.id': 1, 'about.kind': 1, at: -1 });
schema.index({ agency: 1, at: -1 });
schema.index({ by: 1, at: -1 });

const Audit = mongoose.model('Audit', schema);

/** Records an entry, once for its key. An entry without changes says nothing and is left out. */
export async function recordChanges(entry: AuditEntry): Promise<void> {
  await recordAllChanges([entry]);
}

/** Records many entries, each once for its key. */
export async function recordAllChanges(entries: readonly AuditEntry[]): Promise<void> {
  const writes = entries
    .filter(({ changes }) => changes.length > 0)
    .map(({ key, ...entry }) => ({
      updateOne: { filter: { _id: key }, update: { $setOnInsert: entry }, upsert: true },
    }));
  if (writes.length === 0) return;
  // Two that insert the same key at the same moment: one of them is enough.
  await ignoreDuplicates(() => Audit.bulkWrite(writes, { ordered: false, throwOnValidationError: true }));
}

/** Which of these keys are recorded. */
export async function recordedKeys(keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const stored = await Audit.find({ _id: { $in: [...keys] } }, { _id: 1 }).lean<{ _id: string }[]>();
  return new Set(stored.map(({ _id }) => _id));
}

/** The latest entries, the newest first. */
export async function lastChanges(question: AuditQuestion, limit: number): Promise<AuditEntry[]> {
  const stored = await Audit.find(filterOf(question))
    .sort({ at: -1, _id: 1 })
    .limit(limit)
    .lean<StoredEntry[]>();
  return stored.map(({ _id, at, by, about, agency, undoes, changes }) => ({
    key: _id,
    at,
    by,
    about,
    ...(agency && { agency }),
    ...(undoes && { undoes }),
    changes,
  }));
}

function filterOf(question: AuditQuestion): Record<string, unknown> {
  if (question === 'all') return {};
  if ('about' in question) return { 'about.id': question.about.id, 'about.kind': question.about.kind };
  if ('agencies' in question) return { agency: { $in: [...question.agencies] } };
  const { person } = question;
  return { $or: [{ 'about.id': person, 'about.kind': 'person' }, { by: person }] };
}
