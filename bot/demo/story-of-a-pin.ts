// The story's first part: an official pins an office, citizens find it.

import { citizen, official, type StoryStep, traveller } from './story-step.ts';

/** In Mueang Nakhon Phanom, the official's district; the office is invented. */
const newOffice = {
  latitude: 17.40512,
  longitude: 104.77634,
  title: 'ตำแหน่งที่ส่ง',
  address: 'เมืองนครพนม นครพนม',
};
/** A short walk away from it. */
const nearby = { latitude: 17.4055, longitude: 104.7781 };

/** A pin from the first word to the way there. */
export const PINNING: readonly StoryStep[] = [
  { who: official, does: { text: 'ปักหมุด' }, expect: ['ข้อมูลส่วนบุคคล', 'ยอมรับ'] },
  { who: official, does: { tap: 'ยอมรับ' }, expect: ['เชิญทำต่อได้เลย', 'สำนักงานอยู่ที่ไหน'] },
  { who: official, does: { location: newOffice }, expect: ['จุดไหนของสำนักงาน'] },
  { who: official, does: { tap: 'ประตูทางเข้าหลัก' }, expect: ['ชื่อภาษาไทย'] },
  { who: official, does: { text: 'องค์การบริหารส่วนตำบลดอกคูนทอง' }, expect: ['ประเภทใด'] },
  { who: official, does: { text: '๑' }, expect: ['ตรวจดูอีกครั้ง', 'อบต.', '17.40512, 104.77634'] },
  {
    who: official,
    does: { tap: 'ถูกต้อง เผยแพร่เลย' },
    expect: ['ปักหมุด “องค์การบริหารส่วนตำบลดอกคูนทอง” แล้ว', 'รหัสหมุด'],
  },
  {
    who: citizen,
    does: { location: nearby },
    expect: ['ใกล้ที่สุดก่อน', 'องค์การบริหารส่วนตำบลดอกคูนทอง', 'https://www.google.com/maps/dir/'],
  },
  { who: citizen, does: { text: 'ค้นหา อบตดอกคูนทอง' }, expect: ['องค์การบริหารส่วนตำบลดอกคูนทอง', 'นำทาง'] },
  { who: citizen, does: { tap: 'ดูบนแผนที่' }, expect: ['17.40512', 'destination=17.405120,104.776340'] },
  { who: traveller, does: { text: 'english' }, expect: ['Now in English'] },
  { who: traveller, does: { text: 'find khao mai' }, expect: ['Khao Mai', 'Directions'] },
  { who: official, does: { tap: 'ถูกต้อง เผยแพร่เลย' }, expect: ['ปุ่มนั้นเป็นของคำถามที่ผ่านไปแล้ว'] },
];
