// Forwarding cases to 1111: what each fault leads to, what leaves the house, and what people see of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { MOST_TRIES, sendForward, waitAfter } from '../../bot/forward/send-forwards.ts';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import type { ComplaintFault } from '../../bot/simulator/complaint-faults.ts';
import { createComplaintLookUps } from '../../bot/turn/complaint-look-ups.ts';
import { takeCase, withdrawComplaint } from '../../models/complaint.ts';
import {
  claimDueForwarding,
  forwardAgain,
  forwardAllAgain,
  forwardingOf,
  forwardingStand,
  markForwardFailed,
  putInForwarding,
} from '../../models/complaint-forwarding.ts';
import { addComplaintPhoto } from '../../models/complaint-photo.ts';
import { ownComplaintByCode } from '../../models/complaint-read.ts';
import { removePhotoOfMessage } from '../../models/photo.ts';
import { CONTACT, complaintWorld, REPORTER, send, stored, work } from '../models/complaint-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { forwardStand, startService1111 } from './forward-stand.ts';

let disconnect: () => Promise<void>;
let there: Awaited<ReturnType<typeof startService1111>>;
let pin: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
  there = await startService1111();
});
afterEach(() => there.close());

async function waiting(id = 'a', given: Parameters<typeof send>[2] = {}): Promise<string> {
  const code = await send(id, { pin }, given);
  await putInForwarding(code, NOON);
  return code;
}

/** A time-out is awaited for real; the post after it has all the time it needs. */
const SHORT = 150;
const forever = (kind: ComplaintFault['kind'], milliseconds = 0): ComplaintFault => ({ kind, milliseconds });
const times = (remaining: number, kind: ComplaintFault['kind'], milliseconds = 0): ComplaintFault => ({
  kind,
  milliseconds,
  remaining,
});

type Row = [name: string, faults: ComplaintFault[], ends: Record<string, unknown>, kept: number];
const rows: Row[] = [
  ['nothing', [], { state: 'forwarded', attempts: 1 }, 1],
  ['500 twice', [times(2, 'serverError')], { state: 'forwarded', attempts: 3 }, 1],
  ['429 three times', [times(3, 'tooManyRequests')], { state: 'forwarded', attempts: 4 }, 1],
  ['silence once', [times(1, 'noAnswer', 60_000)], { state: 'forwarded', attempts: 2 }, 1],
  ['a late answer', [times(1, 'lateAnswer', 60_000)], { state: 'forwarded', attempts: 2 }, 1],
  ['a lost answer', [times(1, 'loseAnswer')], { state: 'forwarded', attempts: 2 }, 1],
  ['there already', [times(1, 'alreadyThere')], { state: 'forwarded', attempts: 1 }, 1],
  [
    '422',
    [forever('refuse')],
    { state: 'failed', attempts: 1, failure: { reason: 'refused', status: 422 } },
    0,
  ],
  [
    '500 without end',
    [forever('serverError')],
    { state: 'failed', attempts: MOST_TRIES, failure: { reason: 'unanswered', status: 500 } },
    0,
  ],
  [
    'answers lost without end',
    [forever('loseAnswer')],
    { state: 'failed', attempts: MOST_TRIES, failure: { reason: 'unanswered' } },
    1,
  ],
];

test.each(rows)('%s', async (_name, faults, ends, kept) => {
  const code = await waiting();
  there.service.faults = faults;
  const isSlow = faults.some(({ milliseconds = 0 }) => milliseconds > 0);
  const stand = forwardStand(there.url, isSlow ? { firstTimeout: SHORT } : {});
  await stand.untilEnded(code);
  expect(await forwardingOf(code)).toMatchObject({ code, ...ends });
  expect(there.service.cases).toHaveLength(kept);
  const number = there.service.cases[0]?.number;
  const isThere = ends.state === 'forwarded';
  expect((await stored(code)).at1111).toEqual(isThere ? { number, status: 'arrived' } : undefined);
  expect((await stored(code)).steps.map(({ what }) => what)).toEqual(
    isThere ? ['received', 'sent-1111'] : ['received'],
  );
  expect(stand.lines.filter(({ level }) => level >= 50)).toHaveLength(isThere ? 0 : 1);
});

test('a case that was given up is told to its reporter, once however often it is', async () => {
  const code = await waiting();
  there.service.faults = [forever('refuse')];
  await forwardStand(there.url).untilEnded(code);
  const given = () => notesAbout(code, 'notAt1111');
  expect(await given()).toHaveLength(1);
  await forwardAgain(code, NOON);
  await forwardStand(there.url).next();
  expect(await forwardingOf(code)).toMatchObject({ state: 'failed' });
  expect(await given()).toHaveLength(1);
});

/** Notes to the reporter with this text. */
async function notesAbout(code: string, text: string): Promise<unknown[]> {
  const notes = await mongoose.connection.collection('notes').find({ person: REPORTER }).toArray();
  return notes.filter(({ messages }) => {
    const said = JSON.stringify(messages);
    return said.includes(code) && said.includes(text);
  });
}

test('a wrong token is refused for good, and a wrong address is nobody there', async () => {
  const [one, other] = [await waiting('a'), await waiting('b')];
  const stand = forwardStand(there.url, { token: 'another-token' });
  await stand.next();
  expect(await forwardingOf(one)).toMatchObject({
    state: 'failed',
    failure: { reason: 'refused', status: 401 },
  });
  await there.close();
  const hours = await forwardStand(there.url).untilEnded(other);
  expect(await forwardingOf(other)).toMatchObject({ state: 'failed', failure: { reason: 'unanswered' } });
  expect(hours).toBeGreaterThan(12);
  expect(hours).toBeLessThan(24);
  there = await startService1111();
});

test('the waits grow, differ by chance, and all tries lie within a day', () => {
  const all = (random: number) => Array.from({ length: MOST_TRIES - 1 }, (_, n) => waitAfter(n + 1, random));
  expect(all(0).slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
  expect(Math.max(...all(0))).toBe(4 * 3_600_000);
  expect(all(1).slice(0, 2)).toEqual([22_500, 45_000]);
  const hours = (random: number) => all(random).reduce((sum, one) => sum + one, 0) / 3_600_000;
  expect(hours(0)).toBeLessThan(24);
  expect(hours(1)).toBeGreaterThan(15);
});

describe('what leaves the house', () => {
  test('the case by its fields; never contact, reporter, or numbers that people put into their words', async () => {
    const full = { bytes: Buffer.from('jpeg'), width: 400, height: 300 };
    for (const id of ['p1', 'p2'])
      await addComplaintPhoto({
        id,
        complaint: 'run',
        by: REPORTER,
        at: NOON,
        messageId: `m${id}`,
        full,
        small: full,
      });
    await waiting('a', { words: 'ช้ามาก โทรกลับ 089-999-0099', photos: ['p1', 'p2'] });
    await removePhotoOfMessage('mp2');
    const place = await send('b', { position: [101.266, 12.672] });
    await putInForwarding(place, NOON);
    const stand = forwardStand(there.url);
    while (await stand.next());
    const [office, area] = there.service.cases.map(({ body }) => body);
    expect(Object.keys(office ?? {}).sort()).toEqual(['at', 'category', 'code', 'photos', 'target', 'words']);
    expect(office).toMatchObject({
      category: 'copies',
      words: 'ช้ามาก โทรกลับ •••',
      photos: ['https://pakmud.example.go.th/photos/p1-key.jpg'],
      target: { office: { code: pin } },
    });
    expect(area?.target).toMatchObject({ place: { position: { latitude: 12.672, longitude: 101.266 } } });
    expect(JSON.stringify(there.service.cases)).not.toMatch(new RegExp(`${REPORTER}|${CONTACT}`));
  });

  test('no log line has the token, the words or the reporter', async () => {
    await waiting();
    there.service.faults = [forever('refuse')];
    const stand = forwardStand(there.url);
    await stand.next();
    expect(stand.lines).toEqual([expect.objectContaining({ level: 50, reason: 'refused', status: 422 })]);
    expect(JSON.stringify(stand.lines)).not.toMatch(/token|สำเนา|U0000|089/);
  });

  test('a case that was taken back before is not sent; one that may be there already is', async () => {
    const [early, late] = [await waiting('a'), await waiting('b')];
    await withdrawComplaint(work(early, REPORTER, 'w1'));
    const stand = forwardStand(there.url);
    await stand.next();
    there.service.faults = [times(1, 'loseAnswer')];
    await stand.next();
    await withdrawComplaint(work(late, REPORTER, 'w2'));
    await stand.untilEnded(late);
    expect(await forwardingOf(early)).toMatchObject({ state: 'failed', failure: { reason: 'closed' } });
    expect(await forwardingOf(late)).toMatchObject({ state: 'forwarded' });
  });
});

test('Retry-After is kept to', async () => {
  const code = await waiting();
  const stand = forwardStand(there.url);
  const post = async () => ({ result: 'unclear' as const, status: 429, waitMilliseconds: 600_000 });
  const claim = await stand.parts.claimDue();
  if (claim) await sendForward(claim, { ...stand.parts, post });
  stand.clock.advance(599_000);
  expect(await stand.next()).toBe(false);
  stand.clock.advance(1_000);
  expect(await stand.next()).toBe(true);
  expect((await forwardingOf(code))?.state).toBe('forwarded');
});

test('put in twice it is one; a claim that ran out changes nothing any more', async () => {
  const code = await waiting();
  await putInForwarding(code, NOON);
  const claim = (holder: string, seconds: number) =>
    claimDueForwarding({
      holder,
      now: new Date(NOON.getTime() + seconds * 1_000),
      leaseMilliseconds: 60_000,
    });
  const first = await claim('one', 0);
  expect(await claim('two', 59)).toBeUndefined();
  const second = await claim('two', 61);
  expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
  expect(second?.key).toBe(first?.key);
  if (first) await markForwardFailed(first, { reason: 'refused', status: 400 }, NOON);
  expect((await forwardingOf(code))?.state).toBe('waiting');
});

test('who handles the case sees why it did not get there; it can be tried again, under the same key', async () => {
  const code = await waiting();
  const find = createComplaintLookUps(() => NOON, createPhotoKeys('secret-of-tests'));
  there.service.faults = [times(1, 'refuse')];
  const stand = forwardStand(there.url);
  await stand.next();
  await takeCase(work(code, 'official', 't'));
  expect((await find.handledCase(code, 'official'))?.notAt1111).toEqual({ reason: 'refused', status: 422 });
  expect(await ownComplaintByCode(code, REPORTER)).not.toHaveProperty('notAt1111');
  expect(await forwardingStand()).toEqual({ waiting: 0, failed: 1 });
  expect(await forwardAgain(code, stand.clock.now())).toEqual({ result: 'again' });
  expect(await forwardingStand()).toEqual({ waiting: 1, failed: 0, oldest: stand.clock.now() });
  expect(await forwardAgain(code, stand.clock.now())).toEqual({ result: 'waiting' });
  await stand.next();
  const [taken] = there.service.cases;
  expect(taken).toMatchObject({ key: `${code}:received` });
  expect(await forwardAgain(code, NOON)).toEqual({ result: 'forwarded', number: taken?.number });
  expect((await find.handledCase(code, 'official'))?.notAt1111).toBeUndefined();
});

test('all that failed can be tried again, but not what was closed before', async () => {
  const [a, b] = [await waiting('a'), await waiting('b')];
  await withdrawComplaint(work(a, REPORTER, 'w'));
  there.service.faults = [times(1, 'refuse')];
  const stand = forwardStand(there.url);
  while (await stand.next());
  expect(await forwardingStand()).toMatchObject({ failed: 2 });
  expect(await forwardAllAgain(NOON)).toBe(1);
  expect((await forwardingOf(b))?.state).toBe('waiting');
  expect(await forwardAgain(a, NOON)).toEqual({ result: 'closed' });
  expect(await forwardAgain('RY-22222-22', NOON)).toEqual({ result: 'no-such-case' });
});
