/** Delivering a turn's answer: the free reply first, a push only where it must be, and never nothing at all. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chat } from '../../flows/engine/chat-texts.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { answerOf, unrenderable } from '../builders/answers.ts';
import { outboxEmptied, outboxRows, runDelivery } from '../builders/running-delivery.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { somebody } from '../builders/webhook-events.ts';
import { FakeLine } from '../fakes/fake-line.ts';

const apology = chat.texts.apology.th;
const says = (text: string) => [expect.objectContaining({ type: 'text', text })];

let database: TestDatabase;
let line: FakeLine;
let delivery: ReturnType<typeof runDelivery>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => {
  line = new FakeLine();
  delivery = runDelivery(line);
});
afterEach(async () => {
  await delivery.stop();
  await emptyDatabase();
});

/** What was tried, in order. */
const ways = () => line.calls.map(({ way }) => way);

describe('the reply', () => {
  test('comes first and is all: nothing is pushed, nothing is stored', async () => {
    const answer = answerOf('สวัสดี');
    await delivery.deliver(answer);
    expect(line.calls).toMatchObject([{ way: 'reply', token: answer.replyToken, messages: says('สวัสดี') }]);
    expect(await outboxRows()).toEqual([]);
  });

  test('an answer without words is no call', async () => {
    await delivery.deliver(answerOf('', { saying: { messages: [], quick: [] } }));
    expect(line.calls).toEqual([]);
  });

  test.each(['rate', 'unclear'] as const)('%s: it is tried again, with the same messages', async (fate) => {
    line.fates = [fate, fate];
    await delivery.deliver(answerOf('สวัสดี'));
    expect(ways()).toEqual(['reply', 'reply', 'reply']);
    expect(line.arrived).toHaveLength(1);
    expect(await outboxRows()).toEqual([]);
  });

  test('an answer lost after LINE took the reply is not said twice', async () => {
    line.fates = ['lost'];
    await delivery.deliver(answerOf('สวัสดี'));
    expect(ways()).toEqual(['reply', 'reply']);
    expect(line.arrived).toHaveLength(1);
    expect(await outboxRows()).toEqual([]);
  });

  test('a rate limit between does not make a lost answer count as said again', async () => {
    line.fates = ['lost', 'rate'];
    await delivery.deliver(answerOf('สวัสดี'));
    expect(line.arrived).toHaveLength(1);
    expect(await outboxRows()).toEqual([]);
  });
});

describe('a push', () => {
  test.each([
    ['a dead token', answerOf('สวัสดี'), 'dead-token', ['reply', 'push']],
    ['no token', answerOf('สวัสดี', { replyToken: undefined }), undefined, ['push']],
  ] as const)('is sent for %s', async (_name, answer, fate, expected) => {
    if (fate) line.fates = [fate];
    await delivery.deliver(answer);
    await outboxEmptied();
    expect(ways()).toEqual(expected);
    const [row] = await outboxRows();
    expect(row).toMatchObject({ _id: `turn:${answer.eventId}`, state: 'sent' });
    expect(line.arrived).toMatchObject([
      { way: 'push', to: somebody, retryKey: row?.retryKey, messages: says('สวัสดี') },
    ]);
    expect(row?.retryKey).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test('is sent when three replies went unanswered', async () => {
    line.fates = ['unclear', 'unclear', 'unclear'];
    await delivery.deliver(answerOf('สวัสดี'));
    await outboxEmptied();
    expect(ways()).toEqual(['reply', 'reply', 'reply', 'push']);
  });

  test('is sent once though the answer is delivered twice, as after a crash', async () => {
    const answer = answerOf('สวัสดี', { replyToken: undefined });
    await delivery.deliver(answer);
    await delivery.deliver(answer);
    await outboxEmptied();
    await delivery.deliver(answer);
    await outboxEmptied();
    expect(line.calls).toHaveLength(1);
  });

  test('is not sent for an event that another process has taken over', async () => {
    await delivery.deliver(answerOf('สวัสดี', { replyToken: undefined, stillOurs: async () => false }));
    expect(line.calls).toEqual([]);
    expect(await outboxRows()).toEqual([]);
  });
});

describe('what LINE refuses', () => {
  const refusal = { result: 'refused', status: 400, message: '{"message":"May not be empty"}' } as const;

  test('is kept as failed with LINE’s own words, and the person gets an apology', async () => {
    line.fates = [refusal];
    const answer = answerOf('สวัสดี');
    await delivery.deliver(answer);
    expect(await outboxRows()).toMatchObject([
      {
        _id: `turn:${answer.eventId}`,
        state: 'failed',
        failure: { reason: 'refused', status: 400, message: refusal.message },
      },
    ]);
    expect(line.arrived).toMatchObject([{ way: 'reply', token: answer.replyToken, messages: says(apology) }]);
    expect(delivery.lines.filter(({ level }) => level >= 50)).toMatchObject([
      { event: answer.eventId, status: 400 },
    ]);
  });

  test('an apology that LINE refuses too is the end of it', async () => {
    line.fates = [refusal, refusal];
    await delivery.deliver(answerOf('สวัสดี'));
    expect(line.calls).toHaveLength(2);
  });
});

describe('what cannot be rendered', () => {
  test('is kept as failed, and the person gets an apology', async () => {
    const answer = unrenderable();
    await delivery.deliver(answer);
    expect(await outboxRows()).toMatchObject([{ state: 'failed', failure: { reason: 'refused' } }]);
    expect(line.arrived).toMatchObject([{ way: 'reply', messages: says(apology) }]);
  });

  test('with a dead token the apology is pushed: silence is no answer', async () => {
    line.fates = ['dead-token'];
    await delivery.deliver(unrenderable());
    await outboxEmptied();
    expect(line.arrived).toMatchObject([{ way: 'push', to: somebody, messages: says(apology) }]);
  });
});
