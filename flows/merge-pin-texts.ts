/** What is said while two pins are merged. */
import { defineTexts } from './engine/text.ts';

export const text = defineTexts('merge-pins', {
  title: { th: 'รวมหมุดที่ซ้ำกัน', en: 'Merge two pins' },
  first: {
    th: 'หมุดแรกคือหมุดไหน พิมพ์รหัสหมุด หรือบางส่วนของชื่อ',
    en: 'Which is the first pin? Type its code or part of its name.',
  },
  second: {
    th: 'หมุดที่ซ้ำกับ “{{name}}” ({{code}}) คือหมุดไหน พิมพ์รหัสหมุด หรือบางส่วนของชื่อ',
    en: 'Which pin is the same office as “{{name}}” ({{code}})? Type its code or part of its name.',
  },
  nearby: {
    th: 'หมุดที่ซ้ำกับ “{{name}}” ({{code}}) คือหมุดไหน หมุดเหล่านี้อยู่ใกล้กันและชื่อคล้ายกัน เลือก หรือพิมพ์รหัสหรือชื่อ',
    en: 'Which pin is the same office as “{{name}}” ({{code}})? These are close by and have a similar name. Choose one, or type a code or a name.',
  },
  pick: {
    th: 'หมุดที่ตรงกับ “{{query}}” เลือก หรือพิมพ์ชื่อใหม่',
    en: 'Pins that fit “{{query}}”. Choose one, or type other words.',
  },
  listed: { th: '{{name}} ({{code}})', en: '{{name}} ({{code}})' },
  none: {
    th: 'ไม่พบหมุดที่ตรงกับ “{{query}}” ลองพิมพ์ให้สั้นลง หรือพิมพ์รหัสหมุด',
    en: 'No pin fits “{{query}}”. Try fewer words, or a pin code.',
  },
  notLookedAfter: {
    th: 'หมุดที่ตรงกับ “{{query}}” อยู่นอกพื้นที่ที่คุณดูแล ลองหมุดอื่น',
    en: 'What fits “{{query}}” is outside what you look after. Try another pin.',
  },
  samePin: {
    th: '“{{query}}” คือหมุดแรกเอง หรือถูกรวมเข้ากับหมุดแรกแล้ว ลองหมุดอื่น',
    en: '“{{query}}” is the first pin itself, or was merged into it before. Try another one.',
  },
  apart: {
    th: 'สองหมุดนี้อยู่ห่างกัน {{distance}} เก็บหมุดไหนไว้',
    en: 'These two are {{distance}} apart. Which one is to stay?',
  },
  keepThis: { th: 'เก็บ {{code}}', en: 'Keep {{code}}' },
  photos: { th: 'รูปถ่าย', en: 'Photos' },
  count: { th: '{{count}} รูป', en: '{{count}}' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  sure: {
    th: 'เก็บ “{{keep}}” ({{keepCode}}) และรวม “{{away}}” ({{awayCode}}) เข้ามา ใช่หรือไม่',
    en: 'Keep “{{keep}}” ({{keepCode}}) and merge “{{away}}” ({{awayCode}}) into it?',
  },
  consequences: {
    th: '{{code}} จะออกจากแผนที่ ลิงก์และรหัสเดิมจะพาไปหมุดที่เก็บไว้\nรูปถ่าย (รวมไม่เกิน 10 รูป) เรื่องที่ประชาชนแจ้ง และข้อมูลที่หมุดที่เก็บยังไม่มี จะย้ายมาด้วย',
    en: '{{code}} leaves the map; its links and its code will lead to the pin that stays.\nIts photos (10 in all at most), open reports, and what the other pin has not got move over.',
  },
  merge: { th: 'ใช่ รวมหมุด', en: 'Yes, merge them' },
  other: { th: 'ไม่ เลือกใหม่', en: 'No, choose again' },
  merged: {
    th: 'รวมหมุดแล้ว {{away}} พาไปที่ {{keep}} ตั้งแต่นี้ไป',
    en: 'They are merged. From now on {{away}} leads to {{keep}}.',
  },
  mergedFurther: {
    th: 'มีคนรวม {{old}} เข้ากับ {{keep}} ไปก่อนแล้ว จึงรวม {{away}} เข้ากับ {{keep}} แทน',
    en: 'Somebody had merged {{old}} into {{keep}} before, so {{away}} was merged into {{keep}}.',
  },
  already: {
    th: 'มีคนรวมหมุดนี้ไปก่อนแล้ว จึงไม่ได้เปลี่ยนอะไร นี่คือหมุดที่ใช้อยู่',
    en: 'Somebody had merged one of them before, so nothing was changed. This is the pin in use.',
  },
  gone: {
    th: 'หมุดหนึ่งในสองหมุดนี้ไม่ได้เผยแพร่แล้ว จึงไม่ได้เปลี่ยนอะไร',
    en: 'One of the two is no longer published, so nothing was changed.',
  },
  outside: {
    th: 'หมุดหนึ่งในสองหมุดนี้อยู่นอกพื้นที่ที่คุณดูแล จึงไม่ได้เปลี่ยนอะไร',
    en: 'One of the two is outside what you look after, so nothing was changed.',
  },
  again: { th: 'รวมหมุดอื่น', en: 'Merge others' },
});
