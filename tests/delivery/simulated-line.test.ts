/** Delivery against the simulated LINE, over real HTTP: whatever goes wrong, each thing is said once. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { answerOf } from '../builders/answers.ts';
import { outboxEmptied, outboxRows, runDelivery } from '../builders/running-delivery.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { runSimulator } from '../builders/running-simulator.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { personNumber } from '../builders/webhook-events.ts';

const person = personNumber(1);

let database: TestDatabase;
let line: Awaited<ReturnType<typeof runSimulator>>;
let delivery: ReturnType<typeof runDelivery>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  line = await runSimulator();
  line.platform.addFollowers([person]);
  delivery = runDelivery(line.client);
});
afterEach(async () => {
  await delivery.stop();
  await line.close();
  await emptyDatabase();
});

/** Delivers one answer and waits until all is over. */
async function deliverOne(): Promise<void> {
  const replyToken = line.platform.identifiers.token();
  line.platform.replyTokens.issue(replyToken, person, Date.now());
  await delivery.deliver(answerOf('สวัสดี', { to: person, replyToken }));
  await outboxEmptied();
}

type Row = [name: string, prepare: () => void, replies: number, pushes: number, paid: number];

const courses: Row[] = [
  ['all goes well', () => {}, 1, 0, 0],
  ['the token is dead', () => (line.platform.faults.replyTokensExpired = true), 1, 1, 1],
  ['the answer to the reply is lost', () => fault('loseAnswer', 'reply'), 2, 0, 0],
  ['LINE fails once', () => fault('serverError', 'reply'), 2, 0, 0],
  ['there were too many replies for a moment', () => fault('tooManyRequests', 'reply'), 2, 0, 0],
  [
    'the token is dead and the answer to the push is lost',
    () => {
      line.platform.faults.replyTokensExpired = true;
      fault('loseAnswer', 'push');
    },
    1,
    2,
    1,
  ],
  [
    'the token is dead and LINE fails at the push',
    () => {
      line.platform.faults.replyTokensExpired = true;
      fault('serverError', 'push');
    },
    1,
    2,
    1,
  ],
];

function fault(kind: 'loseAnswer' | 'serverError' | 'tooManyRequests', endpoint: string): void {
  line.platform.faults.calls = [{ kind, endpoint, remaining: 1 }];
}

test.each(courses)('%s: said once', async (_name, prepare, replies, pushes, paid) => {
  prepare();
  await deliverOne();
  expect(line.platform.chat(person)).toMatchObject([{ from: 'bot', message: { text: 'สวัสดี' } }]);
  expect(line.platform.callsOf('reply')).toBe(replies);
  expect(line.platform.callsOf('push')).toBe(pushes);
  expect(line.platform.quotaUsed).toBe(paid);
  expect((await outboxRows()).filter(({ state }) => state !== 'sent')).toEqual([]);
});
