/** A bot that is killed at any hop: the next one brings the story to its right end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { ChaosStand, deedsBeforePublishing, publishing } from './chaos-stand.ts';
import type { FaultName } from './faults.ts';

const places = ['บึงทอง', 'เขาใหม่', 'ทุ่งรวงทอง', 'หนองบัวแก้ว', 'ดอนมะม่วง', 'ห้วยน้ำใส', 'ท่าเรือเก่า'];
const besides = ['ศรีจันทร์', 'บ้านสวนยาว', 'ป่าไผ่งาม', 'คลองเงิน', 'วังปลาทอง', 'แม่ลมเย็น'];
const officeNames = [...places, ...besides].map((place) => `เทศบาลตำบล${place}`);

/** In the order an event meets them. */
const faults: FaultName[] = [
  'after keep',
  'before claim',
  'after claim',
  'after load',
  'before perform',
  'after perform',
  'before store',
  'after store',
  'before deliver',
  'after deliver',
  'before end',
  'after end',
];

let database: TestDatabase;
let stand: ChaosStand;
let undisturbed: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  stand = new ChaosStand(database.uri);
  await stand.open();
  const official = personNumber(900);
  const name = officeNames[faults.length] ?? '';
  await stand.tell(official, [...deedsBeforePublishing(name), publishing]);
  undisturbed = (await stand.heard(official)).map((words) => alike(words, name));
  expect(undisturbed.at(-1)).toContain('รหัสหมุด');
});
afterAll(async () => {
  await stand.close();
  await database.close();
});

test.each(faults.map((fault, index) => [fault, index] as const))('killed %s', async (fault, index) => {
  const official = personNumber(1_000 + index);
  const citizen = personNumber(2_000 + index);
  const name = officeNames[index] ?? '';
  await stand.tell(official, deedsBeforePublishing(name));

  await stand.arm(fault);
  const sending = stand.act(official, publishing);
  await stand.botDied();
  await sending;
  await stand.startBot();

  await until('the pin is published', async () => (await stand.pinsOf(official)).published > 0);
  await until('the person knows', async () => (await stand.heard(official)).length >= undisturbed.length);
  await stand.settled();

  expect(await stand.pinsOf(official)).toEqual({ all: 1, published: 1 });
  expect(await stand.conversationOf(official)).toMatchObject({ active: null });
  const heard = (await stand.heard(official)).map((words) => alike(words, name));
  expect(heard.slice(0, undisturbed.length)).toEqual(undisturbed);
  // What may at worst be seen twice is the answer during which the bot died.
  const doubled = heard.slice(undisturbed.length);
  expect(doubled.length).toBeLessThanOrEqual(1);
  for (const words of doubled) expect(words).toBe(undisturbed.at(-1));

  await stand.tell(citizen, [{ text: name }]);
  expect((await stand.heard(citizen)).join('\n')).toContain(`${name} ·`);
});

/** Words without what differs from person to person: their office's name and place. */
function alike(words: string, name: string): string {
  return words.replaceAll(name, 'NAME').replace(/\d+\.\d{5}, \d+\.\d{5}/g, 'PLACE');
}
