// Complaints for tests: an office with officials, coordinators over it, and a reporter.

import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { disputeSolved, forwardCase, solveCase, takeCase } from '../../models/complaint.ts';
import { newComplaintCode } from '../../models/complaint-code.ts';
import { ComplaintModel, type StoredComplaint } from '../../models/complaint-document.ts';
import { type NewComplaint, sendComplaint } from '../../models/complaint-send.ts';
import type { CaseWork } from '../../models/complaint-step.ts';
import { giveRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { putPlaces } from '../../models/place.ts';
import type { Role } from '../../models/role.ts';
import { change, HERE, NEXT, peopleAndAgencies } from './people-builder.ts';
import { aPin } from './pin-builder.ts';
import { aPlace, connectRegisters, emptyRegisters, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

/** The reporter's id is looked for everywhere it must not be. */
export const REPORTER = 'U00000000000000000000000000000099';
export const CONTACT = '089-999-0099';
export const WORDS = 'ให้ถ่ายสำเนาบัตรเอง ทั้งที่ประกาศว่าไม่ต้องใช้';
export const DAY = 24 * 3_600_000;

const random = seededRandom(7);
let codes = 0;

/** HERE has two officials; district, province, department and country have a coordinator each; NEXT has an official. */
export async function complaintWorld(): Promise<{ pin: string }> {
  await peopleAndAgencies();
  const roles: Record<string, Role> = {
    colleague: { role: 'official', agency: HERE },
    neighbour: { role: 'official', agency: NEXT },
    district: { role: 'coordinator', scope: 'district:9101' },
    department: { role: 'coordinator', scope: 'department:กรมตัวอย่าง' },
    country: { role: 'coordinator', scope: 'country' },
  };
  for (const [id, role] of Object.entries(roles)) await giveRole(id, role, change('manage', `case-${id}`));
  await putPlaces([aPlace('910101', [101.266, 12.672])], { at: NOON });
  return { pin: await publishOffice('office', HERE) };
}

/** Before each test of a file: the world anew, on the real engine. `pin` is its office, as what a complaint is about. */
export function complaintsOnTheEngine(): { pin: string } {
  const here = { pin: '' };
  let disconnect: () => Promise<void>;
  beforeAll(async () => {
    disconnect = await connectRegisters();
  });
  afterAll(() => disconnect());
  beforeEach(async () => {
    await emptyRegisters();
    Object.assign(here, await complaintWorld());
  });
  return here;
}

/** Publishes an office of an agency; its code. */
export async function publishOffice(id: string, agency: string): Promise<string> {
  const owner = agency === HERE ? 'official' : 'neighbour';
  const newCode = () => newPinCode(random);
  return (await publishPin({ id, owner, agency, pin: aPin(), now: NOON, newCode })).code;
}

/** A new code each time. */
export const newCode = () => newComplaintCode(`code ${++codes}`);

/** Sends a complaint and gives its code. */
export async function send(id: string, about: NewComplaint['about'], given: Partial<NewComplaint> = {}) {
  const sent = await sendComplaint({
    id,
    reporter: REPORTER,
    about,
    category: 'copies',
    words: WORDS,
    photos: [],
    contact: CONTACT,
    at: NOON,
    newCode,
    ...given,
  });
  if (sent.result !== 'sent') throw new Error(sent.result);
  return sent.code;
}

/** The work of somebody on a case, under a key of its own. */
export const work = (code: string, by: string, key: string, at = NOON): CaseWork => ({ code, by, at, key });

/** What is stored under the code. */
export async function stored(code: string): Promise<StoredComplaint> {
  const found = await ComplaintModel.findOne({ code }).lean<StoredComplaint>();
  if (!found) throw new Error(`no complaint ${code}`);
  return found;
}

/** The official takes the case and says that it is solved. */
export async function solved(code: string, round = '', at = NOON, by = 'official'): Promise<void> {
  await takeCase(work(code, by, `take ${code}${round}`, at));
  await solveCase(work(code, by, `solve ${code}${round}`, at), { words: 'แก้ป้ายแล้ว', photos: [] });
}

/** It is said to be solved and is not. */
export async function disputedOnce(code: string, round: string, by = 'official') {
  await solved(code, round, NOON, by);
  return disputeSolved(work(code, REPORTER, `dispute ${code}${round}`), 'ยังเหมือนเดิม');
}

/** Takes a case and passes it one level up. */
export async function passUp(code: string, by: string, key: string) {
  await takeCase(work(code, by, `take ${key}`));
  return forwardCase(work(code, by, key), { up: true }, 'เกินอำนาจ');
}
