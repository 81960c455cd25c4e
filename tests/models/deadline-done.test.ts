// What is done, computed from the data, on the real engine: each kind with its edges, and pages of agencies.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { agenciesByCodes, putAgencies } from '../../models/agency.ts';
import { copyRowsOf } from '../../models/copy-rows.ts';
import { asks } from '../../models/copy-state.ts';
import { DONE_KINDS, type DoneKind } from '../../models/deadline.ts';
import { agenciesOf, doneAmong } from '../../models/deadline-done.ts';
import { takeRole } from '../../models/person.ts';
import { markChecked, retirePin } from '../../models/pin-work.ts';
import { proceduresOf, putProcedures } from '../../models/procedure.ts';
import { linkProcedures } from '../../models/procedure-link.ts';
import { addRevision } from '../../models/survey-revision.ts';
import { putRound } from '../../models/survey-round.ts';
import '../../models/poster.ts';
import { AWAY, HERE, MALEE, NEXT, peopleAndProcedures, pinWith, SOMCHAI, set } from './copies-builder.ts';
import {
  agencyCode,
  anAgency,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from './register-builder.ts';

const CODES = [HERE, NEXT, AWAY];
const DAY = 24 * 60;

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndProcedures();
});

/** Noon is that of 8 May 2018. */
const done = async (
  what: DoneKind,
  since: { opensOn: string; closesOn?: string } = { opensOn: '2018-05-08' },
  minutes = 10,
) => [...(await doneAmong(what, await agenciesByCodes(CODES), since, minutesAfterNoon(minutes)))].sort();
const poster = (pin: string) =>
  mongoose.connection
    .collection<{ _id: string }>('posters')
    .insertOne({ _id: pin, madeAt: NOON } as { _id: string });
const work = (pin: string, key: string, minutes = 1) => ({
  pin,
  by: MALEE,
  at: minutesAfterNoon(minutes),
  key,
});

test('registered: an official, and only as long as there is one', async () => {
  expect(await done('registered')).toEqual([HERE, AWAY].sort());
  const take = (person: string) =>
    takeRole(person, { role: 'official', agency: HERE }, { by: 'manage', at: NOON, key: `take ${person}` });
  await take(MALEE);
  expect(await done('registered')).toContain(HERE);
  await take(SOMCHAI);
  expect(await done('registered')).toEqual([AWAY]);
});

test('pinned: a published pin of the agency, not a retired one', async () => {
  expect(await done('pinned')).toEqual([]);
  const code = await pinWith('p1');
  expect(await done('pinned')).toEqual([HERE]);
  await retirePin({ ...work(code, 'retire'), reason: 'closed' });
  expect(await done('pinned')).toEqual([]);
});

describe('surveyed', () => {
  const revision = (agency: string, round: string, minutes: number) =>
    addRevision({
      round,
      agency,
      revision: 1,
      questions: 1,
      answers: {},
      matrix: {},
      at: minutesAfterNoon(minutes),
      by: MALEE,
      late: false,
      changed: [],
      key: `${agency} ${round}`,
    });
  const round = (id: string, opensAt: Date) =>
    putRound({ id, title: { th: id }, opensAt }, { by: 'manage', at: NOON });

  test('in the current round, on the day the deadline opened or later', async () => {
    await round('old', minutesAfterNoon(-100 * DAY));
    await round('r1', minutesAfterNoon(-10 * DAY));
    await revision(HERE, 'r1', 1);
    await revision(NEXT, 'r1', -DAY);
    await revision(AWAY, 'old', 1);
    expect(await done('surveyed')).toEqual([HERE]);
    expect(await done('surveyed', { opensOn: '2018-05-07' })).toEqual([HERE, NEXT].sort());
    expect(await done('surveyed', { opensOn: '2018-05-09' })).toEqual([]);
  });

  test('a round that opens after the deadline has passed asks for nothing', async () => {
    await round('r1', minutesAfterNoon(-10 * DAY));
    await revision(HERE, 'r1', 1);
    await round('r2', minutesAfterNoon(3 * DAY));
    const since = { opensOn: '2018-05-08', closesOn: '2018-05-09' };
    expect(await done('surveyed', since, 4 * DAY)).toEqual([HERE]);
    expect(await done('surveyed', { opensOn: '2018-05-08', closesOn: '2018-05-30' }, 4 * DAY)).toEqual([]);
  });
});

describe('procedures-linked', () => {
  const retire = (code: string, isRetired: boolean) =>
    putProcedures(
      [
        {
          code,
          title: { th: code },
          owner: { kinds: ['district-office'] },
          steps: [],
          papers: [],
          isRetired,
        },
      ],
      { by: 'manage', at: NOON },
    );

  test('every one of its manuals is linked somewhere, and every published pin has one', async () => {
    expect(await done('procedures-linked')).toEqual([]);
    await pinWith('p1', ['B1']);
    // One linked manual is not all of them.
    expect(await done('procedures-linked')).toEqual([]);
    const second = await pinWith('p2', ['B2']);
    const all = (await proceduresOf(HERE)).map(({ code }) => code);
    await linkProcedures({ ...work(second, 'all'), add: all, remove: [] });
    expect(await done('procedures-linked')).toEqual([HERE]);
    const third = await pinWith('p3', []);
    expect(await done('procedures-linked')).toEqual([]);
    await linkProcedures({ ...work(third, 'third'), add: ['B1'], remove: [] });
    expect(await done('procedures-linked')).toEqual([HERE]);
    // What only a retired pin offers is offered nowhere.
    await retirePin({ ...work(second, 'retire'), reason: 'closed' });
    expect(await done('procedures-linked')).toEqual([]);
  });

  test('what is no longer offered is not asked for, and does not count', async () => {
    const all = (await proceduresOf(HERE)).map(({ code }) => code);
    const [first = '', ...others] = all;
    await pinWith('p1', others);
    expect(await done('procedures-linked')).toEqual([]);
    await retire(first, true);
    expect(await done('procedures-linked')).toEqual([HERE]);
    await pinWith('p2', others);
    for (const code of others) await retire(code, true);
    expect(await done('procedures-linked')).toEqual([]);
  });
});

describe('copies-ended', () => {
  /** What the rows say, which is the rule. */
  const byRows = async () => {
    const rows = await copyRowsOf(await agenciesByCodes(CODES), minutesAfterNoon(10));
    const asking = new Set(rows.filter(({ now }) => asks(now)).map(({ agency }) => agency));
    return CODES.filter((code) => !asking.has(code)).sort();
  };
  const NONE = { idCard: false, house: false };
  const expectDone = async (codes: string[]) => {
    expect(await done('copies-ended')).toEqual(codes);
    expect(await byRows()).toEqual(codes);
  };

  test('no procedure asks at all pins nor at a published one; the same as the rows say', async () => {
    await expectDone([]);
    await set('a', 'B1', NONE);
    await expectDone([]);
    await set('b', 'B2', NONE);
    await expectDone([HERE]);
    const code = await pinWith('p1');
    await set('c', 'B3', { idCard: true }, { pin: code });
    await expectDone([]);
    await retirePin({ ...work(code, 'retire', 2), reason: 'closed' });
    await expectDone([HERE]);
    await set('d', 'B2', { house: true }, { minutes: 3 });
    await expectDone([]);
  });

  test('who has no procedures asks for nothing', async () => {
    await putAgencies([anAgency(3, { kind: 'hospital', provinceCode: '10' })], { by: 'manage', at: NOON });
    await expectDone([AWAY]);
  });
});

test('poster-printed: one for every published pin, and there is a pin', async () => {
  expect(await done('poster-printed')).toEqual([]);
  await pinWith('p1');
  await poster('p1');
  expect(await done('poster-printed')).toEqual([HERE]);
  await pinWith('p2');
  expect(await done('poster-printed')).toEqual([]);
  await poster('p2');
  expect(await done('poster-printed')).toEqual([HERE]);
});

test('pins-checked: every published pin on the day the deadline opened or later, and there is a pin', async () => {
  const first = await pinWith('p1');
  expect(await done('pins-checked')).toEqual([]);
  await markChecked(work(first, 'c1'));
  expect(await done('pins-checked')).toEqual([HERE]);
  expect(await done('pins-checked', { opensOn: '2018-05-09' })).toEqual([]);
  const second = await pinWith('p2');
  expect(await done('pins-checked')).toEqual([]);
  await markChecked(work(second, 'c2'));
  expect(await done('pins-checked')).toEqual([HERE]);
});

test('agencies come in pages of 500, each once, by scope and kind', async () => {
  const many = Array.from({ length: 1203 }, (_, index) =>
    anAgency(100 + index, { provinceCode: index % 2 ? '57' : '21', kind: index % 3 ? 'hospital' : 'school' }),
  );
  await putAgencies(many, { by: 'manage', at: NOON });
  const pages = async (scope: string, kinds: string[]) => {
    const sizes: number[] = [];
    const codes = new Set<string>();
    for await (const page of agenciesOf({ scope, kinds })) {
      sizes.push(page.length);
      for (const { code } of page) codes.add(code);
    }
    return { sizes, all: codes.size };
  };
  expect(await pages('country', [])).toEqual({ sizes: [500, 500, 206], all: 1206 });
  expect((await pages('province:57', [])).all).toBe(601);
  expect((await pages('province:57', ['school', 'hospital'])).all).toBe(601);
  expect((await pages('country', ['school'])).all).toBe(401);
  expect(await pages('district:9999', [])).toEqual({ sizes: [], all: 0 });
});

test('a page of agencies costs the same few queries as one agency', async () => {
  await putAgencies(
    Array.from({ length: 300 }, (_, index) => anAgency(100 + index)),
    { by: 'manage', at: NOON },
  );
  const all = await agenciesByCodes([
    ...CODES,
    ...Array.from({ length: 300 }, (_, index) => agencyCode(100 + index)),
  ]);
  const counted = async (what: DoneKind, agencies: typeof all) => {
    let queries = 0;
    mongoose.set('debug', () => {
      queries += 1;
    });
    await doneAmong(what, agencies, { opensOn: '2018-05-08' }, NOON);
    mongoose.set('debug', false);
    return queries;
  };
  for (const what of DONE_KINDS) {
    await counted(what, all);
    expect({ what, queries: await counted(what, all) }).toEqual({
      what,
      queries: await counted(what, all.slice(0, 1)),
    });
    expect(await counted(what, all)).toBeLessThanOrEqual(4);
  }
});
