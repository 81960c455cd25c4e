/** What is said about the photos of a pin, and what became of one that was sent or deleted. */
import type { Outcome } from './effects.ts';
import { type Message, say } from './engine/message.ts';
import { defineTexts, type Text } from './engine/text.ts';

export const text = defineTexts('pin-photos', {
  title: { th: 'รูปถ่ายของหมุด', en: 'Photos of a pin' },
  shown: { th: 'รูปของหมุดนี้ {{count}} จาก 10 รูป', en: 'Photos of this pin: {{count}} of 10' },
  guide: {
    th: 'ส่งรูปมาในแชตนี้ได้เลย ทีละรูป\n• ยืนห่างพอให้เห็นทั้งป้ายหรือทั้งทางเข้า หันหลังให้แดด\n• ถ่ายป้ายสำนักงาน ประตูทางเข้าหลัก หรือเคาน์เตอร์บริการ\n• เลี่ยงใบหน้าคน ทะเบียนรถ และเอกสาร',
    en: 'Just send pictures here, one at a time.\n• Stand far enough away to show the whole sign or entrance, with the sun behind you.\n• Take the office’s sign, the main entrance or the service counter.\n• Leave out faces, number plates and papers.',
  },
  example: {
    th: 'ตัวอย่าง: ป้าย ทางเข้า หรือเคาน์เตอร์',
    en: 'For example: sign, entrance or counter',
  },
  full: {
    th: 'มีครบ 10 รูปแล้ว ลบรูปเก่าก่อนจึงเพิ่มได้',
    en: 'There are 10 photos already. Delete one before adding another.',
  },
  remove: { th: 'ลบรูป', en: 'Delete a photo' },
  finish: { th: 'เสร็จแล้ว', en: 'Done' },
  which: { th: 'ลบรูปที่เท่าไร', en: 'Which photo shall be deleted?' },
  number: { th: 'รูป {{number}}', en: 'Photo {{number}}' },
  sure: { th: 'ลบรูปนี้หรือไม่', en: 'Delete this photo?' },
  deleteIt: { th: 'ลบเลย', en: 'Delete it' },
  keepIt: { th: 'เก็บไว้', en: 'Keep it' },
  noSuchPhoto: {
    th: 'ไม่มีรูปนั้น พิมพ์หมายเลขรูป เช่น ลบ 1',
    en: 'There is no such photo. Type its number, such as delete 1.',
  },
  sendOne: {
    th: 'ส่งรูปมาได้เลย หรือแตะ “เสร็จแล้ว” หากจะลบ พิมพ์ เช่น ลบ 1',
    en: 'Send a picture, or tap “Done”. To delete one, type for example delete 1.',
  },
  stored: { th: 'เก็บรูปแล้ว ({{count}} จาก 10)', en: 'The photo is kept ({{count}} of 10).' },
  notAPicture: {
    th: 'ไฟล์นี้ไม่ใช่รูปถ่ายที่อ่านได้ ลองถ่ายใหม่',
    en: 'That is no picture that can be read. Please take another.',
  },
  tooSmall: {
    th: 'รูปเล็กเกินไปจนดูไม่ออก ลองส่งรูปที่ใหญ่กว่านี้',
    en: 'That picture is too small to make anything out. Please send a larger one.',
  },
  tooLarge: { th: 'รูปใหญ่เกินไป ลองส่งรูปที่เล็กกว่านี้', en: 'That picture is too large. Please send a smaller one.' },
  gone: { th: 'รูปนี้ถูกยกเลิกการส่งไปแล้ว', en: 'That picture was unsent.' },
  tryAgain: { th: 'รับรูปไม่สำเร็จ ลองส่งอีกครั้ง', en: 'The picture did not arrive. Please send it again.' },
  deleted: { th: 'ลบรูปแล้ว', en: 'The photo is deleted.' },
  notYours: {
    th: 'ใส่รูปไม่ได้ เพราะหมุดนี้ไม่อยู่ในหมุดที่คุณแก้ไขได้',
    en: 'Photos cannot be added here: this pin is not among those you may change.',
  },
  draftGone: {
    th: 'ร่างนี้เผยแพร่หรือทิ้งไปแล้ว ดูได้ที่ “หมุดของฉัน”',
    en: 'This draft has been published or discarded meanwhile. See “My pins”.',
  },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
});

/** What the writes before a question came to. */
export function newsOf(outcome: Outcome): Message[] {
  if (outcome.of === 'deletePhoto') return [say(text(outcome.result === 'deleted' ? 'deleted' : 'notYours'))];
  return outcome.of === 'addPhoto' ? [say(photoNews(outcome))] : [];
}

function photoNews(outcome: Extract<Outcome, { of: 'addPhoto' }>): Text {
  switch (outcome.result) {
    case 'stored':
      return text('stored', { count: outcome.count });
    case 'too-many':
      return text('full');
    case 'not-a-picture':
      return text('notAPicture');
    case 'too-small':
      return text('tooSmall');
    case 'too-large':
      return text('tooLarge');
    case 'gone':
      return text('gone');
    case 'try-again':
      return text('tryAgain');
    case 'not-yours':
      return text('notYours');
  }
}
