/** What a conversation remembers must come back from the database as it went in, whatever the person left out. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { chat } from '../../flows/engine/chat-texts.ts';
import { pinOffice } from '../../flows/pin-office.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { loadConversation } from '../../models/conversation.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import {
  bareLocationEvent,
  locationEvent,
  somebody,
  textEvent,
  type WebhookEvent,
} from '../builders/webhook-events.ts';

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
beforeEach(() => {
  bot = runService();
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

const places: [string, () => WebhookEvent][] = [
  ['a location with its address', () => locationEvent()],
  ['a location without title and address', () => bareLocationEvent(19.9072, 99.8325)],
  ['typed coordinates', () => textEvent('19.9072, 99.8325')],
];

test.each(places)('a pin begun with %s goes on to its name, and is published', async (_name, place) => {
  const [begin = '', agree = ''] = ['ปักหมุด', 'ยอมรับ'];
  for (const event of [textEvent(begin), textEvent(agree), place(), textEvent('1')]) await bot.send(event);
  expect(JSON.stringify(bot.line.arrived.at(-1))).toContain(pinOffice.text.texts.name?.th.split('\n')[0]);
  for (const answer of ['เทศบาลตำบลบึงทอง', '2', '1']) await bot.send(textEvent(answer));
  expect(JSON.stringify(bot.line.arrived.at(-1))).toContain('รหัสหมุด');
  expect(bot.line.said).not.toContain(beginningOf(chat.texts.restarted.th));
  expect((await loadConversation(somebody)).state).toMatchObject({ active: null });
});

/** The text up to its first variable. */
function beginningOf(text: string): string {
  return text.split('{{')[0] ?? text;
}
