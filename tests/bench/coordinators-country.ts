/**
 * A whole country for the coordinators' bench: 77 provinces, 928 districts and 10 departments with a coordinator each,
 * 8,000 agencies, 40,000 pins, and what waits for them. Written past the models: it is to be there quickly.
 */
import mongoose from 'mongoose';
import { nameKey } from '../../models/thai/name-key.ts';
import { personNumber } from '../builders/webhook-events.ts';

/** How much there is of everything. */
export const PROVINCES = 77;
export const DISTRICTS = 928;
export const DEPARTMENTS = 10;
export const AGENCIES = 8_000;
export const PINS = 40_000;
const OFFICIALS = 6_000;
const WAITING = 2_000;
const CASES = 3_000;
const HELD = 4_000;
const PROCEDURES = 30;

/** The last week of two deadlines; a Monday. */
export const MONDAY = new Date('2021-01-25T08:30:00+07:00');
const BEFORE = new Date('2021-01-19T12:00:00+07:00');
const AT_ONCE = 4_000;

/** Coordinators are numbered from here on: the provinces', then the districts', then the departments'. */
const FIRST_COORDINATOR = 100_000;
/** Looks after the whole country. */
export const ADMINISTRATOR = personNumber(99_999);
/** Looks after one province. */
export const PROVINCIAL = personNumber(FIRST_COORDINATOR);

type Plain = { _id: string } & Record<string, unknown>;

const two = (n: number) => String(n).padStart(2, '0');
const provinceOf = (district: number) => two(10 + (district % PROVINCES));
const districtCode = (district: number) =>
  `${provinceOf(district)}${two(1 + Math.floor(district / PROVINCES))}`;
const department = (n: number) => `กรมตัวอย่าง-${n % DEPARTMENTS}`;
const agencyCode = (n: number) => String(300_000_000 + n);
const KINDS = ['subdistrict-office', 'district-office', 'land-office'];
const kindOf = (n: number) => KINDS[n % KINDS.length] ?? '';

/** Fills the empty database. */
export async function fillCountry(): Promise<void> {
  await insert('agencies', AGENCIES, anAgency);
  await insert('pins', PINS, aPin);
  await insert('people', OFFICIALS, anOfficial);
  await insert('people', PROVINCES + DISTRICTS + DEPARTMENTS, aCoordinator);
  await insert('people', 1, () => someone(ADMINISTRATOR, { role: 'administrator' }, 'administrator'));
  await insert('conversations', PROVINCES + DISTRICTS + DEPARTMENTS, aTalk);
  await insert('procedures', PROCEDURES, aProcedure);
  await insert('procedure_links', PINS / 2, aLink);
  await insert('registrations', WAITING, aRegistration);
  await insert('complaints', CASES, aCase);
  await insert('reminder_claims', HELD, aHeldReminder);
  await insert('deadlines', DEADLINES.length, aDeadline);
  await insert('deadlines', PROVINCES, anInnerDeadline);
}

async function insert(name: string, count: number, make: (n: number) => Plain): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    await mongoose.connection
      .collection<Plain>(name)
      .insertMany(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => make(from + index)));
}

const anAgency = (n: number): Plain => ({
  _id: agencyCode(n),
  name: { th: `หน่วยงานตัวอย่าง ${n}`, en: `Sample ${n}` },
  nameKey: nameKey(`หน่วยงานตัวอย่าง ${n}`),
  kind: kindOf(n),
  department: department(n),
  ministry: 'กระทรวงตัวอย่าง',
  provinceCode: provinceOf(n % DISTRICTS),
  districtCode: districtCode(n % DISTRICTS),
  abroad: false,
  createdAt: BEFORE,
  updatedAt: BEFORE,
});

/** Five at an agency; every sixth agency has none but drafts. */
const aPin = (n: number): Plain => ({
  _id: `pin-${n}`,
  code: `P${n}`,
  agency: agencyCode(n % AGENCIES),
  owner: personNumber(1 + (n % OFFICIALS)),
  state: (n % AGENCIES) % 6 === 0 ? 'draft' : 'published',
  name: { th: `จุดบริการ ${n}` },
  nameKey: nameKey(`จุดบริการ ${n}`),
  position: { type: 'Point', coordinates: [99 + (n % 500) / 100, 13 + (n % 400) / 100] },
  checkedAt: n % 3 === 0 ? BEFORE : new Date('2020-06-01T00:00:00Z'),
  createdAt: BEFORE,
  updatedAt: BEFORE,
});

const someone = (id: string, role: Record<string, string>, key: string): Plain => ({
  _id: id,
  roles: [{ ...role, key, since: BEFORE, by: 'manage', change: `seed-${id}` }],
  profile: { firstName: 'มะลิ', lastName: 'ใจดี', email: 'mali@example.com', phone: '081-234-5678' },
});

const anOfficial = (n: number): Plain =>
  someone(personNumber(1 + n), { role: 'official', agency: agencyCode(n) }, `official:${agencyCode(n)}`);

function aCoordinator(n: number): Plain {
  const scope = scopeOf(n);
  return someone(personNumber(FIRST_COORDINATOR + n), { role: 'coordinator', scope }, `coordinator:${scope}`);
}

function scopeOf(n: number): string {
  if (n < PROVINCES) return `province:${two(10 + n)}`;
  const district = n - PROVINCES;
  return district < DISTRICTS ? `district:${districtCode(district)}` : `department:${department(district)}`;
}

/** Every twentieth said something a minute ago. */
const aTalk = (n: number): Plain => ({
  _id: personNumber(FIRST_COORDINATOR + n),
  revision: 1,
  state: { language: n % 10 === 1 ? 'en' : 'th' },
  lastTurn: null,
  updatedAt: n % 20 === 0 ? new Date(MONDAY.getTime() - 60_000) : BEFORE,
});

const aProcedure = (n: number): Plain => ({
  _id: `M${n}`,
  title: { th: `บริการ ${n}` },
  owner: { kinds: [kindOf(n)] },
  papers: n % 2 === 0 ? [{ name: { th: 'บัตรประชาชน' }, copies: 'copy' }] : [],
  createdAt: BEFORE,
  updatedAt: BEFORE,
});

const aLink = (n: number): Plain => ({
  _id: `pin-${n}:M${n % PROCEDURES}`,
  pin: `pin-${n}`,
  procedure: `M${n % PROCEDURES}`,
  isLinked: true,
  added: { by: 'manage', at: BEFORE, key: `seed-${n}` },
});

const aRegistration = (n: number): Plain => ({
  _id: `registration-${n}`,
  person: personNumber(200_000 + n),
  agency: agencyCode(n * 3),
  profile: { firstName: 'มานี', lastName: 'ใจดี' },
  state: 'waiting',
  at: BEFORE,
});

const aCase = (n: number): Plain => ({
  _id: `case-${n}`,
  code: `C${n}`,
  reporter: personNumber(300_000 + n),
  agency: agencyCode(n),
  name: { th: 'สำนักงาน' },
  position: { type: 'Point', coordinates: [100, 14] },
  place: {
    provinceCode: provinceOf(n % DISTRICTS),
    districtCode: districtCode(n % DISTRICTS),
    department: department(n),
  },
  category: 'delay',
  words: 'ช้า',
  photos: [],
  state: 'received',
  level: n % 2 === 0 ? 'office' : 'district',
  steps: [],
  dueOn: n % 3 === 0 ? '2021-01-20' : '2021-02-10',
  disputes: 0,
  createdAt: BEFORE,
  updatedAt: BEFORE,
});

const aHeldReminder = (n: number): Plain => ({
  _id: `2021-01-25:${personNumber(1 + n)}`,
  day: '2021-01-25',
  person: personNumber(1 + n),
  items: [{ deadline: 'pinned', agency: agencyCode(n) }],
  urgency: 1,
  state: 'held',
  fence: 1,
  createdAt: BEFORE,
});

/** What is asked for; the first two are in their last week. */
export const DEADLINES = [
  { what: 'pinned', closesOn: '2021-01-29' },
  { what: 'registered', closesOn: '2021-01-31' },
  { what: 'procedures-linked', closesOn: '2021-02-26' },
  { what: 'pins-checked', closesOn: '2021-02-26' },
  { what: 'copies-ended', closesOn: '2021-03-31' },
] as const;

const says = (what: string, scope: string, closesOn: string) => ({
  title: { th: `กำหนด ${what}`, en: `Deadline ${what}` },
  what,
  scope,
  kinds: [],
  opensOn: '2021-01-04',
  closesOn,
  remindBefore: [14, 7, 3, 1, 0],
  remindAfter: 1,
  createdAt: BEFORE,
  updatedAt: BEFORE,
});

function aDeadline(n: number): Plain {
  const { what, closesOn } = DEADLINES[n] ?? DEADLINES[0];
  return { _id: what, ...says(what, 'country', closesOn) };
}

/** Each province is earlier by a day with its pins. */
const anInnerDeadline = (n: number): Plain => ({
  _id: `inner-${n}`,
  ...says('pinned', `province:${two(10 + n)}`, '2021-01-28'),
  within: 'pinned',
});
