/** The table of `export copies`: one row for each procedure of an agency, and for each pin where it is otherwise. */
import type { CopyRow } from '../../models/copy-rows.ts';
import type { ResponsesWanted } from '../../models/survey-newest.ts';
import { reportedAgencies } from '../../models/survey-report.ts';
import type { Column } from './table-file.ts';

/** A row with its agency's name. */
export type NamedCopyRow = CopyRow & { agencyName: string };

const BLOCKERS = {
  law: 'ก กฎหมายหรือระเบียบ',
  budget: 'ข งบประมาณ อุปกรณ์ หรือระบบ',
  people: 'ค บุคลากรหรือขั้นตอนการทำงาน',
} as const;
const asked = (holds: boolean): string => (holds ? 'ขอ' : 'ไม่ขอ');

/** The columns. */
export const copyColumns: readonly Column<NamedCopyRow>[] = [
  { header: 'รหัสหน่วยงาน', cell: ({ agency }) => agency },
  { header: 'หน่วยงาน', cell: ({ agencyName }) => agencyName },
  { header: 'รหัสบริการ', cell: ({ procedure }) => procedure },
  { header: 'บริการ', cell: ({ title }) => title.th },
  { header: 'รหัสหมุด', cell: ({ pin }) => pin?.code ?? null },
  { header: 'จุดบริการ', cell: ({ pin }) => pin?.name.th ?? 'ทุกจุด' },
  { header: 'สำเนาบัตรประชาชน เดิม', cell: ({ before }) => asked(before.idCard) },
  { header: 'สำเนาทะเบียนบ้าน เดิม', cell: ({ before }) => asked(before.house) },
  { header: 'สำเนาบัตรประชาชน วันนี้', cell: ({ now }) => asked(now.idCard) },
  { header: 'สำเนาทะเบียนบ้าน วันนี้', cell: ({ now }) => asked(now.house) },
  { header: 'ตั้งแต่วันที่', cell: ({ since }) => since ?? null },
  { header: 'ติดขัดเรื่อง', cell: ({ blockers }) => blockers.map((id) => BLOCKERS[id]).join('; ') || null },
  { header: 'รายละเอียดที่ติดขัด', cell: ({ blockerText }) => blockerText ?? null },
  { header: 'กำหนดเลิก', cell: ({ target }) => target ?? null },
  { header: 'เลิกแล้วเมื่อ', cell: ({ doneOn }) => doneOn ?? null },
  { header: 'เลยกำหนด', cell: ({ isOverdue }) => (isOverdue ? 'ใช่' : 'ไม่ใช่') },
  { header: 'ประชาชนที่แจ้งว่ายังถูกขอ', cell: ({ disagreeing }) => disagreeing },
];

/** The rows, by code of the agency. */
export async function* copyTableRows(wanted: ResponsesWanted, now: Date): AsyncGenerator<NamedCopyRow> {
  for await (const { agency, copies } of reportedAgencies(wanted, now))
    for (const row of copies) yield { ...row, agencyName: agency.name.th };
}
