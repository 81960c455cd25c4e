/** The table of personal data: nothing about a person stands anywhere else, and nothing is left when they are erased. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { keptInWords, kindName } from '../../flows/my-data/kind-words.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { allMyData, countMyData, erasePerson, eraseTurn } from '../../models/my-data.ts';
import { giveRole, takeRole } from '../../models/person.ts';
import { personalData } from '../../models/personal-data.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { complaintWorld } from '../models/complaint-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { doEverything, PROFILE, raw, SOMSRI, TRACES } from './person-builder.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  for (const collection of await everyCollection()) await collection.deleteMany({});
  const { pin } = await complaintWorld();
  await doEverything(pin);
});

async function everyCollection() {
  return (await mongoose.connection.db?.collections()) ?? [];
}

/** The documents that name the person, as collection → ids. */
async function tracesFound(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const collection of await everyCollection()) {
    if (collection.collectionName === 'photos.chunks') continue;
    for await (const document of collection.find()) {
      const text = JSON.stringify(document);
      if (!TRACES.some((trace) => text.includes(trace))) continue;
      found[collection.collectionName] = [...(found[collection.collectionName] ?? []), String(document._id)];
    }
  }
  return found;
}

const erase = (id = 'turn') => erasePerson({ person: SOMSRI, id, now: NOON, inTurn: false });

describe('the table', () => {
  test('names every collection in which the person stands', async () => {
    const named = new Set(personalData.flatMap(({ collections }) => collections));
    const found = Object.keys(await tracesFound());
    expect(found.filter((collection) => !named.has(collection))).toEqual([]);
    // The scenario is rich enough to be worth something: all but what holds no plain trace by design.
    const unseen = [...named].filter((collection) => !found.includes(collection));
    expect(unseen.toSorted()).toEqual([
      'complaintForwardings',
      'complaintUpdates',
      'photoAlbums',
      'rating_keys',
      'ratings',
    ]);
  });

  test('has words for every kind', () => {
    for (const kind of personalData) {
      expect(kindName(kind.id).key).toMatch(/^my-data-kinds:/);
      expect(keptInWords(kind).key).toMatch(/^my-data-kinds:/);
    }
  });

  test('shows something of every kind but what is said in groups and what others saw', async () => {
    const counted = await countMyData(SOMSRI, NOON);
    expect(counted.filter(({ count }) => count === 0).map(({ kind }) => kind)).toEqual([
      'groups',
      'seen-by-others',
    ]);
  });

  test('gives all of it, and nobody else', async () => {
    const { data, lineUserId } = await allMyData(SOMSRI, NOON);
    expect(lineUserId).toBe(SOMSRI);
    const text = JSON.stringify(data);
    for (const words of ['รอนานมาก', 'ย้ายไปแล้ว', 'อบต.หายไป', 'ถนนเป็นหลุม', 'เจ้าหน้าที่พูดดีมาก', PROFILE.email])
      expect(text).toContain(words);
    expect(data.complaints?.items).toEqual([
      expect.objectContaining({
        about: { pin: expect.any(String), name: expect.objectContaining({ th: expect.any(String) }) },
        photos: [],
        said: [{ what: 'said', words: 'ติดต่อ somsri.y@example.org ได้', at: NOON }],
      }),
    ]);
    for (const other of ['manage', 'neighbour', 'district"']) expect(text).not.toContain(`"${other}`);
  });
});

describe('erasing', () => {
  test('leaves the person nowhere', async () => {
    expect(await erase()).toEqual({ result: 'erased' });
    expect(await tracesFound()).toEqual({});
  });

  test('leaves what is not the person’s alone', async () => {
    await erase();
    expect(await raw('ratings').findOne({})).toMatchObject({ stars: 4, state: 'given' });
    expect(JSON.stringify(await raw('ratings').find().toArray())).not.toContain('เจ้าหน้าที่พูดดีมาก');
    expect(await raw('complaints').findOne({ _id: 'case' })).toMatchObject({
      words: 'รอนานมาก โทร •••',
      steps: [{ what: 'received' }, { what: 'said', words: 'ติดต่อ ••• ได้' }],
      followers: [],
    });
    expect(await raw('pins').findOne({ _id: 'agencys' })).toMatchObject({
      state: 'published',
      owner: expect.stringMatching(/^erased:[0-9a-f]{12}$/),
    });
    expect(await raw('pins').findOne({ _id: 'own' })).toMatchObject({ state: 'published' });
    expect(await raw('pins').findOne({ _id: 'draft' })).toBeNull();
    expect(await raw('photoAlbums').find().toArray()).toMatchObject([{ _id: 'agencys' }]);
    expect(await raw('tasks').find().toArray()).toMatchObject([
      { fault: 'moved', by: expect.stringMatching(/^erased:/) },
    ]);
    expect(await raw('tasks').countDocuments({ words: { $exists: true } })).toBe(0);
    expect(await raw('copy_flags').countDocuments({ procedure: 'birth' })).toBe(1);
    expect(await raw('audit').countDocuments({ by: /^erased:/ })).toBeGreaterThan(0);
    expect(await raw('survey_responses').findOne({})).toMatchObject({
      answers: { channels: { answer: ['office'], by: expect.stringMatching(/^erased:/) } },
    });
    expect(await raw('people').findOne({ _id: 'neighbour' })).toMatchObject({
      roles: expect.arrayContaining([expect.objectContaining({ role: 'administrator' })]),
    });
  });

  test('again changes nothing, and finishes what was cut off after any kind', async () => {
    // The process dies after the first kind; when all is repeated, after the second; and so on.
    for (const cutAt of personalData.keys()) await cutOffAt(cutAt);
    expect(await erase()).toEqual({ result: 'erased' });
    expect(await tracesFound()).toEqual({});
    const before = JSON.stringify(await raw('audit').find().toArray());
    await erase();
    expect(JSON.stringify(await raw('audit').find().toArray())).toBe(before);
  });

  test('in a turn leaves what the turn needs, until it is answered', async () => {
    const inHand = { type: 'message', source: { userId: SOMSRI }, message: { text: 'ลบ' } };
    await raw('inbox').insertOne({ _id: 'in hand', chat: SOMSRI, state: 'taken', body: inHand });
    await erasePerson({ person: SOMSRI, id: 'turn', now: NOON, inTurn: true });
    const left = await tracesFound();
    expect(left).toEqual({ conversations: [SOMSRI], inbox: ['in hand'] });
    // What was said before is gone at once.
    expect(await raw('inbox').findOne({ _id: 'event' })).toMatchObject({ body: {}, chat: '' });
    await raw('inbox').updateOne({ _id: 'in hand' }, { $set: { state: 'done' } });
    await eraseTurn({ person: SOMSRI, event: 'event', now: NOON });
    expect(await tracesFound()).toEqual({});
    // LINE's repetition of the event is still known.
    expect(await raw('inbox').findOne({ _id: 'event' })).toMatchObject({ state: 'done' });
  });

  test('a conversation that went on since stays', async () => {
    await erasePerson({ person: SOMSRI, id: 'turn', now: NOON, inTurn: true });
    await eraseTurn({ person: SOMSRI, event: 'an earlier one', now: NOON });
    expect(Object.keys(await tracesFound())).toEqual(['conversations']);
  });

  test('of the last administrator is refused, and of two who go at once one stays', async () => {
    const role = { role: 'administrator' } as const;
    for (const person of ['admin', 'neighbour'])
      await takeRole(person, role, { by: 'manage', at: NOON, key: `end of ${person}` });
    await giveRole(SOMSRI, role, { by: 'manage', at: NOON, key: 'the last' });
    expect(await erase()).toEqual({ result: 'last-administrator' });
    expect(await raw('people').findOne({ _id: SOMSRI })).toMatchObject({ profile: PROFILE });
    await giveRole('neighbour', role, { by: 'manage', at: NOON, key: 'another one' });
    await Promise.all([
      erase('one'),
      erasePerson({ person: 'neighbour', id: 'two', now: NOON, inTurn: false }),
    ]);
    expect(await raw('people').countDocuments({ 'roles.key': 'administrator' })).toBeGreaterThanOrEqual(1);
  });
});

/** Erases as far as this kind, as if the process had died there. */
async function cutOffAt(index: number): Promise<void> {
  const kind = personalData[index];
  if (!kind) throw new Error('there is no such kind');
  const { erase: whole } = kind;
  kind.erase = async (erasure) => {
    await whole(erasure);
    throw new Error('the process died');
  };
  await expect(erase()).rejects.toThrow('the process died');
  kind.erase = whole;
}
