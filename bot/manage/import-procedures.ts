/** `import procedures FILE.csv|FILE.json`: the procedures of the citizen manuals. */
import { z } from 'zod';
import { officeKindTexts } from '../../flows/office-kinds.ts';
import { agenciesByCodes } from '../../models/agency.ts';
import { agencyKinds, putProcedures } from '../../models/procedure.ts';
import type { Manual } from '../../models/procedure-document.ts';
import { OWN_CODE } from '../../models/procedure-own.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { cell } from './import-columns.ts';
import { listOf, papers, procedureCell } from './import-procedure-cells.ts';
import type { BadRow, Numbered, RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';
import { openJson } from './json-file.ts';

const MOST_STEPS = 60;
const MOST_KINDS = 30;

const row = z
  .object({
    code: procedureCell.code.refine(
      (code) => !code.startsWith(OWN_CODE),
      `begins with ${OWN_CODE}, which is kept for what agencies add themselves`,
    ),
    title_th: cell.name,
    title_en: cell.name.optional(),
    owner_agency: cell.agencyCode.optional(),
    owner_kind: listOf(cell.word, MOST_KINDS).optional(),
    steps_th: listOf(procedureCell.sentence, MOST_STEPS).optional(),
    steps_en: listOf(procedureCell.sentence, MOST_STEPS).optional(),
    papers: papers.optional(),
    fee_th: procedureCell.sentence.optional(),
    fee_en: procedureCell.sentence.optional(),
    duration_th: procedureCell.sentence.optional(),
    duration_en: procedureCell.sentence.optional(),
    law: procedureCell.law.optional(),
    link: procedureCell.link.optional(),
    retired: cell.yesOrNo.optional(),
  })
  .refine(({ owner_agency: agency, owner_kind: kinds }) => (agency === undefined) !== (kinds === undefined), {
    path: ['owner_agency'],
    error: 'either owner_agency or owner_kind should say whose it is, one of the two',
  })
  .refine(({ steps_th = [], steps_en }) => !steps_en || steps_en.length === steps_th.length, {
    path: ['steps_en'],
    error: 'should have as many steps as steps_th',
  })
  .refine(({ fee_th, fee_en }) => fee_th !== undefined || fee_en === undefined, {
    path: ['fee_en'],
    error: 'stands without fee_th',
  })
  .refine(({ duration_th, duration_en }) => duration_th !== undefined || duration_en === undefined, {
    path: ['duration_en'],
    error: 'stands without duration_th',
  });

type ProcedureRow = z.output<typeof row>;

const columns: Columns = {
  needed: [
    'code',
    'title_th',
    'title_en',
    'owner_agency',
    'owner_kind',
    'steps_th',
    'steps_en',
    'papers',
    'fee_th',
    'fee_en',
    'duration_th',
    'duration_en',
    'law',
    'link',
  ],
  optional: ['retired'],
};

/** Opens the file; its name tells which of the two it is. */
export const openProcedures = (file: string): Promise<Source> =>
  /\.json$/i.test(file) ? openJson(file, columns) : openCsv(file, columns);

/** How its rows are checked and written. Owners must be in the register of agencies, or kinds of agencies. */
export function procedureRows({ at }: { at: Date }): RowKind<ProcedureRow> {
  let kinds: Promise<ReadonlySet<string>> | undefined;
  return {
    schema: row,
    keyOf: ({ code }) => ({ column: 'code', key: code }),
    async check(rows) {
      kinds ??= knownKinds();
      return [...(await checkAgencies(rows)), ...checkKinds(rows, await kinds)];
    },
    write: (rows) => putProcedures(rows.map(manualFrom), { by: 'import', at }),
  };
}

async function knownKinds(): Promise<ReadonlySet<string>> {
  return new Set([...Object.keys(officeKindTexts.texts), ...(await agencyKinds())]);
}

async function checkAgencies(rows: readonly Numbered<ProcedureRow>[]): Promise<BadRow[]> {
  const codes = [...new Set(rows.flatMap(({ row }) => row.owner_agency ?? []))];
  if (codes.length === 0) return [];
  const known = new Set((await agenciesByCodes(codes)).map(({ code }) => code));
  return rows.flatMap(({ at, row: { owner_agency: code } }) => {
    if (code === undefined || known.has(code)) return [];
    const reason = `the register of agencies has no ${code}; import agencies first`;
    return [{ at, column: 'owner_agency', reason }];
  });
}

function checkKinds(rows: readonly Numbered<ProcedureRow>[], known: ReadonlySet<string>): BadRow[] {
  return rows.flatMap(({ at, row: { owner_kind: kinds = [] } }) => {
    const unknown = kinds.find((kind) => !known.has(kind));
    if (unknown === undefined) return [];
    return [{ at, column: 'owner_kind', reason: `no agency is of the kind ${unknown}` }];
  });
}

function manualFrom(read: ProcedureRow): Manual {
  const { code, title_th, title_en, owner_agency, owner_kind = [], steps_th = [], steps_en = [] } = read;
  return {
    code,
    title: nameOf(title_th, title_en),
    owner: owner_agency ? { agency: owner_agency } : { kinds: [...new Set(owner_kind)].sort() },
    steps: steps_th.map((th, place) => nameOf(th, steps_en[place])),
    papers: read.papers ?? [],
    ...(read.fee_th && { fee: nameOf(read.fee_th, read.fee_en) }),
    ...(read.duration_th && { duration: nameOf(read.duration_th, read.duration_en) }),
    ...(read.law && { law: read.law }),
    ...(read.link && { link: read.link }),
    isRetired: read.retired ?? false,
  };
}

function nameOf(th: string, en: string | undefined): { th: string; en?: string } {
  return en ? { th, en } : { th };
}
