/** What is said while somebody rates an office. */
import { defineTexts } from '../engine/text.ts';

export const text = defineTexts('rate', {
  title: { th: 'ให้คะแนนบริการ', en: 'Rate an office' },
  which: {
    th: 'ให้คะแนนสำนักงานไหน พิมพ์รหัสบนโปสเตอร์ เช่น C4KM7X หรือชื่อสำนักงาน เช่น “อบต.เขาใหม่”',
    en: 'Which office would you like to rate? Type the code on its poster, such as C4KM7X, or its name, such as “Khao Mai”.',
  },
  wrongCode: {
    th: 'ไม่พบรหัส “{{asked}}” ตรวจดูบนโปสเตอร์อีกครั้ง หรือพิมพ์ชื่อสำนักงาน',
    en: 'There is no code “{{asked}}”. Please check the poster again, or type the office’s name.',
  },
  noneNamed: {
    th: 'ไม่พบสำนักงานที่ตรงกับ “{{asked}}” ลองพิมพ์ให้สั้นลง หรือพิมพ์รหัสบนโปสเตอร์',
    en: 'No office fits “{{asked}}”. Try fewer words, or the code on its poster.',
  },
  numberAlone: {
    th: 'ตัวเลขอย่างเดียวยังไม่พอ พิมพ์ชื่อสำนักงาน หรือรหัสบนโปสเตอร์',
    en: 'A number alone is not enough. Please type the office’s name, or the code on its poster.',
  },
  several: { th: 'ให้คะแนนสำนักงานไหน', en: 'Which office would you like to rate?' },
  inArea: { th: '{{name}} ({{area}})', en: '{{name}} ({{area}})' },
  stars: {
    th: '“{{office}}” บริการเป็นอย่างไรบ้าง',
    en: 'How was the service at “{{office}}”?',
  },
  again: {
    th: 'วันนี้คุณให้ “{{office}}” ไว้แล้ว: {{face}}\nแตะใหม่เพื่อแทนคะแนนเดิมพร้อมความเห็นทั้งหมด',
    en: 'You have rated “{{office}}” today: {{face}}\nTap again to replace it, with all that you said.',
  },
  anonymous: {
    th: 'สำนักงานไม่เห็นว่าใครให้คะแนน',
    en: 'The office does not see who rates it.',
  },
  oneToFive: {
    th: 'แตะหน้าที่ตรงกับใจ หรือพิมพ์ 1 ถึง 5 (5 คือพอใจมาก)',
    en: 'Tap a face, or type 1 to 5 (5 is very happy).',
  },
  rated: {
    th: 'ขอบคุณ ให้ “{{office}}” แล้ว: {{face}}',
    en: 'Thank you. Your rating of “{{office}}”: {{face}}',
  },
  replaced: {
    th: 'แทนคะแนนเดิมของวันนี้แล้ว “{{office}}”: {{face}}',
    en: 'Your rating of today is replaced. “{{office}}”: {{face}}',
  },
  more: {
    th: 'แตะ “เสร็จแล้ว” ได้เลย หรือเล่าเพิ่มเติม พิมพ์ความเห็นหรือส่งรูปได้',
    en: 'Tap “Done”, or tell us more: type a comment or send a photo.',
  },
  done: { th: 'เสร็จแล้ว', en: 'Done' },
  tags: { th: 'อะไรดี อะไรไม่ดี', en: 'What was good or bad' },
  service: { th: 'ใช้บริการอะไร', en: 'Which service' },
  comment: { th: 'เขียนความเห็น', en: 'Write a comment' },
  photo: { th: 'ส่งรูป', en: 'Send a photo' },
  whichTags: {
    th: 'อะไรดี อะไรไม่ดี เลือกได้หลายข้อ แล้วแตะ “ตกลง”',
    en: 'What was good or bad? Choose as many as you like, then tap “OK”.',
  },
  chosen: { th: '✓ {{tag}}', en: '✓ {{tag}}' },
  save: { th: 'ตกลง', en: 'OK' },
  whichService: {
    th: 'ใช้บริการอะไรที่ “{{office}}” {{from}}–{{to}} จาก {{all}}',
    en: 'Which service did you use at “{{office}}”? {{from}}–{{to}} of {{all}}',
  },
  next: { th: 'หน้าถัดไป', en: 'Next page' },
  writeComment: {
    th: 'พิมพ์ความเห็นถึง “{{office}}” ไม่เกิน 1,000 ตัวอักษร\nเจ้าหน้าที่อ่านได้โดยไม่เห็นว่าเป็นใคร เบอร์โทร อีเมล และเลขบัตรประชาชนจะถูกซ่อนทันที',
    en: 'Type your comment for “{{office}}”, at most 1,000 characters.\nIts officials read it without seeing who you are. Phone numbers, e-mail addresses and ID numbers are hidden at once.',
  },
  sendPhoto: {
    th: 'ส่งรูปได้ 1 รูป เจ้าหน้าที่ของสำนักงานเท่านั้นที่เห็น ขออย่าถ่ายติดบัตร เอกสาร หรือหน้าคนอื่น',
    en: 'Send one photo. Only the office’s officials see it. Please no cards, papers or other people’s faces.',
  },
  onlyPhoto: { th: 'ข้อนี้ขอเป็นรูปภาพ หรือพิมพ์ “ย้อนกลับ”', en: 'This needs a picture, or type “back”.' },
  consentFirst: {
    th: 'คะแนนบันทึกแล้ว แต่ข้อความหรือรูปยังไม่ถูกเก็บ เพราะต้องให้คุณยอมรับเรื่องข้อมูลส่วนบุคคลก่อน แล้วจึงส่งอีกครั้ง',
    en: 'Your rating is counted. Words and photos are not kept yet: please read about your personal data first, then send them again.',
  },
  kept: {
    th: 'คะแนนของ “{{office}}” บันทึกไว้แล้ว',
    en: 'Your rating of “{{office}}” is counted.',
  },
  tagsKept: { th: 'บันทึกแล้ว', en: 'Noted.' },
  serviceKept: { th: 'บันทึกบริการแล้ว', en: 'The service is noted.' },
  commentKept: {
    th: 'บันทึกความเห็นแล้ว จะแสดงว่า: “{{words}}”',
    en: 'Your comment is kept. It reads: “{{words}}”',
  },
  answeredAlready: {
    th: 'สำนักงานตอบความเห็นเดิมแล้ว จึงแก้ไม่ได้',
    en: 'The office has answered your comment, so it cannot be changed.',
  },
  photoKept: { th: 'เก็บรูปแล้ว เห็นเฉพาะสำนักงานนี้', en: 'Your photo is kept, for this office only.' },
  notAPicture: { th: 'อ่านรูปนี้ไม่ได้ ลองส่งรูปอื่น', en: 'That picture cannot be read. Please try another one.' },
  tooSmall: { th: 'รูปเล็กเกินไป ลองส่งรูปอื่น', en: 'That picture is too small. Please try another one.' },
  tooLarge: { th: 'รูปใหญ่เกินไป ลองส่งรูปอื่น', en: 'That picture is too large. Please try another one.' },
  photoGone: { th: 'รูปนี้ถูกลบไปแล้ว', en: 'That picture has been deleted.' },
  tryAgain: { th: 'รับรูปไม่สำเร็จ ขอให้ส่งอีกครั้ง', en: 'The picture did not arrive. Please send it again.' },
  notThere: {
    th: 'ไม่มีคะแนนนี้แล้ว อาจถูกถอนไปหรือเก่าเกินกว่าจะแก้ได้',
    en: 'That rating is not there any more: it was withdrawn, or is too old to be changed.',
  },
  thanks: { th: 'ขอบคุณที่ให้คะแนน “{{office}}”', en: 'Thank you for rating “{{office}}”' },
  rating: { th: 'คะแนน', en: 'Rating' },
  goodOrBad: { th: 'ดีหรือไม่ดี', en: 'Good or bad' },
  two: { th: '{{first}}, {{second}}', en: '{{first}}, {{second}}' },
  serviceRow: { th: 'บริการ', en: 'Service' },
  commentRow: { th: 'ความเห็น', en: 'Comment' },
  photoRow: { th: 'รูป', en: 'Photo' },
  onePhoto: { th: '1 รูป', en: '1 photo' },
  withdraw: { th: 'ถอนคะแนนนี้', en: 'Withdraw this rating' },
  seeOffice: { th: 'ดูสำนักงานนี้', en: 'See this office' },
  withdrawn: {
    th: 'ถอนคะแนนแล้ว พร้อมความเห็นและรูป ไม่นับในผลรวมอีก',
    en: 'Your rating is withdrawn, with its comment and photo. It is no longer counted.',
  },
  rateAgain: { th: 'ให้คะแนนใหม่', en: 'Rate again' },
  ownAgency: {
    th: '“{{office}}” เป็นสำนักงานที่คุณทำงานหรือดูแล จึงไม่นับคะแนน เพื่อความเป็นธรรม',
    en: 'You work for “{{office}}” or look after it, so your rating is not counted. That keeps it fair.',
  },
  gone: {
    th: 'สำนักงานนี้ไม่อยู่บนแผนที่แล้ว จึงให้คะแนนไม่ได้',
    en: 'This office is no longer on the map, so it cannot be rated.',
  },
  tooMany: {
    th: 'วันนี้คุณให้คะแนนครบ 20 แห่งแล้ว พรุ่งนี้ให้ใหม่ได้',
    en: 'You have rated 20 offices today. You can go on tomorrow.',
  },
  askingOff: {
    th: 'ได้เลย จะไม่ถามอีกว่าบริการเป็นอย่างไร หากเปลี่ยนใจ พิมพ์ “ถามคะแนนได้”',
    en: 'All right, we will not ask how it was any more. If you change your mind, type “ask me again”.',
  },
  askingOn: {
    th: 'ขอบคุณ หลังถามทางไปสำนักงานไหน วันรุ่งขึ้นจะถามว่าบริการเป็นอย่างไร',
    en: 'Thank you. The morning after you ask the way to an office, we will ask how it was.',
  },
  find: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
});
