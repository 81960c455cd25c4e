// What is said in ratings: masked before it is stored, read by the office, answered once, photos under secret addresses.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { photosRouter } from '../../bot/web/photos.ts';
import { lastChanges } from '../../models/audit.ts';
import { openListedPhoto, openPhoto, photosOf, removePhotoOfMessage } from '../../models/photo.ts';
import { withdrawRating } from '../../models/rating.ts';
import {
  answerComment,
  commentedOffices,
  officeComments,
  publicComments,
} from '../../models/rating-comments.ts';
import { albumOf, RatingModel } from '../../models/rating-document.ts';
import { addRatingPhoto, addToRating } from '../../models/rating-words.ts';
import {
  COORDINATOR,
  HERE,
  MALEE,
  NEIGHBOUR,
  OUTSIDER,
  peopleAndProcedures,
  SOMCHAI,
} from '../models/copies-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from '../models/register-builder.ts';
import { aPhoto } from '../photos/photo-builder.ts';
import { CITIZEN, everythingStored, give, OTHER, office } from './ratings-builder.ts';

const DAY = '2018-05-08';
const PAGE = { skip: 0, limit: 5 };

let disconnect: () => Promise<void>;
let a: string;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndProcedures();
  a = await office('a');
  await give(a, 'k1', { stars: 2 });
});

const of = (by = CITIZEN) => ({ pin: a, by, day: DAY });
const comment = (words: string, by = CITIZEN) => addToRating(of(by), { comment: words });
const idOfFirst = async () => (await officeComments(a, MALEE, PAGE))?.comments[0]?.id ?? '';
const answer = (by: string, key: string, rating: string) =>
  answerComment({ rating, words: 'ขออภัย โทร 02-123-4567', by, at: minutesAfterNoon(9), key });

describe('words', () => {
  test('personal data are stored nowhere, rude words for looking into only', async () => {
    await comment('แม่งช้า โทร 081-234-5678 บัตร 1234567890121');
    // Marks and keys are random digits, among which any three may stand.
    const stored = (await everythingStored()).replace(/"[\da-f-]{32,36}"/g, '');
    for (const gone of ['234', '5678', '67890']) expect(stored).not.toContain(gone);
    expect(await RatingModel.findOne({ pin: a }).lean()).toMatchObject({
      comment: { kept: 'แม่งช้า โทร ••• บัตร •••', shown: '•••ช้า โทร ••• บัตร •••' },
    });
  });

  test('1,000 characters as people see them, no more', async () => {
    expect(await comment('น้ำ'.repeat(500))).toEqual({ result: 'added' });
    await expect(comment('ก'.repeat(1_001))).rejects.toThrow(RangeError);
  });

  test('only to one’s own rating that is there', async () => {
    expect(await comment('ดี', OTHER)).toEqual({ result: 'not-yours' });
    expect(await addToRating({ ...of(), day: '2018-05-07' }, { comment: 'ดี' })).toEqual({
      result: 'not-yours',
    });
    await withdrawRating({ ...of(), key: 'w' });
    expect(await comment('ดี')).toEqual({ result: 'not-yours' });
  });

  test('a new rating of the day begins without the words of the old one', async () => {
    await comment('ช้า');
    await addToRating(of(), { tags: ['slow'], procedure: 'B1' });
    await give(a, 'k2', { stars: 5 });
    expect((await officeComments(a, MALEE, PAGE))?.all).toBe(0);
    expect(await everythingStored()).not.toContain('slow');
  });
});

test('the comments of one day stand in the order in which they came, whatever keys were drawn', async () => {
  const people = Array.from({ length: 8 }, (_, n) => `U000000000000000000000000000001${n}0`);
  for (const [minutes, by] of people.entries()) {
    await give(a, `k${by}`, { by, at: minutesAfterNoon(minutes) });
    await comment(`ความเห็นที่ ${minutes}`, by);
  }
  const { comments = [] } = (await officeComments(a, MALEE, { skip: 0, limit: 9 })) ?? {};
  expect(comments.map(({ words }) => words)).toEqual([7, 6, 5, 4, 3, 2, 1, 0].map((n) => `ความเห็นที่ ${n}`));
});

describe('who reads', () => {
  test('the office and who looks after it all, anybody else what was answered; nobody’s name', async () => {
    await comment('ช้า');
    await give(a, 'k2', { by: OTHER });
    await comment('ดี', OTHER);
    for (const by of [MALEE, SOMCHAI, COORDINATOR]) expect((await officeComments(a, by, PAGE))?.all).toBe(2);
    for (const by of [CITIZEN, OUTSIDER, NEIGHBOUR])
      expect(await officeComments(a, by, PAGE)).toBeUndefined();
    expect(await publicComments(a, PAGE)).toEqual({ comments: [], all: 0 });
    await answer(MALEE, 'k', await idOfFirst());
    const { comments, all } = await publicComments(a, PAGE);
    expect(all).toBe(1);
    expect(comments[0]).toEqual(expect.objectContaining({ answer: 'ขออภัย โทร 02-123-4567', day: DAY }));
    expect(JSON.stringify(await officeComments(a, MALEE, PAGE))).not.toMatch(/U0000/);
  });

  test('offices with comments, by what somebody keeps', async () => {
    await comment('ช้า');
    const here = { code: a, name: { th: 'อบต.เขาใหม่' }, unanswered: 1 };
    for (const by of [MALEE, COORDINATOR])
      expect(await commentedOffices(by, PAGE)).toEqual({ offices: [here], all: 1 });
    for (const by of [OUTSIDER, NEIGHBOUR, CITIZEN])
      expect(await commentedOffices(by, PAGE)).toEqual({ offices: [], all: 0 });
    await answer(MALEE, 'k', await idOfFirst());
    expect((await commentedOffices(MALEE, PAGE)).offices).toEqual([{ ...here, unanswered: 0 }]);
  });
});

describe('an answer', () => {
  test('is given once, whoever is at it at the same time, and stands in the trail without the citizen’s words', async () => {
    await comment('ช้ามากวันนี้');
    const id = await idOfFirst();
    const people = [MALEE, SOMCHAI, COORDINATOR];
    const results = await Promise.all(people.map((by) => answer(by, `answer of ${by}`, id)));
    expect(results.map(({ result }) => result).sort()).toEqual(['already', 'already', 'answered']);
    const first = people[results.findIndex(({ result }) => result === 'answered')] ?? '';
    expect(await answer(first, `answer of ${first}`, id)).toEqual({ result: 'answered' });
    const trail = await lastChanges({ about: { kind: 'rating', id } }, 5);
    expect(trail).toEqual([expect.objectContaining({ by: first, agency: HERE })]);
    expect(JSON.stringify(trail)).not.toMatch(/ช้ามาก|U00000000000000000000000000000021/);
    expect(await comment('เปลี่ยนใจ')).toEqual({ result: 'answered' });
  });

  test('that was unsent may be given anew; each has its entry in the trail', async () => {
    await comment('ช้า');
    const id = await idOfFirst();
    await answer(MALEE, 'first', id);
    await RatingModel.updateOne({ _id: id }, { $unset: { answer: 1 } });
    expect(await answer(SOMCHAI, 'second', id)).toEqual({ result: 'answered' });
    const trail = await lastChanges({ about: { kind: 'rating', id } }, 5);
    expect(trail.map(({ by }) => by).sort()).toEqual([MALEE, SOMCHAI].sort());
  });

  test('is nobody else’s to give, nor to what is gone', async () => {
    await comment('ช้า');
    const id = await idOfFirst();
    for (const by of [OUTSIDER, NEIGHBOUR, CITIZEN])
      expect(await answer(by, by, id)).toEqual({ result: 'not-yours' });
    await withdrawRating({ ...of(), key: 'w' });
    expect(await answer(MALEE, 'k', id)).toEqual({ result: 'not-yours' });
    expect(await answer(MALEE, 'k', 'no such rating')).toEqual({ result: 'not-yours' });
  });
});

describe('a photo', () => {
  const keys = createPhotoKeys('a secret of the test');
  const app = express().use(photosRouter({ open: openPhoto, openListed: openListedPhoto, keys }));
  const add = (id: string) => {
    const { full, small } = aPhoto(id);
    return addRatingPhoto(of(), { id, messageId: `m-${id}`, full, small, at: NOON });
  };
  const shown = async () => (await officeComments(a, MALEE, PAGE))?.comments[0]?.photo;

  test('is one, for the office only, and opens under its secret address alone', async () => {
    expect(await add('one')).toEqual({ result: 'stored' });
    expect(await add('one')).toEqual({ result: 'stored' });
    expect(await add('two')).toEqual({ result: 'stored' });
    expect(await shown()).toBe('two');
    await request(app).get('/photos/two.jpg').expect(404);
    await request(app)
      .get(`/photos/two-${keys.keyOf('one')}.jpg`)
      .expect(404);
    await request(app)
      .get(`/photos/two-${keys.keyOf('two')}.jpg`)
      .expect(200);
    await request(app)
      .get(`/photos/one-${keys.keyOf('one')}.jpg`)
      .expect(404);
    await answer(MALEE, 'k', await idOfFirst());
    expect((await publicComments(a, PAGE)).comments[0]).not.toHaveProperty('photo');
  });

  test('goes when its message is unsent, and when the rating is withdrawn or replaced', async () => {
    const album = albumOf((await RatingModel.findOne({ pin: a }).lean())?._id ?? '');
    await add('one');
    await removePhotoOfMessage('m-one');
    expect(await shown()).toBeUndefined();
    await add('two');
    await give(a, 'k2', { stars: 5 });
    expect(await photosOf(album)).toEqual([]);
    await add('three');
    await withdrawRating({ ...of(), key: 'w' });
    expect(await photosOf(album)).toEqual([]);
    expect(await add('four')).toEqual({ result: 'not-yours' });
  });
});
