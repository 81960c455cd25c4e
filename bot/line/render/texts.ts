/** The few words that rendering adds of its own. */
import { defineTexts } from '../../../flows/engine/text.ts';
import { UNSENT } from '../../../models/unsent-words.ts';

export const renderTexts = defineTexts('render', {
  part: { th: 'ตัวเลือกที่ {{from}}–{{to}} จาก {{all}}', en: 'Choices {{from}}–{{to}} of {{all}}' },
  moreToTheSide: { th: 'เลื่อนไปด้านข้างเพื่อดูตัวเลือกอื่น', en: 'Swipe sideways for more choices' },
  unsent: { th: UNSENT, en: '(deleted by its sender)' },
  metres: { th: '{{distance}} ม.', en: '{{distance}} m' },
  kilometres: { th: '{{distance}} กม.', en: '{{distance}} km' },
});
