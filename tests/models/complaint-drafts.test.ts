// Drafts and pictures of complaints on the real engine: kept when left, gone with what is unsent or old.

import { expect, test } from '@jest/globals';
import { takeCase } from '../../models/complaint.ts';
import {
  complaintDraft,
  deleteOldComplaintDrafts,
  discardComplaintDraft,
  keepComplaintDraft,
} from '../../models/complaint-draft.ts';
import { addComplaintPhoto, listedComplaintPhotos } from '../../models/complaint-photo.ts';
import { handledComplaintByCode, ownComplaintByCode } from '../../models/complaint-read.ts';
import { openListedPhoto, openPhoto, removePhotoOfMessage } from '../../models/photo.ts';
import type { Picture } from '../../models/photo-files.ts';
import { complaintsOnTheEngine, DAY, REPORTER, send, stored, WORDS, work } from './complaint-builder.ts';
import { NOON } from './register-builder.ts';

const here = complaintsOnTheEngine();
const later = (days: number) => new Date(NOON.getTime() + days * DAY);
const picture: Picture = { bytes: Buffer.from('jpeg'), width: 400, height: 300 };
const addPhoto = (id: string, complaint: string, by = REPORTER) =>
  addComplaintPhoto({ id, complaint, by, at: NOON, messageId: `m${id}`, full: picture, small: picture });

test('one draft a person, kept when left; it goes with its pictures, or is sent', async () => {
  const keep = (words: string) =>
    keepComplaintDraft({ person: REPORTER, fields: { words, step: 'words' }, at: NOON });
  await keep('ก');
  await keep('ข');
  expect(await complaintDraft(REPORTER)).toEqual({ words: 'ข', step: 'words' });
  expect(await complaintDraft('U1')).toBeUndefined();
  await addPhoto('p1', 'run1');
  await discardComplaintDraft(REPORTER);
  expect(await complaintDraft(REPORTER)).toBeUndefined();
  expect(await openListedPhoto('p1', 'full')).toBeUndefined();
  await keep('ค');
  await addPhoto('p2', 'run2');
  await addPhoto('p3', 'run2');
  const code = await send('a', here, { photos: ['p3', 'gone'] });
  expect((await stored(code)).photos).toEqual(['p3']);
  expect(await complaintDraft(REPORTER)).toBeUndefined();
  expect(await openListedPhoto('p2', 'full')).toBeUndefined();
  await discardComplaintDraft(REPORTER);
  expect(await openListedPhoto('p3', 'full')).toBeDefined();
});

test('a picture that is unsent goes from a sent case', async () => {
  await addPhoto('p1', 'run');
  const code = await send('a', here, { photos: ['p1'] });
  expect((await ownComplaintByCode(code, REPORTER))?.photos).toEqual(['p1']);
  await removePhotoOfMessage('mp1');
  for (const seen of [
    await ownComplaintByCode(code, REPORTER),
    await handledComplaintByCode(code, 'official', NOON),
  ])
    expect(seen).toMatchObject({ photos: [], words: WORDS });
});

test('old drafts go with their pictures', async () => {
  await addPhoto('p1', 'run');
  expect(await deleteOldComplaintDrafts(NOON)).toBe(0);
  expect(await deleteOldComplaintDrafts(later(1))).toBe(1);
  expect(await listedComplaintPhotos(['p1'])).toEqual([]);
});

test('ten pictures a complaint; under the plain address they never open; evidence only from who works on the case', async () => {
  for (let n = 1; n <= 10; n++)
    expect(await addPhoto(`p${n}`, 'run')).toEqual({ result: 'stored', count: n, photo: `p${n}` });
  expect(await addPhoto('p3', 'run')).toEqual({ result: 'stored', count: 10, photo: 'p3' });
  expect(await addPhoto('p11', 'run')).toMatchObject({ result: 'too-many', count: 10 });
  const code = await send('a', here, { photos: ['p1'] });
  expect(await openPhoto('p1', 'full')).toBeUndefined();
  expect(await addPhoto('e1', code, 'official')).toEqual({ result: 'gone' });
  await takeCase(work(code, 'official', 't'));
  expect(await addPhoto('e1', code, 'official')).toMatchObject({ result: 'stored', count: 1 });
  for (const by of ['neighbour', REPORTER, 'U1'])
    expect(await addPhoto(`e${by}`, code, by)).toEqual({ result: 'gone' });
});
