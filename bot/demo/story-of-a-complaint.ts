// The story's last part: a citizen looks up a service, rates, and complains; the complaint is solved.

import { citizen, coordinator, official, type StoryStep } from './story-step.ts';

/** From the office's card to the coordinator's report. */
export const SOLVING: readonly StoryStep[] = [
  {
    who: citizen,
    does: { text: 'ค้นหา ทตบึงทอง' },
    expect: ['ทต.บึงทอง'],
  },
  {
    who: citizen,
    does: { tap: 'ดูรายละเอียด' },
    expect: ['ทต.บึงทอง', 'ไม่ต้องใช้สำเนา', 'รหัสหมุด'],
    keeps: { office: /รหัสหมุด\n(\w{6})/ },
  },
  { who: citizen, does: { tap: 'บริการและเอกสาร' }, expect: ['บริการของทต.บึงทอง'] },
  { who: citizen, does: { tap: 'แจ้งเกิด' }, expect: ['ไม่ต้องใช้สำเนา'] },
  { who: citizen, does: { tap: 'ยังถูกขอสำเนา' }, expect: ['ข้อมูลส่วนบุคคล', 'ยอมรับ'] },
  {
    who: citizen,
    does: { tap: 'ยอมรับ' },
    expect: ['“ทต.บึงทอง” ยังขอสำเนาตอนใช้บริการ “แจ้งเกิด” ใช่หรือไม่'],
  },
  { who: citizen, does: { tap: 'ใช่ แจ้งเลย' }, expect: ['นับไว้แล้ว'] },
  { who: citizen, does: { text: 'ให้คะแนน {office}' }, expect: ['“ทต.บึงทอง” บริการเป็นอย่างไรบ้าง'] },
  { who: citizen, does: { tap: '🙁 ไม่พอใจ' }, expect: ['ให้ “ทต.บึงทอง” แล้ว', 'เสร็จแล้ว'] },
  { who: citizen, does: { tap: 'เสร็จแล้ว' }, expect: ['ขอบคุณที่ให้คะแนน “ทต.บึงทอง”'] },
  { who: citizen, does: { text: 'ร้องเรียน {office}' }, expect: ['ประเภทไหน'] },
  { who: citizen, does: { tap: 'ถูกขอสำเนาเอกสาร' }, expect: ['เล่าด้วยคำของคุณเอง'] },
  {
    who: citizen,
    does: { text: 'ไปแจ้งเกิดเมื่อเช้า ถูกขอสำเนาบัตรและสำเนาทะเบียนบ้าน ทั้งที่เลิกแล้ว' },
    expect: ['มีรูปประกอบไหม'],
  },
  { who: citizen, does: { tap: 'ไม่มีรูป' }, expect: ['ไม่บอกชื่อ'] },
  { who: citizen, does: { tap: 'ไม่บอกชื่อ' }, expect: ['ตรวจดูก่อนส่ง'] },
  {
    who: citizen,
    does: { tap: 'ส่งเรื่อง' },
    expect: ['รหัสติดตาม'],
    keeps: { case: /รหัสติดตาม ([A-Z]{2}-\w{5}-\w{2})/ },
  },
  { who: official, does: { hears: true }, expect: ['มีเรื่องร้องเรียนใหม่', '{case}'] },
  { who: official, does: { text: 'งาน' }, expect: ['ยังถูกขอสำเนา', 'แจ้งเกิด'] },
  { who: official, does: { text: 'เรื่องร้องเรียน' }, expect: ['{case}', 'รอรับเรื่อง'] },
  { who: official, does: { text: '1' }, expect: ['ถูกขอสำเนาบัตร', 'ผู้ร้องไม่บอกชื่อ', 'รับเรื่องนี้'] },
  { who: official, does: { tap: 'รับเรื่องนี้' }, expect: ['คุณรับเรื่องนี้แล้ว', 'หน่วยงานกำลังดำเนินการ'] },
  { who: official, does: { tap: 'แก้ไขแล้ว' }, expect: ['แก้ไขอย่างไร'] },
  { who: official, does: { text: 'กำชับทุกเคาน์เตอร์แล้ว และติดป้ายว่าไม่ขอสำเนา' }, expect: ['ส่งรูปหลังแก้ไข'] },
  { who: official, does: { tap: 'ไม่มีรูป' }, expect: ['ทำไมไม่มีรูป'] },
  { who: official, does: { tap: 'เรื่องไม่มีอะไรให้ถ่าย' }, expect: ['กำชับทุกเคาน์เตอร์แล้ว'] },
  { who: official, does: { tap: 'ส่งเลย' }, expect: ['รอผู้ร้องยืนยัน'] },
  { who: citizen, does: { hears: true }, expect: ['{case}', 'แจ้งว่าแก้ไขแล้ว', 'กำชับทุกเคาน์เตอร์แล้ว'] },
  { who: citizen, does: { text: 'ติดตาม {case}' }, expect: ['หน่วยงานเริ่มดำเนินการ', 'รอคุณยืนยัน'] },
  { who: citizen, does: { tap: 'แก้ไขแล้ว เรียบร้อย' }, expect: ['ยืนยันว่าแก้ไขเรียบร้อยแล้วใช่ไหม'] },
  { who: citizen, does: { tap: 'ใช่ ปิดเรื่องได้' }, expect: ['ปิดเรื่องแล้ว'] },
  {
    who: coordinator,
    does: { text: 'รายงาน' },
    expect: ['จังหวัดนครพนม', '3 หน่วยงาน', '6 → 5 จาก 15 บริการ', '4 เครื่อง'],
    showsChart: true,
  },
];
