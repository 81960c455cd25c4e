/** What the engine itself says, in any flow. */
import { defineTexts } from './text.ts';

export const chat = defineTexts('chat', {
  back: { th: 'ย้อนกลับ', en: 'Back' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  help: { th: 'ช่วยเหลือ', en: 'Help' },
  continue: { th: 'ทำต่อ: {{title}}', en: 'Go on: {{title}}' },
  thai: { th: 'ภาษาไทย', en: 'ภาษาไทย' },
  english: { th: 'English', en: 'English' },
  helpText: {
    th: 'ปักหมุดช่วยเรื่องเหล่านี้ได้ แตะเลือก หรือพิมพ์คำนั้นได้เลย\nพิมพ์ “ย้อนกลับ” เพื่อแก้คำตอบก่อนหน้า และ “ยกเลิก” เพื่อออก',
    en: 'This is what Pakmud can do. Tap one, or type its name.\nType “back” to change your last answer and “cancel” to leave.',
  },
  helpHint: {
    th: 'พิมพ์ชื่อสำนักงาน หรือส่งตำแหน่ง เพื่อค้นหาได้ทันที',
    en: 'Type an office’s name or send a location to search at once.',
  },
  nearMe: { th: 'ส่งตำแหน่งของฉัน', en: 'Send my location' },
  languageNow: { th: 'เปลี่ยนเป็นภาษาไทยแล้ว', en: 'Now in English.' },
  nothingBefore: { th: 'ย้อนกลับไปมากกว่านี้ไม่ได้แล้ว', en: 'There is no earlier answer to go back to.' },
  nothingToGoBackTo: { th: 'ตอนนี้ไม่มีคำถามที่จะย้อนกลับไป', en: 'There is no question to go back to right now.' },
  nothingToCancel: { th: 'ตอนนี้ไม่มีอะไรค้างอยู่ให้ยกเลิก', en: 'There is nothing to cancel right now.' },
  nothingToContinue: { th: 'ไม่มีเรื่องที่ค้างอยู่', en: 'There is nothing left unfinished.' },
  cancelled: {
    th: 'ออกจาก “{{title}}” แล้ว หากเปลี่ยนใจ แตะ “ทำต่อ” ได้',
    en: 'Left “{{title}}”. If you change your mind, tap “Go on”.',
  },
  left: { th: 'ออกจาก “{{title}}” แล้ว', en: 'Left “{{title}}”.' },
  parked: {
    th: 'พัก “{{title}}” ไว้ก่อน กลับมาทำต่อได้ทุกเมื่อ',
    en: '“{{title}}” is put aside; you can go on with it any time.',
  },
  goingOn: { th: 'ทำ “{{title}}” ต่อจากที่ค้างไว้', en: 'Going on with “{{title}}” where you left it.' },
  tappedTwice: { th: 'ได้รับคำตอบนี้แล้ว ไม่ต้องแตะซ้ำ', en: 'That answer is here already; one tap is enough.' },
  staleButton: {
    th: 'ปุ่มนั้นเป็นของคำถามที่ผ่านไปแล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: 'That button belongs to an earlier question, so nothing was changed.',
  },
  unreadableButton: { th: 'ปุ่มนั้นใช้ไม่ได้แล้ว', en: 'That button no longer works.' },
  restarted: {
    th: 'เราเพิ่งปรับปรุง “{{title}}” จึงขอเริ่มใหม่ตั้งแต่ต้น ขออภัยในความไม่สะดวก',
    en: '“{{title}}” was just improved, so it starts from the beginning. Sorry for the trouble.',
  },
  flowGone: { th: 'เรื่องที่ทำค้างไว้ปิดไปแล้ว', en: 'What you had left unfinished is no longer offered.' },
  cannotReadThat: {
    th: 'ขอบคุณสำหรับ{{what}} แต่ตรงนี้ยังเข้าใจแค่ข้อความที่พิมพ์ ลองพิมพ์ตอบ หรือแตะปุ่มได้เลย',
    en: 'Thank you, but {{what}} cannot be read here. Please answer in words or tap a button.',
  },
  pictureNotKept: {
    th: 'ไม่ได้เปิดดูหรือเก็บ{{what}}นี้ เพราะข้อนี้ไม่ได้ขอ และเราไม่เก็บสำเนาบัตรประชาชนหรือสำเนาทะเบียนบ้านของใครเลย ตอบด้วยข้อความ หรือแตะปุ่มได้เลย',
    en: 'Nobody asked for {{what}} here, so we did not open or keep it; we never keep copies of anyone’s ID card or house registration. Please answer in words or tap a button.',
  },
  notAPlaceQuestion: {
    th: 'ได้รับตำแหน่งแล้ว แต่ข้อนี้ให้แตะตัวเลือก หรือพิมพ์คำตอบ',
    en: 'Thank you for the location, but this question needs a tap or words.',
  },
  image: { th: 'รูปภาพ', en: 'a picture' },
  video: { th: 'วิดีโอ', en: 'a video' },
  audio: { th: 'ข้อความเสียง', en: 'a voice message' },
  file: { th: 'ไฟล์', en: 'a file' },
  sticker: { th: 'สติกเกอร์', en: 'a sticker' },
  unknown: { th: 'ข้อความชนิดนี้', en: 'this kind of message' },
  chooseOne: {
    th: 'ยังไม่แน่ใจว่าเลือกข้อใด แตะปุ่ม หรือพิมพ์หมายเลขข้อ เช่น 1',
    en: 'It is not clear which one you mean. Tap a button, or type its number, such as 1.',
  },
  ambiguous: {
    th: 'คำตอบนี้ตรงกับหลายข้อ แตะปุ่ม หรือพิมพ์หมายเลขข้อ เช่น 1',
    en: 'That fits more than one choice. Tap a button, or type its number, such as 1.',
  },
  tooLong: {
    th: 'ข้อความยาวเกินไป {{over}} ตัวอักษร ขอไม่เกิน {{max}} ตัวอักษร',
    en: 'That is {{over}} characters too long; at most {{max}}, please.',
  },
  tooShort: {
    th: 'สั้นเกินไป ขออย่างน้อย {{min}} ตัวอักษร',
    en: 'That is too short; at least {{min}} characters, please.',
  },
  notAPlace: {
    th: 'ข้อนี้ต้องการตำแหน่ง แตะ “ส่งตำแหน่ง” ด้านล่าง หรือพิมพ์พิกัด เช่น 19.9072, 99.8325',
    en: 'This needs a location. Tap “Send location” below, or type coordinates such as 19.9072, 99.8325.',
  },
  noSuchPlace: {
    th: 'พิกัดนี้อยู่นอกแผนที่โลก ละติจูดต้องอยู่ระหว่าง -90 ถึง 90 และลองจิจูดระหว่าง -180 ถึง 180 เช่น 19.9072, 99.8325',
    en: 'Those coordinates are off the map: latitude is -90 to 90, longitude -180 to 180, such as 19.9072, 99.8325.',
  },
  apology: {
    th: 'ขออภัย ระบบขัดข้องชั่วคราว คำตอบล่าสุดยังไม่ถูกบันทึก ลองส่งอีกครั้ง หรือพิมพ์ “ช่วยเหลือ”',
    en: 'Sorry, something went wrong on our side and your last answer was not kept. Please send it again, or type “help”.',
  },
  notForYou: {
    th: '“{{title}}” สำหรับเจ้าหน้าที่หรือผู้ประสานงานที่ลงทะเบียนแล้ว',
    en: '“{{title}}” is for registered officials or coordinators.',
  },
  noLongerForYou: {
    th: 'สิทธิ์สำหรับ “{{title}}” ของคุณสิ้นสุดแล้ว หากคิดว่าผิดพลาด ติดต่อผู้ประสานงานของคุณ',
    en: 'You no longer have access to “{{title}}”. If you think this is a mistake, please ask your coordinator.',
  },
  welcome: { th: 'ยินดีเสมอ', en: 'You are welcome.' },
  oneToOne: {
    th: 'สวัสดี ปักหมุดให้บริการในแชตส่วนตัวเท่านั้น เพิ่มเป็นเพื่อนแล้วทักมาได้เลย',
    en: 'Hello! Pakmud talks one to one only. Add it as a friend and say hello there.',
  },
});
