/** Unsent locations: the point is nowhere any more but as a pin on the map; of a complaint its area stays, so that it goes on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { forgetUnsent } from '../../bot/turn/unsent.ts';
import { encodeSearch } from '../../flows/office-search.ts';
import { keepComplaintDraft } from '../../models/complaint-draft.ts';
import { caseToForward } from '../../models/complaint-passed-on.ts';
import { handledComplaintByCode } from '../../models/complaint-read.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { storeTurn } from '../../models/conversation.ts';
import { claimNext, endClaim, keepEvents } from '../../models/inbox.ts';
import { keepDraft, publishPin } from '../../models/pin.ts';
import { UNSENT } from '../../models/unsent-words.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { complaintWorld, REPORTER, send, stored } from '../models/complaint-builder.ts';
import { aPin } from '../models/pin-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { raw } from './person-builder.ts';

const POINT: [number, number] = [101.2671234, 12.6731234];
const LATER = new Date(NOON.getTime() + 60_000);
/** Any of these is the point: exactly, or to a metre. */
const TRACE = /101\.267[12]|12\.673[12]/;

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
  for (const collection of (await mongoose.connection.db?.collections()) ?? [])
    await collection.deleteMany({});
  await complaintWorld();
});

async function receive(message: Record<string, unknown>): Promise<void> {
  const body = { type: 'message', message: { id: 'm', ...message } };
  await keepEvents([{ id: 'event', chat: REPORTER, occurredAt: NOON.getTime(), body }], NOON);
  const claim = await claimNext(REPORTER, { holder: 'test', now: NOON, leaseMilliseconds: 1_000 });
  if (typeof claim === 'string') throw new Error(claim);
  await endClaim(claim, 'done', NOON);
}
const location = { type: 'location', longitude: POINT[0], latitude: POINT[1] };
const unsend = () => forgetUnsent({ chat: REPORTER, messageId: 'm', now: LATER });

async function placesWithTrace(): Promise<string[]> {
  const found: string[] = [];
  for (const collection of (await mongoose.connection.db?.collections()) ?? [])
    if (TRACE.test(JSON.stringify(await collection.find().toArray()))) found.push(collection.collectionName);
  return found;
}

/** A conversation of somebody with these data, what they were shown and what was said last. */
const talk = (
  person: string,
  data: Record<string, unknown>,
  messages: unknown[] = [],
  under: unknown[] = [],
) =>
  storeTurn(
    person,
    {
      revision: 0,
      state: {
        person,
        language: 'th',
        consent: null,
        active: {
          flow: 'complain',
          version: 1,
          run: 'r',
          step: 'words',
          data,
          trail: [{ step: 'about', data }],
        },
        parked: [],
        shown: { under, quick: [] },
      },
      lastTurn: { eventId: 'e', saying: { messages, quick: [] } },
    },
    NOON,
  );

const rounded: [number, number] = [101.26712, 12.67312];

test.each([
  ['sent as a location', location],
  ['typed', { type: 'text', text: '12.6731234, 101.2671234' }],
])(
  'a point that was %s is gone from the open conversation, drafts and buttons at once',
  async (_, message) => {
    await receive(message);
    const carried = encodeSearch({ by: 'place', position: POINT, skip: 5 });
    const options = [{ label: 'ต่อ', do: { act: 'open', flow: 'find-office', value: carried } }];
    await talk(
      REPORTER,
      { position: POINT, words: 'ถนนพัง', search: { by: 'place', position: rounded, skip: 0 } },
      [
        { kind: 'place', title: 'จุดนี้', address: '12.67312, 101.26712', position: POINT },
        { kind: 'question', text: 'ไปต่อไหม', options },
      ],
      [{ act: 'open', flow: 'find-office', value: carried }],
    );
    await keepComplaintDraft({ person: REPORTER, fields: { position: POINT, words: 'ถนนพัง' }, at: NOON });
    const fields = { position: POINT, nameTh: 'ร่าง' };
    await keepDraft({ id: 'd', owner: REPORTER, fields, step: 'kind', now: NOON });
    expect(await placesWithTrace()).toEqual(
      expect.arrayContaining(['conversations', 'complaintDrafts', 'pins', 'inbox']),
    );
    await unsend();
    expect(await placesWithTrace()).toEqual([]);
    expect(await raw('complaintDrafts').findOne({})).toMatchObject({ fields: { words: 'ถนนพัง' } });
    expect(await raw('conversations').findOne({})).toMatchObject({
      state: { active: { step: 'words', data: { words: 'ถนนพัง' } } },
      lastTurn: { saying: { messages: [{ kind: 'say', text: UNSENT }, { kind: 'question' }] } },
    });
  },
);

describe('of a complaint about a point', () => {
  test('its subdistrict stays, roughly, with the mark; it goes on, and nobody is shown the point', async () => {
    await receive(location);
    const code = await send('case', { position: POINT });
    await talk('district', { list: { cases: [{ code, target: { position: POINT, area: { th: 'อ.' } } }] } });
    const { level, place } = await stored(code);
    for (const twice of [1, 2]) {
      await unsend();
      expect([twice, await placesWithTrace()]).toEqual([twice, []]);
    }
    expect(await stored(code)).toMatchObject({
      area: '910101',
      position: { type: 'Point', coordinates: [101.27, 12.67] },
      name: { th: `ต.หนองบัว01 อ.เมืองดาว จ.ดาวเหนือ ${UNSENT}` },
      state: 'received',
      level,
      place,
    });
    const shown = await handledComplaintByCode(code, 'district', LATER);
    expect(shown?.target).toEqual({
      area: expect.objectContaining({ th: expect.stringContaining('หนองบัว01') }),
    });
    expect((await caseToForward(code))?.target).not.toHaveProperty('position');
  });

  test('where no place is known, nothing but the region stays', async () => {
    await receive({ type: 'location', longitude: 2.352_19, latitude: 48.856_61 });
    const code = await send('case', { position: [2.352_19, 48.856_61] });
    await unsend();
    const { name, area, position } = await stored(code);
    expect([name.th, area, position.coordinates]).toEqual([UNSENT, 'unknown', [2.4, 48.9]]);
  });

  test('that 1111 has, its reporter is told so', async () => {
    await receive(location);
    const code = await send('case', { position: POINT });
    await raw('complaintForwardings').insertOne({
      _id: 'f',
      code,
      state: 'forwarded',
      attempts: 1,
      number: '7',
    });
    await unsend();
    const [note] = await raw('notes').find({ person: REPORTER }).toArray();
    expect(JSON.stringify(note)).toContain('"unsent:at1111"');
  });

  test('of somebody else at the same point nothing changes', async () => {
    await receive(location);
    const code = await send('theirs', { position: POINT }, { reporter: 'somebody else' });
    await unsend();
    const { position, area } = await stored(code);
    expect([position.coordinates, area]).toEqual([POINT, undefined]);
  });
});

test('the position of a pin on the map stays, and its keeper is told once, with the way to move it', async () => {
  await receive(location);
  const pin = aPin({ position: POINT });
  const { code } = await publishPin({ id: 'p', owner: REPORTER, pin, now: NOON, newCode: () => 'ZZZZ2' });
  for (const twice of [1, 2]) {
    await unsend();
    const notes = await raw('notes').find({ person: REPORTER }).toArray();
    expect([twice, notes.length]).toEqual([twice, 1]);
    expect(JSON.stringify(notes)).toContain('unsent:positionStays');
    expect(JSON.stringify(notes)).toContain(`"${code} position"`);
  }
  expect(await raw('pins').findOne({ _id: 'p' })).toMatchObject({ position: { coordinates: POINT } });
  expect(await placesWithTrace()).not.toContain('inbox');
});
