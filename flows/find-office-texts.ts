/** What is said while an office is looked for, and on its card. */
import { defineTexts } from './engine/text.ts';

export const text = defineTexts('find-office', {
  title: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  ask: {
    th: 'หาสำนักงานไหนดี\nส่งตำแหน่งเพื่อดูที่ใกล้คุณ หรือพิมพ์ชื่อ เช่น “อบต.เขาใหม่” บริการ เช่น “ทำบัตรประชาชน” หรือรหัสหมุด',
    en: 'Which office are you looking for?\nSend your location to see those near you, or type a name, such as “Khao Mai”, a service, such as “ID card”, or a pin code.',
  },
  knownOnes: { th: 'ที่ชอบและที่ดูล่าสุด แตะเพื่อเปิด', en: 'Your favourites and the last ones you looked at' },
  allKnown: { th: 'ดูทั้งหมด', en: 'Show all' },
  inArea: { th: '{{name}} ({{area}})', en: '{{name}} ({{area}})' },
  sendLocation: { th: 'ส่งตำแหน่งของฉัน', en: 'Send my location' },
  nearMe: { th: 'ดูที่ใกล้ฉัน', en: 'Near me instead' },
  whereService: {
    th: '“{{service}}” ทำได้ที่ไหนใกล้คุณ\nส่งตำแหน่ง หรือพิมพ์ชื่ออำเภอหรือจังหวัด',
    en: 'Where near you is “{{service}}” done?\nSend your location, or type a district or province.',
  },
  whereKind: {
    th: 'หา{{kind}}แถวไหน\nส่งตำแหน่ง หรือพิมพ์ชื่ออำเภอหรือจังหวัด',
    en: '{{kind}}: near which place?\nSend your location, or type a district or province.',
  },
  whichService: { th: 'บริการไหนที่ตรงกับ “{{words}}”', en: 'Which service do you mean by “{{words}}”?' },
  meantService: {
    th: 'ไม่พบบริการชื่อ “{{words}}” หมายถึงบริการนี้หรือไม่',
    en: 'No service is called “{{words}}”. Did you mean this one?',
  },
  near: { th: 'สำนักงานใกล้ตำแหน่งนี้ ใกล้ที่สุดก่อน', en: 'Offices near that place, nearest first' },
  named: { th: 'สำนักงานที่ตรงกับ “{{query}}”', en: 'Offices that fit “{{query}}”' },
  kindNear: { th: '{{kind}}ใกล้ตำแหน่งนี้ ใกล้ที่สุดก่อน', en: '{{kind}}: near that place, nearest first' },
  kindIn: { th: '{{kind}}ใน {{area}}', en: '{{kind}}: in {{area}}' },
  serviceNear: {
    th: 'ที่ทำ “{{service}}” ใกล้ตำแหน่งนี้ ใกล้ที่สุดก่อน',
    en: 'Where “{{service}}” is done near that place, nearest first',
  },
  serviceIn: { th: 'ที่ทำ “{{service}}” ใน {{area}}', en: 'Where “{{service}}” is done in {{area}}' },
  allInArea: { th: 'สำนักงานใน {{area}}', en: 'Offices in {{area}}' },
  nearArea: {
    th: 'ใน {{area}} ยังไม่มีสำนักงานบนแผนที่ เหล่านี้อยู่ใกล้ที่สุด',
    en: 'No office in {{area}} is on the map yet. These are the nearest.',
  },
  noneInArea: {
    th: 'ใน {{area}} และใกล้เคียงยังไม่มีสำนักงานบนแผนที่ ลองส่งตำแหน่งอื่น หรือพิมพ์ชื่อสำนักงาน',
    en: 'No office in or near {{area}} is on the map yet. Try another place, or type the office’s name.',
  },
  asArea: { th: 'ทุกแห่งใน {{area}}', en: 'All in {{area}}' },
  asService: { th: 'หาเป็นชื่อบริการ', en: 'Look for a service' },
  asName: { th: 'หาเป็นชื่อสำนักงาน', en: 'Look for a name' },
  asKind: { th: '{{kind}}ทั้งหมด', en: 'All: {{kind}}' },
  thisService: { th: 'บริการนี้', en: 'This service' },
  isOffered: { th: 'สำนักงานแจ้งว่ามี', en: 'offered, as the office says' },
  isUsual: {
    th: 'ปกติสำนักงานแบบนี้มี แต่ที่นี่ยังไม่ได้แจ้ง โทรถามก่อนไป',
    en: 'usual at such offices; this one has not said so yet, please call first',
  },
  steps: { th: 'ขั้นตอนและเอกสาร', en: 'Steps and papers' },
  municipality: { th: 'เทศบาล', en: 'Municipality' },
  more: { th: 'ดูเพิ่ม', en: 'More' },
  wayThere: { th: 'นำทาง', en: 'Directions' },
  details: { th: 'ดูรายละเอียด', en: 'Details' },
  distance: { th: 'ระยะทาง', en: 'Distance' },
  distanceIs: { th: '{{distance}}', en: '{{distance}}' },
  kind: { th: 'ประเภท', en: 'Kind' },
  area: { th: 'พื้นที่', en: 'Area' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  noneNear: {
    th: 'ยังไม่มีสำนักงานบนแผนที่ใกล้ตำแหน่งนี้ ลองพิมพ์ชื่อสำนักงานแทน',
    en: 'No office near that place is on the map yet. Try typing the office’s name instead.',
  },
  noneNamed: {
    th: 'ไม่พบสำนักงานหรือบริการที่ตรงกับ “{{query}}”\nลองพิมพ์เฉพาะชื่อตำบลหรืออำเภอ ชื่อบริการสั้น ๆ เช่น “บัตรประชาชน” หรือส่งตำแหน่งเพื่อดูสำนักงานใกล้คุณ',
    en: 'No office and no service fits “{{query}}”.\nTry a subdistrict or district alone, a service in a word or two, such as “ID card”, or send your location to see the offices near you.',
  },
  noneThere: {
    th: 'ยังไม่มีสำนักงานแบบนี้บนแผนที่ที่นั่น ลองส่งตำแหน่งอื่น หรือพิมพ์ชื่อสำนักงาน',
    en: 'No such office is on the map there yet. Try another place, or type the office’s name.',
  },
  notDoneThere: {
    th: 'ยังไม่มีสำนักงานบนแผนที่ที่ทำ “{{service}}” ที่นั่น ลองส่งตำแหน่งอื่น หรือพิมพ์ชื่ออำเภอหรือจังหวัดอื่น',
    en: 'No office on the map does “{{service}}” there yet. Try another place, or type another district or province.',
  },
  noService: { th: 'บริการนี้ไม่มีแล้ว ลองค้นหาใหม่', en: 'This service is no longer offered. Please search again.' },
  noMore: { th: 'หมดแล้ว ไม่มีสำนักงานเพิ่มเติม', en: 'That was all; there are no more.' },
  gone: {
    th: 'สำนักงานนี้ไม่อยู่บนแผนที่แล้ว ลองค้นหาใหม่',
    en: 'This office is no longer on the map. Please search again.',
  },
  unknownArea: { th: 'ไม่ระบุพื้นที่', en: 'Area not given' },
});
