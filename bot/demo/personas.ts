// The people of the demonstration: invented, with fixed LINE user ids.

/** A person to play; `role` is what they are, `hint` what to try first. `userId` is `U` and 32 hexadecimal digits. */
export type DemoPersona = {
  userId: string;
  displayName: string;
  language?: 'th' | 'en';
  role: { th: string; en: string };
  hint: { th: string; en: string };
};

/** Publishes the offices of the demonstration. */
export const DEMO_OFFICIAL: DemoPersona = {
  userId: 'U0de300000000000000000000000000a3',
  displayName: 'พี่แป้ง บึงทอง',
  language: 'th',
  role: { th: 'เจ้าหน้าที่ตำบล', en: 'Subdistrict official' },
  hint: { th: 'ลองพิมพ์ “ปักหมุด” แล้วส่งตำแหน่งของสำนักงาน', en: 'Type “ปักหมุด” and send where the office is' },
};

/** Looks after the agencies of a province: approves and invites their officials. */
export const DEMO_COORDINATOR: DemoPersona = {
  userId: 'U0de400000000000000000000000000a4',
  displayName: 'ลุงเมฆ หมอกงาม',
  language: 'th',
  role: { th: 'ผู้ประสานงานจังหวัด', en: 'Coordinator of a province' },
  hint: {
    th: 'ลองพิมพ์ “อนุมัติ” “เชิญ” หรือ “เจ้าหน้าที่” เพื่อดูแลเจ้าหน้าที่ในจังหวัด',
    en: 'Type “อนุมัติ”, “เชิญ” or “เจ้าหน้าที่” to look after the officials of the province',
  },
};

/** Looks after everything: invites coordinators, and sees all that waits and changes. */
export const DEMO_ADMINISTRATOR: DemoPersona = {
  userId: 'U0de500000000000000000000000000a5',
  displayName: 'ป้าดาว ส่องฟ้า',
  language: 'th',
  role: { th: 'ผู้ดูแลระบบ', en: 'Administrator' },
  hint: {
    th: 'ลองพิมพ์ “เชิญ” เพื่อเชิญผู้ประสานงาน หรือ “ประวัติ” เพื่อดูการเปลี่ยนแปลงทั้งหมด',
    en: 'Type “เชิญ” to invite a coordinator, or “ประวัติ” to see all changes',
  },
};

/** Everybody, in the order in which they are shown. */
export const DEMO_PERSONAS: readonly DemoPersona[] = [
  {
    userId: 'U0de100000000000000000000000000a1',
    displayName: 'มะลิ ใจดี',
    language: 'th',
    role: { th: 'ประชาชน', en: 'Citizen' },
    hint: { th: 'ลองส่งตำแหน่งเพื่อหาสำนักงานใกล้ตัว', en: 'Send a location to find offices nearby' },
  },
  {
    userId: 'U0de200000000000000000000000000a2',
    displayName: 'Sunny Traveller',
    language: 'en',
    role: { th: 'ประชาชนที่ใช้ภาษาอังกฤษ', en: 'Citizen who speaks English' },
    hint: { th: 'ลองพิมพ์ “khao mai” เพื่อหาสำนักงานจากชื่อ', en: 'Type “khao mai” to find an office by name' },
  },
  DEMO_OFFICIAL,
  DEMO_COORDINATOR,
  DEMO_ADMINISTRATOR,
];
