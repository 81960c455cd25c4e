/** What is said while somebody makes a complaint. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('complain', {
  title: { th: 'ร้องเรียน', en: 'Make a complaint' },
  draft: {
    th: 'คุณมีเรื่องที่เขียนค้างไว้{{about}} จะเขียนต่อหรือเริ่มเรื่องใหม่',
    en: 'You have an unfinished complaint{{about}}. Shall we go on with it, or start a new one?',
  },
  draftAbout: { th: ' เกี่ยวกับ “{{about}}”', en: ' about “{{about}}”' },
  goOn: { th: 'เขียนต่อ', en: 'Go on with it' },
  startNew: { th: 'เริ่มเรื่องใหม่ ทิ้งเรื่องเดิม', en: 'Start a new one instead' },
  throwAway: { th: 'ทิ้งเรื่องที่ค้าง', en: 'Throw it away' },
  about: {
    th: 'เสียใจที่คุณพบเรื่องไม่สบายใจ เล่าให้เราฟังได้เลย เราจะส่งถึงผู้ที่แก้ไขได้\n\nเรื่องเกิดที่ไหน พิมพ์ชื่อหรือรหัสสำนักงาน เช่น “อบต.เขาใหม่” ตำบลและอำเภอ เช่น “ต.เขาใหม่ อ.เมืองระยอง” หรือส่งตำแหน่งของจุดนั้น',
    en: 'We are sorry that something went wrong. Tell us, and we will bring it to those who can put it right.\n\nWhere did it happen? Type the name or code of the office, such as “Khao Mai SAO”, or subdistrict and district, or send the location.',
  },
  aboutAgain: {
    th: 'เรื่องเกิดที่ไหน พิมพ์ชื่อหรือรหัสสำนักงาน ตำบลและอำเภอ หรือส่งตำแหน่งของจุดนั้น',
    en: 'Where did it happen? Type the name or code of the office, or subdistrict and district, or send the location.',
  },
  wordsKept: {
    th: 'เก็บข้อความไว้ให้แล้ว “{{words}}”\n\nเรื่องเกิดที่ไหน ส่งตำแหน่งของจุดนั้น พิมพ์ตำบลและอำเภอ เช่น “ต.เขาใหม่ อ.เมืองระยอง” หรือชื่อสำนักงาน',
    en: 'Your words are kept: “{{words}}”\n\nWhere did it happen? Send the location, or type subdistrict and district, such as “Khao Mai subdistrict, Mueang Rayong district”, or the name of an office.',
  },
  aboutLast: {
    th: 'เหลืออีกข้อเดียว เรื่องเกิดที่ไหน ส่งตำแหน่งของจุดนั้น พิมพ์ตำบลและอำเภอ เช่น “ต.เขาใหม่ อ.เมืองระยอง” หรือชื่อสำนักงาน เพื่อให้เรื่องไปถึงผู้ดูแลพื้นที่นั้น',
    en: 'One thing is left: where did it happen? Send the location, or type subdistrict and district, such as “Khao Mai subdistrict, Mueang Rayong district”, or the name of an office, so that it reaches those in charge there.',
  },
  later: { th: 'เล่าต่อ ระบุที่ทีหลัง', en: 'Go on, say where later' },
  place: { th: 'บริเวณ {{area}}', en: 'The area {{area}}' },
  officeGone: {
    th: 'สำนักงานนั้นไม่อยู่บนแผนที่แล้ว แต่ยังร้องเรียนได้ พิมพ์ชื่อสำนักงานใหม่ ตำบลและอำเภอ หรือส่งตำแหน่งของจุดนั้น',
    en: 'That office is not on the map any more, but you can still complain: type another name, or subdistrict and district, or send the location.',
  },
  sendLocation: { th: 'ส่งตำแหน่ง', en: 'Send location' },
  noneNamed: {
    th: 'ไม่พบสำนักงานหรือพื้นที่ที่ตรงกับ “{{words}}” ลองพิมพ์ให้สั้นลง เช่น “เขาใหม่” บอกทั้งตำบลและอำเภอ หรือส่งตำแหน่งของจุดที่เกิดเรื่องแทน',
    en: 'No office or area fits “{{words}}”. Try fewer words, such as “Khao Mai”, or both subdistrict and district, or send the location where it happened.',
  },
  pick: { th: 'หมายถึงสำนักงานไหน', en: 'Which office do you mean?' },
  pickPlace: { th: 'หมายถึงที่ไหน', en: 'Which one do you mean?' },
  inArea: { th: '{{name}} ({{area}})', en: '{{name}} ({{area}})' },
  notListed: { th: 'ไม่มีในรายการนี้', en: 'None of these' },
  categoryAlone: { th: 'เป็นเรื่องประเภทไหน', en: 'What is it about?' },
  category: { th: 'เรื่องที่ “{{about}}” เป็นเรื่องประเภทไหน', en: '“{{about}}”: what is it about?' },
  alike: {
    th: 'มีคนแจ้งเรื่องคล้ายกันใกล้จุดนี้แล้ว เรื่องเดียวกันไหม ถ้าใช่ แตะเพื่อติดตาม จะได้รู้ความคืบหน้าพร้อมกัน',
    en: 'Somebody reported something like it near here. Is it the same? If so, tap it to follow it and hear how it goes.',
  },
  alikeOne: {
    th: 'เรื่องเดียวกัน: {{area}} ห่าง {{distance}} แจ้งเมื่อ {{date}}',
    en: 'The same: {{area}}, {{distance}} away, reported on {{date}}',
  },
  different: { th: 'คนละเรื่อง', en: 'A different one' },
  words: {
    th: 'เกิดอะไรขึ้น เล่าด้วยคำของคุณเองได้เลย ไม่เกิน 2,000 ตัวอักษร\nบอกวันเวลาและสิ่งที่อยากให้แก้ จะช่วยให้แก้ได้เร็วขึ้น ไม่ต้องใส่เลขบัตรประชาชน',
    en: 'What happened? Use your own words, up to 2,000 characters.\nWhen it was and what should be put right helps to solve it sooner. Please leave out ID card numbers.',
  },
  photos: {
    th: 'มีรูปประกอบไหม ส่งได้ถึง 5 รูป ทีละรูป หรือแตะ “ไม่มีรูป”\nรูปจะเห็นเฉพาะคุณกับเจ้าหน้าที่ที่ดูแลเรื่องนี้',
    en: 'Do you have photos? Send up to 5, one at a time, or tap “No photo”.\nOnly you and those who handle the case see them.',
  },
  contact: {
    th: 'ให้เจ้าหน้าที่ติดต่อคุณโดยตรงได้ไหม\n• ไม่บอกชื่อ: เจ้าหน้าที่ไม่เห็นว่าคุณเป็นใคร ถามตอบกันได้ผ่านแชตนี้\n• ให้ช่องทางติดต่อ: เบอร์หรืออีเมลของคุณเห็นเฉพาะเจ้าหน้าที่ที่ดูแลเรื่องนี้ ไม่เปิดเผยต่อใครอื่น',
    en: 'May they contact you directly?\n• Anonymous: nobody sees who you are; questions and answers go through this chat.\n• With contact: only those who handle this case see your phone number or e-mail address, nobody else.',
  },
  contactWrong: {
    th: 'แตะ “ไม่บอกชื่อ” หรือพิมพ์เบอร์โทรหรืออีเมล เช่น 081-234-5678',
    en: 'Tap “Anonymous”, or type a phone number or an e-mail address, such as 081-234-5678.',
  },
  anonymous: { th: 'ไม่บอกชื่อ', en: 'Anonymous' },
  giveContact: { th: 'ให้ช่องทางติดต่อ', en: 'Give a contact' },
  contactDetail: {
    th: 'พิมพ์เบอร์โทรหรืออีเมลที่สะดวก เช่น 081-234-5678 เห็นเฉพาะเจ้าหน้าที่ที่ดูแลเรื่องนี้',
    en: 'Type a phone number or an e-mail address, such as 081-234-5678. Only those who handle this case see it.',
  },
  review: {
    th: 'ตรวจดูก่อนส่ง ถ้าจะแก้ พิมพ์เลขข้อ เช่น “แก้ 3”',
    en: 'Please look it over before it is sent. To change something, type its number, such as “change 3”.',
  },
  numbersHidden: {
    th: 'ซ่อนเบอร์โทร อีเมล หรือเลขประจำตัวในข้อความให้แล้ว เพราะเลือกไม่บอกชื่อ',
    en: 'A phone or ID number or e-mail address in your words is hidden, because you chose to stay anonymous.',
  },
  row: { th: '{{number}}. {{label}}', en: '{{number}}. {{label}}' },
  aboutLabel: { th: 'เกี่ยวกับ', en: 'About' },
  categoryLabel: { th: 'ประเภทเรื่อง', en: 'Kind' },
  wordsLabel: { th: 'ข้อความ', en: 'Words' },
  photosLabel: { th: 'รูป', en: 'Photos' },
  contactLabel: { th: 'การติดต่อ', en: 'Contact' },
  photoCount: { th: '{{count}} รูป', en: '{{count}}' },
  onlyHandler: {
    th: '{{contact}} (เห็นเฉพาะผู้ดูแลเรื่อง)',
    en: '{{contact}} (only for those who handle the case)',
  },
  anonymousIs: { th: 'ไม่บอกชื่อ', en: 'Anonymous' },
  send: { th: 'ส่งเรื่อง', en: 'Send it' },
  change: { th: 'แก้ไข', en: 'Change something' },
  discard: { th: 'ทิ้งเรื่องนี้', en: 'Throw it away' },
  which: { th: 'แก้ข้อไหน', en: 'What shall be changed?' },
  noSuchNumber: {
    th: 'แตะ “ส่งเรื่อง” เพื่อส่ง หรือพิมพ์เลขข้อที่จะแก้ 1 ถึง 5 เช่น “แก้ 3”',
    en: 'Tap “Send it”, or type the number to change, 1 to 5, such as “change 3”.',
  },
  sure: {
    th: 'ทิ้งเรื่องนี้พร้อมรูปทั้งหมดหรือไม่ ทิ้งแล้วเรียกคืนไม่ได้',
    en: 'Throw this complaint away with all its photos? It cannot be brought back.',
  },
  throwIt: { th: 'ทิ้งเลย', en: 'Throw it away' },
  keepIt: { th: 'เก็บไว้', en: 'Keep it' },
  discarded: { th: 'ทิ้งแล้ว ไม่มีใครได้เห็นเรื่องนี้', en: 'It is thrown away. Nobody has seen it.' },
  sent: {
    th: 'ส่งเรื่องแล้ว ขอบคุณที่ช่วยบอก\nรหัสติดตาม {{code}}\n\nต่อจากนี้ {{level}}จะรับเรื่องภายใน {{date}} เราบอกคุณทุกครั้งที่มีความคืบหน้า\nเรื่องจะปิดเมื่อคุณยืนยันว่าแก้ไขแล้ว หรือไม่มีคำตอบจากคุณ 15 วันหลังมีผู้แจ้งว่าแก้ไขแล้ว',
    en: 'Your complaint is on its way. Thank you for telling us.\nTracking code {{code}}\n\nNext, {{level}} takes it up by {{date}}. We tell you of every step.\nIt closes when you confirm that it is solved, or when you do not answer for 15 days after somebody says that it is.',
  },
  goesTo1111: {
    th: 'เรื่องประเภทนี้เราส่งต่อให้ศูนย์ 1111 ด้วย เมื่อได้เลขรับเรื่องแล้วจะแสดงในหน้าติดตาม',
    en: 'Complaints of this kind also go to 1111. Its number will be shown with your case.',
  },
  notTo1111: {
    th: 'เรื่องนี้ไม่ได้ส่งเข้าระบบของศูนย์ 1111 หากต้องการแจ้งที่นั่นด้วย โทร 1111 ได้',
    en: 'This case does not go to the system of 1111. If you want to report it there too, call 1111.',
  },
  call1111: { th: 'โทร 1111', en: 'Call 1111' },
  track: { th: 'ติดตามเรื่องนี้', en: 'See this case' },
  followed: {
    th: 'ติดตามเรื่อง {{code}} แล้ว เราจะบอกความคืบหน้าให้ ขอบคุณที่ใส่ใจ',
    en: 'You follow case {{code}} now, and will hear how it goes. Thank you for caring.',
  },
  already: { th: 'เรื่อง {{code}} คุณแจ้งหรือติดตามอยู่แล้ว', en: 'You reported or follow case {{code}} already.' },
  followGone: {
    th: 'เรื่องนั้นเพิ่งปิดไป หากปัญหายังอยู่ แจ้งเป็นเรื่องใหม่ได้เลย',
    en: 'That case has just been closed. If the problem is still there, please report it anew.',
  },
  complainAnew: { th: 'แจ้งเรื่องใหม่', en: 'Make a complaint' },
  tooManyToday: {
    th: 'วันนี้คุณส่งครบ 5 เรื่องแล้ว เรื่องนี้เก็บเป็นร่างไว้ให้ กลับมาส่งพรุ่งนี้ได้ หากเร่งด่วน โทร 1111',
    en: 'You have sent 5 complaints today, which is the most. This one is kept; send it tomorrow. If it is urgent, call 1111.',
  },
  notSent: {
    th: 'ยังส่งไม่ได้ เพราะสำนักงานนั้นเพิ่งออกจากแผนที่ ข้อความของคุณเก็บไว้แล้ว เลือกที่เกิดเรื่องใหม่แล้วส่งได้เลย',
    en: 'It was not sent: that office has just left the map. Your words are kept; choose the place anew and send it.',
  },
  goOnWriting: { th: 'เลือกที่เกิดเรื่องใหม่', en: 'Choose the place anew' },
  kept: {
    th: 'เก็บเรื่องที่เขียนไว้ให้แล้ว 30 วัน กลับมาพิมพ์ “ร้องเรียน” เพื่อทำต่อได้',
    en: 'What you wrote is kept for 30 days. Type “complain” to go on with it.',
  },
});
