/** The deadlines of the demonstration: those of the programme's letters, as far apart as there, around the day they are made. */
import { type Deadline, deadlineTitles, REMIND_AFTER, REMIND_BEFORE } from '../../models/deadline.ts';
import { putDeadlines } from '../../models/deadline-register.ts';
import { addDays, bangkokDate } from '../../models/thai/calendar.ts';
import { DEMO_SCOPE } from './agencies.ts';

/** Days from the day of the seed. */
type DemoDeadline = Pick<Deadline, 'id' | 'title' | 'what'> & {
  opens: number;
  closes: number;
  within?: string;
};

const DEMO_DEADLINES: readonly DemoDeadline[] = [
  {
    id: 'demo-register',
    title: { th: 'ลงทะเบียนเข้าใช้งาน', en: 'Register' },
    what: 'registered',
    opens: -17,
    closes: 7,
  },
  {
    id: 'demo-pin',
    title: { th: 'ปักหมุดจุดบริการ', en: 'Pin the service points' },
    what: 'pinned',
    opens: -17,
    closes: 7,
  },
  {
    id: 'demo-survey',
    title: { th: 'ตอบแบบสำรวจความพร้อม', en: 'Answer the readiness survey' },
    what: 'surveyed',
    opens: -17,
    closes: 7,
  },
  {
    id: 'demo-survey-province',
    title: { th: 'ตอบแบบสำรวจความพร้อม (ในจังหวัด)', en: 'Answer the readiness survey (our province)' },
    what: 'surveyed',
    opens: -17,
    closes: 3,
    within: 'demo-survey',
  },
  {
    id: 'demo-manuals',
    title: { th: 'ผูกคู่มือให้ครบ', en: 'Link every citizen manual' },
    what: 'procedures-linked',
    opens: 0,
    closes: 13,
  },
  {
    id: 'demo-posters',
    title: { th: 'พิมพ์ป้าย QR ให้ครบ', en: 'Print the QR posters' },
    what: 'poster-printed',
    opens: 0,
    closes: 13,
  },
  {
    id: 'demo-copies',
    title: { th: 'เลิกขอสำเนาเอกสาร', en: 'Stop asking for copies' },
    what: 'copies-ended',
    opens: 0,
    closes: 91,
  },
];

/** Makes those that are not there yet. What is there stays, whatever the day. */
export async function seedDeadlines(now: Date): Promise<void> {
  const there = await deadlineTitles(DEMO_DEADLINES.map(({ id }) => id));
  const missing = DEMO_DEADLINES.filter(({ id }) => !there.has(id)).map((one) => deadlineFrom(one, now));
  await putDeadlines(missing, { by: 'import', at: now });
}

function deadlineFrom({ opens, closes, within, ...deadline }: DemoDeadline, now: Date): Deadline {
  const today = bangkokDate(now);
  return {
    ...deadline,
    scope: within === undefined ? 'country' : DEMO_SCOPE,
    kinds: [],
    opensOn: addDays(today, opens),
    closesOn: addDays(today, closes),
    remindBefore: [...REMIND_BEFORE],
    remindAfter: REMIND_AFTER,
    ...(within !== undefined && { within }),
  };
}
