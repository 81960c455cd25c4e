/** How a case is put into words: what it is about, how it stands, who has it and by when. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { choiceOf } from '../engine/accepts.ts';
import { defineTexts, type Name, type Text, type Words } from '../engine/text.ts';
import { coordinates } from '../pin-fields.ts';
import { day } from '../role-names.ts';
import {
  type ComplaintCategory,
  type ComplaintLevel,
  type ComplaintState,
  type ComplaintTarget,
  NOTHING_TO_SHOW,
  type OwnCase,
} from './complaint.ts';
import type { ListedCase } from './complaint-look-ups.ts';

export const caseTexts = defineTexts('complaint-case', {
  service: { th: 'การให้บริการ', en: 'Service' },
  copies: { th: 'ถูกขอสำเนาเอกสาร', en: 'Copies of papers asked for' },
  fee: { th: 'ค่าธรรมเนียม หรือถูกเรียกเงิน', en: 'Fees, or money asked for' },
  delay: { th: 'ความล่าช้า', en: 'Delay' },
  conduct: { th: 'กิริยาหรือการปฏิบัติของเจ้าหน้าที่', en: 'How an official behaved' },
  place: { th: 'สถานที่หรือสิ่งอำนวยความสะดวก', en: 'The building or its facilities' },
  road: { th: 'ถนน ทางเท้า ไฟส่องสว่าง', en: 'Road, pavement or street light' },
  waste: { th: 'ขยะ น้ำเสีย กลิ่น เสียง', en: 'Waste, water, smell or noise' },
  other: { th: 'เรื่องอื่น', en: 'Something else' },
  office: { th: 'หน่วยงาน', en: 'the office' },
  district: { th: 'ผู้ดูแลระดับอำเภอ', en: 'the district' },
  province: { th: 'ผู้ดูแลระดับจังหวัด', en: 'the province' },
  department: { th: 'ผู้ดูแลระดับกรม', en: 'the department' },
  received: { th: 'รับเรื่องแล้ว รอ{{level}}เริ่มดำเนินการ', en: 'Received; {{level}} has yet to start' },
  forwarded: { th: 'ส่งต่อแล้ว รอ{{level}}เริ่มดำเนินการ', en: 'Passed on; {{level}} has yet to start' },
  working: { th: '{{level}}กำลังดำเนินการ', en: 'Being worked on by {{level}}' },
  solved: { th: 'แจ้งว่าแก้ไขแล้ว รอผู้ร้องยืนยัน', en: 'Said to be solved; the reporter has the last word' },
  closed: { th: 'ปิดเรื่องแล้ว', en: 'Closed' },
  waiting: { th: 'รอรับเรื่อง', en: 'waiting' },
  passedOn: { th: 'ส่งต่อแล้ว', en: 'passed on' },
  inWork: { th: 'กำลังดำเนินการ', en: 'in work' },
  toConfirm: { th: 'แก้ไขแล้ว รอยืนยัน', en: 'to be confirmed' },
  over: { th: 'ปิดแล้ว', en: 'closed' },
  confirmedOn: {
    th: 'ปิดเรื่องแล้วเมื่อ {{date}} ผู้ร้องยืนยันว่าเรียบร้อย',
    en: 'Closed on {{date}}: the reporter confirmed that it is solved',
  },
  silentOn: {
    th: 'ปิดเรื่องแล้วเมื่อ {{date}} เพราะไม่มีคำตอบใน 15 วันหลังแจ้งแก้ไข',
    en: 'Closed on {{date}}: no answer in the 15 days after it was said to be solved',
  },
  withdrawnOn: { th: 'ผู้ร้องถอนเรื่องเมื่อ {{date}}', en: 'Taken back by the reporter on {{date}}' },
  dueOn: { th: 'ภายใน {{date}}', en: 'by {{date}}' },
  overdue: {
    th: 'ควรเสร็จภายใน {{date}} ขณะนี้เกินกำหนดแล้ว',
    en: 'was due by {{date}} and is overdue',
  },
  listed: {
    th: '{{code}} {{category}}: {{about}} ({{state}})',
    en: '{{code}} {{category}}: {{about}} ({{state}})',
  },
  nothingToShow: { th: 'เรื่องไม่มีอะไรให้ถ่าย', en: 'There is nothing to photograph' },
  around: { th: '{{area}} ({{position}})', en: '{{area}} ({{position}})' },
});

/** The categories as buttons. */
export const categories = choiceOf(caseTexts, {
  service: 'service',
  copies: 'copies',
  fee: 'fee',
  delay: 'delay',
  conduct: 'conduct',
  place: 'place',
  road: 'road',
  waste: 'waste',
  other: 'other',
});

/** What a category is called. */
export const categoryName = (category: ComplaintCategory): Text => caseTexts(category);

/** Who has a case at this level. */
export const levelName = (level: ComplaintLevel): Text => caseTexts(level);

/** The office, or the place with its coordinates. */
export function targetName(target: ComplaintTarget): Words {
  if ('pin' in target) return target.name;
  if (!target.position) return target.area;
  const position = coordinates(target.position);
  return target.area.th ? caseTexts('around', { area: target.area, position }) : position;
}

/** The same without coordinates, for a list. */
function targetInList(target: ComplaintTarget): Name {
  return 'pin' in target ? target.name : target.area;
}

/** How a case stands. */
function stateName({ state, level }: Pick<ListedCase, 'state' | 'level'>): Text {
  if (state === 'solved' || state === 'closed') return caseTexts(state);
  return caseTexts(state, { level: levelName(level) });
}

/** The same for one case: a closed one says how it came to be closed, and when. */
export function stateInWords(found: Pick<OwnCase, 'state' | 'level' | 'steps'>): Text {
  const last = found.steps.findLast(({ what }) => what === 'confirmed' || what === 'closed');
  if (found.state !== 'closed' || !last) return stateName(found);
  const date = day(last.at);
  if (last.what === 'confirmed') return caseTexts('confirmedOn', { date });
  return last.by === 'reporter' ? caseTexts('withdrawnOn', { date }) : caseTexts('silentOn', { date });
}

/** By when the next step is due; `now` is an ISO instant. */
export function dueInWords(dueOn: string, now: string): Text {
  return caseTexts(dueOn < bangkokDate(now) ? 'overdue' : 'dueOn', { date: { date: dueOn } });
}

const SHORT = {
  received: 'waiting',
  forwarded: 'passedOn',
  working: 'inWork',
  solved: 'toConfirm',
  closed: 'over',
} as const satisfies Record<ComplaintState, string>;

/** A case as one line of a list. */
export function caseLine(listed: ListedCase): Text {
  const { code, category, target } = listed;
  return caseTexts('listed', {
    code,
    category: categoryName(category),
    about: targetInList(target),
    state: caseTexts(SHORT[listed.state]),
  });
}

/** Why a solution has no photo. */
export const whyNoPhotoInWords = (why: string): Words =>
  why === NOTHING_TO_SHOW ? caseTexts('nothingToShow') : why;
