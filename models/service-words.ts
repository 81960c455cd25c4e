/**
 * Services as people call them, in the words of the citizen manuals: "ทำบัตรประชาชนที่ไหน" is about
 * บัตรประจำตัวประชาชน, and what is asked for is the card, not the asking.
 */
import { looseForm } from './thai/normal-form.ts';

/** What people say, and what the manuals say. Compared without tone marks and spaces. */
const SAME: readonly [said: string, written: string][] = [
  ['บัตรปชช', 'บัตรประจำตัวประชาชน'],
  ['บัตรประชาชน', 'บัตรประจำตัวประชาชน'],
  ['ใบขับขี่', 'ใบอนุญาตขับรถ'],
  ['พาสปอร์ต', 'หนังสือเดินทาง'],
  ['แจ้งเกิด', 'แจ้งการเกิด'],
  ['แจ้งคนเกิด', 'แจ้งการเกิด'],
  ['แจ้งตาย', 'แจ้งการตาย'],
  ['แจ้งคนตาย', 'แจ้งการตาย'],
  ['แจ้งย้าย', 'แจ้งการย้าย'],
  ['ย้ายทะเบียนบ้าน', 'แจ้งการย้ายที่อยู่'],
  ['เปลี่ยนชื่อ', 'เปลี่ยนชื่อตัว'],
  ['แต่งงาน', 'จดทะเบียนสมรส'],
  ['หย่า', 'จดทะเบียนหย่า'],
  ['เบี้ยคนแก่', 'เบี้ยยังชีพผู้สูงอายุ'],
  ['เบี้ยผู้สูงอายุ', 'เบี้ยยังชีพผู้สูงอายุ'],
  ['เบี้ยคนพิการ', 'เบี้ยความพิการ'],
  ['ต่อภาษีรถ', 'ชำระภาษีรถ'],
  ['โอนที่ดิน', 'โอนกรรมสิทธิ์ที่ดิน'],
  ['เปิดร้านอาหาร', 'จัดตั้งสถานที่จำหน่ายอาหาร'],
  ['เปิดร้านขายอาหาร', 'จัดตั้งสถานที่จำหน่ายอาหาร'],
  ['สร้างบ้าน', 'ก่อสร้างอาคาร'],
  ['คัดสำเนาทะเบียนบ้าน', 'คัดและรับรองเอกสารทะเบียนราษฎร'],
  ['เพิ่มชื่อในทะเบียนบ้าน', 'แจ้งการย้ายที่อยู่เข้าทะเบียนบ้าน'],
  ['register a birth', 'birth notification'],
  ['land tax', 'land and building tax'],
];
const TABLE = SAME.map(([said, written]) => [looseForm(said), looseForm(written)] as const);

/** In loose form, as all of these. */
const LEADING =
  /^(?:อยากจะ|อยาก|ตองการ|จะ|ไป|การ|ขอรับ|ขอ|ยืน|ทำ|มี|รับ|เสีย|จาย|ชำระ|ฉีด|howto|wheretoget|whereto|wanttoget|getan?|applyforan?|applyfor|get)+/;
const TRAILING = /(?:ไดทีไหนบาง|ไดทีไหน|ทีไหนบาง|ทีไหน|ตองทำยังไง|ทำยังไง|ยังไง|where)$/;

/** The one spelling in which services are compared. */
export function serviceWords(text: string): string {
  const plain = looseForm(text.replace(/\?/g, ''));
  const written = TABLE.reduce(replaced, plain);
  const asked = written.replace(TRAILING, '').replace(LEADING, '');
  return asked || written;
}

/** A word that stands there in the manuals' form already stays. */
function replaced(text: string, [said, written]: readonly [string, string]): string {
  return text.includes(written) ? text : text.replace(said, written);
}
