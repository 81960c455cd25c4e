/** Which copies an office asks for, as a row of its card, and the way to its services. */
import { type Option, open, type Row } from '../engine/message.ts';
import { defineTexts } from '../engine/text.ts';
import type { CopiesAsked } from './copy-look-ups.ts';

export const officeCopiesTexts = defineTexts('office-copies', {
  copies: { th: 'สำเนา', en: 'Copies' },
  none: { th: 'ไม่ต้องใช้สำเนา', en: 'No copies needed' },
  asked: { th: 'ขอสำเนาใน {{count}} บริการ', en: 'Asked for in services: {{count}}' },
  services: { th: 'บริการและเอกสาร', en: 'Services and papers' },
});

/** The row and the button; none where the office has no services. */
export function officeCopies(
  pin: string,
  services: readonly CopiesAsked[],
): { rows: Row[]; options: Option[] } {
  if (services.length === 0) return { rows: [], options: [] };
  const count = services.filter(({ idCard, house }) => idCard || house).length;
  const value = count === 0 ? officeCopiesTexts('none') : officeCopiesTexts('asked', { count });
  return {
    rows: [{ label: officeCopiesTexts('copies'), value }],
    options: [open(officeCopiesTexts('services'), 'services', pin)],
  };
}
