// Who reports or rates stays unknown: to whoever handles it, to other citizens, in exports, trails, jobs, logs and metrics.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import request from 'supertest';
import { auditCommand } from '../../bot/manage/audit.ts';
import { complaintColumns, complaintRows } from '../../bot/manage/export-complaints.ts';
import { jobCommand, jobsCommand } from '../../bot/manage/job.ts';
import { newConversation } from '../../bot/turn/stored-state.ts';
import { PRIVACY_NOTICE_VERSION } from '../../flows/privacy-notice.ts';
import { jobs } from '../../jobs/registry.ts';
import { runJob } from '../../jobs/run-job.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import { saySomething, takeCase } from '../../models/complaint.ts';
import { followComplaint } from '../../models/complaint-follow.ts';
import { markForwarded, putInForwarding } from '../../models/complaint-forwarding.ts';
import { noteArrived } from '../../models/complaint-passed-on.ts';
import { storeUpdate } from '../../models/complaint-update.ts';
import { storeTurn } from '../../models/conversation.ts';
import { giveRole, saveProfile } from '../../models/person.ts';
import { rateOffice } from '../../models/rating.ts';
import { addToRating } from '../../models/rating-words.ts';
import type { Role } from '../../models/role.ts';
import { readScope } from '../../models/scope.ts';
import { noteWayAsked } from '../../models/way-asked.ts';
import { quickTiming, runService } from '../builders/running-service.ts';
import { fromPerson, textEvent } from '../builders/webhook-events.ts';
import { callCommand } from '../manage/call-command.ts';
import {
  CONTACT,
  complaintWorld,
  DAY,
  disputedOnce,
  REPORTER,
  send,
  work,
} from '../models/complaint-builder.ts';
import { AWAY, change, HERE } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';

/** The reporter works for an agency elsewhere, so that the bot knows their name too. */
const NAME = {
  firstName: 'ปาริฉัตร',
  lastName: 'ไม่เอ่ยนาม',
  email: 'nobody@example.com',
  phone: '081-555-0199',
};
const WHO = new RegExp([REPORTER, ...Object.values(NAME)].join('|'));
/** Also not how to reach them, but for who handles the case. */
const IDENTITY = new RegExp(`${WHO.source}|${CONTACT}|${CONTACT.replaceAll('-', '')}`);

const person = (n: number) => `U${String(n).padStart(32, '0')}`;
const [OFFICIAL, COORDINATOR, ADMINISTRATOR, FOLLOWER, STRANGER] = [11, 12, 13, 14, 15].map(person) as [
  string,
  string,
  string,
  string,
  string,
];
const ROLES: readonly [string, Role][] = [
  [OFFICIAL, { role: 'official', agency: HERE }],
  [COORDINATOR, { role: 'coordinator', scope: 'province:91' }],
  [ADMINISTRATOR, { role: 'administrator' }],
  [REPORTER, { role: 'official', agency: AWAY }],
];

let disconnect: () => Promise<void>;
let bot: ReturnType<typeof runService> | undefined;
let pin: string;
let code: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
  for (const [id, role] of ROLES) await giveRole(id, role, change('manage', `role of ${id}`));
  await saveProfile(REPORTER, NAME);
  for (const id of [OFFICIAL, COORDINATOR, ADMINISTRATOR, FOLLOWER, STRANGER, REPORTER]) await consents(id);
  code = await aLongCase();
  await aRating();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

async function consents(id: string): Promise<void> {
  const consent = { version: PRIVACY_NOTICE_VERSION, at: NOON.toISOString() };
  const lastTurn = { eventId: 'e', saying: { messages: [], quick: [] } };
  await storeTurn(id, { revision: 0, state: { ...newConversation(id), consent }, lastTurn }, NOON);
}

/** Followed, taken, solved, disputed, answered, at 1111 and told of. */
async function aLongCase(): Promise<string> {
  const sent = await send('a', { pin });
  await followComplaint(work(sent, FOLLOWER, 'f'));
  await disputedOnce(sent, '1', OFFICIAL);
  await saySomething(work(sent, REPORTER, 's'), 'ไปเมื่อวาน');
  await putInForwarding(sent, NOON);
  await markForwarded(sent, '1111-7', NOON);
  await noteArrived({ code: sent, number: '1111-7', at: NOON, key: 'n' });
  await storeUpdate({ id: 'u', code: sent, status: 'working', at: NOON });
  await tellComplaintNews(sent, NOON);
  return sent;
}

async function aRating(): Promise<void> {
  const of = { pin, by: REPORTER, day: '2018-05-08' };
  await rateOffice({ ...of, stars: 1, at: NOON, key: 'r' }, () => 'a secret of the month');
  await addToRating(of, { comment: `รอนาน โทร ${CONTACT}` });
  await noteWayAsked({ person: REPORTER, pin, at: NOON });
}

/** The service, beside what is done here directly. */
function service() {
  bot ??= runService({ now: () => NOON, timing: quickTiming });
  return bot;
}

/** All that is said to somebody who types these words, one after another. */
async function screens(id: string, ...typed: string[]): Promise<string> {
  const { line } = service();
  const before = line.arrived.length;
  for (const words of typed) await service().send(textEvent(words, { source: fromPerson(id) }));
  const said = line.arrived.slice(before).filter((one) => one.way === 'reply');
  expect(said).toHaveLength(typed.length);
  return JSON.stringify(said);
}

describe('on the screens of', () => {
  test.each([
    ['an official', OFFICIAL],
    ['a coordinator', COORDINATOR],
    ['an administrator', ADMINISTRATOR],
  ])('%s: the contact in the case, and nowhere who it is', async (_, id) => {
    const seen = await screens(id, 'เรื่องร้องเรียน', code);
    expect(seen).toContain(code);
    expect(seen).toContain(CONTACT);
    expect(seen).not.toMatch(WHO);
    const besides = ['งาน', 'ประวัติ', 'ความเห็น', 'ความคืบหน้า', 'หมุดของฉัน', pin, 'เรื่องร้องเรียน'];
    expect(await screens(id, ...besides)).not.toMatch(IDENTITY);
  });

  test.each([
    ['a follower', FOLLOWER],
    ['a stranger', STRANGER],
  ])('%s: neither', async (_, id) => {
    const typed = [`ติดตาม ${code}`, 'ติดตาม', pin, 'ความเห็น', 'ที่ชอบ', 'ข้อมูลของฉัน'];
    expect(await screens(id, ...typed)).not.toMatch(IDENTITY);
  });
});

/** Where somebody's id may stand: what is theirs, and the one field of a case that says whose it is. */
const OWN: Readonly<Record<string, (document: Record<string, unknown>) => boolean>> = {
  conversations: ({ _id }) => _id === REPORTER,
  people: ({ _id }) => _id === REPORTER,
  audit: ({ _id }) => _id === `role of ${REPORTER}:give`,
  notes: ({ person: whose }) => whose === REPORTER,
  outbox: ({ to }) => to === REPORTER,
  ways_asked: ({ person: whose }) => whose === REPORTER,
  rating_questions: ({ _id }) => _id === REPORTER,
  menu_links: ({ _id }) => _id === REPORTER,
};

test('in the whole database: only where something is theirs, and in one field of their case', async () => {
  await runJob(jobNamed('ask-how-it-was'), running(1));
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  const leaks: unknown[] = [];
  let looked = 0;
  for (const collection of collections)
    for (const found of await collection.find().toArray()) {
      looked += 1;
      const { reporter: _, contact: __, slot: ___, ...others }: Record<string, unknown> = found;
      const isOwn = OWN[collection.collectionName]?.(found) ?? false;
      const shown = collection.collectionName === 'complaints' ? others : found;
      if (!isOwn && IDENTITY.test(JSON.stringify(shown))) leaks.push([collection.collectionName, found]);
    }
  expect(looked).toBeGreaterThan(50);
  expect(leaks).toEqual([]);
});

test('in exports and on the command line: cases, trail, jobs and their previews', async () => {
  const printed: unknown[] = [];
  for (const scope of ['country', 'district:9101']) {
    const of = readScope(scope);
    if (!of) throw new Error(scope);
    for await (const row of complaintRows(of, NOON))
      printed.push(complaintColumns.map(({ cell }) => cell(row)));
  }
  expect(printed).toHaveLength(2);
  const about = new RegExp(code);
  const trail = (await callCommand(auditCommand, [])).lines.filter((line) => about.test(line));
  expect(trail.length).toBeGreaterThan(1);
  for (const job of jobs) {
    if (job.preview) printed.push(await job.preview(NOON));
    if (!['check-menus', 'send-reminders'].includes(job.name))
      printed.push(await callCommand(jobCommand, [job.name], { now: new Date(NOON.getTime() + DAY) }));
  }
  printed.push(await callCommand(jobsCommand, []));
  expect(JSON.stringify([printed, trail])).not.toMatch(IDENTITY);
});

test('in the history of jobs: not in what an error quotes', async () => {
  const quoting = `duplicate key: { _id: "how-was-it:${REPORTER}:ABC234", contact: "${CONTACT}" }`;
  const failing = { ...jobNamed('ask-how-it-was'), run: () => Promise.reject(new Error(quoting)) };
  await expect(runJob(failing, running(0))).rejects.toThrow(quoting);
  const { lines } = await callCommand(jobsCommand, [failing.name]);
  expect(lines.join()).toContain('failed: duplicate key');
  expect(lines.join()).not.toMatch(IDENTITY);
});

test('in log lines and metrics: after pushes that LINE refuses, turns that fail and updates that break off', async () => {
  service().line.fates = [
    'unclear',
    {
      result: 'refused',
      status: 400,
      message: `The property, 'to', in the request body is invalid: ${REPORTER}`,
    },
  ];
  await takeCase(work(code, OFFICIAL, 'again'));
  await tellComplaintNews(code, NOON);
  await screens(REPORTER, 'ติดตาม', code, 'ข้อมูลของฉัน');
  const metrics = await request(service().app).get('/metrics').expect(200);
  expect(metrics.text.length).toBeGreaterThan(1_000);
  expect(JSON.stringify(service().lines) + metrics.text).not.toMatch(IDENTITY);
});

const running = (days: number) => {
  const now = new Date(NOON.getTime() + days * DAY);
  return { now, clock: () => now, holder: 'a test' };
};

function jobNamed(name: string) {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job;
}
