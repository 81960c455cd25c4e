// Sending complaints on the real engine: where a case begins, once for its key, five a day, following, merging, erasing.

import { expect, test } from '@jest/globals';
import { takeCase } from '../../models/complaint.ts';
import { ComplaintModel } from '../../models/complaint-document.ts';
import { keepComplaintDraft } from '../../models/complaint-draft.ts';
import { forgetReporter } from '../../models/complaint-erase.ts';
import { followComplaint } from '../../models/complaint-follow.ts';
import { noteSentTo1111 } from '../../models/complaint-from-1111.ts';
import { complaintsAlike, complaintsOf, ownComplaintByCode } from '../../models/complaint-read.ts';
import { type NewComplaint, sendComplaint } from '../../models/complaint-send.ts';
import { takeRole } from '../../models/person.ts';
import { mergePins } from '../../models/pin-merge.ts';
import {
  CONTACT,
  complaintsOnTheEngine,
  DAY,
  newCode,
  passUp,
  publishOffice,
  REPORTER,
  send,
  solved,
  stored,
  WORDS,
  work,
} from './complaint-builder.ts';
import { change, HERE, NEXT } from './people-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();
const later = (days: number) => new Date(NOON.getTime() + days * DAY);
const wish = (id: string, at = NOON, about: NewComplaint['about'] = here) =>
  sendComplaint({
    id,
    reporter: REPORTER,
    about,
    category: 'fee',
    words: WORDS,
    photos: [],
    at,
    newCode,
  });

test('a case begins at the office with officials, else at the nearest coordinator; the reporter does not count', async () => {
  expect(await stored(await send('a', here))).toMatchObject({ level: 'office', agency: HERE, ...here });
  const lonely = await publishOffice('lonely', NEXT);
  expect((await stored(await send('b', { pin: lonely }, { reporter: 'neighbour' }))).level).toBe('province');
  await takeRole('neighbour', { role: 'official', agency: NEXT }, change('admin', 'end'));
  expect((await stored(await send('c', { pin: lonely }))).level).toBe('province');
  await takeRole('coordinator', { role: 'coordinator', scope: 'province:91' }, change('admin', 'end2'));
  expect((await stored(await send('d', { pin: lonely }))).level).toBe('department');
});

test('without a contact, numbers in the words are stored nowhere; with one they stay', async () => {
  const words = 'ฝาท่อแตก โทรหา 081-234-5678 หรือ a@example.org';
  const anonymous = await stored(await send('a', here, { words, contact: undefined }));
  expect(anonymous.words).toBe('ฝาท่อแตก โทรหา ••• หรือ •••');
  expect(JSON.stringify(anonymous)).not.toMatch(/5678|example/);
  expect(await stored(await send('b', here, { words }))).toMatchObject({ words, contact: CONTACT });
});

test('a place is the district’s it lies in; where no place is known, the whole country’s', async () => {
  const there = await stored(await send('a', { position: [101.267, 12.673] }));
  expect(there).toMatchObject({ level: 'district', place: { districtCode: '9101', provinceCode: '91' } });
  expect(there.name.th).toBe('อ.เมืองดาว จ.ดาวเหนือ');
  const nowhere = await stored(await send('b', { position: [2.35, 48.85] }));
  expect(nowhere).toMatchObject({ level: 'department', name: { th: '48.8500, 2.3500' } });
  expect(
    await sendComplaint({
      id: 'c',
      reporter: REPORTER,
      about: { pin: 'NOCODE' },
      category: 'fee',
      words: 'x',
      photos: [],
      at: NOON,
      newCode,
    }),
  ).toEqual({ result: 'gone' });
});

test('the same turn again is the same case, also many at once; a taken code is drawn anew', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => wish('same')));
  expect(new Set(all.map((sent) => JSON.stringify(sent))).size).toBe(1);
  expect(await wish('same', later(1))).toEqual(all[0]);
  expect(await ComplaintModel.countDocuments()).toBe(1);
  const [sent] = all;
  const taken = sent?.result === 'sent' ? sent.code : '';
  const codes = [taken, taken];
  expect(await send('other', here, { newCode: () => codes.shift() ?? 'RY-FRESH-01' })).toBe('RY-FRESH-01');
});

test('five a person and day in Bangkok, however many are sent at once', async () => {
  const sent = await Promise.all(Array.from({ length: 9 }, (_, n) => wish(`many ${n}`)));
  expect(sent.filter(({ result }) => result === 'sent')).toHaveLength(5);
  expect(sent.filter(({ result }) => result === 'too-many-today')).toHaveLength(4);
  expect(await wish('more')).toEqual({ result: 'too-many-today' });
  expect(await send('another', here, { reporter: 'U1' })).toMatch(/^RY-/);
  // Noon of UTC is seven in the evening there; the next day begins five hours later.
  expect(await wish('tomorrow', new Date(NOON.getTime() + 12 * 3_600_000))).toMatchObject({ result: 'sent' });
});

test('words beyond 2,000 characters, as people see them, are a mistake of ours', async () => {
  await expect(send('a', here, { words: 'ก'.repeat(5_001) })).rejects.toThrow(RangeError);
  expect(await send('b', here, { words: 'น้ำ'.repeat(1_000) })).toMatch(/^RY-/);
});

test('an open case alike is offered: the same category, within 100 m and 14 days, the nearest first', async () => {
  const at = (metres: number): [number, number] => [101.266, 12.672 + metres / 111_320];
  const place = (id: string, metres: number, given = {}) =>
    send(id, { position: at(metres) }, { category: 'road', reporter: `U${id}`, ...given });
  const far = await place('a', 90);
  const near = await place('b', 10);
  await place('c', 130);
  await place('d', 5, { category: 'waste' });
  await place('e', 5, { at: later(-15) });
  const closed = await place('f', 5);
  await ComplaintModel.updateOne({ code: closed }, { $set: { state: 'closed' } });
  const alike = await complaintsAlike(at(0), 'road', NOON);
  expect(alike.map(({ code }) => code)).toEqual([near, far]);
  expect(Object.keys(alike[0] ?? {}).sort()).toEqual(['area', 'at', 'code', 'metres']);
});

test('about an area: its coordinator’s, shown without a point, and never alike to anything', async () => {
  const code = await send('a', { area: '910101' }, { category: 'road' });
  const { place, level, area } = await stored(code);
  expect([place.districtCode, level, area]).toEqual(['9101', 'district', '910101']);
  const shown = await ownComplaintByCode(code, REPORTER);
  expect(shown?.target).toEqual({ area: expect.objectContaining({ th: expect.stringContaining('ต.') }) });
  expect(await complaintsAlike([101.266, 12.672], 'road', NOON)).toEqual([]);
  expect(await wish('b', NOON, { area: '999999' })).toEqual({ result: 'gone' });
});

test('by the first group of its code a case is found among one’s own only', async () => {
  const code = await send('a', here);
  const group = code.slice(3, 8);
  for (const typed of [group, group.toLowerCase(), `RY-${group}`, `ry ${group}-`])
    expect((await ownComplaintByCode(typed, REPORTER))?.code).toBe(code);
  expect(await ownComplaintByCode(group, 'somebody')).toBeUndefined();
  expect(await ownComplaintByCode(group.slice(0, 4), REPORTER)).toBeUndefined();
});

test('following: once, not one’s own, not what is closed; the same turn again ends the same way', async () => {
  const code = await send('a', here);
  const follow = (by: string, key: string) => followComplaint(work(code, by, key));
  expect(await Promise.all([follow('U1', 'f1'), follow('U1', 'f1'), follow('U2', 'f2')])).toEqual(
    Array.from({ length: 3 }, () => ({ result: 'followed' })),
  );
  expect(await follow('U1', 'f3')).toEqual({ result: 'already' });
  expect(await follow('U1', 'f1')).toEqual({ result: 'followed' });
  expect(await follow(REPORTER, 'f4')).toEqual({ result: 'already' });
  expect(await followComplaint(work('RY-22222-22', 'U1', 'f5'))).toEqual({ result: 'gone' });
  expect((await stored(code)).followers.toSorted()).toEqual(['U1', 'U2']);
  await ComplaintModel.updateOne({ code }, { $set: { state: 'closed' } });
  expect(await follow('U3', 'f6')).toEqual({ result: 'gone' });
});

test('one’s own list: open ones first, the newest first, followed ones among them', async () => {
  const [old, mid] = [await send('a', here), await send('b', here, { at: later(1) })];
  const foreign = await send('c', here, { at: later(2), reporter: 'U1' });
  await followComplaint(work(foreign, REPORTER, 'f'));
  await ComplaintModel.updateOne({ code: mid }, { $set: { state: 'closed' } });
  const { cases, all } = await complaintsOf(REPORTER, { skip: 0, limit: 9 }, NOON);
  expect(cases.map(({ code }) => code)).toEqual([foreign, old, mid]);
  expect(all).toBe(3);
  expect((await complaintsOf('U2', { skip: 0, limit: 9 }, NOON)).all).toBe(0);
});

test('a merge takes complaints along: those that wait at the office to its new agency, passed-on ones only by name', async () => {
  const keep = await publishOffice('keep', NEXT);
  const [waiting, passed] = [await send('a', here), await send('b', here)];
  await passUp(passed, 'official', 'up');
  expect((await mergePins({ keep, away: here.pin, by: 'admin', at: NOON, key: 'm' })).result).toBe('merged');
  expect(await stored(waiting)).toMatchObject({ pin: keep, agency: NEXT, place: { districtCode: '9102' } });
  expect(await stored(passed)).toMatchObject({ pin: keep, agency: HERE, level: 'district' });
  expect(await takeCase(work(waiting, 'neighbour', 't'))).toEqual({ result: 'done' });
  // An old poster leads to the office that stays.
  expect(await stored(await send('c', here))).toMatchObject({ pin: keep, agency: NEXT });
});

test('1111: the number of a case there stands in it, once', async () => {
  const code = await send('a', here);
  for (let twice = 0; twice < 2; twice++) await noteSentTo1111({ code, at: NOON, key: 'n' }, '1111-7');
  const seen = await ownComplaintByCode(code, REPORTER);
  expect(seen?.at1111).toEqual({ number: '1111-7', status: 'arrived' });
  expect(seen?.steps.map(({ what }) => what)).toEqual(['received', 'sent-1111']);
});

test('erasing a person: cases stay, without them, their contact and their places of the day', async () => {
  const code = await send('a', here);
  const foreign = await send('b', here, { reporter: 'U1' });
  await followComplaint(work(foreign, REPORTER, 'f'));
  expect((await complaintsOf(REPORTER, { skip: 0, limit: 9 }, NOON)).all).toBe(2);
  await keepComplaintDraft({ person: REPORTER, fields: { words: 'x' }, at: NOON });
  for (let twice = 0; twice < 2; twice++) await forgetReporter(REPORTER);
  expect((await complaintsOf(REPORTER, { skip: 0, limit: 9 }, NOON)).all).toBe(0);
  const left = await ComplaintModel.find().lean();
  expect(JSON.stringify(left)).not.toMatch(REPORTER);
  for (const field of ['reporter', 'contact', 'slot']) expect(await stored(code)).not.toHaveProperty(field);
  expect((await stored(code)).words).toBe(WORDS);
  await solved(code);
  expect((await stored(code)).state).toBe('solved');
});
