/** Every event there is, through the whole service: what a person sends is answered, the rest is silence on purpose. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chat } from '../../flows/engine/chat-texts.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { loadOpenApiJudge } from '../builders/line-openapi.ts';
import { emptyDatabase, inboxRows, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import {
  fromPerson,
  groupTextEvent,
  imageEvent,
  joinEvent,
  personNumber,
  personsEvents,
  silentEvents,
  somebody,
  someGroup,
  someRoom,
  textEvent,
  unsendEvent,
  type WebhookEvent,
} from '../builders/webhook-events.ts';

const judge = loadOpenApiJudge();

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

/** The answer to the newest event: one call with its token, messages LINE would take, no apology. */
function expectAnswerTo(event: WebhookEvent): void {
  const call = bot.line.calls.at(-1);
  expect(call).toMatchObject({ way: 'reply', token: event.replyToken });
  expect(call?.messages.length).toBeGreaterThan(0);
  expect(call?.messages.length).toBeLessThanOrEqual(5);
  for (const message of call?.messages ?? []) expect(judge?.(message) ?? []).toEqual([]);
  expect(bot.line.said).not.toContain(chat.texts.apology.th);
  expect(bot.lines.filter(({ level }) => level >= 40)).toEqual([]);
}

describe('what a person sends is answered', () => {
  const everything = Object.entries(personsEvents);

  test.each(everything)('%s, with nothing open', async (_name, build) => {
    const event = build();
    await bot.send(event);
    expect(bot.line.calls).toHaveLength(1);
    expectAnswerTo(event);
    expect(await inboxRows()).toMatchObject([{ state: 'done', attempts: 1 }]);
  });

  test.each(everything)('%s, in the middle of a question', async (_name, build) => {
    await bot.send(textEvent('ปักหมุด'));
    await bot.send(textEvent('ยอมรับ'));
    const event = build();
    await bot.send(event);
    expect(bot.line.calls).toHaveLength(3);
    expectAnswerTo(event);
  });

  test.each([
    ['Thai', 'ก'.repeat(5_000)],
    ['Thai with marks', 'ที่นั้นน้ำ'.repeat(500)],
    ['emoji', '👨‍👩‍👧‍👦'.repeat(454)],
    ['line breaks', 'ก\n'.repeat(2_500)],
    ['one letter with thousands of marks', `ก${'\u0e49'.repeat(4_999)}`],
    ['digits', '9'.repeat(5_000)],
    ['opening words', 'ค้นหา'.repeat(1_000)],
    ['spaces', ' '.repeat(5_000)],
  ])('5,000 characters of %s, at rest and as an answer', async (_name, text) => {
    const steps = [text, 'ปักหมุด', 'ยอมรับ', text, '19.9, 99.8', '1', text];
    for (const step of steps) {
      const event = textEvent(step);
      await bot.send(event);
      expectAnswerTo(event);
    }
  });

  test('one webhook with several people’s events answers each of them', async () => {
    const events = Array.from({ length: 12 }, (_, n) =>
      textEvent('ช่วยเหลือ', { source: fromPerson(personNumber(n)) }),
    );
    await bot.send(...events);
    const tokens = bot.line.calls.map((call) => (call.way === 'reply' ? call.token : ''));
    expect(tokens.sort()).toEqual(events.map((event) => event.replyToken).sort());
  });

  test('one person’s events of one webhook are answered in the order of their instants', async () => {
    const first = textEvent('english');
    const second = textEvent('ภาษาไทย');
    await bot.send(second, first);
    expect(bot.line.calls.map((call) => call.way === 'reply' && call.token)).toEqual([
      first.replyToken,
      second.replyToken,
    ]);
  });

  test('one person’s unreadable event does not cost another their answer', async () => {
    const good = textEvent('ช่วยเหลือ', { source: fromPerson(personNumber(7)) });
    await bot.send(textEvent('a', { message: null, source: fromPerson('not an id') }), good);
    expectAnswerTo(good);
  });

  test('is marked as read', async () => {
    await bot.send(imageEvent({ message: { id: '1', type: 'image', markAsReadToken: 'read me' } }));
    expect(bot.line.read).toEqual(['read me']);
  });
});

describe('silence on purpose', () => {
  test.each(Object.entries(silentEvents))('%s', async (_name, build) => {
    await bot.send(build());
    expect(bot.line.calls).toEqual([]);
    expect(bot.line.read).toEqual([]);
    expect(await inboxRows()).toMatchObject([{ state: 'done', attempts: 1 }]);
    expect(bot.lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test('a group keeps nobody’s conversation', async () => {
    await bot.send(groupTextEvent('ปักหมุด'));
    await bot.send(textEvent('ยกเลิก'));
    expect(bot.line.said).toContain(chat.texts.nothingToCancel.th);
  });
});

describe('a group or room the account is invited to', () => {
  test.each([
    ['group', { type: 'group', groupId: someGroup }],
    ['room', { type: 'room', roomId: someRoom }],
  ])('%s: one message, once', async (_name, source) => {
    const event = joinEvent({ source });
    await bot.send(event);
    await bot.send({ ...event, deliveryContext: { isRedelivery: true } });
    expect(bot.line.calls).toMatchObject([
      { way: 'reply', token: event.replyToken, messages: [{ type: 'text', text: chat.texts.oneToOne.th }] },
    ]);
  });

  test('says nothing when it came without a reply token', async () => {
    await bot.send(joinEvent({ replyToken: '' }));
    expect(bot.line.calls).toEqual([]);
  });
});

describe('an unsent message', () => {
  const secret = 'เลขบัตร 1234';
  const messageOf = (event: WebhookEvent) => event.message as { id: string };

  test('disappears from the inbox, and only its content', async () => {
    const event = textEvent(secret);
    await bot.send(event, textEvent('ช่วยเหลือ'));
    await bot.send(unsendEvent(messageOf(event).id));
    expect(JSON.stringify(await inboxRows())).not.toContain(secret);
    expect((await inboxRows())[0]).toMatchObject({
      state: 'done',
      body: { message: { id: messageOf(event).id, type: 'unsent' } },
    });
    expect(JSON.stringify(await inboxRows())).toContain('ช่วยเหลือ');
    expect(bot.line.calls).toHaveLength(2);
  });

  test('is only its own chat’s', async () => {
    const event = textEvent(secret);
    await bot.send(event);
    await bot.send(unsendEvent(messageOf(event).id, { source: fromPerson(personNumber(9)) }));
    expect(JSON.stringify(await inboxRows())).toContain(secret);
  });

  test.each([
    ['in a group', { source: { type: 'group', groupId: someGroup, userId: somebody } }],
    ['while another bot answers the chat', { mode: 'standby' }],
  ])('disappears %s too', async (_name, changes) => {
    const event = textEvent(secret, changes);
    await bot.send(event);
    await bot.send(unsendEvent(messageOf(event).id, changes));
    expect(JSON.stringify(await inboxRows())).not.toContain(secret);
    expect(bot.line.calls).toEqual([]);
  });
});
