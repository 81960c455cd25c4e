// The story's last part: a citizen looks up a service, rates, and complains; the complaint is solved.

import { citizen, coordinator, official, type StoryStep } from './story-step.ts';

/** From the office's card to the coordinator's report. */
export const SOLVING: readonly StoryStep[] = [
  {
    who: citizen,
    does: { text: 'ค้นหา ทต.บึงทอง' },
    expect: ['ทต.บึงทอง'],
  },
  { who: citizen, does: { text: 'บริการ ทต.บึงทอง' }, expect: ['บริการของทต.บึงทอง'] },
  { who: citizen, does: { tap: 'แจ้งเกิด' }, expect: ['สำเนาที่ขอที่นี่'] },
  { who: citizen, does: { tap: 'ยังถูกขอสำเนา' }, expect: ['ยังขอสำเนาตอนใช้บริการ “แจ้งเกิด” ใช่หรือไม่'] },
  { who: citizen, does: { tap: 'ใช่ แจ้งเลย' }, expect: ['นับไว้แล้ว'] },
  { who: coordinator, does: { text: 'รายงาน' }, expect: ['จังหวัดนครพนม'] },
];
