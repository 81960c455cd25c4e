// What time does to complaints, on the real engine with a moved clock: notices, silent ends, climbing, and telling once.

import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { escalateComplaints } from '../../jobs/escalate-complaints.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import { askReporter, confirmSolved, disputeSolved, solveCase, takeCase } from '../../models/complaint.ts';
import { ComplaintModel } from '../../models/complaint-document.ts';
import { followComplaint } from '../../models/complaint-follow.ts';
import { putHolidays } from '../../models/holiday.ts';
import { takeRole } from '../../models/person.ts';
import {
  CONTACT,
  complaintsOnTheEngine,
  DAY,
  passUp,
  REPORTER,
  send,
  solved,
  stored,
  work,
} from './complaint-builder.ts';
import { change } from './people-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();

type Push = { to: string; saying: { messages: { title: { key: string } }[] }; retryKey: string };
type Note = { person: string; messages: { title: { key: string } }[] };

const after = (days: number) => new Date(NOON.getTime() + days * DAY);
const run = (now: Date) => escalateComplaints.run(now, { fence: 1, check: async () => {} });
const keyOf = ([first]: { title: { key: string } }[]) =>
  first?.title.key.replace('complaint-told:', '') ?? '';
const pushes = async (to = REPORTER) => {
  const all = await mongoose.connection
    .collection<Push>('outbox')
    .find({ to })
    .sort({ createdAt: 1 })
    .toArray();
  // The last message is the news itself; before it goes what waited as notes.
  return all.map(({ saying }) => keyOf(saying.messages.slice(-1)));
};
const notes = async (person: string) => {
  const all = await mongoose.connection
    .collection<Note>('notes')
    .find({ person })
    .sort({ notBefore: 1 })
    .toArray();
  return all.map(({ messages }) => keyOf(messages)).sort();
};

test('fifteen days of silence: notices on day 5 and 10, closed on day 15, each told once however often the job runs', async () => {
  const code = await send('a', here);
  await solved(code);
  const seen: Record<number, Record<string, number>> = {};
  for (let day = 0; day <= 17; day++) {
    for (const hour of [0, 1, 2]) {
      const { told: _told, ...counts } = await run(new Date(after(day).getTime() + hour * 3_600_000));
      if (Object.values(counts).some((count) => count > 0)) seen[day] = counts;
    }
  }
  const none = { noticed: 0, closed: 0, escalated: 0 };
  expect(seen).toEqual({
    5: { ...none, noticed: 1 },
    10: { ...none, noticed: 1 },
    15: { ...none, closed: 1 },
  });
  expect(await stored(code)).toMatchObject({ state: 'closed', news: [] });
  expect((await stored(code)).steps.at(-1)).toMatchObject({ what: 'closed', by: 'service' });
  expect(await pushes()).toEqual(['solved', 'notice', 'notice', 'closedSilently']);
  expect(await notes(REPORTER)).toEqual(['taken']);
});

test('a job that slept still gives two notices, five days apart, before it closes', async () => {
  const code = await send('a', here);
  await solved(code);
  for (const [day, state] of [
    [40, 'solved'],
    [41, 'solved'],
    [45, 'solved'],
    [49, 'solved'],
    [50, 'closed'],
  ] as const) {
    await run(after(day));
    expect((await stored(code)).state).toBe(state);
  }
  expect((await pushes()).filter((told) => told === 'notice')).toHaveLength(2);
});

test('a word of the reporter ends the silence; after a dispute it is counted anew', async () => {
  const [happy, unhappy] = [await send('a', here), await send('b', here)];
  for (const code of [happy, unhappy]) await solved(code);
  await run(after(5));
  await confirmSolved(work(happy, REPORTER, 'c', after(6)));
  await disputeSolved(work(unhappy, REPORTER, 'd', after(6)), 'ยัง');
  expect(await run(after(10))).toMatchObject({ noticed: 0, closed: 0 });
  await solveCase(work(unhappy, 'official', 's2', after(10)), { words: 'เรียบร้อย', photos: [] });
  expect(await run(after(14))).toMatchObject({ noticed: 0 });
  expect(await run(after(15))).toMatchObject({ noticed: 1 });
  expect(await run(after(20))).toMatchObject({ noticed: 1, closed: 0 });
  expect(await run(after(25))).toMatchObject({ closed: 1 });
  expect((await stored(happy)).steps.at(-1)?.what).toBe('confirmed');
});

test('overdue by more than three working days it climbs one level, once for each step, up to the department', async () => {
  // Tuesday 8 May: due on Thursday the 10th; three working days later is Tuesday the 15th.
  const code = await send('a', here);
  expect(await run(after(7))).toMatchObject({ escalated: 0 });
  expect(await run(after(8))).toMatchObject({ escalated: 1 });
  expect(await stored(code)).toMatchObject({ level: 'district', state: 'forwarded', dueOn: '2018-05-18' });
  expect(await run(after(8))).toMatchObject({ escalated: 0 });
  await takeCase(work(code, 'district', 't', after(8)));
  expect((await stored(code)).dueOn).toBe('2018-05-30');
  expect(await run(after(27))).toMatchObject({ escalated: 0 });
  expect(await run(after(28))).toMatchObject({ escalated: 1 });
  expect((await stored(code)).level).toBe('province');
  for (let day = 29; day < 80; day++) await run(after(day));
  const { steps, level, state } = await stored(code);
  expect({ level, state }).toEqual({ level: 'department', state: 'forwarded' });
  expect(steps.filter(({ what }) => what === 'escalated')).toHaveLength(3);
  expect((await notes('district')).filter((told) => told === 'arrived')).toHaveLength(1);
  expect((await notes(REPORTER)).filter((told) => told === 'escalated')).toHaveLength(3);
});

test('overdue it climbs past levels that nobody holds, and the reporter hears who has it', async () => {
  await takeRole('district', { role: 'coordinator', scope: 'district:9101' }, change('admin', 'd'));
  await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('admin', 'p'));
  const code = await send('a', here);
  expect(await run(after(8))).toMatchObject({ escalated: 1 });
  expect(await stored(code)).toMatchObject({ level: 'department', state: 'forwarded', dueOn: '2018-05-18' });
  expect((await notes('department')).filter((told) => told === 'arrived')).toHaveLength(1);
  const told = await mongoose.connection.collection<Note>('notes').findOne({ person: REPORTER });
  expect(JSON.stringify(told)).toContain('complaint-told:department');
});

test('holidays do not count: over Songkran nothing climbs', async () => {
  const eve = new Date('2018-04-11T09:00:00+07:00');
  const days = ['2018-04-12', '2018-04-13', '2018-04-16'];
  const at = (date: string) => new Date(`${date}T10:00:00+07:00`);
  await putHolidays(
    days.map((date) => ({ date, name: { th: 'สงกรานต์' } })),
    { at: eve },
  );
  await send('a', here, { at: eve });
  expect(await run(at('2018-04-23'))).toMatchObject({ escalated: 0 });
  expect(await run(at('2018-04-24'))).toMatchObject({ escalated: 1 });
});

test('the job against a take and against a confirmation: one of them holds', async () => {
  for (const n of [1, 2, 3]) {
    const code = await send(`a${n}`, here);
    const [{ escalated }, taken] = await Promise.all([
      run(after(8)),
      takeCase(work(code, 'official', `t${n}`, after(8))),
    ]);
    const { level, state } = await stored(code);
    expect({ escalated, level, state }).toEqual(
      taken.result === 'done'
        ? { escalated: 0, level: 'office', state: 'working' }
        : { escalated: 1, level: 'district', state: 'forwarded' },
    );
    await ComplaintModel.deleteMany({});
  }
});

test('who hears what: pushes for what the reporter must answer, notes for all else, and no words for others', async () => {
  const code = await send('a', here);
  await followComplaint(work(code, 'U1', 'f'));
  await tellComplaintNews(code, NOON);
  for (const official of ['official', 'colleague']) {
    expect(await pushes(official)).toEqual(['received']);
    expect(await notes(official)).toEqual([]);
  }
  expect(await notes('district')).toEqual(['received']);
  await takeCase(work(code, 'official', 't'));
  await askReporter(work(code, 'official', 'q'), 'คำถามลับ');
  await solveCase(work(code, 'official', 's'), { words: 'ทางออกลับ', photos: [] });
  await disputeSolved(work(code, REPORTER, 'd'), 'คำค้านลับ');
  for (let twice = 0; twice < 2; twice++) await tellComplaintNews(code, NOON);
  expect((await pushes()).sort()).toEqual(['asked', 'solved']);
  expect(await notes(REPORTER)).toEqual(['taken']);
  expect(await notes('U1')).toEqual(['disputedFollowed', 'solvedFollowed', 'taken']);
  // Who took it hears of it, and no colleague.
  expect((await pushes('official')).sort()).toEqual(['disputed', 'received']);
  expect(await pushes('colleague')).toEqual(['received']);
  expect(await notes('district')).toEqual(['received']);
  const others = await mongoose.connection
    .collection('notes')
    .find({ person: { $ne: REPORTER } })
    .toArray();
  expect(JSON.stringify(others)).not.toMatch(new RegExp(`${REPORTER}|${CONTACT}|ลับ`));
});

test('a telling that broke off is finished by the job, under the same keys', async () => {
  const code = await send('a', here);
  await solved(code);
  const { news } = await stored(code);
  expect(await run(NOON)).toMatchObject({ told: 3 });
  const first = await mongoose.connection.collection<Push>('outbox').find().toArray();
  // As if the process had died between telling and noting that it told.
  await ComplaintModel.updateOne({ code }, { $set: { news } });
  expect(await run(NOON)).toMatchObject({ told: 3 });
  expect(await mongoose.connection.collection<Push>('outbox').find().toArray()).toEqual(first);
  expect(first[0]?.retryKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await pushes('official')).toEqual(['received']);
});

test('an official who reported their own office is told as its reporter only', async () => {
  const code = await send('a', here, { reporter: 'official' });
  await passUp(code, 'colleague', 'u');
  await tellComplaintNews(code, NOON);
  expect(await notes('official')).toEqual(['forwarded', 'taken']);
});

test('a preview says what would be sent, names nobody and does nothing; a lost lease stops before the next write', async () => {
  const code = await send('a', here);
  await solved(code);
  await tellComplaintNews(code, NOON);
  const before = await stored(code);
  const lines = (await escalateComplaints.preview?.(after(5))) ?? [];
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${code}: a push to the reporter`));
  expect(lines.join()).not.toMatch(new RegExp(`${REPORTER}|${CONTACT}`));
  const lost = { fence: 1, check: () => Promise.reject(new Error('lost')) };
  await expect(escalateComplaints.run(after(5), lost)).rejects.toThrow('lost');
  expect(await stored(code)).toEqual(before);
});
