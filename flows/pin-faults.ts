/** What can be wrong with a pin or at its counter, as citizens choose it and officials read it. */
import { choiceOf } from './engine/accepts.ts';
import { defineTexts } from './engine/text.ts';

export const faultTexts = defineTexts('pin-faults', {
  moved: { th: 'ย้ายไปที่อื่นแล้ว', en: 'It has moved' },
  closed: { th: 'ปิดบริการแล้ว', en: 'It is closed for good' },
  phone: { th: 'เบอร์โทรไม่ถูกต้อง', en: 'The phone number is wrong' },
  hours: { th: 'เวลาทำการไม่ถูกต้อง', en: 'The opening hours are wrong' },
  other: { th: 'เรื่องอื่น', en: 'Something else' },
  'copy-asked': { th: 'ยังถูกขอสำเนา', en: 'A copy was still asked for' },
});

/** The faults to choose from. */
export const faults = choiceOf(faultTexts, {
  moved: 'moved',
  closed: 'closed',
  phone: 'phone',
  hours: 'hours',
  other: 'other',
});
