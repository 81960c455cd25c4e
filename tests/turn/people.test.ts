/** Registering, approving and revoking through the whole service, on the database. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { seedDemo } from '../../bot/demo/seed.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { openInvitations } from '../../models/invitation.ts';
import { giveRole, personById, takeRole } from '../../models/person.ts';
import { countWaitingFor } from '../../models/registration.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { fromPerson, personNumber, textEvent } from '../builders/webhook-events.ts';

const APPLICANT = personNumber(1);
const COORDINATOR = personNumber(2);
const AGENCY = '030700003';
const PROVINCE = { role: 'coordinator', scope: 'province:48' } as const;
const NOW = new Date('2018-05-08T05:00:00Z');

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  await seedDemo(NOW);
  await giveRole(COORDINATOR, PROVINCE, { by: 'manage', at: NOW, key: 'seed' });
  bot = runService();
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

/** Types these one after the other; what the last one was answered. */
async function types(person: string, ...words: string[]): Promise<string> {
  for (const text of words) await bot.send(textEvent(text, { source: fromPerson(person) }));
  return JSON.stringify(bot.line.calls.at(-1)?.messages);
}

const outbox = () => mongoose.connection.collection('outbox').find().toArray();
const agrees = 'ยอมรับ';
const CODE = /[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/;

async function register(): Promise<string> {
  const answers = ['มะลิ', 'ใจดี', 'mali@example.com', '0812345678', '1'];
  return types(APPLICANT, `ลงทะเบียน ${AGENCY}`, agrees, '1', 'ใช่', ...answers);
}

test('an agency is found although it is misspelt, and told from its namesakes', async () => {
  const found = await types(APPLICANT, 'ลงทะเบียน เขาไหม่', agrees);
  expect(found).toContain('องค์การบริหารส่วนตำบลเขาใหม่');
  expect(found).toContain(AGENCY);
});

test('a registration is approved by its coordinator, and the applicant is told once', async () => {
  expect(await register()).toContain('ส่งแล้ว ขอบคุณ มะลิ');
  expect(await countWaitingFor([PROVINCE])).toBe(1);
  expect(await types(COORDINATOR, 'อนุมัติ', agrees)).toContain('mali@example.com');
  expect(await types(COORDINATOR, '1')).toContain('อนุมัติ มะลิ ใจดี แล้ว');
  expect((await personById(APPLICANT)).roles).toMatchObject([{ role: 'official', agency: AGENCY }]);
  expect(await outbox()).toMatchObject([{ to: APPLICANT, language: 'th', state: 'waiting' }]);
  expect(await types(APPLICANT, 'เจ้าหน้าที่')).toContain('มะลิ ใจดี');
  expect(await types(COORDINATOR, 'ประวัติ')).toContain('ให้ มะลิ ใจดี เป็น');
});

test('a code made in the chat gives its role to who types it', async () => {
  const shown = await types(COORDINATOR, 'เชิญ', agrees, '1', AGENCY, '1', 'ใช่');
  const [code = ''] = CODE.exec(shown) ?? [];
  expect(await openInvitations(COORDINATOR, new Date())).toHaveLength(1);
  expect(await types(APPLICANT, `ลงทะเบียน ${code}`, agrees)).toContain('เจ้าหน้าที่ องค์การบริหารส่วนตำบลเขาใหม่');
  expect(await openInvitations(COORDINATOR, new Date())).toHaveLength(0);
});

test('who came by a code says who they are, and is then known by name', async () => {
  const official = personNumber(3);
  const shown = await types(COORDINATOR, 'เชิญ', agrees, '1', AGENCY, '1', 'ใช่');
  const [code = ''] = CODE.exec(shown) ?? [];
  expect(await types(official, `ลงทะเบียน ${code}`, agrees)).toContain('ชื่อของคุณ');
  expect(await types(COORDINATOR, 'เจ้าหน้าที่', AGENCY, '1')).toContain('ไม่ทราบชื่อ');
  expect(await types(official, 'ยกเลิก', 'บทบาท')).toContain('บอกชื่อของฉัน');
  await types(official, 'ทำต่อ', 'แก้ว', 'ใสงาม', 'kaew@example.com', '0812345678');
  expect(await types(official, 'ใช่')).toContain('บันทึกแล้ว ขอบคุณ แก้ว');
  expect(await types(COORDINATOR, 'ยกเลิก', 'เจ้าหน้าที่', AGENCY, '1')).toContain('แก้ว ใสงาม');
  const seen = await types(APPLICANT, `ลงทะเบียน ${AGENCY}`, agrees, '1');
  expect(seen).toContain('แก้ว ใส.');
  expect(seen).toContain('ตั้งแต่');
});

/** Every document of every collection, as one text. */
async function everythingStored(): Promise<string> {
  const { db } = mongoose.connection;
  const collections = (await db?.collections()) ?? [];
  const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
  return JSON.stringify(documents);
}

test.each(['reply', 'push'])('a code that was shown by %s stands in no document', async (way) => {
  await types(COORDINATOR, 'เชิญ', agrees, '1', AGENCY, '1');
  if (way === 'push') bot.line.fates = ['dead-token'];
  await types(COORDINATOR, 'ใช่');
  await until('it arrived', async () => CODE.test(bot.line.said));
  const [code = ''] = CODE.exec(bot.line.said) ?? [];
  const stored = await everythingStored();
  expect(stored).toContain('invitationOf');
  expect(stored).not.toContain(code);
  expect(stored).not.toContain(code.replaceAll('-', ''));
  expect(await types(APPLICANT, `ลงทะเบียน ${code}`, agrees)).toContain('ยินดีต้อนรับ');
});

test('a crash before the answer went out shows the same code when the turn is found stored', async () => {
  await types(COORDINATOR, 'เชิญ', agrees, '1', AGENCY, '1');
  const event = textEvent('ใช่', { source: fromPerson(COORDINATOR) });
  await bot.send(event);
  const [code = ''] = CODE.exec(bot.line.said) ?? [];
  const inbox = mongoose.connection.collection<{ _id: string }>('inbox');
  await inbox.deleteOne({ _id: event.webhookEventId });
  await bot.send({ ...event, replyToken: 'another-token' });
  const answers = bot.line.arrived.map(({ messages }) => JSON.stringify(messages));
  expect(answers.filter((answer) => answer.includes(`ลงทะเบียน ${code}`))).toHaveLength(2);
  expect(await mongoose.connection.collection('invitations').countDocuments()).toBe(1);
});

test('a missing agency comes to the coordinator of its province, and the reporter is told what it is', async () => {
  const words = 'อบต.เขาใหม่ใต้ อ.ธาตุพนม จ.นครพนม';
  await types(APPLICANT, 'ลงทะเบียน', agrees, 'ไม่มีในรายชื่อ', words);
  expect(await types(COORDINATOR, 'อนุมัติ', agrees)).toContain('หน่วยงานที่แจ้งว่าไม่มี (1)');
  expect(await types(COORDINATOR, 'หน่วยงานที่แจ้ง')).toContain('เขาใหม่ใต้');
  expect(await types(COORDINATOR, '1')).toContain('ธาตุพนม');
  expect(await types(COORDINATOR, '1', AGENCY, '1', 'ใช่')).toContain('แจ้งผู้แจ้งแล้ว');
  expect(await outbox()).toMatchObject([{ to: APPLICANT, language: 'th' }]);
});

test('the menu says how many wait', async () => {
  await register();
  expect(await types(COORDINATOR, 'คำสั่ง')).toContain('คำขอลงทะเบียน (1)');
});

test('a role that ends in the middle of a flow ends it at the next message', async () => {
  await types(COORDINATOR, 'เชิญ', agrees, '1', AGENCY, '1');
  await takeRole(COORDINATOR, PROVINCE, { by: 'manage', at: NOW, key: 'end' });
  expect(await types(COORDINATOR, 'ใช่')).toContain('ของคุณสิ้นสุดแล้ว');
  expect(await mongoose.connection.collection('invitations').countDocuments()).toBe(0);
});

test('an official revoked by the coordinator is told why and is a citizen again', async () => {
  await giveRole(APPLICANT, { role: 'official', agency: AGENCY }, { by: 'manage', at: NOW, key: 'o' });
  await types(COORDINATOR, 'เจ้าหน้าที่', agrees, AGENCY, '1', '1', 'ย้ายไปหน่วยงานอื่น');
  expect(await types(COORDINATOR, 'ใช่')).toContain('มีผลทันที');
  expect(JSON.stringify(await outbox())).toContain('ย้ายไปหน่วยงานอื่น');
  expect(await types(APPLICANT, 'บทบาท')).toContain('ในฐานะประชาชน');
});
