/** The audit trail as conversations show it: people by name, roles as roles, and names for the codes among the values. */
import type { Name } from '../../flows/engine/text.ts';
import type { Role } from '../../flows/engine/who.ts';
import type { HISTORY_FIELDS } from '../../flows/history-fields.ts';
import type { PastChange } from '../../flows/people-look-ups.ts';
import type { AuditEntry, AuditFields, AuditKind, FieldChange } from '../../models/audit.ts';
import { historySeenBy } from '../../models/history.ts';
import { type Person, peopleByIds } from '../../models/person.ts';
import { readRoleKey } from '../../models/role.ts';
import { type AuditedNames, namesForAudit } from './audited-names.ts';

/** A field for each of something, such as `answers.${string}`, is listed once, as `answers.*`. */
type Listed<Field extends string> = Field extends `${infer Part}.${infer Which}`
  ? string extends Which
    ? `${Part}.*`
    : Field
  : Field;
type Unworded = {
  [Kind in AuditKind]: Exclude<Listed<AuditFields[Kind]>, keyof (typeof HISTORY_FIELDS)[Kind]>;
}[AuditKind];
/** The kind of an entry; it does not compile unless flows/ have words for every field that is audited. */
type WordedKind = [Unworded] extends [never] ? AuditKind : { 'has no words': Unworded };

type Known = AuditedNames & { people: ReadonlyMap<string, Person> };

/** Reads pages of the history somebody may see. Throws `NotAllowed` for those who may see none. */
export function createHistory(placeOf: (role: Role) => Promise<Name>) {
  return async (person: string, { skip, limit }: { skip: number; limit: number }): Promise<PastChange[]> => {
    const entries = (await historySeenBy(person, skip + limit)).slice(skip);
    const [people, names] = await Promise.all([
      peopleByIds(entries.flatMap(({ by, about }) => [by, about.id])),
      namesForAudit(person, entries, (scope) => placeOf({ role: 'coordinator', scope })),
    ]);
    return Promise.all(entries.map((entry) => pastChange(entry, { people, ...names }, placeOf)));
  };
}

/** As JSON has it: instants as ISO, and nothing as null. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

async function pastChange(
  entry: AuditEntry,
  { people, about, procedure, within }: Known,
  placeOf: (role: Role) => Promise<Name>,
): Promise<PastChange> {
  const { at, by } = entry;
  const changes: FieldChange[] = entry.changes;
  const kind: WordedKind = entry.about.kind;
  const role = roleIn(changes);
  const who = people.get(entry.about.id);
  const copiesOf = procedure(entry);
  return {
    at: at.toISOString(),
    by: by === 'manage' || by === 'import' ? by : { name: nameOf(people.get(by)) },
    what: changes.some(({ field }) => field === 'registration') ? 'registration' : kind,
    about: role ? await placeOf(role) : about(entry),
    ...(copiesOf && { procedure: copiesOf }),
    ...(role && { role }),
    ...(who && { who: nameOf(who) }),
    changes: changes.map(({ field, from, to }) => ({ field, from: plain(from), to: plain(to) })),
    names: within(entry),
  };
}

function roleIn(changes: readonly FieldChange[]): Role | undefined {
  const change = changes.find(({ field }) => field === 'role' || field === 'invitation');
  const key = change?.to ?? change?.from;
  return typeof key === 'string' ? readRoleKey(key) : undefined;
}

function nameOf(person: Person | undefined): string {
  return person?.profile ? `${person.profile.firstName} ${person.profile.lastName}` : '';
}
