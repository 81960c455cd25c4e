// Notes ride along with the next reply: once, in front of it, neither early nor late, and a crash neither loses nor doubles one.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TurnParts } from '../../bot/turn/take-turn.ts';
import { say } from '../../flows/engine/message.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { notesSaid, putNote, withdrawNote } from '../../models/note.ts';
import { emptyDatabase, quickTiming, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { somebody, textEvent } from '../builders/webhook-events.ts';

const NOTE = 'พรุ่งนี้ครบกำหนด';
const now = new Date('2018-05-08T09:30:00+07:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
let adjust: (parts: TurnParts) => Partial<TurnParts>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => {
  adjust = () => ({});
  const now = () => later(0);
  bot = runService({ now, timing: quickTiming, adjust: (parts) => ({ ...parts, ...adjust(parts) }) });
});
afterEach(async () => {
  await bot.stop();
  await emptyDatabase();
});

const keep = (from: number, until: number, messages = [say(NOTE)]) =>
  putNote({ key: 'note', person: somebody, messages, notBefore: later(from), expiresAt: later(until) });

/** The first message of each answer that is the note. */
const told = () =>
  bot.line.arrived.flatMap(({ messages }) => messages).filter((m) => 'text' in m && m.text === NOTE);

test('a due note stands before the answer, and is not said again', async () => {
  await keep(-1, 1);
  await bot.send(textEvent('ช่วยเหลือ'));
  await bot.send(textEvent('ช่วยเหลือ'));
  const [first, second] = bot.line.arrived;
  expect(first?.way).toBe('reply');
  expect(first?.messages[0]).toMatchObject({ type: 'text', text: NOTE });
  expect(first?.messages.slice(1)).toEqual(second?.messages);
  expect(await notesSaid(['note'])).toEqual(new Set(['note']));
});

test.each([
  ['early', 1, 2],
  ['late', -2, -1],
])('a note that is too %s is not said', async (_when, from, until) => {
  await keep(from, until);
  await bot.send(textEvent('ช่วยเหลือ'));
  expect(told()).toEqual([]);
});

test('somebody else’s note is not said here', async () => {
  await putNote({
    key: 'other',
    person: 'U1',
    messages: [say(NOTE)],
    notBefore: later(-1),
    expiresAt: later(1),
  });
  await bot.send(textEvent('ช่วยเหลือ'));
  expect(told()).toEqual([]);
});

test('a note that does not fit waits for another answer', async () => {
  await keep(
    -1,
    1,
    Array.from({ length: 5 }, () => say(NOTE)),
  );
  await bot.send(textEvent('ช่วยเหลือ'));
  expect(told()).toEqual([]);
  expect(await withdrawNote('note')).toBe(true);
});

test('a crash after storing says the note once', async () => {
  await keep(-1, 1);
  let isFirst = true;
  adjust = ({ noteSaid }) => ({
    async noteSaid(key) {
      if (!isFirst) return noteSaid(key);
      isFirst = false;
      throw new Error('the process died here');
    },
  });
  await bot.send(textEvent('ช่วยเหลือ'));
  await bot.send(textEvent('ช่วยเหลือ'));
  expect(told()).toHaveLength(1);
});
