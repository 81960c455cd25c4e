// Complaints by the bot's own doers and look-ups: a repeated turn, signed photos, and nobody but the reporter knowing who it is.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import request from 'supertest';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { createComplaintLookUps } from '../../bot/turn/complaint-look-ups.ts';
import { createComplaintDoers } from '../../bot/turn/perform-complaints.ts';
import { removePhotoOfMessage } from '../../models/photo.ts';
import { quickTiming, runService } from '../builders/running-service.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { until } from '../builders/until.ts';
import { fromPerson, textEvent } from '../builders/webhook-events.ts';
import { fakeContent } from '../fakes/fake-content.ts';
import { CONTACT, complaintWorld, REPORTER, WORDS } from '../models/complaint-builder.ts';
import { HERE } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';

const FOLLOWER = 'U00000000000000000000000000000077';
const IDENTITY = new RegExp(`${REPORTER}|${CONTACT}`);
const ids = { made: 0 };
const doers = createComplaintDoers({
  now: () => NOON,
  newId: () => `id ${++ids.made}`,
  random: Math.random,
  content: fakeContent,
  forwards: (category) => category === 'road',
});
const find = createComplaintLookUps(() => NOON, createPhotoKeys(channelSecret));

let disconnect: () => Promise<void>;
let pin: string;
let bot: ReturnType<typeof runService> | undefined;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  ({ pin } = await complaintWorld());
  bot = undefined;
});
afterEach(() => bot?.stop());

/** The service, beside what is done here directly. */
function service() {
  bot ??= runService({ now: () => NOON, timing: quickTiming });
  return bot;
}

const addPhoto = (id: string, complaint = 'run', person = REPORTER) =>
  doers.addComplaintPhoto({ id, complaint, messageId: `77${id}` }, person);
const sendOne = async (id = 'S1', photos: string[] = []) => {
  const about = { pin };
  const sent = await doers.sendComplaint(
    { id, about, category: 'copies', words: WORDS, photos, contact: CONTACT },
    REPORTER,
  );
  if (sent.result !== 'sent') throw new Error(sent.result);
  return sent.code;
};
const everything = async () => {
  const names = ['complaints', 'outbox', 'notes', 'audit', 'complaintDrafts', 'photoAlbums'];
  const all = await Promise.all(
    names.map((name) => mongoose.connection.collection(name).find().sort({ _id: 1 }).toArray()),
  );
  return JSON.stringify(all);
};

test('each turn taken twice leaves what one leaves, and says the same', async () => {
  await addPhoto('P1');
  const code = await sendOne('S1', ['P1']);
  const turns = [
    () =>
      doers.sendComplaint(
        { id: 'S1', about: { pin }, category: 'copies', words: WORDS, photos: ['P1'] },
        REPORTER,
      ),
    () => doers.followComplaint({ id: 'F', code }, FOLLOWER),
    () => doers.takeCase({ id: 'T', code }, 'official'),
    () => doers.askReporter({ id: 'Q', code, words: '?' }, 'official'),
    () => doers.answerQuestion({ id: 'A', code, words: '!' }, REPORTER),
    () => doers.answerReporter({ id: 'W', code, words: '.' }, 'colleague'),
    () => doers.addComplaintPhoto({ id: 'E1', complaint: code, messageId: '88' }, 'official'),
    () => doers.solveCase({ id: 'O', code, words: 'แล้ว', photos: ['E1'] }, 'official'),
    () => doers.disputeSolved({ id: 'D', code, words: 'ยัง' }, REPORTER),
    () => doers.forwardCase({ id: 'U', code, to: { up: true }, words: 'ขึ้น' }, 'official'),
    () => doers.takeCase({ id: 'T2', code }, 'district'),
    () => doers.withdrawComplaint({ id: 'X', code }, REPORTER),
  ];
  for (const turn of turns) {
    const first = await turn();
    const left = await everything();
    expect(await turn()).toEqual(first);
    expect(await everything()).toBe(left);
  }
  expect((await find.own(code, REPORTER))?.steps.map(({ what }) => what)).toEqual([
    'received',
    'taken',
    'asked',
    'said',
    'answered',
    'solved',
    'disputed',
    'forwarded',
    'taken',
    'closed',
  ]);
});

test('photos open under their signed address only, and not once their message was unsent', async () => {
  expect(await addPhoto('P1')).toEqual({ result: 'stored', count: 1, photo: 'P1' });
  expect(
    await doers.addComplaintPhoto({ id: 'P2', complaint: 'run', messageId: 'too-small' }, REPORTER),
  ).toEqual({ result: 'too-small' });
  const [draft] = await find.photos('run', REPORTER);
  expect(draft).toEqual({ id: 'P1', key: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(await find.photos('run', 'U1')).toEqual([]);
  const code = await sendOne('S1', ['P1']);
  expect(await find.photos(code, 'neighbour')).toEqual([]);
  expect(await addPhoto('P3', code, 'neighbour')).toEqual({ result: 'gone' });
  const seen = [await find.own(code, REPORTER), await find.handledCase(code, 'official')];
  const [photo = ''] = seen[0]?.photos ?? [];
  expect(photo).toMatch(/^P1-[0-9a-f]{32}$/);
  expect(seen[1]?.photos).toEqual([photo]);
  const [id, key] = photo.split('-');
  await request(service().app).get(`/photos/${photo}.jpg`).expect(200);
  await request(service().app).get(`/photos/${id}-small-${key}.jpg`).expect(200);
  await request(service().app).get(`/photos/${id}.jpg`).expect(404);
  await request(service().app)
    .get(`/photos/${id}-${'0'.repeat(32)}.jpg`)
    .expect(404);
  await removePhotoOfMessage('77P1');
  await request(service().app).get(`/photos/${photo}.jpg`).expect(404);
  expect((await find.own(code, REPORTER))?.photos).toEqual([]);
});

test('handlers see the contact in the case and never who reported it; followers neither, nor any of their words', async () => {
  await addPhoto('P1');
  const code = await sendOne('S1', ['P1']);
  await doers.followComplaint({ id: 'F', code }, FOLLOWER);
  await doers.takeCase({ id: 'T', code }, 'official');
  await doers.askReporter({ id: 'Q', code, words: 'คุณชื่ออะไร' }, 'official');
  await doers.answerQuestion({ id: 'A', code, words: 'ไม่บอก' }, REPORTER);
  await doers.solveCase({ id: 'O', code, words: 'เรียบร้อย', photos: [] }, 'official');
  await doers.disputeSolved({ id: 'D', code, words: 'ยังเหมือนเดิม' }, REPORTER);
  const handled = await find.handledCase(code, 'official');
  expect(handled).toMatchObject({ contact: CONTACT, followers: 1, takenBy: { mine: true }, words: WORDS });
  expect(await find.handledCase(code, 'colleague')).toMatchObject({ takenBy: { mine: false } });
  expect(JSON.stringify({ ...handled, contact: '' })).not.toMatch(IDENTITY);
  const lists = [
    await find.handled({ person: 'official', role: `official:${HERE}`, skip: 0, limit: 9 }),
    await find.handled({ person: 'admin', role: 'administrator', skip: 0, limit: 9 }),
    await find.ownCases(FOLLOWER, { skip: 0, limit: 9 }),
    await find.alike([101.266, 12.672], 'copies'),
    await find.own(code, FOLLOWER),
  ];
  expect(lists[0]).toMatchObject({ all: 1 });
  expect(JSON.stringify(lists)).not.toMatch(IDENTITY);
  const followed = await find.own(code, FOLLOWER);
  expect(followed).toMatchObject({ isFollowed: true, words: '', photos: [], state: 'working' });
  expect(followed?.steps.flatMap(({ words }) => words ?? [])).toEqual(['เรียบร้อย']);
  // The reporter too sees their own case without the contact: it is for who handles it.
  expect(JSON.stringify(await find.own(code, REPORTER))).not.toContain(CONTACT);
  for (const stranger of ['neighbour', 'outsider', 'U1']) {
    expect(await find.own(code, stranger)).toBeUndefined();
    expect(await find.handledCase(code, stranger)).toBeUndefined();
  }
});

test('who reported stands in one field: no other field, trail, message to others, log line or metric has it', async () => {
  await addPhoto('P1');
  const code = await sendOne('S1', ['P1']);
  await doers.followComplaint({ id: 'F', code }, FOLLOWER);
  await doers.takeCase({ id: 'T', code }, 'official');
  await doers.solveCase({ id: 'O', code, words: 'แล้ว', photos: [] }, 'official');
  await doers.disputeSolved({ id: 'D', code, words: 'ยัง' }, REPORTER);
  const [stored = {}] = await mongoose.connection
    .collection<Record<string, unknown>>('complaints')
    .find()
    .toArray();
  const { reporter, contact, ...others }: Record<string, unknown> = stored;
  expect([reporter, contact]).toEqual([REPORTER, CONTACT]);
  expect(JSON.stringify(others)).not.toMatch(IDENTITY);
  for (const name of ['audit', 'photos.files', 'photoAlbums'])
    expect(JSON.stringify(await mongoose.connection.collection(name).find().toArray())).not.toMatch(IDENTITY);
  const toOthers = [
    ...(await mongoose.connection
      .collection('notes')
      .find({ person: { $ne: REPORTER } })
      .toArray()),
    ...(await mongoose.connection
      .collection('outbox')
      .find({ to: { $ne: REPORTER } })
      .toArray()),
  ];
  expect(toOthers.length).toBeGreaterThan(2);
  expect(JSON.stringify(toOthers)).not.toMatch(IDENTITY);
  for (const userId of [REPORTER, FOLLOWER])
    await service().send(textEvent('ช่วยเหลือ', { source: fromPerson(userId) }));
  await until(
    'all pushes are sent',
    async () => (await mongoose.connection.collection('outbox').countDocuments({ state: 'waiting' })) === 0,
  );
  const metrics = (await request(service().app).get('/metrics')).text;
  expect(JSON.stringify(service().lines) + metrics).not.toMatch(IDENTITY);
  const arrived = JSON.stringify(
    service().line.arrived.filter((one) => JSON.stringify(one).includes(FOLLOWER)),
  );
  expect(arrived).not.toMatch(IDENTITY);
});

test('whether a category goes on to 1111 is said when it is sent', async () => {
  const send = (id: string, category: 'road' | 'fee') =>
    doers.sendComplaint({ id, about: { pin }, category, words: WORDS, photos: [] }, REPORTER);
  expect(await send('R', 'road')).toMatchObject({ result: 'sent', forwards: true });
  expect(await send('F', 'fee')).toMatchObject({ result: 'sent', forwards: false });
});

test('a code as people type it, and one that is none', async () => {
  const code = await sendOne();
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect((await find.own(typed, REPORTER))?.code).toBe(code);
  expect(await doers.confirmSolved({ id: 'C', code: 'ไม่ใช่รหัส' }, REPORTER)).toEqual({ result: 'not-yours' });
  expect(await find.own('ไม่ใช่รหัส', REPORTER)).toBeUndefined();
});
