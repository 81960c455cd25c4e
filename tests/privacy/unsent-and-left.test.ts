/** Unsending and leaving, through the whole service: what a message brought is gone everywhere; who left is sent nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { keepComplaintDraft } from '../../models/complaint-draft.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { claimDueMessage, putInOutbox } from '../../models/outbox.ts';
import { photosOf, storePhoto } from '../../models/photo.ts';
import { keepDraft } from '../../models/pin.ts';
import { rateOffice } from '../../models/rating.ts';
import { addToRating } from '../../models/rating-words.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import {
  followEvent,
  fromPerson,
  personNumber,
  somebody,
  someGroup,
  textEvent,
  unsendEvent,
  type WebhookEvent,
} from '../builders/webhook-events.ts';
import { publish } from '../models/pin-builder.ts';
import { aPhoto } from '../photos/photo-builder.ts';
import { raw } from './person-builder.ts';

const WORDS = 'ถนนหน้าบ้านนายสมชายเป็นหลุม';

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
  await emptyDatabase();
  bot = runService();
});
afterEach(() => bot.stop());

const idOf = ({ message }: WebhookEvent): string => String((message as { id: string }).id);

/** Sends the words, lets `use` put them somewhere, and unsends them. */
async function unsentAfter(use: (words: string) => Promise<unknown>): Promise<void> {
  const event = textEvent(WORDS);
  await bot.send(event);
  await use(WORDS);
  await bot.send(unsendEvent(idOf(event)));
}

async function everythingStored(): Promise<string> {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  return JSON.stringify(await Promise.all(collections.map((collection) => collection.find().toArray())));
}

const own = { by: somebody, at: new Date(), words: WORDS };

describe('the words of an unsent message are nowhere any more:', () => {
  test.each<[string, (words: string) => Promise<unknown>]>([
    ['the inbox, and what the bot repeated of it', async () => {}],
    [
      'an unfinished complaint',
      (words) => keepComplaintDraft({ person: somebody, fields: { words }, at: new Date() }),
    ],
    [
      'a draft pin',
      (nameTh) =>
        keepDraft({ id: 'draft', owner: somebody, fields: { nameTh }, step: 'kind', now: new Date() }),
    ],
    ['a report about a pin', () => raw('tasks').insertOne({ _id: 'task', ...own })],
    ['a copy that was still asked for', () => raw('copy_flags').insertOne({ _id: 'flag', ...own })],
    [
      'a missing agency',
      () =>
        raw('missing_agencies').insertOne({ _id: 'missing', person: somebody, words: WORDS, at: new Date() }),
    ],
    [
      'a message that waits to be pushed',
      (text) =>
        raw('outbox').insertOne({
          _id: 'push',
          to: somebody,
          state: 'sent',
          endedAt: new Date(),
          saying: { messages: [{ kind: 'say', text: { key: 'a:b', vars: { words: `“${text}”` } } }] },
        }),
    ],
    [
      'an answer in a flow, open or put aside',
      (words) =>
        raw('conversations').updateOne(
          { _id: somebody },
          {
            $set: {
              'state.parked': [
                {
                  flow: 'my-profile',
                  state: {
                    flow: 'my-profile',
                    version: 1,
                    run: 'r',
                    step: 'firstName',
                    data: { words },
                    trail: [{ step: 'firstName', data: { words } }],
                  },
                },
              ],
            },
          },
        ),
    ],
  ])('%s', async (_, use) => {
    await unsentAfter(use);
    expect(await everythingStored()).not.toContain(WORDS);
    expect(await bot.send(textEvent('ช่วยเหลือ'))).toBeUndefined();
    expect(bot.line.said).toContain('ค้นหา');
  });

  test('the comment of a rating; the stars stay', async () => {
    const pin = await publish('office');
    const rating = { pin, by: somebody, day: bangkokDate(new Date()) };
    await unsentAfter(async (comment) => {
      await rateOffice({ ...rating, stars: 2, at: new Date(), key: 'r' }, randomUUID);
      await addToRating(rating, { comment });
    });
    expect(await everythingStored()).not.toContain(WORDS);
    expect(await raw('ratings').findOne({})).toMatchObject({ stars: 2, state: 'given' });
  });
});

test.each(['pin', 'complaint:run', 'rating:mark'])('a photo goes from the album of a %s', async (album) => {
  await storePhoto(aPhoto('photo', { pin: album, messageId: '4711' }));
  await bot.send(unsendEvent('4711'));
  expect(await photosOf(album)).toEqual([]);
});

test('nobody takes away what another person said in the same words', async () => {
  const other = personNumber(5);
  await keepComplaintDraft({ person: other, fields: { words: WORDS }, at: new Date() });
  await raw('tasks').insertOne({ _id: 'task', ...own, by: other });
  await unsentAfter(async () => {});
  expect(await raw('complaintDrafts').findOne({ _id: other })).toMatchObject({ fields: { words: WORDS } });
  expect(await raw('tasks').findOne({ _id: 'task' })).toMatchObject({ words: WORDS });
});

test.each(['group', 'room'])('what is said in a %s is never kept, nor who said it', async (type) => {
  const source = { type, [`${type}Id`]: someGroup, userId: somebody };
  const event = textEvent(WORDS, { source });
  await bot.send(event);
  for (const trace of [WORDS, somebody]) expect(await everythingStored()).not.toContain(trace);
  await bot.send(unsendEvent(idOf(event), { source }));
  expect(await everythingStored()).not.toContain(somebody);
  expect(await raw('inbox').countDocuments({ chat: someGroup, state: 'done' })).toBe(2);
});

describe('leaving', () => {
  const leave = (): WebhookEvent => ({ ...followEvent(), type: 'unfollow', replyToken: '' });
  const push = (key: string, to = somebody) =>
    putInOutbox(
      { key, to, saying: { messages: [], quick: [] }, language: 'th', retryKey: randomUUID() },
      new Date(),
    );
  const due = () => claimDueMessage({ holder: 'test', now: new Date(), leaseMilliseconds: 60_000 });

  test('is answered with silence, and what was to be pushed is given up; others get theirs', async () => {
    await bot.send(textEvent('สวัสดี'));
    const answered = bot.line.calls.length;
    await bot.send(leave());
    expect(bot.line.calls).toHaveLength(answered);
    await push('theirs');
    await push('others', personNumber(5));
    expect(await due()).toMatchObject({ key: 'others' });
    expect(await due()).toBeUndefined();
    expect(await raw('outbox').findOne({ _id: 'theirs' })).toMatchObject({
      state: 'failed',
      failure: { reason: 'left' },
    });
  });

  test.each<[string, () => WebhookEvent]>([
    ['following again', () => followEvent({ follow: { isUnblocked: true } })],
    ['writing again', () => textEvent('กลับมาแล้ว')],
  ])('ends by %s', async (_, back) => {
    await bot.send(textEvent('สวัสดี'));
    await bot.send(leave());
    expect(await raw('people').countDocuments({ blockedAt: { $exists: true } })).toBe(1);
    await bot.send(back());
    expect(await raw('people').countDocuments({ blockedAt: { $exists: true } })).toBe(0);
    await push('theirs');
    expect(await due()).toMatchObject({ key: 'theirs' });
  });

  test('of somebody nothing is known of leaves nothing', async () => {
    await bot.send({ ...leave(), source: fromPerson(personNumber(8)) });
    expect(await raw('people').countDocuments()).toBe(0);
  });
});

test('erasing through the chat leaves nothing of the person when it is answered', async () => {
  for (const words of ['ปักหมุด', 'ยอมรับ', 'ลบข้อมูลของฉัน', 'ใช่', 'ลบ']) await bot.send(textEvent(words));
  expect(bot.line.said).toContain('ลบข้อมูลของคุณแล้ว');
  await bot.stop();
  expect(await everythingStored()).not.toContain(somebody);
});
