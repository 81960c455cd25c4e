/** How long personal data is kept: each kind on the last day and after it, by a clock that is moved. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deleteOldMessages } from '../../jobs/delete-old-messages.ts';
import { deletePersonalData } from '../../jobs/delete-personal-data.ts';
import type { Job } from '../../jobs/job.ts';
import { jobs } from '../../jobs/registry.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { LEFT_KEPT_DAYS, noteBack, noteLeft } from '../../models/left-person.ts';
import { daysKept, personalData } from '../../models/personal-data.ts';
import { rateOffice } from '../../models/rating.ts';
import { eraseRater, ratingsKnownOf } from '../../models/rating-forget.ts';
import { addToRating } from '../../models/rating-words.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { publish } from '../models/pin-builder.ts';
import { PROFILE, raw, SOMSRI } from './person-builder.ts';

const START = new Date('2018-05-08T05:00:00Z');
const OTHER = 'U5051a1150000000000000000000000bb';
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const later = (days: number, milliseconds = 0) => new Date(START.getTime() + days * DAY + milliseconds);
const lease = { fence: 1, check: async () => {} };
const runAt = (job: Job, now: Date) => job.run(now, lease);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(() => emptyDatabase());

/** One document of a kind that begins to grow old at START, and what is to be gone of it. */
type Old = { kind: string; collection: string; document: Record<string, unknown>; field?: string; job?: Job };

const olds: Old[] = [
  {
    kind: 'messages',
    collection: 'inbox',
    document: { chat: SOMSRI, state: 'done', endedAt: START, body: {} },
    job: deleteOldMessages,
  },
  {
    kind: 'groups',
    collection: 'inbox',
    document: { chat: 'C1', state: 'done', endedAt: START, body: { source: { groupId: 'C1' } } },
    job: deleteOldMessages,
  },
  {
    kind: 'answers',
    collection: 'outbox',
    document: { to: SOMSRI, state: 'sent', endedAt: START },
    job: deleteOldMessages,
  },
  {
    kind: 'answers',
    collection: 'notes',
    document: { person: SOMSRI, expiresAt: START },
    job: deleteOldMessages,
  },
  {
    kind: 'conversation',
    collection: 'conversations',
    document: { state: { consent: { version: 1 } }, updatedAt: START },
  },
  {
    kind: 'registrations',
    collection: 'registrations',
    document: { person: SOMSRI, state: 'refused', decidedAt: START },
  },
  { kind: 'leaves', collection: 'leaves', document: { lender: SOMSRI, endsAt: START } },
  { kind: 'invitations', collection: 'invitations', document: { usedBy: SOMSRI, expiresAt: START } },
  { kind: 'drafts', collection: 'pins', document: { owner: SOMSRI, state: 'draft', updatedAt: START } },
  { kind: 'pin-reports', collection: 'tasks', document: { by: SOMSRI, closed: { by: 'x', at: START } } },
  { kind: 'missing-agencies', collection: 'missing_agencies', document: { person: SOMSRI, closedAt: START } },
  { kind: 'copy-flags', collection: 'copy_flags', document: { by: SOMSRI, at: START } },
  { kind: 'places', collection: 'known_places', document: { favourites: [], visited: [], updatedAt: START } },
  {
    kind: 'rating-questions',
    collection: 'rating_questions',
    document: { asked: [{ pin: 'A', at: START }] },
  },
  {
    kind: 'ways-asked',
    collection: 'ways_asked',
    document: { person: SOMSRI, day: '2018-05-08', at: START },
  },
  {
    kind: 'complaint-drafts',
    collection: 'complaintDrafts',
    document: { fields: {}, albums: [], updatedAt: START },
  },
  {
    kind: 'complaints',
    collection: 'complaints',
    document: { state: 'closed', reporter: SOMSRI, contact: 'x', revision: 1, updatedAt: START },
    field: 'reporter',
  },
  {
    kind: 'audit',
    collection: 'audit',
    document: { by: SOMSRI, at: START, about: { kind: 'pin', id: 'A' }, changes: [] },
    field: 'by',
  },
  {
    kind: 'reminders',
    collection: 'reminder_claims',
    document: { person: SOMSRI, day: '2018-05-08', createdAt: START },
  },
  { kind: 'data-links', collection: 'data_links', document: { person: SOMSRI, expiresAt: START } },
];

async function isThere({ collection, field }: Old): Promise<boolean> {
  const stored = await raw(collection).findOne({ _id: SOMSRI });
  if (!field) return stored !== null;
  return stored?.[field] === SOMSRI;
}

describe('a kind is kept for as long as the table says, and no longer', () => {
  test.each(olds.map((old): [string, Old] => [`${old.kind} (${old.collection})`, old]))(
    '%s',
    async (_, old) => {
      const { kind, collection, document, job = deletePersonalData } = old;
      await raw(collection).insertOne({ _id: SOMSRI, ...document });
      // Hourly deletion is a little early, so that the promise holds; days of Bangkok count as whole days.
      await runAt(job, later(daysKept(kind) - 1));
      expect(await isThere(old)).toBe(true);
      await runAt(job, later(daysKept(kind), HOUR));
      expect(await isThere(old)).toBe(false);
    },
  );

  test('ratings: nobody knows whose they were 7 days after their month', async () => {
    const rating = { pin: 'A', day: '2018-05-08', state: 'given', stars: 4, rater: 'mark' };
    await raw('ratings').insertOne({ _id: 'rating', ...rating });
    await raw('rating_keys').insertOne({ _id: '2018-05', secret: 'secret' });
    await runAt(deletePersonalData, new Date('2018-06-07T05:00:00Z'));
    expect(await raw('rating_keys').countDocuments()).toBe(1);
    await runAt(deletePersonalData, new Date('2018-06-08T05:00:00Z'));
    expect(await raw('rating_keys').countDocuments()).toBe(0);
    const stored = await raw('ratings').findOne({ _id: 'rating' });
    expect(stored).toMatchObject({ stars: 4 });
    expect(stored).not.toHaveProperty('rater');
  });

  test('comments and photos of ratings: for a year, and so long their author can have them erased', async () => {
    const rating = { pin: 'A', by: SOMSRI, day: '2018-05-08' };
    await publish('office');
    const pin = String((await raw('pins').findOne({ _id: 'office' }))?.code);
    await rateOffice({ ...rating, pin, stars: 2, at: START, key: 'r' }, randomUUID);
    await rateOffice({ ...rating, pin, by: OTHER, stars: 3, at: START, key: 'o' }, randomUUID);
    await addToRating({ ...rating, pin }, { comment: 'ช้า' });
    await runAt(deletePersonalData, later(100));
    // Whose the other one was nobody can tell any more: nothing but the key of words is left.
    expect(await raw('rating_keys').distinct('_id')).toEqual(['words:2018-05']);
    expect(
      await raw('ratings').countDocuments({
        $or: [{ rater: { $exists: true } }, { author: null, madeBy: { $exists: true } }],
      }),
    ).toBe(0);
    expect(await raw('ratings').countDocuments({ author: { $exists: true } })).toBe(1);
    expect(await ratingsKnownOf(SOMSRI, later(100))).toMatchObject([{ comment: 'ช้า' }]);
    expect(await ratingsKnownOf(OTHER, later(100))).toEqual([]);
    await runAt(deletePersonalData, later(daysKept('rating-words')));
    expect(await raw('ratings').countDocuments({ comment: { $exists: true } })).toBe(1);
    await runAt(deletePersonalData, later(daysKept('rating-words') + 1));
    expect(
      await raw('ratings').countDocuments({
        $or: [{ comment: { $exists: true } }, { author: { $exists: true } }],
      }),
    ).toBe(0);
    expect(await raw('ratings').countDocuments({ stars: { $in: [2, 3] } })).toBe(2);
    await runAt(deletePersonalData, later(daysKept('rating-words') + 31));
    expect(await raw('rating_keys').countDocuments()).toBe(0);
  });

  test('erasing finds a comment whose rating is nobody’s any more', async () => {
    await publish('office');
    const pin = String((await raw('pins').findOne({ _id: 'office' }))?.code);
    const rating = { pin, by: SOMSRI, day: '2018-05-08' };
    await rateOffice({ ...rating, stars: 2, at: START, key: 'r' }, randomUUID);
    await addToRating(rating, { comment: 'ช้า' });
    await runAt(deletePersonalData, later(200));
    await eraseRater(SOMSRI, later(200));
    const stored = await raw('ratings').findOne({});
    expect(stored).toMatchObject({ stars: 2, state: 'given' });
    expect(stored).not.toHaveProperty('comment');
    expect(stored).not.toHaveProperty('author');
  });

  test('forwardings to 1111: as long as their case is open, and a year beyond', async () => {
    const forwarding = { state: 'forwarded', number: '1', attempts: 1, createdAt: START, endedAt: START };
    await raw('complaintForwardings').insertOne({ _id: 'closed', code: 'RY-1', ...forwarding });
    await raw('complaintForwardings').insertOne({ _id: 'open', code: 'RY-2', ...forwarding });
    await raw('complaintUpdates').insertOne({ _id: 'update', code: 'RY-1', at: START });
    const stored = { revision: 1, updatedAt: START };
    await raw('complaints').insertOne({ _id: 'one', code: 'RY-1', state: 'closed', ...stored });
    await raw('complaints').insertOne({ _id: 'two', code: 'RY-2', state: 'working', ...stored });
    await runAt(deletePersonalData, later(daysKept('forwardings')));
    expect(await raw('complaintForwardings').countDocuments()).toBe(2);
    expect(await raw('complaintUpdates').countDocuments()).toBe(1);
    await runAt(deletePersonalData, later(daysKept('forwardings'), HOUR));
    expect(await raw('complaintForwardings').distinct('_id')).toEqual(['open']);
    expect(await raw('complaintUpdates').countDocuments()).toBe(0);
  });

  test('every kind with a time is in this file', () => {
    const kinds = personalData.filter(({ keptDays }) => keptDays !== undefined).map(({ id }) => id);
    const tested = new Set([
      ...olds.map(({ kind }) => kind),
      'ratings',
      'rating-words',
      'forwardings',
      'seen-by-others',
    ]);
    expect(kinds.filter((kind) => !tested.has(kind))).toEqual([]);
  });

  test('somebody without consent is forgotten with their messages', async () => {
    await raw('conversations').insertOne({ _id: SOMSRI, state: { consent: null }, updatedAt: START });
    await runAt(deletePersonalData, later(3));
    expect(await raw('conversations').countDocuments()).toBe(1);
    await runAt(deletePersonalData, later(3, 1));
    expect(await raw('conversations').countDocuments()).toBe(0);
  });

  test('published pins, open reports, open cases and officials stay', async () => {
    await raw('pins').insertOne({
      _id: 'pin',
      state: 'published',
      owner: SOMSRI,
      code: 'A',
      updatedAt: START,
    });
    await raw('tasks').insertOne({ _id: 'task', by: SOMSRI, at: START });
    await raw('complaints').insertOne({
      _id: 'case',
      state: 'working',
      reporter: SOMSRI,
      revision: 1,
      updatedAt: START,
    });
    await raw('people').insertOne({
      _id: 'official',
      profile: PROFILE,
      roles: [{ role: 'official', agency: 'A', key: 'k' }],
    });
    await raw('conversations').insertOne({
      _id: 'official',
      state: { consent: { version: 1 } },
      updatedAt: START,
    });
    await runAt(deletePersonalData, later(3_000));
    expect(await raw('pins').countDocuments({ owner: SOMSRI })).toBe(1);
    expect(await raw('tasks').countDocuments({ by: SOMSRI })).toBe(1);
    expect(await raw('complaints').countDocuments({ reporter: SOMSRI })).toBe(1);
    expect(await raw('people').countDocuments({ _id: 'official' })).toBe(1);
    expect(await raw('conversations').countDocuments({ _id: 'official' })).toBe(1);
  });
});

describe('who blocked the account', () => {
  const known = { _id: SOMSRI, state: { consent: { version: 1 } }, updatedAt: START };

  test('is erased after the stated time', async () => {
    await raw('conversations').insertOne(known);
    await raw('known_places').insertOne({ _id: SOMSRI, favourites: [], visited: [], updatedAt: START });
    await noteLeft(SOMSRI, START);
    await runAt(deletePersonalData, later(LEFT_KEPT_DAYS));
    expect(await raw('known_places').countDocuments()).toBe(1);
    expect(await runAt(deletePersonalData, later(LEFT_KEPT_DAYS, 1))).toMatchObject({ left: 1 });
    for (const collection of ['known_places', 'people', 'conversations'])
      expect({ collection, left: await raw(collection).countDocuments() }).toEqual({ collection, left: 0 });
  });

  test('is not, once they are back', async () => {
    await raw('conversations').insertOne(known);
    await noteLeft(SOMSRI, START);
    await noteBack(SOMSRI);
    expect(await runAt(deletePersonalData, later(LEFT_KEPT_DAYS + 1))).toMatchObject({ left: 0 });
    expect(await raw('conversations').countDocuments()).toBe(1);
  });

  test('nor when they have written since, whatever came late', async () => {
    await raw('conversations').insertOne({ ...known, updatedAt: later(1) });
    await noteLeft(SOMSRI, START);
    expect(await runAt(deletePersonalData, later(LEFT_KEPT_DAYS + 1))).toMatchObject({ left: 0 });
    expect(await raw('people').countDocuments({ blockedAt: { $exists: true } })).toBe(0);
  });

  test('is not remembered when nothing was known of them', async () => {
    await noteLeft(SOMSRI, START);
    expect(await raw('people').countDocuments()).toBe(0);
  });

  test('stays when they are the last administrator', async () => {
    await raw('people').insertOne({
      _id: SOMSRI,
      roles: [{ role: 'administrator', key: 'administrator', since: START, by: 'manage', change: 'c' }],
    });
    await noteLeft(SOMSRI, START);
    expect(await runAt(deletePersonalData, later(LEFT_KEPT_DAYS + 1))).toMatchObject({ left: 0, refused: 1 });
    expect(await raw('people').countDocuments()).toBe(1);
  });
});

test('the job is registered', () => {
  expect(jobs).toContain(deletePersonalData);
});
