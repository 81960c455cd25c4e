// The way to an office: addresses that tell who asks to us alone, the redirect, and the question of the next morning.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { newConversation } from '../../bot/turn/stored-state.ts';
import { noteWay } from '../../bot/web/note-way.ts';
import { wayRouter } from '../../bot/web/way-there.ts';
import { createWayTokens } from '../../bot/web/way-token.ts';
import { PRIVACY_NOTICE_VERSION } from '../../flows/privacy-notice.ts';
import { wayThere } from '../../flows/ratings/way-there.ts';
import { askHowItWas } from '../../jobs/ask-how-it-was.ts';
import { LeaseLost } from '../../jobs/job.ts';
import { loadConversation, storeTurn } from '../../models/conversation.ts';
import { retirePin } from '../../models/pin-work.ts';
import { pinByCode } from '../../models/published-pins.ts';
import { wantQuestion } from '../../models/rating-question.ts';
import { deleteOldWaysAsked, noteWayAsked, waysAskedOn } from '../../models/way-asked.ts';
import { nothingElse } from '../fakes/nothing-else.ts';
import { MALEE, peopleAndProcedures } from '../models/copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';
import { CITIZEN, give, OTHER, office } from './ratings-builder.ts';

const SECRET = 'a channel secret';
const MORNING = new Date('2018-05-09T08:30:00+07:00');
const now = NOON.toISOString();
const tokens = createWayTokens(SECRET);
const lease = { fence: 1, check: async () => {} };
const ask = (at: Date) => askHowItWas.run(at, lease);

describe('the token', () => {
  test('is opened by whoever has the secret, for its office, until it is too old', () => {
    const token = tokens.seal('C4KM7X', CITIZEN, now);
    expect(token).toMatch(/^[\w-]{1,150}$/);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(CITIZEN);
    const later = (minutes: number) => minutesAfterNoon(minutes).toISOString();
    expect(createWayTokens(SECRET).open('C4KM7X', token, later(12 * 60))).toBe(CITIZEN);
    expect(tokens.open('C4KM7X', token, later(12 * 60 + 1))).toBeUndefined();
    expect(tokens.open('C4KM7Y', token, now)).toBeUndefined();
    expect(createWayTokens('another secret').open('C4KM7X', token, now)).toBeUndefined();
  });

  test('is the same for a turn taken twice, another one for anybody else, and bears no change', () => {
    const token = tokens.seal('C4KM7X', CITIZEN, now);
    expect(tokens.seal('C4KM7X', CITIZEN, now)).toBe(token);
    expect(tokens.seal('C4KM7X', OTHER, now)).not.toBe(token);
    const bytes = Buffer.from(token, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(tokens.open('C4KM7X', changed.toString('base64url'), now)).toBeUndefined();
    }
    for (const none of ['', 'x', 'A'.repeat(40)]) expect(tokens.open('C4KM7X', none, now)).toBeUndefined();
  });
});

test('the button: over our page for who agreed to the notice in force, straight to the map for anybody else', () => {
  const pin = { code: 'C4KM7X', position: [101.266, 12.672] as [number, number] };
  const at = (version?: number) => ({
    find: nothingElse,
    person: CITIZEN,
    consent: version === undefined ? null : { version, at: now },
    now,
  });
  expect(wayThere(pin, at(PRIVACY_NOTICE_VERSION), 'ไป').do).toEqual({
    act: 'page',
    path: '/way/C4KM7X/token',
  });
  for (const version of [undefined, PRIVACY_NOTICE_VERSION - 1])
    expect(wayThere(pin, at(version), 'ไป').do).toMatchObject({ act: 'uri' });
});

describe('on the real engine', () => {
  let disconnect: () => Promise<void>;
  let a: string;
  let clock = NOON;
  const app = express().use(wayRouter({ tokens, pinByCode, noteWay, now: () => clock }));
  const path = (person = CITIZEN, pin = a) => `/way/${pin}/${tokens.seal(pin, person, now)}`;
  const consent = (person: string) => {
    const state = { ...newConversation(person), consent: { version: PRIVACY_NOTICE_VERSION, at: now } };
    const lastTurn = { eventId: 'e', saying: { messages: [], quick: [] } };
    return storeTurn(person, { revision: 0, state, lastTurn }, NOON);
  };
  const noted = async () => {
    let count = 0;
    for (const day of ['2018-05-08', '2018-05-09'])
      for await (const { person } of waysAskedOn(day)) count += person === CITIZEN ? 1 : 0;
    return count;
  };
  const notesOf = async (person: string) => (await loadConversation(person)).notes;
  const asked = (person: string, pin: string, minutes = 0) =>
    noteWayAsked({ person, pin, at: minutesAfterNoon(minutes) });

  beforeAll(async () => {
    disconnect = await connectRegisters();
  });
  afterAll(() => disconnect());
  beforeEach(async () => {
    await emptyRegisters();
    await peopleAndProcedures();
    a = await office('a');
    clock = NOON;
  });

  test('leads to the map and notes who asked, once a day', async () => {
    await consent(CITIZEN);
    for (const _ of [1, 2]) {
      const answer = await request(app).get(path()).expect(302);
      expect(answer.headers.location).toBe(
        'https://www.google.com/maps/dir/?api=1&destination=12.672000,101.266000',
      );
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await noted()).toBe(1);
  });

  test.each([
    ['somebody who took their consent back', async () => {}],
    [
      'somebody who does not want to be asked',
      async () => {
        await consent(CITIZEN);
        await wantQuestion(CITIZEN, false);
      },
    ],
    [
      'an address that is too old',
      async () => {
        await consent(CITIZEN);
        clock = minutesAfterNoon(24 * 60);
      },
    ],
  ])('%s is led and not noted', async (_, prepare) => {
    await prepare();
    await request(app).get(path()).expect(302);
    expect(await noted()).toBe(0);
  });

  test('a look at the address alone is not noted; offices that are gone, and no addresses, are not found', async () => {
    await consent(CITIZEN);
    await request(app).head(path()).expect(302);
    expect(await noted()).toBe(0);
    await retirePin({ pin: a, by: MALEE, at: NOON, key: 'r', reason: 'closed' });
    await request(app).get(path()).expect(404);
    await request(app).get('/way/NOCODE/x').expect(404);
    await request(app).get('/way/../x').expect(404);
  });

  test('the next morning a question waits: once, about the office asked for last, with five faces', async () => {
    const b = await office('b');
    await asked(CITIZEN, a, 0);
    await asked(CITIZEN, b, 5);
    await asked(OTHER, a, 0);
    expect(await ask(MORNING)).toEqual({ asked: 2 });
    const [note, ...more] = await notesOf(CITIZEN);
    expect(more).toEqual([]);
    expect(note?.expiresAt).toEqual(new Date('2018-05-12T08:30:00+07:00'));
    expect(JSON.stringify(note?.messages)).toContain(`"rate","value":"${b} 5"`);
    expect(note?.messages[0]).toMatchObject({ kind: 'question', options: { length: 6 } });
    // Again, as after a crash: the one about the other office is left, since nobody is asked twice a morning.
    expect((await notesOf(OTHER)).length).toBe(1);
  });

  test('not who rated since, does not want it, asked on another day, or was asked before', async () => {
    await asked(CITIZEN, a);
    await give(a, 'k1', { at: minutesAfterNoon(60) });
    expect(await ask(MORNING)).toEqual({ asked: 0 });
    await asked(OTHER, a);
    await wantQuestion(OTHER, false);
    expect(await ask(MORNING)).toEqual({ asked: 0 });
    await wantQuestion(OTHER, true);
    const day = 24 * 3_600_000;
    for (const days of [-1, 1])
      expect(await ask(new Date(MORNING.getTime() + days * day))).toEqual({ asked: 0 });
    expect(await ask(MORNING)).toEqual({ asked: 1 });
    await noteWayAsked({ person: OTHER, pin: a, at: new Date(NOON.getTime() + 5 * day) });
    expect(await ask(new Date(MORNING.getTime() + 5 * day))).toEqual({ asked: 0 });
  });

  test('after three days nobody knows who asked the way', async () => {
    await asked(CITIZEN, a);
    expect(await deleteOldWaysAsked(new Date('2018-05-10T23:59:00+07:00'))).toBe(0);
    expect(await deleteOldWaysAsked(new Date('2018-05-11T00:11:00+07:00'))).toBe(1);
    expect(await noted()).toBe(0);
  });

  test('a run that another one has taken over writes nothing more', async () => {
    await asked(CITIZEN, a);
    const lost = { fence: 1, check: () => Promise.reject(new LeaseLost()) };
    await expect(askHowItWas.run(MORNING, lost)).rejects.toThrow(LeaseLost);
    expect(await notesOf(CITIZEN)).toEqual([]);
  });

  test('the question is asked at half past eight', () => {
    expect(askHowItWas.schedule).toBe('30 8 * * *');
  });
});
