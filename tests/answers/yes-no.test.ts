// Yes, no, and what is neither.
import { describe, expect, test } from '@jest/globals';
import { parseYesNo } from '../../flows/answers/yes-no.ts';

describe('yes or no', () => {
  test.each([
    ...['ใช่', 'ใช่ครับ', 'ใช่ๆ', 'ใช่ ใช่', 'ใช', 'ตกลง', 'โอเคค่ะ', 'ได้', 'ได้เลยค่ะ', 'ถูกต้อง', 'ครับ', 'ค่ะ', 'คับ'],
    ...['yes', 'Yes!', 'Y', 'ok.', 'O.K.', 'okay', 'yes please', '👍', '👍🏽'],
  ])('%s is yes', (text) => expect(parseYesNo(text)).toEqual({ ok: true, value: true }));

  test.each([
    ...['ไม่', 'ไม่ใช่', 'ไม่ใช่ค่ะ', 'ไม่เอา', 'ไม่เอานะคะ', 'ไม่ได้ครับ', 'ไม ใช่', 'ไม่ตกลง', 'ไม่ถูกต้อง'],
    ...['no', 'N', 'nope', 'No thanks', 'not ok'],
  ])('%s is no', (text) => expect(parseYesNo(text)).toEqual({ ok: true, value: false }));

  test.each(['ไม่แน่ใจ', 'ได้ไหม', 'ใช่ไหมคะ', 'ใช่ ไม่', 'ok no', '', ' ', 'อาจจะ', 'ใช่ แต่ไม่ทั้งหมด', '?'])(
    '%j is neither',
    (text) => expect(parseYesNo(text)).toEqual({ ok: false, why: 'neither' }),
  );
});
