// Fills empty collections with the offices, places, agencies and roles of the demonstration.

import { randomUUID } from 'node:crypto';
import { agencyByCode, hasAgencies, putAgencies } from '../../models/agency.ts';
import { giveRole, personById, saveProfile } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { placesByCodes, putPlaces } from '../../models/place.ts';
import { pinIdsAmong } from '../../models/published-pins.ts';
import type { Role } from '../../models/role.ts';
import { DEMO_AGENCIES, DEMO_SCOPE } from './agencies.ts';
import { DEMO_OFFICES, type DemoOffice } from './offices.ts';
import { DEMO_ADMINISTRATOR, DEMO_COORDINATOR, DEMO_OFFICIAL, type DemoPersona } from './personas.ts';
import { DEMO_PLACES } from './places.ts';
import { seedDeadlines } from './seed-deadlines.ts';
import { publishedAt, seedDetails } from './seed-details.ts';
import { seedProcedures } from './seed-procedures.ts';

/** The office of the agency that the demonstration's official works for. */
const AGENCY_OFFICE = 'demo-office-02';

/**
 * Publishes those offices of the demonstration that are not there yet, and says how many. Doing it again changes
 * nothing, also after it was broken off. In a new database the codes are always the same ones.
 */
export async function seedDemo(now: Date): Promise<number> {
  await seedPlaces(now);
  await seedPeople(now);
  const there = await pinIdsAmong(DEMO_OFFICES.map(({ id }) => id));
  const missing = DEMO_OFFICES.filter(({ id }) => !there.has(id));
  for (const office of missing) await publishOffice(office, publishedAt(office.id, now));
  await seedDetails(now, randomUUID);
  await seedProcedures(now);
  await seedDeadlines(now);
  return missing.length;
}

/** The names of the districts, unless the register of places is there. */
async function seedPlaces(now: Date): Promise<void> {
  const there = await placesByCodes(DEMO_PLACES.map(({ code }) => code));
  if (there.size === 0) await putPlaces(DEMO_PLACES, { at: now });
}

/** Invented agencies, if there are no real ones, and the roles of the demonstration's people, each given once. */
async function seedPeople(now: Date): Promise<void> {
  await giveDemoRole(DEMO_ADMINISTRATOR, { role: 'administrator' }, ['ดาว', 'ส่องฟ้า'], now);
  if (!(await hasAgencies())) await putAgencies(DEMO_AGENCIES, { by: 'import', at: now });
  // Where real agencies were imported, nobody is made an official of one of them.
  const [first] = DEMO_AGENCIES;
  const stored = first && (await agencyByCode(first.code));
  if (!first || stored?.name.th !== first.name.th) return;
  await giveDemoRole(DEMO_OFFICIAL, { role: 'official', agency: first.code }, ['แป้ง', 'บึงทอง'], now);
  await giveDemoRole(DEMO_COORDINATOR, { role: 'coordinator', scope: DEMO_SCOPE }, ['เมฆ', 'หมอกงาม'], now);
}

async function giveDemoRole(
  { userId }: DemoPersona,
  role: Role,
  [firstName, lastName]: readonly [string, string],
  now: Date,
): Promise<void> {
  const { profile } = await personById(userId);
  const said = { firstName, lastName, email: `${userId.slice(-2)}@example.com`, phone: '02-000-0000' };
  if (!profile) await saveProfile(userId, said);
  await giveRole(userId, role, { by: 'manage', at: now, key: `demo:${userId}` });
}

async function publishOffice({ id, name, ...place }: DemoOffice, now: Date): Promise<void> {
  const random = repeatableRandom(id);
  const pin = { ...place, nameTh: name.th, nameEn: name.en };
  const agency = id === AGENCY_OFFICE ? DEMO_AGENCIES[0]?.code : undefined;
  const owner = DEMO_OFFICIAL.userId;
  await publishPin({ id, owner, agency, pin, now, newCode: () => newPinCode(random) });
}

/** Numbers from 0 up to 1 that depend on the words alone (a linear congruential generator, Numerical Recipes). */
function repeatableRandom(words: string): () => number {
  const next = (state: number) => (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  let state = [...words].reduce((mixed, letter) => next(mixed ^ (letter.codePointAt(0) ?? 0)), 1);
  return () => {
    state = next(state);
    return state / 2 ** 32;
  };
}
