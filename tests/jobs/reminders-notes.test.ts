/** A reminder that waits for the next reply says what holds when that reply goes out. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Loaded } from '../../bot/turn/load-with-roles.ts';
import { dueNote } from '../../bot/turn/notes.ts';
import type { Message } from '../../flows/engine/message.ts';
import { renewReminderNote } from '../../jobs/renew-reminder-note.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { personNumber } from '../builders/webhook-events.ts';
import {
  at,
  pinOf,
  putDeadline,
  putOffices,
  putOfficials,
  ReminderCountry,
  raw,
} from './reminder-country.ts';

const DAY = '2021-01-29';
const KEY = `${DAY}:${personNumber(1)}`;

const country = new ReminderCountry();
beforeAll(() => country.open());
afterAll(() => country.close());
/** Somebody who works for two agencies and is talking with the bot: the reminder waits for the next reply. */
beforeEach(async () => {
  await country.begin(at(DAY, 9));
  await putOffices(2);
  await putOfficials([{ n: 1, agencies: [1, 2], talkedAt: at(DAY, 8, 55) }]);
  await putDeadline('wide', {});
  await country.runAt(at(DAY, 9));
  expect(await states()).toEqual(['queued']);
});

const states = async () => (await raw('reminder_claims').find().toArray()).map(({ state }) => state);
const notes = () => raw('notes').countDocuments();
const renewed = () => renewReminderNote(KEY, at(DAY, 9, 5));

test('says the same where nothing has changed', async () => {
  const [kept] = await raw('notes').find().toArray();
  expect(await renewed()).toEqual(kept?.messages);
  expect([await states(), await notes()]).toEqual([['queued'], 1]);
});

test('says only what is left', async () => {
  await pinOf(1);
  const words = JSON.stringify(await renewed());
  expect(words).toContain('สำนักงานตัวอย่าง 2');
  expect(words).not.toContain('สำนักงานตัวอย่าง 1');
});

describe('says nothing, is withdrawn, and its claim is dropped, after', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['all is done', () => Promise.all([pinOf(1), pinOf(2)])],
    ['the role is revoked', () => raw('people').updateOne({}, { $set: { roles: [] } })],
    ['a leave has begun', () => keepReminderSettings(personNumber(1), { off: { until: DAY } })],
    [
      'the deadline is cancelled',
      () =>
        raw('deadlines').updateOne(
          {},
          { $set: { cancelled: { by: 'a', at: country.clock, reason: 'x', key: 'k' } } },
        ),
    ],
    ['a later hour is chosen', () => keepReminderSettings(personNumber(1), { hour: 14 })],
  ])('%s', async (_, change) => {
    await change();
    expect(await renewed()).toBeUndefined();
    expect([await states(), await notes()]).toEqual([['dropped'], 0]);
    expect(await renewed()).toBeUndefined();
  });

  test('what is undone later that day is reminded of again', async () => {
    await Promise.all([pinOf(1), pinOf(2)]);
    await renewed();
    await raw('pins').updateMany({}, { $set: { state: 'retired' } });
    for (const hour of [10, 11]) await country.runAt(at(DAY, hour));
    expect(Object.fromEntries(country.line.countsOn(DAY))).toEqual({ 1: 1 });
  });
});

describe('of the notes that wait', () => {
  const says = (key: string): Message[] => [{ kind: 'say', text: key }];
  const note = (key: string) => ({
    key,
    person: personNumber(1),
    messages: says(key),
    notBefore: at(DAY, 8),
    expiresAt: at(DAY, 10),
  });
  /** What rides, and which keys were looked up as reminders. */
  async function riding(keys: string[], renewal: Message[] | undefined) {
    const asked: string[] = [];
    const loaded: Pick<Loaded, 'notes' | 'lastTurn'> = { notes: keys.map(note), lastTurn: null };
    const rides = await dueNote(
      loaded,
      { messages: says('reply'), quick: [] },
      {
        now: at(DAY, 9),
        isUnsaid: async () => true,
        renewReminder: async (key) => {
          asked.push(key);
          return renewal;
        },
      },
    );
    return { rides, asked };
  }

  test('only a reminder is looked up again', async () => {
    expect(await riding(['rating:1', KEY], says('new'))).toEqual({
      rides: { key: 'rating:1', messages: says('rating:1') },
      asked: [],
    });
  });

  test('a reminder rides as it is made anew; where nothing is left to say the next note does', async () => {
    expect((await riding([KEY, 'rating:1'], says('new'))).rides).toEqual({ key: KEY, messages: says('new') });
    expect((await riding([`${KEY}:manual`, 'rating:1'], undefined)).rides?.key).toBe('rating:1');
  });
});
