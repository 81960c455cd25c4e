// @ts-check
/** The page's own words, Thai and English. What the bot says is never translated here. */

/** @typedef {import('./types.js').Words} Words */
/** @typedef {'th' | 'en'} Language */

const TEXTS = {
  account: { th: 'ปักหมุด', en: 'ปักหมุด' },
  accountKind: { th: 'บัญชีทางการ', en: 'Official account' },
  pageTitle: { th: 'LINE จำลอง', en: 'Simulated LINE' },
  language: { th: 'ภาษาของหน้านี้', en: 'Language of this page' },
  chatOf: { th: 'แชตของ {name}', en: 'Chat of {name}' },
  speakAs: { th: 'คุยในชื่อ', en: 'Speak as' },
  newPerson: { th: 'เพิ่มคนใหม่', en: 'Add a person' },
  newPersonName: { th: 'ชื่อที่แสดง', en: 'Display name' },
  create: { th: 'เพิ่ม', en: 'Add' },
  close: { th: 'ปิด', en: 'Close' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  loading: { th: 'กำลังเปิดหน้า…', en: 'Opening…' },
  loadFailed: { th: 'เปิดรายชื่อไม่ได้', en: 'The list of people did not load' },
  connecting: { th: 'กำลังเชื่อมต่อ…', en: 'Connecting…' },
  reconnecting: { th: 'การเชื่อมต่อหลุด กำลังเชื่อมต่อใหม่…', en: 'Connection lost. Reconnecting…' },
  chat: { th: 'แชต เลื่อนขึ้นลงได้', en: 'Chat, scrolls' },
  messages: { th: 'ข้อความในแชต', en: 'Chat messages' },
  newMessages: { th: 'ข้อความใหม่', en: 'New messages' },
  read: { th: 'อ่านแล้ว', en: 'Read' },
  typing: { th: 'กำลังพิมพ์', en: 'Typing' },
  you: { th: 'คุณ', en: 'You' },
  youUnsent: { th: 'คุณยกเลิกข้อความแล้ว', en: 'You unsent a message' },
  botUnsent: { th: 'ข้อความถูกยกเลิกแล้ว', en: 'A message was unsent' },
  messageMenu: { th: 'ตัวเลือกของข้อความนี้', en: 'Options for this message' },
  unsend: { th: 'ยกเลิกข้อความ', en: 'Unsend' },
  copy: { th: 'คัดลอก', en: 'Copy' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
  copyFailed: { th: 'คัดลอกไม่ได้', en: 'Could not copy' },
  sending: { th: 'กำลังส่ง…', en: 'Sending…' },
  sendFailed: { th: 'ส่งไม่สำเร็จ', en: 'Not sent' },
  tryAgain: { th: 'ลองอีกครั้ง', en: 'Try again' },
  remove: { th: 'ลบ', en: 'Remove' },
  actionFailed: { th: 'ทำไม่สำเร็จ ลองอีกครั้ง', en: 'That did not work. Try again' },
  typeHere: { th: 'พิมพ์ข้อความ', en: 'Type a message' },
  send: { th: 'ส่ง', en: 'Send' },
  more: { th: 'ส่งรูป ตำแหน่ง หรือสติกเกอร์', en: 'Send a picture, place or sticker' },
  picture: { th: 'รูปภาพ', en: 'Picture' },
  place: { th: 'ตำแหน่ง', en: 'Location' },
  sticker: { th: 'สติกเกอร์', en: 'Sticker' },
  quickReplies: { th: 'ตัวเลือกคำตอบ', en: 'Quick replies' },
  menu: { th: 'เมนู', en: 'Menu' },
  menuArea: { th: 'ปุ่มเมนู {number}', en: 'Menu button {number}' },
  pictureArea: { th: 'จุดแตะ {number}', en: 'Tap area {number}' },
  follow: { th: 'เพิ่มเพื่อน', en: 'Add friend' },
  unfollow: { th: 'บล็อก', en: 'Block' },
  notFollowing: { th: 'ยังไม่ได้เป็นเพื่อนกับบัญชีนี้', en: 'Not a friend of this account' },
  picturePreview: { th: 'รูปที่ส่งในแชต แตะเพื่อดูใหญ่', en: 'Picture in the chat: open large' },
  pictureLarge: { th: 'รูปในแชต', en: 'Picture in the chat' },
  choosePicture: { th: 'เลือกรูปจากเครื่อง', en: 'Choose a file' },
  samplePicture: { th: 'ใช้รูปตัวอย่าง', en: 'Use the sample picture' },
  pictureKinds: { th: 'รูป JPEG หรือ PNG', en: 'JPEG or PNG' },
  wrongPicture: { th: 'ใช้ได้เฉพาะรูป JPEG หรือ PNG', en: 'Only JPEG or PNG pictures' },
  video: { th: 'วิดีโอ', en: 'Video' },
  audio: { th: 'เสียง', en: 'Audio' },
  file: { th: 'ไฟล์', en: 'File' },
  unknownMessage: { th: 'ข้อความชนิดที่หน้านี้วาดไม่ได้: {kind}', en: 'This page cannot draw this kind: {kind}' },
  linkRefused: { th: 'ลิงก์นี้เปิดไม่ได้', en: 'This link cannot be opened' },
  cards: { th: 'การ์ด เลื่อนด้วยปุ่มลูกศรได้', en: 'Cards: scroll with the arrow keys' },
  openMap: { th: 'เปิดในแผนที่', en: 'Open in a map' },
  mapSmall: { th: 'แผนที่ย่อของตำแหน่ง', en: 'Small map of the place' },
  pickPlace: { th: 'เลือกตำแหน่ง', en: 'Choose a location' },
  mapLabel: {
    th: 'แผนที่ประเทศไทย: เลื่อนด้วยปุ่มลูกศร ย่อขยายด้วย + และ − ปักหมุดกลางแผนที่ด้วย Enter',
    en: 'Map of Thailand: arrow keys move, + and − zoom, Enter drops the pin at the centre',
  },
  zoomIn: { th: 'ขยาย', en: 'Zoom in' },
  zoomOut: { th: 'ย่อ', en: 'Zoom out' },
  goTo: { th: 'ไปที่', en: 'Go to' },
  wholeCountry: { th: 'ทั้งประเทศ', en: 'Whole country' },
  coordinates: { th: 'พิกัด (ละติจูด, ลองจิจูด)', en: 'Coordinates (latitude, longitude)' },
  coordinatesWrong: {
    th: 'พิมพ์สองตัวเลข เช่น 19.9072, 99.8325',
    en: 'Type two numbers, such as 19.9072, 99.8325',
  },
  placeTitle: { th: 'ชื่อสถานที่ (ไม่ใส่ก็ได้)', en: 'Name of the place (optional)' },
  placeAddress: { th: 'ที่อยู่ (ไม่ใส่ก็ได้)', en: 'Address (optional)' },
  sendPlace: { th: 'ส่งตำแหน่งนี้', en: 'Send this location' },
  noPin: { th: 'แตะแผนที่เพื่อปักหมุด หรือพิมพ์พิกัด', en: 'Tap the map to drop the pin, or type coordinates' },
  pickDate: { th: 'เลือกวันที่', en: 'Choose a date' },
  pickTime: { th: 'เลือกเวลา', en: 'Choose a time' },
  pickDateTime: { th: 'เลือกวันและเวลา', en: 'Choose a date and time' },
  done: { th: 'ตกลง', en: 'OK' },
  tools: { th: 'เครื่องมือนักพัฒนา', en: 'Developer tools' },
  toolsHint: { th: 'ทำให้ LINE จำลองขัดข้องตามที่เลือก', en: 'Make the simulated LINE fail on purpose' },
  saved: { th: 'บันทึกแล้ว', en: 'Saved' },
  save: { th: 'บันทึก', en: 'Save' },
};

/** @typedef {keyof typeof TEXTS} TextKey */

/** @type {Language} */
let current = 'th';

/** @returns {Language} */
export function language() {
  return current;
}

/** @param {Language} next */
export function setLanguage(next) {
  current = next;
  document.documentElement.lang = next;
}

/**
 * The words of the page in its current language; `{name}` is replaced from `variables`.
 * @param {TextKey} key
 * @param {{ [name: string]: string | number }} [variables]
 */
export function say(key, variables = {}) {
  return TEXTS[key][current].replace(/\{(\w+)\}/g, (_, name) => String(variables[name] ?? ''));
}

/** The words of the server in the page's language. @param {Words} words */
export function inLanguage(words) {
  return words[current];
}

/** Hours and minutes in Thailand. @param {string} instant ISO */
export function clockTime(instant) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Bangkok',
  });
  return parts.format(new Date(instant));
}

/** The day in Thailand, as LINE writes it between messages. @param {string} instant ISO */
export function dayName(instant) {
  const locale = current === 'th' ? 'th-TH-u-ca-buddhist' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'Asia/Bangkok',
  });
  return format.format(new Date(instant));
}
