// The story of the demonstration: an official pins an office, citizens find it. What each step must get is said here.

import { DEMO_OFFICIAL, DEMO_PERSONAS, type DemoPersona } from './personas.ts';

/** What a person does. `tap` names the label of a button or quick reply the bot has just shown. */
export type Deed =
  | { text: string }
  | { tap: string }
  | { location: { latitude: number; longitude: number; title?: string; address?: string } };

/** One step: who does what, and which words the answer must hold, all of them. */
export type StoryStep = { who: DemoPersona; does: Deed; expect: string[] };

const [citizen = DEMO_OFFICIAL, traveller = DEMO_OFFICIAL] = DEMO_PERSONAS;
const official = DEMO_OFFICIAL;

/** In Ban Khai district, Rayong; the office is invented. */
const newOffice = { latitude: 12.79012, longitude: 101.29634, title: 'ตำแหน่งที่ส่ง', address: 'บ้านค่าย ระยอง' };
/** A short walk away from it. */
const nearby = { latitude: 12.7905, longitude: 101.2981 };

/** The whole story, in order. */
export const STORY: readonly StoryStep[] = [
  { who: official, does: { text: 'ปักหมุด' }, expect: ['ข้อมูลส่วนบุคคล', 'ยอมรับ'] },
  { who: official, does: { tap: 'ยอมรับ' }, expect: ['เชิญทำต่อได้เลย', 'สำนักงานอยู่ที่ไหน'] },
  { who: official, does: { location: newOffice }, expect: ['จุดไหนของสำนักงาน'] },
  { who: official, does: { tap: 'ประตูทางเข้าหลัก' }, expect: ['ชื่อภาษาไทย'] },
  { who: official, does: { text: 'องค์การบริหารส่วนตำบลดอกคูนทอง' }, expect: ['ประเภทใด'] },
  { who: official, does: { text: '๑' }, expect: ['ตรวจดูอีกครั้ง', 'อบต.', '12.79012, 101.29634'] },
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
  { who: citizen, does: { tap: 'ดูบนแผนที่' }, expect: ['12.79012', 'destination=12.790120,101.296340'] },
  { who: traveller, does: { text: 'english' }, expect: ['Now in English'] },
  { who: traveller, does: { text: 'find khao mai' }, expect: ['Khao Mai', 'Directions'] },
  { who: official, does: { tap: 'ถูกต้อง เผยแพร่เลย' }, expect: ['ปุ่มนั้นเป็นของคำถามที่ผ่านไปแล้ว'] },
];
