/** Which procedures the agencies of a page have, and which copies their manuals ask for: read once for all of them. */
import type { CopyNeeds } from './copy-document.ts';
import { needsOf } from './copy-manual.ts';
import { ProcedureModel, procedureOf, type StoredProcedure } from './procedure-document.ts';

/** The procedures of an agency by code: its own and those of its kind. */
export type PageOfProcedures = {
  hasProcedure: (agency: string, procedure: string) => boolean;
  /** All of an agency's, each with the copies its manual asks for. */
  needsByProcedure: (agency: string) => Iterable<[procedure: string, needs: CopyNeeds]>;
};

/** The procedures that are offered by these agencies. Those of a kind are held once, however many agencies share it. */
export async function proceduresOfPage(
  agencies: readonly { code: string; kind: string }[],
): Promise<PageOfProcedures> {
  const kinds = new Map(agencies.map(({ code, kind }) => [code, kind]));
  const stored = await ProcedureModel.find(
    {
      $or: [
        { 'owner.agency': { $in: [...kinds.keys()] } },
        { 'owner.kinds': { $in: [...new Set(kinds.values())] } },
      ],
      retired: null,
    },
    { title: 1, owner: 1, papers: 1 },
  ).lean<StoredProcedure[]>();
  const byOwner = new Map<string, Map<string, CopyNeeds>>();
  for (const { code, owner, papers } of stored.map(procedureOf)) {
    const owners = 'agency' in owner ? [ofAgency(owner.agency)] : owner.kinds.map(ofKind);
    for (const one of owners) {
      const known = byOwner.get(one) ?? new Map<string, CopyNeeds>();
      byOwner.set(one, known.set(code, needsOf(papers)));
    }
  }
  const listsOf = (agency: string) =>
    [ofAgency(agency), ofKind(kinds.get(agency) ?? '')].flatMap((owner) => byOwner.get(owner) ?? []);
  return {
    hasProcedure: (agency, procedure) => listsOf(agency).some((list) => list.has(procedure)),
    needsByProcedure: (agency) => listsOf(agency).flatMap((list) => [...list]),
  };
}

const ofAgency = (code: string): string => `agency:${code}`;
const ofKind = (kind: string): string => `kind:${kind}`;
