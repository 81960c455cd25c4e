// A whole number, in digits of either script or in Thai words.

import { normalForm } from '../../models/thai/normal-form.ts';
import { readNumberWords } from '../../models/thai/number-words.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { withoutParticles } from './politeness.ts';

/** Why no number was taken; the limit comes along for the reply. */
export type WholeNumberRefusal =
  | { why: 'not-a-number' }
  | { why: 'decimal' }
  | { why: 'negative' }
  | { why: 'too-small'; min: number }
  | { why: 'too-large'; max: number };

const ABOUT = /^(?:ประมาณ|ราวๆ|ราว|สัก|น่าจะ|about|approximately|approx|around|~)\s*/;
const UNIT =
  /\s*(?:จุด|แห่ง|คน|ครั้ง|ข้อ|วัน|เดือน|ปี|ชั่วโมง|ชม|นาที|สัปดาห์|ชุด|ฉบับ|หน่วย|ที่|เรื่อง|รายการ|ราย|บาท|ใบ|สาขา|อัน|ห้อง|ชั้น|หลัง|คัน|แผ่น|หน้า|points?|places?|people|persons?|times?|days?|hours?|minutes?|baht)$/;
const MAGNITUDES = new Map([
  ['ร้อย', 100],
  ['พัน', 1000],
  ['หมื่น', 10_000],
  ['แสน', 100_000],
  ['ล้าน', 1_000_000],
]);

/**
 * Reads a whole number: "๒๓", "1,234", "ยี่สิบสาม", "5 พัน", with a unit ("23 จุด") or a leading ประมาณ, which is
 * dropped. Decimals and negatives are refused. Limits are inclusive; without `min` it is 0.
 */
export function parseWholeNumber(
  text: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
): Parsed<number, WholeNumberRefusal> {
  const said = withoutParticles(normalForm(text)).replace(ABOUT, '').replace(UNIT, '');
  if (isNegative(said)) return refused({ why: 'negative' });
  if (isDecimal(said)) return refused({ why: 'decimal' });
  const number = inDigits(said) ?? readNumberWords(said);
  if (number === undefined) return refused({ why: 'not-a-number' });
  if (number < min) return refused({ why: 'too-small', min });
  return number > max ? refused({ why: 'too-large', max }) : understood(number);
}

function inDigits(said: string): number | undefined {
  const [, digits, magnitude] = /^(\d+|\d{1,3}(?:[, ]\d{3})+)\s*(ร้อย|พัน|หมื่น|แสน|ล้าน)?$/.exec(said) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits.replace(/[, ]/g, '')) * (MAGNITUDES.get(magnitude ?? '') ?? 1);
}

function isNegative(said: string): boolean {
  const [, rest] = /^(?:[-−–]|ลบ|ติดลบ|minus)\s*(.+)$/.exec(said) ?? [];
  return rest !== undefined && (inDigits(rest) ?? readNumberWords(rest)) !== undefined;
}

function isDecimal(said: string): boolean {
  if (/^\d[\d,]*\.\d+$/.test(said) || /ครึ่ง$/.test(said)) return true;
  const [whole = '', fraction = ''] = said.split(/\s*จุด\s*/);
  return [whole, fraction].every((part) => (inDigits(part) ?? readNumberWords(part)) !== undefined);
}
