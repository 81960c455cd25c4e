/** Which copies the citizen manuals themselves ask for: what holds until somebody records something else. */
import type { CopyNeeds } from './copy-document.ts';
import type { PinName } from './pin-document.ts';
import { codesOfAgencies, proceduresByCodes } from './procedure.ts';
import type { KnownProcedure, ProcedureOwner, ProcedurePaper } from './procedure-document.ts';
import { naturalOrder } from './thai/natural-order.ts';

/** A procedure as far as copies go. */
export type ManualCopies = { code: string; title: PinName; needs: CopyNeeds };

/** The copies that these papers ask for. */
export function needsOf(papers: readonly ProcedurePaper[]): CopyNeeds {
  const isCopied = (register: ProcedurePaper['of']) =>
    papers.some(({ need, of }) => of === register && need !== 'original');
  return { idCard: isCopied('id-card'), house: isCopied('house-registration') };
}

/** The copies that the manuals of these procedures ask for, by code; unknown ones are left out. */
export async function manualNeeds(codes: readonly string[]): Promise<Map<string, CopyNeeds>> {
  const known = await proceduresByCodes(codes);
  return new Map([...known].map(([code, { papers }]) => [code, needsOf(papers)]));
}

/** The procedures with these codes that are offered, by Thai title. */
export async function manualsAmong(codes: readonly string[]): Promise<ManualCopies[]> {
  const known = [...(await proceduresByCodes(codes)).values()];
  return known
    .filter(({ isRetired }) => !isRetired)
    .map(manualOf)
    .sort(byTitle);
}

/** The procedures that each of these agencies has, by the agency's code, each list by Thai title. */
export async function manualsOf(
  agencies: readonly { code: string; kind: string }[],
): Promise<Map<string, ManualCopies[]>> {
  const codes = await codesOfAgencies(agencies.map(({ code }) => code));
  const known = [...(await proceduresByCodes(codes)).values()].filter(({ isRetired }) => !isRetired);
  return new Map(
    agencies.map((agency) => [
      agency.code,
      known
        .filter(({ owner }) => isOf(agency, owner))
        .map(manualOf)
        .sort(byTitle),
    ]),
  );
}

function isOf({ code, kind }: { code: string; kind: string }, owner: ProcedureOwner): boolean {
  return 'agency' in owner ? owner.agency === code : owner.kinds.includes(kind);
}

function manualOf({ code, title, papers }: KnownProcedure): ManualCopies {
  return { code, title, needs: needsOf(papers) };
}

function byTitle(a: ManualCopies, b: ManualCopies): number {
  return naturalOrder.compare(a.title.th, b.title.th) || (a.code < b.code ? -1 : 1);
}
