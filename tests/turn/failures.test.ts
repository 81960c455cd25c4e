/** What becomes of a turn when something fails below it: bugs are apologised for, passing failures are tried again. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { TurnParts } from '../../bot/turn/take-turn.ts';
import { chat } from '../../flows/engine/chat-texts.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { loadConversation } from '../../models/conversation.ts';
import { allEnded, emptyDatabase, inboxRows, quickTiming, runService } from '../builders/running-service.ts';
import { postEvents } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { locationEvent, somebody, textEvent } from '../builders/webhook-events.ts';
import { type DatabaseGate, openDatabaseGate } from '../fakes/database-gate.ts';
import { noPeople } from '../fakes/no-people.ts';
import { noPins } from '../fakes/no-pins.ts';
import { nothingElse } from '../fakes/nothing-else.ts';

const { MongoNetworkError } = mongoose.mongo;
const CONNECTED = 1;
const apology = chat.texts.apology.th;

let database: TestDatabase;
let gate: DatabaseGate;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  gate = await openDatabaseGate(database.uri);
  await connectModels(gate.uri);
});
afterAll(async () => {
  await disconnectModels();
  await gate.close();
  await database.close();
});
afterEach(async () => {
  gate.open();
  await bot.stop();
  await emptyDatabase();
});

function run(adjust: (parts: TurnParts) => Partial<TurnParts>, timing = quickTiming) {
  bot = runService({ timing, adjust: (parts) => ({ ...parts, ...adjust(parts) }) });
}

/** Three messages, up to a pin that leaving keeps as a draft. */
async function sendHalfAPin(): Promise<void> {
  for (const event of [textEvent('ปักหมุด'), textEvent('ยอมรับ'), locationEvent()]) await bot.send(event);
}

const count = (haystack: string, needle: string) => haystack.split(needle).length - 1;

describe('a bug', () => {
  const words = 'คำลับของฉัน';

  test('the person gets an apology, nothing changes, the event is kept as failed', async () => {
    run(({ find }) => ({
      find: {
        ...find,
        pinsNamed: (query, page) => {
          if (query === words) throw new Error(`cannot search for ${query}`);
          return find.pinsNamed(query, page);
        },
      },
    }));
    await bot.send(textEvent('ค้นหา'));
    const before = await loadConversation(somebody);
    const event = textEvent(words);
    await bot.send(event);

    expect(JSON.stringify(bot.line.arrived.at(-1))).toContain(apology);
    expect((await loadConversation(somebody)).state).toEqual(before.state);
    expect((await inboxRows()).find((row) => row._id === event.webhookEventId)).toMatchObject({
      state: 'failed',
      attempts: 1,
    });
    const errors = bot.lines.filter(({ level }) => level >= 50);
    expect(errors).toMatchObject([{ event: event.webhookEventId, flow: 'find-office', step: 'ask' }]);
    // What the error itself says is cut out by the program's own log; see tests/web/logs.test.ts.
    expect(JSON.stringify(errors.map(({ err: _err, ...fields }) => fields))).not.toContain(words);

    await bot.send(textEvent('เทศบาล'));
    expect(bot.line.calls).toHaveLength(3);
    expect(count(bot.line.said, apology)).toBe(1);
  });

  test('the same event again is not taken again', async () => {
    run(() => ({
      find: {
        people: noPeople,
        pins: noPins,
        ...nothingElse,
        pinsNear: bug,
        pinsNamed: bug,
        pin: bug,
        draftsOf: bug,
      },
    }));
    const event = textEvent('เทศบาล');
    await bot.send(event);
    await bot.send({ ...event, deliveryContext: { isRedelivery: true } });
    expect(bot.line.calls).toHaveLength(1);
  });

  test('a stored conversation that cannot be read does not keep its person in silence for ever', async () => {
    run(() => ({}), { ...quickTiming, lease: 50 });
    await mongoose.connection
      .collection<{ _id: string }>('conversations')
      .insertOne({ _id: somebody, ...{ revision: 3, state: { person: 7 }, lastTurn: null } });
    await postEvents(bot.app, textEvent('ช่วยเหลือ')).expect(200);
    await until('the event is given up', async () => (await inboxRows())[0]?.state === 'failed', 8_000);
    expect(bot.line.said).toContain(apology);
  });
});

function bug(): never {
  throw new Error('a bug');
}

describe('a passing failure', () => {
  test.each(['claim', 'load', 'perform', 'store', 'deliver', 'end'] as const)(
    'of %s is tried again, not apologised for',
    async (hop) => {
      let armed = false;
      let failures = 0;
      run((parts) => ({
        [hop]: (...given: unknown[]) => {
          if (!armed) return Reflect.apply(parts[hop], undefined, given);
          armed = false;
          failures += 1;
          return Promise.reject(new MongoNetworkError('connection reset'));
        },
      }));
      await sendHalfAPin();
      armed = true;
      await bot.send(textEvent('ยกเลิก'));
      expect(failures).toBe(1);
      expect(bot.line.said).not.toContain(apology);
      const answers = bot.line.arrived.length;
      // Where the answer had gone out before the failure, it may be said a second time, and no more than that.
      expect(answers).toBeGreaterThanOrEqual(4);
      expect(answers).toBeLessThanOrEqual(hop === 'end' ? 4 + 1 : 4);
      expect(await mongoose.connection.collection('pins').countDocuments({ state: 'draft' })).toBe(1);
      expect((await inboxRows()).every(({ state }) => state === 'done')).toBe(true);
    },
  );

  test.each([
    ['just as it goes away', async () => {}],
    [
      'while it stays away',
      () => until('the driver has noticed', () => mongoose.connection.readyState !== CONNECTED),
    ],
  ])('of the real database, %s', async (_name, wait) => {
    let tries = 0;
    let failure: unknown;
    run((parts) => ({
      perform: async (effect, person) => {
        tries += 1;
        if (tries > 1) return parts.perform(effect, person);
        gate.shut();
        await wait();
        return parts
          .perform(effect, person)
          .catch((error: unknown) => {
            failure = error;
            throw error;
          })
          .finally(() => gate.open());
      },
    }));
    await sendHalfAPin();
    await postEvents(bot.app, textEvent('ยกเลิก')).expect(200);
    await until('the turn was tried again', () => tries > 1);
    await allEnded();
    expect(failure).toBeInstanceOf(Error);
    expect(bot.line.said).not.toContain(apology);
    expect(await mongoose.connection.collection('pins').countDocuments({ state: 'draft' })).toBe(1);
  });
});

test('an event that fails each time is given up after five tries, and the next one is answered', async () => {
  let tries = 0;
  run(
    ({ find }) => ({
      find: {
        ...find,
        pinsNamed: (words, page) => {
          if (words !== 'poison') return find.pinsNamed(words, page);
          tries += 1;
          return Promise.reject(new MongoNetworkError('each time'));
        },
      },
    }),
    { ...quickTiming, lease: 50 },
  );
  const poison = textEvent('poison');
  const next = textEvent('ช่วยเหลือ');
  await bot.send(poison, next);
  expect(tries).toBe(5);
  expect(bot.line.calls).toMatchObject([
    { way: 'reply', token: poison.replyToken },
    { way: 'reply', token: next.replyToken },
  ]);
  expect(count(bot.line.said, apology)).toBe(1);
  expect((await inboxRows()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['failed', 6],
    ['done', 1],
  ]);
});
