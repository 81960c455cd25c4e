// How far deadlines are, on the real engine: numbers part by part, rights inside, who is missing, and 8,000 agencies.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { storeTurn } from '../../models/conversation.ts';
import { type Deadline, REMIND_BEFORE } from '../../models/deadline.ts';
import { putDeadlines } from '../../models/deadline-register.ts';
import { giveRole, saveProfile } from '../../models/person.ts';
import { deadlinesToFollow, missingCodes, missingIn, progressOf } from '../../models/progress.ts';
import { AWAY, change, HERE, MALI, NEXT, peopleAndAgencies } from './people-builder.ts';
import { agencyCode, anAgency, connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

const NOW = new Date('2021-01-25T09:00:00+07:00');
const ALL = { skip: 0, limit: 8 };
const aDeadline = (id: string, fields: Partial<Deadline> = {}): Deadline => ({
  id,
  title: { th: 'ลงทะเบียน' },
  what: 'registered',
  scope: 'country',
  kinds: [],
  opensOn: '2021-01-18',
  closesOn: '2021-01-31',
  remindBefore: [...REMIND_BEFORE],
  ...fields,
});
const put = (...deadlines: Deadline[]) => putDeadlines(deadlines, { by: 'manage', at: NOON });

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const progress = (person: string, area?: string, deadline = 'd') =>
  progressOf({ deadline, person, area }, NOW, ALL);

describe('numbers', () => {
  beforeEach(() => put(aDeadline('d')));

  test('of the country by province, of a province by district, of a district by agency', async () => {
    const country = await progress('admin');
    expect(country).toMatchObject({ done: 1, all: 3, overdue: 0, agencies: [] });
    expect(country?.parts).toEqual([
      { area: 'province:10', done: 0, all: 1 },
      { area: 'province:91', done: 1, all: 2 },
    ]);
    const province = await progress('admin', 'province:91');
    expect(province?.parts).toEqual([
      { area: 'district:9101', done: 1, all: 1 },
      { area: 'district:9102', done: 0, all: 1 },
    ]);
    expect(province?.up).toBe('');
    const district = await progress('admin', 'district:9101');
    expect(district).toMatchObject({ parts: [], up: 'province:91' });
    expect(district?.agencies).toMatchObject([{ code: HERE, isDone: true }]);
  });

  test('two coordinators of one scope see the same, and it is what the administrator sees there', async () => {
    await giveRole('second', { role: 'coordinator', scope: 'province:91' }, change('manage', 'second'));
    const [first, second] = [await progress('coordinator'), await progress('second')];
    expect(second).toEqual(first);
    expect(first?.parts).toEqual((await progress('admin', 'province:91'))?.parts);
  });

  test.each<[string, string, string | undefined]>([
    ['an official', 'official', undefined],
    ['somebody unknown', 'nobody', undefined],
    ['a coordinator elsewhere', 'coordinator', 'province:10'],
    ['a coordinator elsewhere, by district', 'coordinator', 'district:1001'],
    ['an area that is none', 'admin', 'moon:1'],
    ['an area that is a filter', 'admin', 'province:$ne'],
  ])('nothing for %s', async (_, person, area) => {
    expect(await progress(person, area)).toBeUndefined();
    expect(await missingIn({ deadline: 'd', person, area }, NOW, ALL)).toBeUndefined();
    expect((await missingCodes({ deadline: 'd', person, area }, NOW, 500)) ?? []).toEqual([]);
  });

  test('a deadline of another province is nobody else’s', async () => {
    await put(aDeadline('theirs', { scope: 'province:10' }));
    expect(await progress('coordinator', undefined, 'theirs')).toBeUndefined();
    expect((await deadlinesToFollow('coordinator', NOW)).map(({ id }) => id)).toEqual(['d']);
  });

  test('an earlier inner deadline counts where it applies', async () => {
    await put(aDeadline('inner', { scope: 'province:91', closesOn: '2021-01-20', within: 'd' }));
    expect(await progress('admin')).toMatchObject({ overdue: 1, closesOn: '2021-01-31' });
    expect(await progress('coordinator')).toMatchObject({ overdue: 1, closesOn: '2021-01-20' });
    expect((await deadlinesToFollow('coordinator', NOW)).map(({ closesOn }) => closesOn)).toEqual([
      '2021-01-20',
    ]);
  });
});

test('who is missing, who is there, and when they were last seen', async () => {
  await put(aDeadline('d', { what: 'pinned' }));
  await saveProfile('official', MALI);
  const turn = { revision: 0, state: {}, lastTurn: { eventId: 'e', saying: {} } };
  await storeTurn('official', turn, new Date('2021-01-19T23:30:00+07:00'));
  const found = await missingIn({ deadline: 'd', person: 'admin' }, NOW, ALL);
  expect(found).toMatchObject({ all: 3, withoutOfficials: 2 });
  expect(found?.agencies.map(({ code, officials }) => [code, officials])).toEqual([
    [HERE, [{ name: 'มะลิ ใจดี', lastSeen: '2021-01-19' }]],
    [NEXT, []],
    [AWAY, []],
  ]);
  const second = await missingIn({ deadline: 'd', person: 'admin' }, NOW, { skip: 1, limit: 1 });
  expect(second?.agencies.map(({ code }) => code)).toEqual([NEXT]);
  expect(await missingCodes({ deadline: 'd', person: 'admin' }, NOW, 2)).toBeUndefined();
});

test('agencies stand by name, numbers as numbers, on every page', async () => {
  const numbers = [11, 2, 1, 10, 2];
  const towns = numbers.map((number, at) => anAgency(500 + at, { name: { th: `เทศบาล ${number}` } }));
  await putAgencies(towns, { by: 'import', at: NOON });
  await put(aDeadline('d', { what: 'pinned' }));
  const pages = [0, 3, 6].map((skip) =>
    missingIn({ deadline: 'd', person: 'admin' }, NOW, { skip, limit: 3 }),
  );
  const found = (await Promise.all(pages)).flatMap((page) => page?.agencies ?? []);
  const shown = found.filter(({ name }) => name.th.startsWith('เทศบาล'));
  expect(shown.map(({ name }) => name.th)).toEqual(
    ['1', '2', '2', '10', '11'].map((number) => `เทศบาล ${number}`),
  );
  // Two of one name stand by their codes, so that pages never change places.
  expect(shown.slice(1, 3).map(({ code }) => code)).toEqual([agencyCode(501), agencyCode(504)]);
});

test('8,000 agencies are counted page by page', async () => {
  const many = Array.from({ length: 8_000 }, (_, at) => {
    const province = String(10 + (at % 77));
    return anAgency(100 + at, { provinceCode: province, districtCode: `${province}01` });
  });
  for (let from = 0; from < many.length; from += 1_000)
    await putAgencies(many.slice(from, from + 1_000), { by: 'import', at: NOON });
  await put(aDeadline('d'), aDeadline('p', { what: 'pinned' }));
  const started = process.hrtime.bigint();
  const found = await progress('admin');
  const missing = await missingIn({ deadline: 'p', person: 'admin' }, NOW, { skip: 7_990, limit: 8 });
  if (process.env.MEASURE) process.stderr.write(`${Number(process.hrtime.bigint() - started) / 1e6} ms\n`);
  expect(found).toMatchObject({ done: 1, all: 8_003 });
  expect(found?.parts).toHaveLength(78);
  expect(found?.parts.reduce((sum, { all }) => sum + all, 0)).toBe(8_003);
  expect(missing?.all).toBe(8_003);
  expect(missing?.agencies[0]?.code).toBe(agencyCode(100 + 7_990 - 3));
}, 60_000);
