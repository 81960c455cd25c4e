/** What is said when officials link citizen manuals to their pins. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('manuals', {
  title: { th: 'คู่มือสำหรับประชาชน', en: 'Citizen manuals' },
  pins: {
    th: 'หมุดของหน่วยงาน {{from}}–{{to}} จาก {{all}}\nยังไม่มีคู่มือ {{withoutAny}} หมุด แตะหมุดเพื่อเลือกคู่มือ',
    en: 'Your agency’s pins, {{from}}–{{to}} of {{all}}.\nWithout any manual: {{withoutAny}}. Tap a pin to choose its manuals.',
  },
  pinWith: { th: '{{name}} ({{count}} เรื่อง)', en: '{{name}} ({{count}})' },
  pinWithout: { th: '{{name}} (ยังไม่มี)', en: '{{name}} (none yet)' },
  noPins: {
    th: 'หน่วยงานของคุณยังไม่มีหมุดที่เผยแพร่ ปักหมุดก่อน แล้วค่อยเลือกคู่มือ',
    en: 'Your agency has no published pins yet. Pin an office first, then choose its manuals.',
  },
  pinOne: { th: 'ปักหมุดใหม่', en: 'New pin' },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
  notYours: {
    th: 'หมุดนี้ไม่ได้อยู่ในหมุดของหน่วยงานคุณ หรือไม่ได้เผยแพร่แล้ว',
    en: 'This pin is not among your agency’s, or is no longer published.',
  },
  ticks: {
    th: 'คู่มือที่ใช้ที่ “{{pin}}” {{ticked}} จาก {{all}} เรื่อง (หน้านี้ {{from}}–{{to}})\nแตะหรือพิมพ์หมายเลขเพื่อเลือกหรือเอาออก เช่น 1,3 แล้วแตะหรือพิมพ์ “บันทึก”',
    en: 'Manuals used at “{{pin}}”: {{ticked}} of {{all}} (here {{from}}–{{to}}).\nTap or type numbers to tick or untick, such as 1,3; then tap or type “save”.',
  },
  ticksWith: {
    th: 'คู่มือที่มีคำว่า “{{words}}” {{from}}–{{to}} จาก {{fitting}} เรื่อง เลือกไว้ทั้งหมด {{ticked}} เรื่อง\nแตะเพื่อเลือกหรือเอาออก แล้วแตะหรือพิมพ์ “บันทึก”',
    en: 'Manuals with “{{words}}”, {{from}}–{{to}} of {{fitting}}; {{ticked}} ticked in all.\nTap to tick or untick; then tap or type “save”.',
  },
  noProcedures: {
    th: 'ยังไม่มีคู่มือสำหรับหน่วยงานของคุณ เพิ่มเรื่องแรกได้เลย',
    en: 'There are no manuals for your agency yet. You can add the first one.',
  },
  ticked: { th: '✓ {{title}}', en: '✓ {{title}}' },
  unticked: { th: '○ {{title}}', en: '○ {{title}}' },
  own: { th: '{{title}} (เพิ่มเอง)', en: '{{title}} (added by your agency)' },
  save: { th: 'บันทึก', en: 'Save' },
  selectAll: { th: 'เลือกทั้งหมด', en: 'Tick all' },
  selectNone: { th: 'ไม่เลือกเลย', en: 'Untick all' },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  previous: { th: 'หน้าก่อน', en: 'Previous page' },
  everything: { th: 'ดูทุกเรื่อง', en: 'Show all' },
  everywhere: { th: 'ใช้กับทุกหมุดของหน่วยงาน', en: 'All manuals at all pins' },
  add: { th: 'เพิ่มเรื่องที่ไม่มี', en: 'Add a missing one' },
  noneWith: {
    th: 'ไม่มีเรื่องที่มีคำว่า “{{words}}” พิมพ์หมายเลข เช่น 1,3 หรือส่วนหนึ่งของชื่อ หรือแตะ “เพิ่มเรื่องที่ไม่มี”',
    en: 'None has “{{words}}” in its name. Type numbers, such as 1,3, or a part of a name, or tap “Add a missing one”.',
  },
  outOfRange: {
    th: 'หน้านี้มีข้อ 1–{{count}} พิมพ์หมายเลขในช่วงนี้ เช่น 1,3',
    en: 'This page has numbers 1 to {{count}}. Type one of those, such as 1,3.',
  },
  gone: { th: 'เรื่องนี้ไม่อยู่ในคู่มือของหน่วยงานแล้ว', en: 'This one is no longer among your agency’s manuals.' },
  confirmAll: {
    th: 'จะใช้คู่มือทั้ง {{procedures}} เรื่อง กับหมุดทั้ง {{pins}} แห่งของหน่วยงาน\nของเดิมที่เลือกไว้ไม่หายไป ใช่หรือไม่',
    en: 'All {{procedures}} manuals will be used at all {{pins}} pins of your agency.\nWhat is ticked already stays. Is that right?',
  },
  yesAll: { th: 'ใช่ ใช้กับทุกหมุด', en: 'Yes, at all pins' },
  noAll: { th: 'ยังก่อน', en: 'Not yet' },
  allDone: {
    th: 'เรียบร้อย คู่มือ {{procedures}} เรื่อง ใช้ที่หมุดทั้ง {{pins}} แห่งแล้ว',
    en: 'Done: {{procedures}} manuals are now used at all {{pins}} pins.',
  },
  undoAll: { th: 'เอาที่เพิ่มเมื่อครู่ออก', en: 'Undo this' },
  undone: {
    th: 'เอาออกแล้ว {{count}} รายการที่เพิ่มพร้อมกันเมื่อครู่ ที่เหลือยังอยู่ตามเดิม',
    en: 'Taken back: {{count}} that were added together. All else is as it was.',
    enOne: 'Taken back: {{count}} that was added. All else is as it was.',
  },
  saved: {
    th: 'บันทึกแล้ว “{{pin}}” ใช้คู่มือ {{count}} เรื่อง',
    en: 'Saved. Manuals used at “{{pin}}”: {{count}}.',
  },
  savedLeft: {
    th: 'บันทึกแล้ว “{{pin}}” ใช้คู่มือ {{count}} เรื่อง\nหมุดที่ยังไม่มีคู่มือเหลืออีก {{withoutAny}} แห่ง',
    en: 'Saved. Manuals used at “{{pin}}”: {{count}}.\nPins still without any: {{withoutAny}}.',
  },
  otherPins: { th: 'หมุดอื่น', en: 'Other pins' },
  seeServices: { th: 'ดูแบบที่ประชาชนเห็น', en: 'See as citizens do' },
  refused: {
    th: 'บันทึกไม่ได้ คุณไม่ได้เป็นเจ้าหน้าที่ของหน่วยงานนี้แล้ว หรือหมุดไม่ได้เผยแพร่แล้ว',
    en: 'Nothing was saved: you no longer work for this agency, or the pin is no longer published.',
  },
  askTitle: {
    th: 'เรื่องที่ต้องการเพิ่มชื่ออะไร เช่น “ขอใช้ลานกีฬา”',
    en: 'What is the missing one called? For example “ขอใช้ลานกีฬา” (using the sports ground).',
  },
  alreadyThere: {
    th: 'มี “{{title}}” อยู่แล้ว แตะเลือกในรายการได้เลย หรือตั้งชื่ออื่น',
    en: '“{{title}}” is there already: tick it in the list, or give another name.',
  },
  askPapers: {
    th: '“{{title}}” ต้องใช้เอกสารอะไรบ้าง\nแตะเลือก หรือพิมพ์ชื่อเอกสารอื่น บรรทัดละอย่าง เมื่อครบแล้วแตะ “ครบแล้ว”',
    en: 'Which papers does “{{title}}” need?\nTap one, or type the names of others, one on each line. When that is all, tap “That is all”.',
  },
  papersSoFar: { th: 'เอกสารที่ใส่แล้ว: {{papers}}', en: 'Papers so far: {{papers}}' },
  idCard: { th: 'บัตรประจำตัวประชาชน', en: 'ID card' },
  house: { th: 'ทะเบียนบ้าน', en: 'House registration' },
  complete: { th: 'ครบแล้ว', en: 'That is all' },
  paperTooLong: {
    th: 'ชื่อเอกสารยาวเกินไป ขอไม่เกิน {{max}} ตัวอักษรต่อบรรทัด เช่น “ใบรับรองแพทย์”',
    en: 'The name of a paper may have at most {{max}} characters on its line, such as “Doctor’s letter”.',
  },
  tooManyPapers: {
    th: 'ใส่เอกสารได้ไม่เกิน {{max}} อย่าง แตะ “ครบแล้ว” เพื่อไปต่อ',
    en: 'There can be at most {{max}} papers. Tap “That is all” to go on.',
  },
  oneByOne: {
    th: 'บัตรประชาชนกับทะเบียนบ้านขอให้ใส่ทีละอย่าง คนละบรรทัด',
    en: 'Please put the ID card and the house registration on lines of their own.',
  },
  askNeed: { th: '“{{paper}}” ต้องใช้แบบไหน', en: 'What is needed of “{{paper}}”?' },
  original: { th: 'เฉพาะตัวจริง', en: 'Only the original' },
  copy: { th: 'เฉพาะสำเนา', en: 'Only a copy' },
  both: { th: 'ตัวจริงและสำเนา', en: 'Original and copy' },
  paperNeed: { th: '{{paper}} ({{need}})', en: '{{paper}} ({{need}})' },
  two: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  none: { th: 'ไม่ต้องใช้เอกสาร', en: 'no papers' },
  review: { th: 'ตรวจดูก่อนเพิ่ม', en: 'Before it is added' },
  name: { th: 'เรื่อง', en: 'Name' },
  papers: { th: 'เอกสาร', en: 'Papers' },
  addIt: { th: 'ถูกต้อง เพิ่มเลย', en: 'Right, add it' },
  changeTitle: { th: 'แก้ชื่อ', en: 'Change the name' },
  changePapers: { th: 'แก้เอกสาร', en: 'Change the papers' },
  added: {
    th: 'เพิ่ม “{{title}}” เป็นเรื่องของหน่วยงานแล้ว และใช้ที่หมุดนี้',
    en: '“{{title}}” was added as your agency’s own, and is used at this pin.',
  },
  tooMany: {
    th: 'หน่วยงานเพิ่มเองได้ไม่เกิน 200 เรื่อง จึงยังไม่ได้เพิ่ม “{{title}}”',
    en: 'An agency can add at most 200, so “{{title}}” was not added.',
  },
  takeAway: { th: 'เอาที่เพิ่มออก', en: 'Take it away' },
  takenAway: { th: 'เอาเรื่องที่เพิ่มเองออกแล้ว', en: 'What was added was taken away again.' },
});
