// Procedures for tests: what a test does not care about is filled in.

import { putProcedures } from '../../models/procedure.ts';
import type { Manual } from '../../models/procedure-document.ts';
import { NOON } from './register-builder.ts';

export const aProcedure = (code: string, change: Partial<Manual> = {}): Manual => ({
  code,
  title: { th: `กระบวนการ ${code}`, en: `Procedure ${code}` },
  owner: { kinds: ['district-office'] },
  steps: [],
  papers: [],
  ...change,
});

/** Puts procedures of every district office there; their titles are in the order of their codes. */
export async function putForKind(...codes: string[]): Promise<void> {
  await putProcedures(
    codes.map((code) => aProcedure(code)),
    { by: 'import', at: NOON },
  );
}
