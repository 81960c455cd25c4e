/** Two pins of one office are merged in chat, through the whole service; the old code leads to the pin that stays. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { giveRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { openTasks } from '../../models/task.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { fromPerson, personNumber, textEvent } from '../builders/webhook-events.ts';
import { agencyCode, anAgency } from '../models/register-builder.ts';

const [OFFICIAL, COORDINATOR, CITIZEN] = [personNumber(1), personNumber(2), personNumber(3)];
const AGENCY = agencyCode(1);
const NOW = new Date('2018-05-08T05:00:00Z');
const [STAYS, GOES] = ['JQ86D8', 'T38H2K'];

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
  await putAgencies([anAgency(1, { provinceCode: '48', districtCode: '4805' })], { by: 'manage', at: NOW });
  const give = (person: string, role: Parameters<typeof giveRole>[1]) =>
    giveRole(person, role, { by: 'manage', at: NOW, key: person });
  await give(OFFICIAL, { role: 'official', agency: AGENCY });
  await give(COORDINATOR, { role: 'coordinator', scope: 'province:48' });
  await publish(STAYS, 'อบต.เขาใหม่', 16.942);
  await publish(GOES, 'องค์การบริหารส่วนตำบลเขาใหม่', 16.9424);
  bot = runService();
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

async function publish(code: string, nameTh: string, latitude: number): Promise<void> {
  const pin = { position: [104.711, latitude] as [number, number], spot: 'entrance' as const, nameTh };
  const publication = { id: code, owner: OFFICIAL, agency: AGENCY, now: NOW, newCode: () => code };
  await publishPin({ ...publication, pin: { ...pin, kind: 'subdistrict-office' } });
}

/** Types these one after the other; what the last one was answered. */
async function types(person: string, ...words: string[]): Promise<string> {
  for (const text of words) await bot.send(textEvent(text, { source: fromPerson(person) }));
  return JSON.stringify(bot.line.calls.at(-1)?.messages);
}

test('merged in chat: the old code opens the new pin, and what is reported of it goes there', async () => {
  await types(CITIZEN, `แจ้งหมุดผิด ${GOES}`, 'ยอมรับ', '1', 'ไม่มี');
  const found = await types(COORDINATOR, 'หมุดของฉัน', 'ยอมรับ');
  expect(found).toContain('องค์การบริหารส่วนตำบลเขาใหม่');
  expect(await types(COORDINATOR, STAYS)).toContain('รวมกับหมุดอื่น');
  expect(await types(COORDINATOR, '2')).toContain(GOES);
  expect(await types(COORDINATOR, '1', `เก็บ ${STAYS}`)).toContain('ใช่ รวมหมุด');
  expect(await types(COORDINATOR, 'ใช่')).toContain(`${GOES} พาไปที่ ${STAYS}`);
  const opened = await types(CITIZEN, `ค้นหา ${GOES}`);
  expect(opened).toContain('อบต.เขาใหม่');
  expect(opened).not.toContain('องค์การบริหารส่วนตำบลเขาใหม่');
  expect(await types(CITIZEN, `แจ้งหมุดผิด ${GOES}`, '1', 'ไม่มี')).toContain('แจ้งเรื่องหมุดนี้แล้ว');
  const { tasks } = await openTasks({ person: OFFICIAL, agency: AGENCY, skip: 0, limit: 9 });
  expect(tasks.map(({ pin }) => pin)).toEqual([STAYS]);
});
