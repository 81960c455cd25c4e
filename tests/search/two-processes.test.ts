/**
 * A pin published in one process is found by another one within seconds: a real second process asks the same database at
 * the pace of the service.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { publishPin } from '../../models/pin.ts';
import { PinModel } from '../../models/pin-document.ts';
import { retirePin } from '../../models/pin-work.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';

/** Generous: the other process reads anew every few seconds, and machines may be busy. */
const LONG_ENOUGH = 60_000;
const OWNER = 'U00000000000000000000000000000001';

let database: TestDatabase;
let other: ChildProcess;

beforeAll(async () => {
  database = await openTestDatabase();
  await mongoose.connect(database.uri, { autoIndex: false });
  await PinModel.createIndexes();
  const program = path.join(import.meta.dirname, 'searching-process.ts');
  other = fork(program, [database.uri], { execArgv: [] });
  expect(await heard()).toBe('ready');
}, LONG_ENOUGH);

afterAll(async () => {
  if (other.exitCode === null) {
    other.disconnect();
    await once(other, 'exit');
  }
  await mongoose.disconnect();
  await database.close();
});

async function heard(): Promise<unknown> {
  const [said] = await once(other, 'message');
  return said;
}

/** What the other process finds for the words, as codes with a blank between. */
async function foundThere(words: string): Promise<unknown> {
  const answer = heard();
  other.send(words);
  return answer;
}

/** Asks until it is found; the test's own time limit ends it when it never is. */
async function untilFound(words: string, codes: string): Promise<void> {
  while ((await foundThere(words)) !== codes) await new Promise((resolve) => setTimeout(resolve, 100));
}

test(
  'what is published here is found there, and what is taken off the map here is gone there',
  async () => {
    expect(await foundThere('อบต.เขาใหม่')).toBe('');
    const { code } = await publishPin({
      id: 'new',
      owner: OWNER,
      pin: {
        nameTh: 'อบต.เขาใหม่',
        kind: 'subdistrict-office',
        position: [101.26, 12.68],
        spot: 'entrance',
        area: { th: 'อ.เมืองระยอง จ.ระยอง' },
      },
      now: new Date(),
      newCode: () => 'JQ86D8',
    });
    await untilFound('อบต.เขาใหม่', code);
    await retirePin({ pin: code, by: OWNER, at: new Date(), key: 'gone', reason: 'closed' });
    await untilFound('อบต.เขาใหม่', '');
  },
  LONG_ENOUGH,
);
