// The story's second part: the official answers the readiness survey, sees the route, and ends the copies of a service.

import { official, type StoryStep } from './story-step.ts';

/** From the survey's first question to a service without copies. */
export const ENDING_COPIES: readonly StoryStep[] = [
  { who: official, does: { text: 'แบบสำรวจ' }, expect: ['เทศบาลตำบลบึงทอง', 'ถูกต้อง เริ่มเลย'] },
  { who: official, does: { tap: 'ถูกต้อง เริ่มเลย' }, expect: ['ข้อ 1 จาก 10', 'ระบบงานสารสนเทศ'] },
  { who: official, does: { tap: 'มี' }, expect: ['ข้อ 2 จาก 10', 'ช่องทางใดบ้าง'] },
  { who: official, does: { text: '1 2' }, expect: ['☑ สำนักงาน', '☑ เว็บไซต์', '☐ แอปบนมือถือ'] },
  { who: official, does: { tap: 'เสร็จ' }, expect: ['ข้อ 3 จาก 10', 'จุดบริการประชาชนกี่แห่ง'] },
  { who: official, does: { text: 'สองแห่ง' }, expect: ['ข้อ 4 จาก 10', 'มีแผน'] },
  { who: official, does: { tap: 'มี' }, expect: ['คาดว่าจะแล้วเสร็จเมื่อใด'] },
  { who: official, does: { tap: 'ภายใน 6 เดือน' }, expect: ['ข้อ 5 จาก 10', 'MOU'] },
  { who: official, does: { tap: 'ไม่มี' }, expect: ['ข้อ 6 จาก 10', 'เชื่อมโยงข้อมูล'] },
  { who: official, does: { text: 'ยังไม่เชื่อม' }, expect: ['ข้อ 7 จาก 10', 'เครื่องอ่านบัตร'] },
  { who: official, does: { tap: 'ไม่เพียงพอ' }, expect: ['ต้องการเพิ่มอีกกี่เครื่อง'] },
  { who: official, does: { text: '๔' }, expect: ['ข้อ 8 จาก 10', 'มีข้อจำกัด'] },
  { who: official, does: { tap: 'ไม่มีข้อจำกัด' }, expect: ['ข้อ 9 จาก 10', 'แจ้งเกิด'] },
  { who: official, does: { text: '5 ทั้งสอง' }, expect: ['ตอบแล้ว 1 จาก 8 รายการ ใช้สำเนา 1 รายการ'] },
  { who: official, does: { tap: 'ที่เหลือไม่ใช้สำเนา เสร็จ' }, expect: ['ข้อ 10 จาก 10', 'ข้อเสนอแนะ'] },
  { who: official, does: { tap: 'ไม่มีข้อเสนอแนะ' }, expect: ['ครบแล้ว ตรวจดูก่อนส่ง', 'มี: ภายใน 6 เดือน'] },
  { who: official, does: { tap: 'ส่งแบบสำรวจ' }, expect: ['ส่งแบบสำรวจของ'] },
  { who: official, does: { text: 'เส้นทาง' }, expect: ['แบบ ข ด้วยเครื่องมือของ DGA', 'ขั้นที่ 1'] },
  { who: official, does: { text: 'สำเนา' }, expect: ['ยังขอสำเนา 1 จาก 8 รายการ'] },
  { who: official, does: { tap: 'ขอบัตรและทะเบียนบ้าน · แจ้งเกิด' }, expect: ['ทุกจุดบริการ', 'ไม่ขอสำเนาแล้ว'] },
  { who: official, does: { tap: 'ไม่ขอสำเนาแล้ว' }, expect: ['บันทึกแล้ว “แจ้งเกิด”', 'ขอสำเนา: ไม่ขอ'] },
];
