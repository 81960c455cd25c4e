/** The register of government agencies: which there are, where they stand, and which is above which. */
import {
  type Agency,
  AgencyModel,
  agencyOf,
  type KnownAgency,
  type StoredAgency,
} from './agency-document.ts';
import { type AuditEntry, type AuditFields, lastChanges } from './audit.ts';
import type { Since } from './polled-names.ts';
import { type PutCounts, putRows, type Register, type RegisterRow, type Writing } from './register.ts';
import { type Scope, scopeFilter } from './scope.ts';
import { keyBesideName } from './thai/name-key.ts';
import { looseForm } from './thai/normal-form.ts';

const register: Register<'agency'> = {
  model: AgencyModel.modelName,
  subjectOf: ({ _id }) => ({ about: { kind: 'agency', id: _id }, agency: _id }),
  follows: keyBesideName,
};

/**
 * Adds and updates agencies, each code once. What changes leaves an audit entry, field by field; an agency that
 * stays the same is not touched. A new agency leaves no entry: its `createdAt` tells since when it is there.
 */
export async function putAgencies(batch: readonly Agency[], writing: Writing): Promise<PutCounts> {
  return putRows(register, batch.map(rowOf), writing);
}

function rowOf(agency: Agency): RegisterRow<AuditFields['agency']> {
  return {
    id: agency.code,
    values: {
      'name.th': agency.name.th,
      'name.en': agency.name.en ?? null,
      kind: agency.kind,
      department: agency.department,
      ministry: agency.ministry,
      provinceCode: agency.provinceCode ?? null,
      districtCode: agency.districtCode ?? null,
      subdistrictCode: agency.subdistrictCode ?? null,
      parentCode: agency.parentCode ?? null,
      abroad: agency.abroad,
    },
  };
}

/** The agency with this code. */
export async function agencyByCode(code: string): Promise<KnownAgency | undefined> {
  const stored = await AgencyModel.findById(code).lean<StoredAgency>();
  return stored ? agencyOf(stored) : undefined;
}

/** The agencies with these codes, in the order of the codes; unknown ones are left out. */
export async function agenciesByCodes(codes: readonly string[]): Promise<KnownAgency[]> {
  // In one batch: each code has one at most.
  const stored = await AgencyModel.find({ _id: { $in: [...codes] } })
    .batchSize(codes.length + 1)
    .lean<StoredAgency[]>();
  const byCode = new Map(stored.map((agency) => [agency._id, agencyOf(agency)]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** The agencies right below one, by code. */
export async function childrenOf(code: string): Promise<KnownAgency[]> {
  const stored = await AgencyModel.find({ parentCode: code }).sort({ _id: 1 }).lean<StoredAgency[]>();
  return stored.map(agencyOf);
}

/** The agencies a scope covers, by code. */
export async function agenciesInScope(
  scope: Scope,
  { skip, limit }: { skip: number; limit: number },
): Promise<KnownAgency[]> {
  const stored = await AgencyModel.find(scopeFilter(scope))
    .sort({ _id: 1 })
    .skip(skip)
    .limit(limit)
    .lean<StoredAgency[]>();
  return stored.map(agencyOf);
}

/** An agency and where it stands, as far as the register knows. */
export type PlacedAgency = { code: string; name: string; provinceCode?: string; districtCode?: string };

/** The agencies that any of these scopes covers and that stand in this place; `null` is nowhere. By code. */
export async function agenciesWithin(
  scopes: readonly Scope[],
  place: { provinceCode?: string | null; districtCode?: string | null },
): Promise<PlacedAgency[]> {
  const stored = await AgencyModel.find(
    { $and: [{ $or: scopes.map(scopeFilter) }, place] },
    { 'name.th': 1, provinceCode: 1, districtCode: 1 },
  )
    .sort({ _id: 1 })
    .lean<StoredAgency[]>();
  return stored.map(({ _id, name, provinceCode, districtCode }) => ({
    code: _id,
    name: name.th,
    ...(provinceCode && { provinceCode }),
    ...(districtCode && { districtCode }),
  }));
}

/** Whether there is any agency at all. */
export async function hasAgencies(): Promise<boolean> {
  return (await AgencyModel.exists({})) !== null;
}

/** Whether a scope covers any agency of the register; the whole country always counts. */
export async function isScopeKnown(scope: Scope): Promise<boolean> {
  return scope.level === 'country' || (await AgencyModel.exists(scopeFilter(scope))) !== null;
}

/** The departments whose name has the words in it, as the register writes them; at most `limit`. */
export async function departmentsNamed(words: string, limit: number): Promise<string[]> {
  const said = looseForm(words);
  if (!said) return [];
  const departments: string[] = await AgencyModel.distinct('department');
  return departments.filter((name) => looseForm(name).includes(said)).slice(0, limit);
}

/** The latest audit entries that concern agencies of a scope, the newest first. */
export async function lastChangesInScope(scope: Scope, limit: number): Promise<AuditEntry[]> {
  if (scope.level === 'country') return lastChanges('all', limit);
  const covered = await AgencyModel.find(scopeFilter(scope), { _id: 1 }).lean<{ _id: string }[]>();
  return lastChanges({ agencies: covered.map(({ _id }) => _id) }, limit);
}

/** Agencies added or changed since; to read on, give the last one of a full page. The oldest change comes first. */
export async function agenciesChangedSince(since: Since, limit: number): Promise<KnownAgency[]> {
  const after =
    since instanceof Date
      ? { updatedAt: { $gte: since } }
      : {
          updatedAt: { $gte: since.changedAt },
          $or: [{ updatedAt: { $gt: since.changedAt } }, { _id: { $gt: since.id } }],
        };
  const stored = await AgencyModel.find(after)
    .sort({ updatedAt: 1, _id: 1 })
    .limit(limit)
    .lean<StoredAgency[]>();
  return stored.map(agencyOf);
}
