// What 1111 says of forwarded cases: who may say it, when, once, and what it does to a case.
import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import mongoose from 'mongoose';
import request from 'supertest';
import { complaintUpdatesRouter } from '../../bot/web/complaint-updates.ts';
import { confirmSolved, disputeSolved, takeCase } from '../../models/complaint.ts';
import {
  claimDueForwarding,
  forwardingOf,
  markForwarded,
  putInForwarding,
} from '../../models/complaint-forwarding.ts';
import { noteArrived } from '../../models/complaint-passed-on.ts';
import { storeUpdate } from '../../models/complaint-update.ts';
import { runService } from '../builders/running-service.ts';
import { keptLog } from '../fakes/kept-log.ts';
import { complaintWorld, REPORTER, send, stored, WORDS, work } from '../models/complaint-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';

const SECRET = 'a-secret-for-updates-of-tests';
const NUMBER = '1111-2018-000007';

let disconnect: () => Promise<void>;
let pin: string;
let code: string;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
  bot = runService({ now: () => NOON, complaintUpdatesSecret: SECRET });
  code = await forwarded('a', NUMBER);
});
afterEach(() => bot.stop());

/** A case that is at 1111 under this number. */
async function forwarded(id: string, number: string): Promise<string> {
  const sent = await send(id, { pin });
  await putInForwarding(sent, NOON);
  await noteArrived({ code: sent, number, at: NOON, key: `${sent}:received` });
  await markForwarded(sent, number, NOON);
  return sent;
}

const sign = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text).digest('base64');
const post = (text: string, signature: string | undefined = sign(text)) =>
  request(bot.app)
    .post('/complaints/updates')
    .set('content-type', 'application/json')
    .set('x-signature', signature)
    .send(text);
const update = (given: Record<string, unknown> = {}) =>
  JSON.stringify({ id: 'u1', sentAt: NOON.toISOString(), number: NUMBER, status: 'working', ...given });
const stepsOf = async (of = code) => (await stored(of)).steps.map(({ what }) => what);

describe('who may say it', () => {
  const unchanged = ['received', 'sent-1111'];

  test.each([
    ['no signature', ''],
    ['another secret', sign(update(), 'another-secret-of-tests')],
    ['another body', sign(update({ id: 'u2' }))],
    ['hexadecimal', createHmac('sha256', SECRET).update(update()).digest('hex')],
    ['a part of it', sign(update()).slice(0, 20)],
  ])('%s: 401', async (_name, signature) => {
    const { status, body } = await post(update(), signature);
    expect([status, body.error]).toEqual([401, 'wrong-signature']);
    expect(await stepsOf()).toEqual(unchanged);
  });

  test.each([
    [-6, 401],
    [-4, 200],
    [4, 200],
    [6, 401],
  ])('sent %d minutes from now: %d', async (minutes, expected) => {
    const { status, body } = await post(update({ sentAt: minutesAfterNoon(minutes).toISOString() }));
    expect(status).toBe(expected);
    if (expected === 401) expect(body.error).toBe('too-old');
    expect(await stepsOf()).toHaveLength(expected === 200 ? 3 : 2);
  });

  test('without a secret there is no such address', async () => {
    const closed = runService({ now: () => NOON });
    const { status } = await request(closed.app)
      .post('/complaints/updates')
      .set('x-signature', sign('{}', ''))
      .send('{}');
    await closed.stop();
    expect(status).toBe(404);
  });
});

describe('what is no update', () => {
  test.each([
    ['no JSON', '{', []],
    ['no object', '[]', []],
    ['no id', update({ id: '' }), ['id']],
    ['no instant', update({ sentAt: 'yesterday' }), ['sentAt']],
    ['another status', update({ status: 'closed' }), ['status']],
    ['neither number nor code', update({ number: undefined }), ['number']],
    ['endless words', update({ words: 'ก'.repeat(1_501) }), ['words']],
  ])('%s: 400', async (_name, text, fields) => {
    const { status, body } = await post(text);
    expect([status, body.error, body.fields ?? []]).toEqual([400, 'not-an-update', fields]);
    expect(JSON.stringify(body)).not.toContain('yesterday');
  });

  test('more than 64 KB: 413', async () => {
    expect((await post(update({ more: 'x'.repeat(66_000) }))).status).toBe(413);
    expect((await post(update({ more: 'x'.repeat(60_000) }))).status).toBe(200);
  });
});

test('a case that was never forwarded is not known, nor under another number', async () => {
  const here = await send('b', { pin });
  for (const given of [
    { number: '1111-2018-999999' },
    { number: undefined, code: here },
    { number: NUMBER, code: here },
    { number: '1111-2018-999999', code },
    { number: undefined, code: 'RY-22222-22' },
  ]) {
    const { status, body } = await post(update(given));
    expect([status, body.error]).toEqual([404, 'no-such-case']);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${here}|${code}`));
  }
  expect((await stored(here)).at1111).toBeUndefined();
});

test('twice, and many at once, is one step and is told once; also long after', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => post(update())));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await stepsOf()).toEqual(['received', 'sent-1111', 'status-1111']);
  const notes = () => mongoose.connection.collection('notes').countDocuments({ person: REPORTER });
  expect(await notes()).toBe(2);
  for (let n = 0; n < 60; n++)
    await storeUpdate({ id: `more ${n}`, number: NUMBER, status: 'working', at: NOON });
  const before = (await stepsOf()).length;
  expect((await post(update())).body).toEqual({ result: 'seen-before' });
  expect(await stepsOf()).toHaveLength(before);
});

test('received, working and rejected change no state; the number stays, the words are told', async () => {
  for (const [n, status] of (['received', 'working', 'rejected'] as const).entries())
    expect((await post(update({ id: `s${n}`, status, words: 'ขอบคุณ' }))).status).toBe(200);
  expect(await stored(code)).toMatchObject({
    state: 'received',
    at1111: { number: NUMBER, status: 'rejected' },
  });
  expect((await stored(code)).steps.at(-1)).toMatchObject({ by: '1111', status: 'rejected', words: 'ขอบคุณ' });
});

describe('done', () => {
  const done = (id: string) => post(update({ id, status: 'done', words: 'ซ่อมแล้ว' }));

  test.each(['received', 'working'])('%s: the reporter is asked', async (from) => {
    if (from === 'working') await takeCase(work(code, 'official', 't'));
    await done('d1');
    expect(await stored(code)).toMatchObject({ state: 'solved', solvedOn: '2018-05-08' });
    expect((await stored(code)).dueOn).toBeUndefined();
    expect((await stepsOf()).slice(-2)).toEqual(['status-1111', 'solved']);
    const pushed = await mongoose.connection.collection('outbox').find({ to: REPORTER }).toArray();
    expect(pushed).toHaveLength(1);
  });

  test('it is not asked twice while solved, and asked anew after a dispute', async () => {
    await done('d1');
    await done('d2');
    expect((await stepsOf()).filter((what) => what === 'solved')).toHaveLength(1);
    await disputeSolved(work(code, REPORTER, 'no'), 'ยังเหมือนเดิม');
    expect((await stored(code)).state).toBe('working');
    await done('d3');
    expect((await stored(code)).state).toBe('solved');
  });

  test('a closed case stays closed', async () => {
    await done('d1');
    await confirmSolved(work(code, REPORTER, 'yes'));
    expect((await done('d2')).status).toBe(200);
    expect((await stored(code)).state).toBe('closed');
  });

  test('with somebody else’s step at the same moment neither is lost', async () => {
    const [taken] = await Promise.all([takeCase(work(code, 'official', 't')), done('d1'), done('d2')]);
    const steps = await stepsOf();
    expect(steps.filter((what) => what === 'status-1111')).toHaveLength(2);
    expect(steps.filter((what) => what === 'solved')).toHaveLength(1);
    expect(steps.filter((what) => what === 'taken')).toHaveLength(taken.result === 'done' ? 1 : 0);
  });
});

test('an update that comes before the answer to our post brings the number along', async () => {
  const early = await send('b', { pin });
  await putInForwarding(early, NOON);
  await claimDueForwarding({ holder: 'one', now: NOON, leaseMilliseconds: 60_000 });
  expect((await post(update({ number: undefined, code: early }))).status).toBe(404);
  expect((await post(update({ number: '1111-8', code: early }))).status).toBe(200);
  expect(await forwardingOf(early)).toMatchObject({ state: 'forwarded', number: '1111-8' });
  await noteArrived({ code: early, number: '1111-8', at: NOON, key: `${early}:received` });
  expect((await stored(early)).at1111).toEqual({ number: '1111-8', status: 'working' });
});

test('a database that is away: 503, to be sent again, and nothing leaks', async () => {
  const { log, lines } = keptLog();
  const failing = async () => Promise.reject(new Error(WORDS));
  const router = complaintUpdatesRouter({
    secret: SECRET,
    store: failing,
    tell: failing,
    now: () => NOON,
    log,
  });
  const text = update({ words: WORDS });
  const { status, body } = await request(express().use(router))
    .post('/complaints/updates')
    .set('x-signature', sign(text))
    .set('content-type', 'application/json')
    .send(text);
  expect([status, body.error]).toEqual([503, 'not-stored']);
  expect(JSON.stringify(body)).not.toContain(WORDS);
  expect(lines).toHaveLength(1);
});
