/**
 * The audit trail: who changed what of which record, when, from what to what. Entries are written once and never
 * changed.
 */
import mongoose from 'mongoose';
import { ignoreDuplicates } from './duplicate-key.ts';

/**
 * The fields that entries name, by what they are about, as dotted paths. A field that is not listed cannot be written,
 * and one that has no words in the history of changes does not compile (`bot/turn/past-changes.ts`).
 */
export type AuditFields = {
  agency:
    | 'name.th'
    | 'name.en'
    | 'kind'
    | 'department'
    | 'ministry'
    | 'provinceCode'
    | 'districtCode'
    | 'subdistrictCode'
    | 'parentCode'
    | 'abroad';
  person: 'leave';
  role: 'role' | 'registration' | 'reason';
  pin:
    | 'name.th'
    | 'name.en'
    | 'kind'
    | 'position.type'
    | 'position.coordinates'
    | 'spot'
    | 'area'
    | 'area.th'
    | 'area.en'
    | 'address.th'
    | 'address.en'
    | 'phones'
    | 'website'
    | 'hours'
    | 'parent'
    | 'contact'
    | 'photo'
    | 'procedure'
    | 'poster'
    | 'checkedAt'
    | 'checkedBy'
    | 'state'
    | 'retired'
    | 'mergedInto'
    | 'mergedFrom'
    | 'task';
  invitation: 'invitation';
  procedure:
    | 'title.th'
    | 'title.en'
    | 'owner.agency'
    | 'owner.kinds'
    | 'steps'
    | 'papers'
    | 'fee'
    | 'duration'
    | 'law'
    | 'link'
    | 'retired';
  /** A round, whose id it is, or the response of an agency to one, `round:agency`. */
  survey:
    | 'title.th'
    | 'title.en'
    | 'opensAt'
    | 'closesAt'
    | 'revision'
    | `answers.${string}`
    | `matrix.${string}`;
  /** `agency:procedure:pin`, see `copyId`. */
  copies: 'idCard' | 'house' | 'since' | 'blockers' | 'blockerText' | 'target' | 'doneOn' | 'pin';
  route: 'route' | 'reason';
  complaint: 'step' | 'state' | 'level' | 'agency';
  rating: 'answer';
  menu: 'menus';
  deadline:
    | 'title'
    | 'title.th'
    | 'title.en'
    | 'what'
    | 'scope'
    | 'kinds'
    | 'opensOn'
    | 'closesOn'
    | 'remindBefore'
    | 'remindAfter'
    | 'within'
    | 'cancelled'
    | 'reason';
  reminder: 'agencies' | 'words';
};

/** What entries are about. */
export type AuditKind = keyof AuditFields;

/** What an entry is about. A pin's and a complaint's id is its code, an agency's too. */
export type AuditSubject<Kind extends AuditKind = AuditKind> = { kind: Kind; id: string };

/** One field, by its dotted path; `null` where there is no value. */
export type FieldChange<Kind extends AuditKind = AuditKind> = {
  field: AuditFields[Kind];
  from: unknown;
  to: unknown;
};

/** Values to be set in a record, by the paths under which its entries name them. */
export type AuditedValues<Kind extends AuditKind> = { readonly [Field in AuditFields[Kind]]?: unknown };

/** An entry. `by` is a LINE user id, or 'manage' or 'import'; `agency` is the code of the agency it concerns. */
export type AuditEntry<Kind extends AuditKind = AuditKind> = {
  [One in Kind]: {
    /** Idempotency key: the same key is recorded once. */
    key: string;
    at: Date;
    by: string;
    about: AuditSubject<One>;
    agency?: string;
    /** The key of the entry whose changes this one takes back. */
    undoes?: string;
    changes: FieldChange<One>[];
  };
}[Kind];

/** Which entries: all of them, those about one record, of some agencies, or about and by one person. */
export type AuditQuestion<Kind extends AuditKind = AuditKind> =
  | { about: AuditSubject<Kind> }
  | { agencies: readonly string[] }
  | { person: string }
  | 'all';

type StoredEntry = {
  [Kind in AuditKind]: Omit<AuditEntry<Kind>, 'key'> & { _id: string };
}[AuditKind];

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

/** What somebody changed since an instant, the newest first. */
export async function changesMadeBy(person: string, since: Date): Promise<AuditEntry[]> {
  const stored = await Audit.find({ by: person, at: { $gte: since } })
    .sort({ at: -1 })
    .lean<StoredEntry[]>();
  return stored.map(entryOf);
}

/** The latest entries, the newest first. Those of older versions may name fields that are not listed any more. */
export async function lastChanges<Kind extends AuditKind>(
  question: AuditQuestion<Kind>,
  limit: number,
): Promise<AuditEntry<Kind>[]> {
  const stored = await Audit.find(filterOf(question))
    .sort({ at: -1, _id: 1 })
    .limit(limit)
    .lean<StoredEntry[]>();
  // The filter lets only this kind through, and only `recordAllChanges` writes.
  return stored.map((entry) => entryOf(entry) as AuditEntry<Kind>);
}

function entryOf({ _id, agency, undoes, ...entry }: StoredEntry): AuditEntry {
  return { key: _id, ...entry, ...(agency && { agency }), ...(undoes && { undoes }) };
}

function filterOf(question: AuditQuestion): Record<string, unknown> {
  if (question === 'all') return {};
  if ('about' in question) return { 'about.id': question.about.id, 'about.kind': question.about.kind };
  if ('agencies' in question) return { agency: { $in: [...question.agencies] } };
  const { person } = question;
  return { $or: [{ 'about.id': person, 'about.kind': 'person' }, { by: person }] };
}
