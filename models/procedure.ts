/** The register of procedures: what the citizen manuals say, and which procedures an agency has. */
import { agencyByCode } from './agency.ts';
import { AgencyModel } from './agency-document.ts';
import type { AuditFields } from './audit.ts';
import {
  type KnownProcedure,
  type Manual,
  type NamedProcedure,
  namedProcedure,
  ProcedureModel,
  procedureOf,
  type StoredProcedure,
} from './procedure-document.ts';
import { type PutCounts, putRows, type Register, type RegisterRow, type Writing } from './register.ts';
import { naturalOrder } from './thai/natural-order.ts';

const register: Register<'procedure'> = {
  model: ProcedureModel.modelName,
  subjectOf: ({ _id, owner }) => {
    const agency = ownerAgency(owner);
    return { about: { kind: 'procedure', id: _id }, ...(agency && { agency }) };
  },
};

/**
 * Adds and updates procedures, each code once. What changes leaves an audit entry, field by field; a procedure that
 * stays the same is not touched.
 */
export async function putProcedures(batch: readonly Manual[], writing: Writing): Promise<PutCounts> {
  return putRows(register, batch.map(rowOf), writing);
}

function rowOf({
  code,
  title,
  owner,
  steps,
  papers,
  ...manual
}: Manual): RegisterRow<AuditFields['procedure']> {
  return {
    id: code,
    values: {
      'title.th': title.th,
      'title.en': title.en ?? null,
      'owner.agency': 'agency' in owner ? owner.agency : null,
      'owner.kinds': 'kinds' in owner ? [...owner.kinds] : null,
      steps: steps.length > 0 ? steps : null,
      papers: papers.length > 0 ? papers : null,
      fee: manual.fee ?? null,
      duration: manual.duration ?? null,
      law: manual.law ?? null,
      link: manual.link ?? null,
      retired: manual.isRetired || null,
    },
  };
}

function ownerAgency(owner: unknown): string | undefined {
  const isOwner = typeof owner === 'object' && owner !== null && 'agency' in owner;
  return isOwner && typeof owner.agency === 'string' ? owner.agency : undefined;
}

/** All procedures an agency has, its own and those of its kind, by Thai title; none for an agency nobody knows. */
export async function proceduresOf(agency: string): Promise<NamedProcedure[]> {
  const known = await agencyByCode(agency);
  if (!known) return [];
  const stored = await ProcedureModel.find(
    { ...belongingTo([known]), retired: null },
    { title: 1, place: 1 },
  ).lean<StoredProcedure[]>();
  return stored.map(namedProcedure).sort(byTitle);
}

/** The codes of the procedures that agencies have, together. */
export async function codesOfAgencies(agencies: readonly string[]): Promise<string[]> {
  const known = await Promise.all(agencies.map(agencyByCode));
  const found = known.flatMap((agency) => agency ?? []);
  if (found.length === 0) return [];
  const stored = await ProcedureModel.find({ ...belongingTo(found), retired: null }, { _id: 1 }).lean<
    { _id: string }[]
  >();
  return stored.map(({ _id }) => _id);
}

function belongingTo(agencies: readonly { code: string; kind: string }[]) {
  return {
    $or: [
      { 'owner.agency': { $in: agencies.map(({ code }) => code) } },
      { 'owner.kinds': { $in: agencies.map(({ kind }) => kind) } },
    ],
  };
}

/** One procedure that is offered; undefined for one that is retired or that nobody knows. */
export async function procedureByCode(code: string): Promise<KnownProcedure | undefined> {
  const stored = await ProcedureModel.findOne({ _id: code, retired: null }).lean<StoredProcedure>();
  return stored ? procedureOf(stored) : undefined;
}

/** The procedures with these codes, by code, the retired ones too; unknown ones are left out. */
export async function proceduresByCodes(codes: readonly string[]): Promise<Map<string, KnownProcedure>> {
  const stored = await ProcedureModel.find({ _id: { $in: [...codes] } }).lean<StoredProcedure[]>();
  return new Map(stored.map((procedure) => [procedure._id, procedureOf(procedure)]));
}

/** The offered ones among these codes, by Thai title. */
export async function offeredAmong(codes: readonly string[]): Promise<NamedProcedure[]> {
  const stored = await ProcedureModel.find(
    { _id: { $in: [...codes] }, retired: null },
    { title: 1, place: 1 },
  ).lean<StoredProcedure[]>();
  return stored.map(namedProcedure).sort(byTitle);
}

/** The kinds that agencies of the register have. */
export async function agencyKinds(): Promise<string[]> {
  return AgencyModel.distinct('kind');
}

/** By Thai title; equal titles by code. */
function byTitle(a: NamedProcedure, b: NamedProcedure): number {
  return naturalOrder.compare(a.title.th, b.title.th) || (a.code < b.code ? -1 : 1);
}
