/** The table of `export complaints`: one row for each case, with where it stands and how far it got at 1111. */
import { at1111Texts } from '../../flows/complaints/at-1111.ts';
import { caseTexts } from '../../flows/complaints/case-words.ts';
import { type ComplaintRow, complaintTable } from '../../models/complaint-table.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { failureInWords } from './forward.ts';
import type { Column } from './table-file.ts';

const STATES = {
  received: 'รับเรื่อง',
  forwarded: 'ส่งต่อ',
  working: 'กำลังดำเนินการ',
  solved: 'แก้ไขแล้ว',
  closed: 'ปิด',
} as const;

/** The columns. */
export const complaintColumns: readonly Column<ComplaintRow>[] = [
  { header: 'รหัสเรื่อง', cell: ({ code }) => code },
  { header: 'ประเภท', cell: ({ category }) => caseTexts.texts[category].th },
  { header: 'เกี่ยวกับ', cell: ({ target }) => ('pin' in target ? target.name.th : target.area.th) },
  { header: 'รหัสหมุด', cell: ({ target }) => ('pin' in target ? target.pin : null) },
  { header: 'พิกัด', cell: positionCell },
  { header: 'รหัสหน่วยงาน', cell: ({ agency }) => agency ?? null },
  { header: 'สถานะ', cell: ({ state }) => STATES[state] },
  { header: 'ระดับ', cell: ({ level }) => caseTexts.texts[level].th },
  { header: 'วันที่แจ้ง', cell: ({ sentAt }) => bangkokDate(sentAt) },
  { header: 'วันที่เปลี่ยนล่าสุด', cell: ({ changedAt }) => bangkokDate(changedAt) },
  { header: 'กำหนด', cell: ({ dueOn }) => dueOn ?? null },
  { header: 'เกินกำหนด', cell: ({ isOverdue }) => (isOverdue ? 'ใช่' : 'ไม่ใช่') },
  { header: 'วันที่แจ้งแก้ไข', cell: ({ solvedOn }) => solvedOn ?? null },
  { header: 'จำนวนครั้งที่แจ้งว่ายังไม่แก้', cell: ({ disputes }) => disputes },
  { header: 'เลขที่ 1111', cell: ({ at1111 }) => at1111?.number ?? null },
  { header: 'สถานะ 1111', cell: statusCell },
  { header: 'ข้อความ', cell: ({ words }) => words },
];

/** The rows, by code. */
export const complaintRows = complaintTable;

function positionCell({ target }: ComplaintRow): string | null {
  if ('pin' in target || !target.position) return null;
  const [lng, lat] = target.position;
  return `${lat}, ${lng}`;
}

function statusCell({ at1111, forwarding }: ComplaintRow): string {
  if (at1111) return at1111Texts.texts[at1111.status].th;
  if (!forwarding) return 'ไม่ได้ส่งต่อ';
  if (forwarding.state === 'failed') return `ส่งต่อไม่สำเร็จ: ${failureInWords(forwarding.failure)}`;
  return 'รอส่งต่อ';
}
