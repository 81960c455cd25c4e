/** The audit trail as conversations show it: people by name, roles as roles, values as short words. */
import type { Name } from '../../flows/engine/text.ts';
import type { Role } from '../../flows/engine/who.ts';
import type { PastChange } from '../../flows/people-look-ups.ts';
import { agenciesByCodes } from '../../models/agency.ts';
import type { AuditEntry, FieldChange } from '../../models/audit.ts';
import { deadlineTitles } from '../../models/deadline.ts';
import { historySeenBy } from '../../models/history.ts';
import { type Person, peopleByIds } from '../../models/person.ts';
import { readRoleKey } from '../../models/role.ts';

/** Characters of a value that are shown. */
const VALUE_AT_MOST = 60;

type Known = { people: ReadonlyMap<string, Person>; agencies: ReadonlyMap<string, Name> };

/** Reads pages of the history somebody may see. Throws `NotAllowed` for those who may see none. */
export function createHistory(placeOf: (role: Role) => Promise<Name>) {
  return async (person: string, { skip, limit }: { skip: number; limit: number }): Promise<PastChange[]> => {
    const entries = (await historySeenBy(person, skip + limit)).slice(skip);
    const known = await knownIn(entries);
    return Promise.all(entries.map((entry) => pastChange(entry, known, placeOf)));
  };
}

async function knownIn(entries: readonly AuditEntry[]): Promise<Known> {
  const people = await peopleByIds(entries.flatMap(({ by, about }) => [by, about.id]));
  const codes = entries.flatMap(({ agency, about }) => [agency ?? '', about.id]);
  const agencies = await agenciesByCodes([...new Set(codes)]);
  const titles = await deadlineTitles(
    entries.flatMap(({ about }) =>
      about.kind === 'deadline' || about.kind === 'reminder' ? [about.id] : [],
    ),
  );
  return {
    people,
    agencies: new Map([...agencies.map(({ code, name }) => [code, name] as const), ...titles]),
  };
}

async function pastChange(
  { at, by, about, agency = '', changes }: AuditEntry,
  { people, agencies }: Known,
  placeOf: (role: Role) => Promise<Name>,
): Promise<PastChange> {
  const role = roleIn(changes);
  const who = people.get(about.id);
  return {
    at: at.toISOString(),
    by: by === 'manage' || by === 'import' ? by : { name: nameOf(people.get(by)) },
    what: changes.some(({ field }) => field === 'registration') ? 'registration' : about.kind,
    about: role ? await placeOf(role) : (agencies.get(agency) ?? agencies.get(about.id) ?? { th: about.id }),
    ...(role && { role }),
    ...(who && { who: nameOf(who) }),
    changes: changes.map(({ field, from, to }) => ({ field, from: inWords(from), to: inWords(to) })),
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

/** A value as words; what is neither words nor numbers is only said to be there. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return shortened(String(value));
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return '…';
}

function shortened(text: string): string {
  const letters = [...new Intl.Segmenter('th').segment(text)].map(({ segment }) => segment);
  return letters.length > VALUE_AT_MOST ? `${letters.slice(0, VALUE_AT_MOST).join('')}…` : text;
}
