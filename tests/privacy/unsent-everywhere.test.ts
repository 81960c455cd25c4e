/**
 * Unsent words are nowhere any more: a sentence is said at every free-text step of every conversation, unsent, and looked
 * for in the whole database. A new step of that kind fails the last test until it is said here too.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { forgetUnsent } from '../../bot/turn/unsent.ts';
import { parsePlainText } from '../../flows/answers/plain-text.ts';
import type { At } from '../../flows/engine/flow.ts';
import { repertoire } from '../../flows/registry.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { claimNext, endClaim, keepEvents } from '../../models/inbox.ts';
import { UNSENT } from '../../models/unsent-words.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { complaintWorld, REPORTER, send, stored } from '../models/complaint-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { raw } from './person-builder.ts';
import { type Saying, sayings } from './sayings.ts';

/** As people type: lines, spaces and Thai digits. */
const TEXT = '  ถนนหน้าบ้าน\nนายสมชาย   เป็นหลุม ๑๒๓ ';
const GONE = 'นายสมชาย';
const LATER = new Date(NOON.getTime() + 60_000);

let database: TestDatabase;
let pin: string;
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
  ({ pin } = await complaintWorld());
});

async function everyCollection() {
  return (await mongoose.connection.db?.collections()) ?? [];
}

/** Where a text stands, as collection → documents. */
async function foundIn(text: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const collection of await everyCollection()) {
    const documents = (await collection.find().toArray()).filter((one) => JSON.stringify(one).includes(text));
    if (documents.length > 0) found[collection.collectionName] = documents;
  }
  return found;
}

async function receive(person: string, id: string, text: string): Promise<void> {
  const body = { type: 'message', message: { id, type: 'text', text } };
  await keepEvents([{ id: `event-${id}`, chat: person, occurredAt: NOON.getTime(), body }], NOON);
  const claim = await claimNext(person, { holder: 'test', now: NOON, leaseMilliseconds: 1_000 });
  if (typeof claim === 'string') throw new Error(claim);
  await endClaim(claim, 'done', NOON);
}

function cleaned(text: string, keepNewlines: boolean): string {
  const read = parsePlainText(text, { max: 5_000, keepNewlines });
  if (!read.ok) throw new Error(read.why);
  return read.value;
}

const unsend = (chat: string, messageId = 'm') => forgetUnsent({ chat, messageId, now: LATER });

async function saidAndUnsent({ by, say, text = TEXT }: Saying): Promise<void> {
  await receive(by, 'm', text);
  await say({ line: cleaned(text, false), lines: cleaned(text, true), pin });
}

describe('nowhere any more:', () => {
  test.each(Object.entries(sayings).filter(([, { stays }]) => !stays))('%s', async (_, saying) => {
    const { by, gone = GONE } = saying;
    await saidAndUnsent(saying);
    // It was somewhere else than in the message itself.
    const before = Object.keys(await foundIn(gone)).filter((name) => name !== 'inbox');
    expect(before).not.toEqual([]);
    await unsend(by);
    expect(await foundIn(gone)).toEqual({});
  });
});

describe('the name of a public thing stays, and its keeper is told once:', () => {
  test.each(Object.entries(sayings).filter(([, { stays }]) => stays))('%s', async (_, saying) => {
    await saidAndUnsent(saying);
    await unsend(saying.by);
    await unsend(saying.by);
    const notes = await raw('notes').find({ person: saying.by }).toArray();
    expect(notes).toHaveLength(1);
    expect(JSON.stringify(notes)).toContain('unsent:nameStays');
    expect(Object.keys(await foundIn(GONE))).toEqual(expect.arrayContaining(['notes']));
    expect(Object.keys(await foundIn(GONE))).not.toContain('inbox');
  });
});

describe('a complaint', () => {
  const forwarding = (given: Record<string, unknown>) =>
    raw('complaintForwardings').insertOne({ _id: 'f', state: 'waiting', attempts: 0, ...given });

  test('stays open, with the mark in place of its words, and moves on', async () => {
    await receive(REPORTER, 'm', TEXT);
    const code = await send('case', { pin }, { words: cleaned(TEXT, true) });
    await unsend(REPORTER);
    expect(await stored(code)).toMatchObject({ words: UNSENT, state: 'received', reporter: REPORTER });
  });

  test.each([
    ['1111 has it', { state: 'forwarded', number: '1111-42' }, 'unsent:at1111'],
    ['it is on its way there', { attempts: 1 }, 'unsent:maybeAt1111'],
  ])('its reporter is told that %s', async (_, given, told) => {
    await receive(REPORTER, 'm', TEXT);
    const code = await send('case', { pin }, { words: cleaned(TEXT, true) });
    await forwarding({ code, ...given });
    await unsend(REPORTER);
    const [note] = await raw('notes').find({ person: REPORTER }).toArray();
    expect(JSON.stringify(note)).toContain(`"${told}"`);
    expect(JSON.stringify(note)).toContain(code);
  });

  test('of which nothing has gone to 1111 yet needs no telling', async () => {
    await receive(REPORTER, 'm', TEXT);
    const code = await send('case', { pin }, { words: cleaned(TEXT, true) });
    await forwarding({ code });
    await unsend(REPORTER);
    expect(await raw('notes').countDocuments({ person: REPORTER })).toBe(0);
  });
});

test('what somebody else said in the same words stays', async () => {
  const words = cleaned(TEXT, true);
  await receive(REPORTER, 'm', TEXT);
  const theirs = await send('theirs', { pin }, { words, reporter: 'somebody else' });
  const own = await send('own', { pin }, { words });
  await unsend(REPORTER);
  expect(await stored(theirs)).toMatchObject({ words });
  expect(await stored(own)).toMatchObject({ words: UNSENT });
});

/** What is looked up with these is remembered in the person's own chat only. */
const LOOKED_UP = new Set(
  [
    'find-office.ask find-office.where my-pins.areas my-pins.districts my-pins.list edit-pin.parent register.search',
    'register.pick officials.search officials.pick invite.what invite.agency invite.pick invite.scope missing-agencies.search',
    'missing-agencies.pick merge-pins.first merge-pins.second manuals.ticks services.ask services.offices services.list',
    'survey.q:matrix route.search route.pick copies.list copies.pins copy-flag.office copy-flag.service rate.which',
    'rate.several comments.which complain.about complain.pick track-complaint.unknown complaint-cases.unknown',
    'complaint-cases.search complaint-cases.pick',
  ].flatMap((line) => line.split(' ')),
);

test('every step that takes any words is said here, or is only looked up with', () => {
  const said = new Set(Object.values(sayings).flatMap(({ steps }) => steps));
  const free = repertoire.flows.flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([name, step]) =>
      'accepts' in step && takesWords(() => step.accepts(nothingKnown)) ? [`${flow.id}.${name}`] : [],
    ),
  );
  expect(free.length).toBeGreaterThan(60);
  expect(free.filter((step) => !said.has(step) && !LOOKED_UP.has(step))).toEqual([]);
});

/** A step that cannot tell without data is taken to take words. */
function takesWords(accepts: () => { freeText: boolean }): boolean {
  try {
    return accepts().freeText;
  } catch {
    return true;
  }
}

// Steps that look further than at their data count as taking words anyway.
const nothingKnown = { data: {}, now: NOON.toISOString(), language: 'th' } as At<Record<string, unknown>>;
