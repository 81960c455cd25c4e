/**
 * Where a service is done: at the pins it is linked to, and at those whose agency or kind has it and that have not said
 * anything about their services yet.
 */
import { AgencyModel } from './agency-document.ts';
import type { FoundOffices, OfferingPin, Page, Where } from './found-reading.ts';
import type { PinName } from './pin-document.ts';
import { procedureByCode } from './procedure.ts';
import type { ProcedureOwner } from './procedure-document.ts';
import { ProcedureLinkModel } from './procedure-link-document.ts';
import { areaOf, type Memory, type Placed, placed, type SearchedPin } from './searched-pins.ts';

/** A service as it is named. */
export type Service = { code: string; title: PinName };

/** A pin that may do it, before it is looked at closely. */
type Candidate = SearchedPin & { id: string; isSure: boolean };

/** So many at a time are looked at closely. */
const CLOSELY = 60;

/** One page of them, in order; undefined for a service that is no longer offered. */
export async function officesOffering(
  code: string,
  where: Where,
  { skip, limit }: Page,
  { pins, areas }: Memory,
): Promise<(FoundOffices<OfferingPin> & { service: Service }) | undefined> {
  const procedure = await procedureByCode(code);
  if (!procedure) return undefined;
  const linked = await pinsLinkedTo(code);
  const candidates: Candidate[] = [];
  for (const [id, { item }] of pins) {
    const isSure = linked.has(id);
    if (isSure || usuallyHas(procedure.owner, item)) candidates.push({ ...item, id, isSure });
  }
  const ordered = placed(candidates, where, areas);
  const offices: OfferingPin[] = [];
  for (let at = 0; at < ordered.length && offices.length < skip + limit; at += CLOSELY)
    offices.push(...(await thoseThatCount(ordered.slice(at, at + CLOSELY), procedure.owner)));
  const area = areaOf(where, areas);
  return {
    service: { code, title: procedure.title },
    offices: offices.slice(skip, skip + limit),
    ...(area && { area }),
  };
}

function usuallyHas(owner: ProcedureOwner, { pin, agency }: SearchedPin): boolean {
  return 'agency' in owner ? agency === owner.agency : owner.kinds.includes(pin.kind);
}

async function pinsLinkedTo(procedure: string): Promise<Set<string>> {
  return new Set(await ProcedureLinkModel.distinct('pin', { procedure, isLinked: true }));
}

/** A link counts while the pin's agency has the procedure; a pin that has said what it does is taken at its word. */
async function thoseThatCount(
  candidates: readonly Placed<Candidate>[],
  owner: ProcedureOwner,
): Promise<OfferingPin[]> {
  const all = candidates.map(({ item }) => item);
  const [counting, speaking] = await Promise.all([
    agenciesThatHave(
      owner,
      all.filter(({ isSure }) => isSure),
    ),
    withAnyService(all.filter(({ isSure }) => !isSure)),
  ]);
  return candidates.flatMap(({ item: { id, pin, agency, isSure }, metres }) => {
    const counts = isSure ? agency === undefined || counting.has(agency) : !speaking.has(id);
    return counts ? [{ ...pin, ...(metres !== undefined && { metres }), isSure }] : [];
  });
}

async function agenciesThatHave(owner: ProcedureOwner, pins: readonly Candidate[]): Promise<Set<string>> {
  if ('agency' in owner) return new Set([owner.agency]);
  const codes = pins.flatMap(({ agency }) => agency ?? []);
  if (codes.length === 0) return new Set();
  return new Set(await AgencyModel.distinct('_id', { _id: { $in: codes }, kind: { $in: owner.kinds } }));
}

async function withAnyService(pins: readonly Candidate[]): Promise<Set<string>> {
  if (pins.length === 0) return new Set();
  const ids = pins.map(({ id }) => id);
  return new Set(await ProcedureLinkModel.distinct('pin', { pin: { $in: ids }, isLinked: true }));
}
