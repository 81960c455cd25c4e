/** What the survey says around its questions; the questions themselves are in `questions.ts`. */
import { defineTexts, type Name, type Text, type Words } from '../engine/text.ts';

export const surveyTexts = defineTexts('survey', {
  title: { th: 'แบบสำรวจความพร้อม', en: 'Readiness survey' },
  officialsOnly: {
    th: 'แบบสำรวจนี้ให้เจ้าหน้าที่ของหน่วยงานเป็นผู้ตอบ ผู้ประสานงานชวนหน่วยงานมาตอบได้ด้วยการพิมพ์ “เชิญ”',
    en: 'This survey is answered by the officials of each agency. As a coordinator you can invite them: type “invite”.',
  },
  unavailable: {
    th: 'ตอนนี้ยังเปิดแบบสำรวจของหน่วยงานนี้ให้คุณไม่ได้ อาจยังไม่มีรอบสำรวจ หรือคุณไม่ได้เป็นเจ้าหน้าที่ของหน่วยงานนี้แล้ว',
    en: 'The survey of this agency cannot be opened for you now. There may be no survey round yet, or you are no longer an official of this agency.',
  },
  seeRole: { th: 'ดูบทบาทของฉัน', en: 'See my roles' },
  // Before the first question.
  confirm: {
    th: 'แบบสำรวจความพร้อมเพื่อยกเลิกสำเนา {{title}}\nตรวจดูหน่วยงานและข้อมูลของคุณก่อนเริ่ม มี {{count}} ข้อ บันทึกให้ทุกข้อ หยุดแล้วกลับมาทำต่อได้',
    en: 'Readiness to stop asking for copies: {{title}}\nPlease look over your agency and your details first. There are {{count}} questions; each answer is kept, so you can stop and go on later.',
  },
  agencyRow: { th: 'หน่วยงาน', en: 'Agency' },
  codeRow: { th: 'รหัส', en: 'Code' },
  departmentRow: { th: 'กรม', en: 'Department' },
  ministryRow: { th: 'กระทรวง', en: 'Ministry' },
  areaRow: { th: 'พื้นที่', en: 'Area' },
  dueRow: { th: 'กำหนดส่ง', en: 'Due' },
  lateRow: { th: 'เลยกำหนด ยังส่งได้', en: 'overdue, still taken' },
  dueLate: { th: '{{date}} ({{late}})', en: '{{date}} ({{late}})' },
  begin: { th: 'ถูกต้อง เริ่มเลย', en: 'All right, begin' },
  changeDetails: { th: 'แก้ข้อมูลของฉัน', en: 'Change my details' },
  otherAgency: { th: 'ไม่ใช่หน่วยงานนี้', en: 'Not this agency' },
  detailsFirst: {
    th: 'ขอชื่อ นามสกุล อีเมล และเบอร์โทรของผู้ตอบก่อน แตะ “แก้ข้อมูลของฉัน” แล้วกลับมาทำต่อได้',
    en: 'We need the name, e-mail and phone of who answers first. Tap “Change my details”, then go on.',
  },
  // Coming back.
  goingOn: {
    th: 'ทำแบบสำรวจของ {{agency}} ต่อ ตอบแล้ว {{done}} จาก {{count}} ข้อ',
    en: 'Going on with the survey of {{agency}}: {{done}} of {{count}} answered.',
  },
  answeredBy: { th: 'ผู้ที่ตอบไว้: {{names}}', en: 'Answered so far by {{names}}.' },
  working: { th: '{{names}} กำลังตอบอยู่ด้วย', en: '{{names}} is working on it too.' },
  me: { th: 'คุณ', en: 'you' },
  someone: { th: 'เพื่อนร่วมงาน', en: 'a colleague' },
  leftAtStart: {
    th: 'ยังไม่ได้เริ่มแบบสำรวจ พิมพ์ “แบบสำรวจ” เพื่อเริ่มได้ทุกเมื่อ',
    en: 'The survey has not begun yet. Type “survey” to begin any time.',
  },
  left: {
    th: 'พักแบบสำรวจไว้ก่อน คำตอบบันทึกไว้แล้ว พิมพ์ “ทำต่อ” หรือ “แบบสำรวจ” เพื่อทำต่อได้ทุกเมื่อ',
    en: 'The survey is put aside and your answers are kept. Type “go on” or “survey” to continue any time.',
  },
  changed: {
    th: 'แบบสำรวจเพิ่งได้รับการปรับปรุง คำตอบที่ตอบไว้ยังอยู่ครบ',
    en: 'The survey was just improved. All your answers are still there.',
  },
  goOn: { th: 'ไปต่อ', en: 'Carry on' },
  // A question.
  asking: {
    th: 'ข้อ {{number}} จาก {{count}}\n{{question}}',
    en: 'Question {{number}} of {{count}}\n{{question}}',
  },
  askingMore: {
    th: 'ข้อ {{number}} จาก {{count}}: {{choice}}\n{{question}}',
    en: 'Question {{number}} of {{count}}: {{choice}}\n{{question}}',
  },
  now: { th: 'คำตอบตอนนี้: {{answer}}', en: 'Your answer now: {{answer}}' },
  nowBy: { th: 'คำตอบตอนนี้: {{answer}} (โดย {{by}})', en: 'The answer now: {{answer}} (by {{by}})' },
  see: { th: 'ดูคำตอบทั้งหมด', en: 'See all answers' },
  keep: { th: 'คงคำตอบเดิม', en: 'Keep this answer' },
  tickHint: {
    th: 'เลือกได้หลายข้อ แล้วแตะ “เสร็จ” หรือพิมพ์ เช่น 1 3',
    en: 'Choose several, then tap “Done”, or type such as 1 3.',
  },
  numberHint: { th: 'พิมพ์ตัวเลข เช่น 23 หรือ ยี่สิบสาม', en: 'Type a number, such as 23.' },
  periodHint: {
    th: 'แตะเลือก หรือพิมพ์วันที่ เช่น {{example}}',
    en: 'Tap one, or type a date such as {{example}}.',
  },
  done: { th: 'เสร็จ', en: 'Done' },
  ticked: { th: '☑ {{label}}', en: '☑ {{label}}' },
  open: { th: '☐ {{label}}', en: '☐ {{label}}' },
  // What was wrong with an answer, and what would be right.
  tickOne: {
    th: 'เลือกอย่างน้อยหนึ่งข้อก่อน เช่น พิมพ์ 1',
    en: 'Please choose at least one first; type 1, for example.',
  },
  notThere: {
    th: 'ไม่มีตัวเลือก “{{part}}” เลือกจากรายการ เช่น พิมพ์ 1 หรือ 1 3',
    en: 'There is no choice “{{part}}”. Choose from the list: type 1, or 1 3, for example.',
  },
  notUnsure: {
    th: 'ข้อนี้ไม่มีคำตอบ “ไม่แน่ใจ” เลือกข้อที่ใกล้ที่สุดก่อน เช่น พิมพ์ 1 แล้วแก้ภายหลังได้',
    en: 'Here “not sure” is no answer. Choose what comes closest, such as 1; you can change it later.',
  },
  notANumber: {
    th: 'ข้อนี้ขอเป็นจำนวนเต็ม เช่น 23, ๒๓ หรือ ยี่สิบสาม',
    en: 'A whole number is needed here, such as 23.',
  },
  tooFew: { th: 'ขอจำนวนตั้งแต่ {{min}} ขึ้นไป เช่น 23', en: 'At least {{min}}, please, such as 23.' },
  tooMany: {
    th: 'มากที่สุด {{max}} ลองตรวจดูอีกครั้ง เช่น 23',
    en: 'At most {{max}}. Please look again; for example 23.',
  },
  notADate: {
    th: 'แตะเลือกช่วงเวลา หรือพิมพ์วันที่ให้ครบ วัน เดือน ปี เช่น {{example}}',
    en: 'Tap a period, or type a date with day, month and year, such as {{example}}.',
  },
  noSuchDay: {
    th: 'ไม่มีวันนี้ในปฏิทิน ตรวจดูวันและเดือนอีกครั้ง เช่น {{example}}',
    en: 'There is no such day. Please look at day and month again; for example {{example}}.',
  },
  whichYear: {
    th: 'ไม่แน่ใจว่าปีใด พิมพ์ปีสี่หลัก เช่น {{example}}',
    en: 'Which year is meant? Type four digits, such as {{example}}.',
  },
  past: {
    th: '{{date}} ผ่านมาแล้ว ขอวันที่ตั้งแต่วันนี้เป็นต้นไป เช่น {{example}}',
    en: '{{date}} has passed. A date from today on, please, such as {{example}}.',
  },
  noWords: {
    th: 'พิมพ์คำตอบสั้น ๆ เช่น “รอระเบียบใหม่”',
    en: 'Please type a few words, such as “waiting for a new regulation”.',
  },
  tooLong: {
    th: 'พิมพ์มา {{length}} ตัวอักษร ขอไม่เกิน {{max}} ตัวอักษร ตัดออกอีก {{over}} ตัวอักษร แล้วส่งใหม่',
    en: 'That is {{length}} characters; at most {{max}}, please. Take out {{over}} and send it again.',
  },
  noSuchQuestion: {
    th: 'มีข้อ 1 ถึง {{count}} พิมพ์ เช่น “แก้ข้อ 3”',
    en: 'There are questions 1 to {{count}}. Type “edit 3”, for example.',
  },
  // Two people at once.
  both: {
    th: '{{by}} เพิ่งตอบข้อ “{{question}}” ในระหว่างนี้ จะใช้คำตอบใด',
    en: '{{by}} has just answered “{{question}}”. Which answer stays?',
  },
  theirs: { th: 'ของ {{by}}: {{answer}}', en: '{{by}}: {{answer}}' },
  mine: { th: 'ของฉัน: {{answer}}', en: 'Mine: {{answer}}' },
  theirsStays: {
    th: 'ข้อ “{{question}}” {{by}} เพิ่งตอบไว้ว่า “{{answer}}” จึงคงไว้ตามนั้น แตะ “ดูคำตอบทั้งหมด” เพื่อแก้',
    en: '{{by}} has just answered “{{question}}” with “{{answer}}”, so that stays. Tap “See all answers” to change it.',
  },
  notKept: {
    th: 'คำตอบล่าสุดไม่ได้บันทึก เพราะคุณไม่มีสิทธิ์ตอบแทนหน่วยงานนี้แล้ว',
    en: 'Your last answer was not kept: you may no longer answer for this agency.',
  },
  roundOver: {
    th: 'คำตอบล่าสุดไม่ได้บันทึก เพราะรอบสำรวจนี้ปิดแล้ว',
    en: 'Your last answer was not kept: this survey round is over.',
  },
  rowsLeft: {
    th: '{{by}} เพิ่งแก้ {{count}} รายการ ({{titles}}) จึงคงไว้ตามที่ {{by}} ตอบ',
    en: '{{by}} has just changed {{count}} procedures ({{titles}}); those stay as {{by}} answered.',
    enOne: '{{by}} has just changed {{count}} procedure ({{titles}}); it stays as {{by}} answered.',
  },
  // Words for answers.
  withDetail: { th: '{{choice}}: {{detail}}', en: '{{choice}}: {{detail}}' },
  and: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  lines: { th: '{{first}}\n{{second}}', en: '{{first}}\n{{second}}' },
  matrixWhole: {
    th: 'ใช้สำเนา {{needing}} จาก {{all}} รายการ',
    en: '{{needing}} of {{all}} procedures need copies',
  },
  matrixPart: {
    th: 'ตอบแล้ว {{rows}} จาก {{all}} รายการ ใช้สำเนา {{needing}} รายการ',
    en: '{{rows}} of {{all}} procedures answered; {{needing}} need copies',
  },
  number: { th: '{{number}}', en: '{{number}}' },
  date: { th: '{{date}}', en: '{{date}}' },
});

/** Several words one after another, with commas. */
export function joined(words: readonly Words[]): Words {
  const [first = '', ...others] = words;
  return others.length === 0 ? first : surveyTexts('and', { first, second: joined(others) });
}

/** Two sentences under each other, or the only one there is. */
export function lines(words: readonly (Words | undefined)[]): Words | undefined {
  const [first, ...others] = words.filter((line) => line !== undefined);
  const second = others.length > 0 ? lines(others) : undefined;
  return first !== undefined && second !== undefined ? surveyTexts('lines', { first, second }) : first;
}

/** A colleague by first name, which may not be known. */
export function colleague(name: string): Text | Name | string {
  return name || surveyTexts('someone');
}
