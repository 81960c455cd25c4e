/** How many round trips to the database a turn takes, from the webhook to the end. ARCHITECTURE.md gives this number. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { giveRole } from '../../models/person.ts';
import { allEnded, runService } from '../builders/running-service.ts';
import { postEvents } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import {
  type Changes,
  followEvent,
  fromPerson,
  locationEvent,
  personNumber,
  postbackEvent,
  stickerEvent,
  textEvent,
  type WebhookEvent,
} from '../builders/webhook-events.ts';

const ROUND_TRIPS_AT_MOST = 5;

let database: TestDatabase;
let bot: ReturnType<typeof runService>;
let ended = Promise.withResolvers<void>();
const commands: string[] = [];
/** Writes that may be acknowledged before they are on disk. */
const unsafe: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(`${database.uri}${database.uri.includes('?') ? '&' : '?'}monitorCommands=true`);
  mongoose.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const said = `${commandName} ${command[commandName]}`;
    commands.push(said);
    const { j, w } = command.writeConcern ?? {};
    if (['insert', 'update', 'findAndModify'].includes(commandName) && !j && w !== 'majority')
      unsafe.push(said);
  });
  bot = runService({
    // Linking menus stands beside the turns, as in production.
    menus: { aliases: async () => [], menus: async () => [], link: async () => undefined },
    adjust: (parts) => ({
      ...parts,
      end: async (...claim) => {
        const result = await parts.end(...claim);
        ended.resolve();
        return result;
      },
    }),
  });
  // After a first turn, what the service reads once at its start is behind it.
  await bot.send(textEvent('ช่วยเหลือ'));
  await allEnded();
});
afterAll(async () => {
  await bot.stop();
  await disconnectModels();
  await database.close();
});

/** The commands on the wire from the webhook until the event is ended. */
async function turn(event: WebhookEvent): Promise<string[]> {
  commands.length = 0;
  ended = Promise.withResolvers();
  await postEvents(bot.app, event).expect(200);
  await ended.promise;
  return [...commands];
}

type Case = [name: string, before: string[], event: (changes: Changes) => WebhookEvent];

const ordinary: Case[] = [
  ['a word that works everywhere', [], (changes) => textEvent('ช่วยเหลือ', changes)],
  ['somebody adds the account', [], followEvent],
  ['an answer to a question', ['เริ่มต้น'], (changes) => textEvent('1', changes)],
  ['a refused answer', ['เริ่มต้น', '1'], (changes) => textEvent('อาจจะ', changes)],
  ['consent', ['เริ่มต้น', '1'], (changes) => textEvent('ยอมรับ', changes)],
  ['a sticker', [], stickerEvent],
  ['a stale button', [], (changes) => postbackEvent('1a|welcome|run|notice|agree', changes)],
  ['a search by name', [], (changes) => textEvent('เทศบาลตำบลบึงทอง', changes)],
];

let people = 0;

/** The commands of one event of somebody new, after what they wrote before it. */
async function commandsOf([, before, event]: Case): Promise<string[]> {
  people += 1;
  const source = fromPerson(personNumber(people));
  for (const text of before) await turn(textEvent(text, { source }));
  return turn(event({ source }));
}

describe(`an ordinary turn takes ${ROUND_TRIPS_AT_MOST} round trips: keep, claim, load, store, end`, () => {
  test.each(ordinary)('%s', async (...row) => {
    const made = await commandsOf(row);
    expect(made).toEqual([
      'insert inbox',
      'findAndModify inbox',
      'aggregate 1',
      expect.stringMatching(/^(insert|update) conversations$/),
      'update inbox',
    ]);
    expect(made).toHaveLength(ROUND_TRIPS_AT_MOST);
  });
});

test('a turn that reads pins takes one besides', async () => {
  expect(await commandsOf(['a search by place', [], locationEvent])).toEqual([
    'insert inbox',
    'findAndModify inbox',
    'aggregate 1',
    'aggregate pins',
    'insert conversations',
    'update inbox',
  ]);
});

test('the menu of a coordinator takes a few besides: how many wait, and how many cases are overdue', async () => {
  const change = { by: 'manage', at: new Date(), key: 'seed' };
  await giveRole(personNumber(people + 1), { role: 'coordinator', scope: 'country' }, change);
  const help: Case = ['help', ['เริ่มต้น'], (changes) => textEvent('ช่วยเหลือ', changes)];
  expect(await commandsOf(help)).toEqual([
    'insert inbox',
    'findAndModify inbox',
    'aggregate 1',
    'find people',
    'aggregate registrations',
    'aggregate complaints',
    'aggregate complaints',
    'find complaints',
    'update conversations',
    'update inbox',
  ]);
});

test('what counts as written is on disk: a database that is killed forgets nothing it acknowledged', async () => {
  unsafe.length = 0;
  await commandsOf(['an answer', ['เริ่มต้น', '1'], (changes) => textEvent('ยอมรับ', changes)]);
  expect(unsafe).toEqual([]);
});
