// The people of the demonstration: invented, with fixed LINE user ids.

/** A person to play; `role` is what they are, `hint` what to try first. `userId` is `U` and 32 hexadecimal digits. */
export type DemoPersona = {
  userId: string;
  displayName: string;
  language?: 'th' | 'en';
  role: { th: string; en: string };
  hint: { th: string; en: string };
};

/** Works for the first agency: answers its survey, ends its copies, and keeps the offices of the demonstration. */
export const DEMO_OFFICIAL: DemoPersona = {
  userId: 'U0de300000000000000000000000000a3',
  displayName: 'พี่แป้ง บึงทอง',
  language: 'th',
  role: { th: 'เจ้าหน้าที่ตำบล', en: 'Subdistrict official' },
  hint: {
    th: 'ลองพิมพ์ “แบบสำรวจ” แล้ว “สำเนา” หรือ “ปักหมุด” แล้วส่งตำแหน่งของสำนักงาน',
    en: 'Type “แบบสำรวจ”, then “สำเนา”; or “ปักหมุด” and send where the office is',
  },
};

/** Looks after the agencies of a province: approves and invites their officials. */
export const DEMO_COORDINATOR: DemoPersona = {
  userId: 'U0de400000000000000000000000000a4',
  displayName: 'ลุงเมฆ หมอกงาม',
  language: 'th',
  role: { th: 'ผู้ประสานงานจังหวัด', en: 'Coordinator of a province' },
  hint: {
    th: 'ลองพิมพ์ “ความคืบหน้า” หรือ “รายงาน” เพื่อดูทั้งจังหวัด แล้ว “เชิญ” เจ้าหน้าที่',
    en: 'Type “ความคืบหน้า” or “รายงาน” to see the whole province; “เชิญ” invites officials',
  },
};

/** Looks after everything: invites coordinators, and sees all that waits and changes. */
export const DEMO_ADMINISTRATOR: DemoPersona = {
  userId: 'U0de500000000000000000000000000a5',
  displayName: 'ป้าดาว ส่องฟ้า',
  language: 'th',
  role: { th: 'ผู้ดูแลระบบ', en: 'Administrator' },
  hint: {
    th: 'ลองพิมพ์ “รายงาน” เพื่อดูทั้งประเทศ “เชิญ” ผู้ประสานงาน หรือดู “ประวัติ” การเปลี่ยนแปลง',
    en: 'Type “รายงาน” to see the whole country, “เชิญ” to invite a coordinator, “ประวัติ” for all changes',
  },
};

/** Everybody, in the order in which they are shown. */
export const DEMO_PERSONAS: readonly DemoPersona[] = [
  {
    userId: 'U0de100000000000000000000000000a1',
    displayName: 'มะลิ ใจดี',
    language: 'th',
    role: { th: 'ประชาชน', en: 'Citizen' },
    hint: {
      th: 'ลองพิมพ์ “ทต.บึงทอง” หรือส่งตำแหน่งเพื่อหาสำนักงาน แล้ว “ให้คะแนน” หรือ “ร้องเรียน”',
      en: 'Type “ทต.บึงทอง” or send a location to find an office; then “ให้คะแนน” or “ร้องเรียน”',
    },
  },
  {
    userId: 'U0de200000000000000000000000000a2',
    displayName: 'Sunny Traveller',
    language: 'en',
    role: { th: 'ประชาชนที่ใช้ภาษาอังกฤษ', en: 'Citizen who speaks English' },
    hint: {
      th: 'ลองพิมพ์ “find khao mai” เพื่อหาสำนักงาน “services” เพื่อดูเอกสารที่ต้องใช้ หรือ “rate”',
      en: 'Type “find khao mai” to find an office, “services” for the papers to bring, or “rate”',
    },
  },
  DEMO_OFFICIAL,
  DEMO_COORDINATOR,
  DEMO_ADMINISTRATOR,
];
