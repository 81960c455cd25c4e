// Telling on the real engine: a push takes along what waits about the same case, in its order; handlers are rung by day.

import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import {
  answerReporter,
  confirmSolved,
  disputeSolved,
  forwardCase,
  solveCase,
  takeCase,
} from '../../models/complaint.ts';
import { ComplaintModel } from '../../models/complaint-document.ts';
import { noteSentTo1111 } from '../../models/complaint-from-1111.ts';
import { daytimeFrom } from '../../models/complaint-telling.ts';
import { isNoteUnsaid, noteSaid } from '../../models/note.ts';
import { keepPushCounters, pushesLeft } from '../../models/push-quota.ts';
import { complaintsOnTheEngine, REPORTER, send, stored, work } from './complaint-builder.ts';
import { NEXT } from './people-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();

type Said = { title: { key: string }; rows: unknown[] };
type Push = { _id: string; to: string; saying: { messages: Said[] }; dueAt: Date };
type Note = { _id: string; person: string; messages: Said[]; saidAt?: Date };

const titles = (messages: Said[]) => messages.map(({ title }) => title.key.replace('complaint-told:', ''));
const outbox = (to: string) =>
  mongoose.connection.collection<Push>('outbox').find({ to }).sort({ createdAt: 1, _id: 1 }).toArray();
const pushed = async (to: string) => (await outbox(to)).map(({ saying }) => titles(saying.messages));
const notes = (person: string) =>
  mongoose.connection.collection<Note>('notes').find({ person }).sort({ notBefore: 1, _id: 1 }).toArray();
const unsaid = async (person: string) =>
  (await notes(person)).filter(({ saidAt }) => !saidAt).flatMap(({ messages }) => titles(messages));
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const evidence = { words: 'แก้ป้ายแล้ว', photos: [] };

/** The official takes it and says something, each told as it happens. */
async function takenAndAnswered(code: string): Promise<void> {
  await takeCase(work(code, 'official', `take ${code}`, after(1)));
  await tellComplaintNews(code, after(1));
  await answerReporter(work(code, 'official', `answer ${code}`, after(2)), 'รอช่าง');
  await tellComplaintNews(code, after(2));
}

test('a push takes the unsaid notes of the same case along, in their order, and none of another case', async () => {
  const [code, other] = [await send('a', here), await send('b', here)];
  await takenAndAnswered(code);
  await takeCase(work(other, 'official', 'take other', after(2)));
  await tellComplaintNews(other, after(2));
  await solveCase(work(code, 'official', 's', after(3)), evidence);
  await tellComplaintNews(code, after(3));
  expect(await pushed(REPORTER)).toEqual([['taken', 'answered', 'solved']]);
  expect(await unsaid(REPORTER)).toEqual(['taken']);
});

test('what was said in a reply is not said again', async () => {
  const code = await send('a', here);
  await takenAndAnswered(code);
  const [taken] = await notes(REPORTER);
  await noteSaid(taken?._id ?? '', after(2));
  await solveCase(work(code, 'official', 's', after(3)), evidence);
  await tellComplaintNews(code, after(3));
  expect(await pushed(REPORTER)).toEqual([['answered', 'solved']]);
});

test('more than four earlier ones are gathered: five messages, every step told', async () => {
  const code = await send('a', here);
  await takenAndAnswered(code);
  for (const n of [3, 4, 5, 6]) await answerReporter(work(code, 'official', `a${n}`, after(n)), `ข่าวที่ ${n}`);
  await noteSentTo1111({ code, at: after(7), key: 'n' }, '1111-7');
  await tellComplaintNews(code, after(7));
  await solveCase(work(code, 'official', 's', after(8)), evidence);
  await tellComplaintNews(code, after(8));
  const [messages] = (await outbox(REPORTER)).map(({ saying }) => saying.messages);
  expect(messages).toHaveLength(5);
  expect(titles(messages ?? [])).toEqual([
    'earlier',
    ...(await notes(REPORTER)).slice(-3).flatMap((note) => titles(note.messages)),
    'solved',
  ]);
  expect(messages?.[0]?.rows).toHaveLength(4);
  for (const words of ['รอช่าง', 'ข่าวที่ 3', 'ข่าวที่ 4', 'ข่าวที่ 5', 'ข่าวที่ 6'])
    expect(JSON.stringify(messages)).toContain(words);
  expect(await unsaid(REPORTER)).toEqual([]);
});

test('cut off between the outbox and the notes, it marks what the push took along, and nothing that came since', async () => {
  const code = await send('a', here);
  await takenAndAnswered(code);
  await solveCase(work(code, 'official', 's', after(3)), evidence);
  const { news } = await stored(code);
  await tellComplaintNews(code, after(3));
  const [before] = await outbox(REPORTER);
  // As if the process had died right after it wrote to the outbox; meanwhile another note came.
  await mongoose.connection.collection('notes').updateMany({ person: REPORTER }, { $unset: { saidAt: 1 } });
  await mongoose.connection.collection<Note & { about: string }>('notes').insertOne({
    ...{ _id: 'later', person: REPORTER, about: code, messages: [], notBefore: after(4) },
    ...{ expiresAt: after(9_999) },
  });
  await ComplaintModel.updateOne({ code }, { $set: { news } });
  await tellComplaintNews(code, after(5));
  expect(await outbox(REPORTER)).toEqual([before]);
  expect(await unsaid(REPORTER)).toEqual([]);
  expect(await isNoteUnsaid('later')).toBe(true);
});

test('a new and a disputed case ring once with who handles it; all else are notes, and so is what its coordinator hears', async () => {
  const code = await send('a', here);
  for (const twice of [0, 1]) await tellComplaintNews(code, after(twice));
  expect(await pushed('official')).toEqual([['received']]);
  expect(await pushed('district')).toEqual([]);
  expect(await unsaid('district')).toEqual(['received']);
  expect(await unsaid('coordinator')).toEqual([]);
  await takeCase(work(code, 'official', 't', after(1)));
  await solveCase(work(code, 'official', 's', after(2)), evidence);
  await disputeSolved(work(code, REPORTER, 'd', after(3)), 'ยังเหมือนเดิม');
  await solveCase(work(code, 'official', 's2', after(4)), evidence);
  await tellComplaintNews(code, after(4));
  expect((await pushed('official')).map((one) => one.at(-1))).toEqual(['received', 'disputed']);
  await confirmSolved(work(code, REPORTER, 'c', after(5)));
  await tellComplaintNews(code, after(5));
  expect(await outbox('official')).toHaveLength(2);
  expect(await unsaid('official')).toEqual(['confirmed']);
  const passed = await send('b', here);
  await tellComplaintNews(passed, after(6));
  await forwardCase(work(passed, 'official', 'f', after(7)), { agency: NEXT }, 'ส่งต่อ');
  await tellComplaintNews(passed, after(7));
  expect(await pushed('neighbour')).toEqual([]);
  expect(await unsaid('neighbour')).toEqual(['arrived']);
});

test.each([
  ['2018-05-08T07:59:00+07:00', '2018-05-08T08:00:00+07:00'],
  ['2018-05-08T08:00:00+07:00', '2018-05-08T08:00:00+07:00'],
  ['2018-05-08T19:59:00+07:00', '2018-05-08T19:59:00+07:00'],
  ['2018-05-08T20:00:00+07:00', '2018-05-09T08:00:00+07:00'],
  ['2018-05-08T00:10:00+07:00', '2018-05-08T08:00:00+07:00'],
])('what comes at %s rings at %s', async (at, due) => {
  expect(daytimeFrom(new Date(at))).toEqual(new Date(due));
});

test('at night a handler’s push waits in the outbox and counts; with none left it is a note, and stays one', async () => {
  const night = new Date('2018-05-08T23:00:00+07:00');
  await keepPushCounters({ limit: 3, used: 0 }, night);
  const first = await send('a', here, { at: night });
  await tellComplaintNews(first, night);
  expect((await outbox('official'))[0]?.dueAt).toEqual(new Date('2018-05-09T08:00:00+07:00'));
  expect(await pushesLeft(night)).toBe(1);
  const second = await send('b', here, { at: night });
  const { news } = await stored(second);
  await tellComplaintNews(second, night);
  expect([(await outbox('colleague')).length, (await outbox('official')).length]).toEqual([2, 1]);
  expect(await unsaid('official')).toEqual(['received']);
  await keepPushCounters({ limit: 99, used: 0 }, night);
  await ComplaintModel.updateOne({ code: second }, { $set: { news } });
  await tellComplaintNews(second, night);
  expect(await outbox('official')).toHaveLength(1);
});
