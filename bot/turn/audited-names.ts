/** What the codes and ids of audit entries are called: agencies, pins, procedures, deadlines, areas, and people one may know. */
import type { Name } from '../../flows/engine/text.ts';
import { agenciesByCodes } from '../../models/agency.ts';
import type { AuditEntry, FieldChange } from '../../models/audit.ts';
import { deadlineTitles } from '../../models/deadline.ts';
import { peopleByIds, personById } from '../../models/person.ts';
import { placesByCodes } from '../../models/place.ts';
import { districtNames, provinceNames } from '../../models/place-names.ts';
import { proceduresByCodes } from '../../models/procedure.ts';
import { pinNames } from '../../models/published-pins.ts';
import { lookAfter } from '../../models/role.ts';
import { allRounds } from '../../models/survey-round.ts';

type Names = ReadonlyMap<string, Name>;

/** What entries are called. */
export type AuditedNames = {
  /** What an entry is about; empty where nothing is known that may be shown. */
  about(entry: AuditEntry): Name;
  /** The procedure whose copies an entry is about. */
  procedure(entry: AuditEntry): Name | undefined;
  /** The codes and ids among the values of an entry, and in its fields. */
  within(entry: AuditEntry): Record<string, Name>;
};

/** Looks all names up that `entries` need, as `reader` may see them. */
export async function namesForAudit(
  reader: string,
  entries: readonly AuditEntry[],
  scopeName: (scope: string) => Promise<Name>,
): Promise<AuditedNames> {
  const codes = [...new Set(entries.flatMap(codesOf))];
  const [agencies, pins, procedures, deadlines, rounds] = await Promise.all([
    agenciesByCodes(codes),
    pinNames(codes),
    proceduresByCodes(codes),
    deadlineTitles(codes),
    roundTitles(entries),
  ]);
  const known = {
    agencies: new Map(agencies.map(({ code, name }) => [code, name] as const)),
    pins,
    procedures: new Map([...procedures].map(([code, { title }]) => [code, title] as const)),
    deadlines,
    rounds,
  };
  // An area's code is two to six digits, as a procedure's may be: areas are looked up where areas stand.
  const areas = await areaNames(entries, scopeName);
  const people = await knownPeople(reader, entries);
  return {
    about: (entry) => aboutOf(entry, known),
    procedure: ({ about }) =>
      about.kind === 'copies' ? named(copiesPlace(about.id).procedure, known.procedures) : undefined,
    within: (entry) => withinOf(entry, [...valueNames(entry, known), areas, people]),
  };
}

type Known = Record<'agencies' | 'pins' | 'procedures' | 'deadlines' | 'rounds', Names>;

/** The names for the values of an entry: what is the same code elsewhere is another thing. */
function valueNames({ about }: AuditEntry, known: Known): Names[] {
  const { agencies, pins, procedures, deadlines } = known;
  if (about.kind === 'survey') return [procedures, agencies];
  return about.kind === 'deadline' ? [deadlines, agencies] : [agencies, pins, procedures];
}

const named = (code: string, names: Names): Name => names.get(code) ?? { th: code };

function aboutOf({ about, agency = '' }: AuditEntry, known: Known): Name {
  const { agencies, pins, procedures, deadlines, rounds } = known;
  switch (about.kind) {
    case 'pin':
      return pins.get(about.id) ?? agencies.get(agency) ?? { th: about.id };
    case 'copies': {
      const { pin } = copiesPlace(about.id);
      return pins.get(pin) ?? named(agency, agencies);
    }
    case 'procedure':
      return named(about.id, procedures);
    case 'deadline':
    case 'reminder':
      return named(about.id, deadlines);
    case 'survey':
      return agencies.get(agency) ?? named(about.id, rounds);
    case 'complaint':
      return { th: about.id };
    case 'agency':
    case 'route':
      return named(about.id, agencies);
    case 'role':
    case 'rating':
    case 'person':
    case 'invitation':
    case 'menu':
      // Their ids are people's, or nobody's to read.
      return agencies.get(agency) ?? { th: '' };
  }
}

/** The parts of `copyId`; a pin's id may have one colon of its own, as those of imported pins have. */
function copiesPlace(id: string): { procedure: string; pin: string } {
  const [, procedure = '', pin = ''] = /^[^:]*:(.+?):(\*|import:.+|[^:]+)$/.exec(id) ?? [];
  return { procedure, pin };
}

function codesOf({ about, agency = '', changes }: AuditEntry): string[] {
  const copies = about.kind === 'copies' ? Object.values(copiesPlace(about.id)) : [];
  return [about.id, agency, ...copies, ...codesIn(changes)].filter((code) => code !== '');
}

/** Whatever may be a code among the values and the fields: short words without spaces. */
function codesIn(changes: readonly FieldChange[]): string[] {
  const values = changes.flatMap(({ field, from, to }) => [field.replace(/^matrix\./, ''), from, to].flat());
  return values.filter((value): value is string => typeof value === 'string' && /^[\w:-]{1,60}$/.test(value));
}

function withinOf({ changes }: AuditEntry, maps: readonly Names[]): Record<string, Name> {
  const found = codesIn(changes).flatMap((code) => {
    const name = maps.map((names) => names.get(code)).find((one) => one !== undefined);
    return name ? [[code, name] as const] : [];
  });
  return Object.fromEntries(found);
}

async function roundTitles(entries: readonly AuditEntry[]): Promise<Names> {
  if (!entries.some(({ about, agency }) => about.kind === 'survey' && !agency)) return new Map();
  return new Map((await allRounds()).map(({ id, title }) => [id, title] as const));
}

/** The values of these fields, whatever they were before and after. */
function valuesOf(entries: readonly AuditEntry[], fields: readonly FieldChange['field'][]): string[] {
  const changes = entries.flatMap((entry): FieldChange[] => entry.changes);
  const values = changes.flatMap(({ field, from, to }) => (fields.includes(field) ? [from, to] : []));
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

async function areaNames(
  entries: readonly AuditEntry[],
  scopeName: (scope: string) => Promise<Name>,
): Promise<Names> {
  const scopes = valuesOf(entries, ['scope']);
  const subdistricts = valuesOf(entries, ['subdistrictCode']);
  const [provinces, districts, places, scoped] = await Promise.all([
    provinceNames(valuesOf(entries, ['provinceCode'])),
    districtNames(valuesOf(entries, ['districtCode'])),
    placesByCodes(subdistricts),
    Promise.all(scopes.map(async (scope) => [scope, await scopeName(scope)] as const)),
  ]);
  return new Map([
    ...provinces,
    ...[...districts].map(([code, { district }]) => [code, district] as const),
    ...[...places].map(([code, { name }]) => [code, name] as const),
    ...scoped,
  ]);
}

/**
 * Who checked pins, as far as the reader may know them: themselves, officials of the agencies they look after, and
 * others who look after agencies.
 */
async function knownPeople(reader: string, entries: readonly AuditEntry[]): Promise<Names> {
  const checkers = valuesOf(entries, ['checkedBy']);
  if (checkers.length === 0) return new Map();
  const [people, { roles: own }] = await Promise.all([peopleByIds(checkers), personById(reader)]);
  const offices = [...people.values()].flatMap(({ roles }) => roles.flatMap(officeOf));
  const lookedAfter = new Set(
    (await agenciesByCodes([...new Set(offices)]))
      .filter((agency) => lookAfter(own, agency))
      .map(({ code }) => code),
  );
  return new Map(
    [...people].flatMap(([id, { profile, roles }]) => {
      const isKnown =
        id === reader || roles.some((role) => role.role !== 'official' || lookedAfter.has(role.agency));
      return profile && isKnown ? [[id, { th: `${profile.firstName} ${profile.lastName}` }] as const] : [];
    }),
  );
}

const officeOf = (role: { role: string; agency?: string }): string[] => (role.agency ? [role.agency] : []);
