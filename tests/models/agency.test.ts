// The register of agencies on the real engine: repeated, changed and racing writes, and their audit entries.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  agenciesByCodes,
  agenciesChangedSince,
  agencyByCode,
  childrenOf,
  lastChangesInScope,
  putAgencies,
} from '../../models/agency.ts';
import { AgencyModel } from '../../models/agency-document.ts';
import { type FieldChange, lastChanges } from '../../models/audit.ts';
import {
  agencyCode,
  anAgency,
  connectRegisters,
  emptyRegisters,
  minutesAfterNoon,
  NOON,
} from './register-builder.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const writing = (minutes = 0, by = 'import') => ({ by, at: minutesAfterNoon(minutes) });
const changesOf = (n: number) => lastChanges({ about: { kind: 'agency', id: agencyCode(n) } }, 100);

describe('putting agencies', () => {
  test('new ones are there as they were given, without entries', async () => {
    const full = anAgency(1, {
      provinceCode: '91',
      districtCode: '9101',
      subdistrictCode: '910101',
      parentCode: agencyCode(2),
      abroad: false,
    });
    const counts = await putAgencies(
      [full, anAgency(2, { name: { th: 'สำนักงานแม่' }, abroad: true })],
      writing(),
    );
    expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await agencyByCode(agencyCode(1))).toEqual({ ...full, updatedAt: NOON });
    expect((await agencyByCode(agencyCode(2)))?.name).toEqual({ th: 'สำนักงานแม่' });
    expect(await lastChanges('all', 10)).toEqual([]);
    expect(await agencyByCode(agencyCode(3))).toBeUndefined();
  });

  test('the same again changes nothing, not even the instant', async () => {
    await putAgencies([anAgency(1)], writing());
    expect(await putAgencies([anAgency(1)], writing(5))).toEqual({ added: 0, changed: 0, unchanged: 1 });
    expect((await agencyByCode(agencyCode(1)))?.updatedAt).toEqual(NOON);
    expect(await putAgencies([], writing())).toEqual({ added: 0, changed: 0, unchanged: 0 });
  });

  test('a changed one leaves an entry field by field; what is gone is gone', async () => {
    await putAgencies([anAgency(1, { provinceCode: '91' }), anAgency(2)], writing());
    const renamed = anAgency(1, { name: { th: 'ใหม่' } });
    expect(await putAgencies([renamed, anAgency(2), anAgency(3)], writing(5, 'U1'))).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
    });
    expect(await agencyByCode(agencyCode(1))).toEqual({ ...renamed, updatedAt: minutesAfterNoon(5) });
    const [entry, ...others] = await changesOf(1);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ at: minutesAfterNoon(5), by: 'U1', agency: agencyCode(1) });
    expect(entry?.changes).toEqual([
      { field: 'name.th', from: 'สำนักงานตัวอย่าง 1', to: 'ใหม่' },
      { field: 'name.en', from: 'Sample Office 1', to: null },
      { field: 'provinceCode', from: '91', to: null },
    ]);
    expect(await AgencyModel.countDocuments({ 'unaudited.0': { $exists: true } })).toBe(0);
  });

  test('what a process died over is recorded by the next write of that agency, once', async () => {
    await putAgencies([anAgency(1)], writing());
    const about = { kind: 'agency', id: agencyCode(1) };
    const entry = {
      key: 'k',
      at: NOON,
      by: 'import',
      about,
      changes: [{ field: 'kind', from: 'a', to: 'b' }],
    };
    await AgencyModel.updateOne({ _id: agencyCode(1) }, { $push: { unaudited: entry } });
    expect(await putAgencies([anAgency(1)], writing(1))).toMatchObject({ unchanged: 1 });
    expect(await putAgencies([anAgency(1)], writing(2))).toMatchObject({ unchanged: 1 });
    expect(await changesOf(1)).toEqual([entry]);
    expect((await AgencyModel.findById(agencyCode(1)).lean())?.unaudited).toEqual([]);
  });
});

describe('two who write at once', () => {
  const many = (change: (n: number) => object) =>
    Array.from({ length: 300 }, (_, n) => ({ ...anAgency(n), ...change(n) }));

  test('the same new agencies are added once', async () => {
    const both = await Promise.all([
      putAgencies(
        many(() => ({})),
        writing(),
      ),
      putAgencies(
        many(() => ({})),
        writing(),
      ),
    ]);
    expect(both.map(({ added }) => added).reduce((a, b) => a + b)).toBe(300);
    expect(both.map(({ changed }) => changed)).toEqual([0, 0]);
    expect(await AgencyModel.countDocuments()).toBe(300);
  });

  test('no change is lost: the entries of each agency lead from the first state to the last', async () => {
    await putAgencies(
      many(() => ({})),
      writing(),
    );
    const kinds = ['a', 'b', 'c', 'd'];
    const counts = await Promise.all(
      kinds.map((kind) => putAgencies(many(() => ({ kind })).reverse(), writing(1, `U${kind}`))),
    );
    const entries = await lastChanges('all', 10_000);
    expect(entries).toHaveLength(counts.map(({ changed }) => changed).reduce((a, b) => a + b));
    for (const { _id, kind } of await AgencyModel.find().lean()) {
      const steps = entries
        .filter(({ about }) => about.id === _id)
        .flatMap(({ changes }): FieldChange[] => changes);
      let state: unknown = 'district-office';
      for (let left = steps.length; left > 0; left--) {
        const next = steps.findIndex(({ from }) => from === state);
        expect(next).toBeGreaterThanOrEqual(0);
        state = steps.splice(next, 1)[0]?.to;
      }
      expect(state).toBe(kind);
    }
  });
});

describe('reading', () => {
  test('by codes in their order, and children by code', async () => {
    const parentCode = agencyCode(1);
    await putAgencies(
      [anAgency(3, { parentCode }), anAgency(1), anAgency(2, { parentCode }), anAgency(4)],
      writing(),
    );
    const found = await agenciesByCodes([agencyCode(4), 'none', agencyCode(1)]);
    expect(found.map(({ code }) => code)).toEqual([agencyCode(4), agencyCode(1)]);
    expect((await childrenOf(parentCode)).map(({ code }) => code)).toEqual([agencyCode(2), agencyCode(3)]);
    expect(await childrenOf(agencyCode(4))).toEqual([]);
  });

  test('changes are read page by page, also those of one instant', async () => {
    await putAgencies(
      [0, 1, 2, 3, 4].map((n) => anAgency(n)),
      writing(),
    );
    const first = await agenciesChangedSince(NOON, 2);
    const last = first[1];
    if (!last) throw new Error('two agencies were expected');
    const rest = await agenciesChangedSince({ changedAt: last.updatedAt, id: last.code }, 10);
    expect([...first, ...rest].map(({ code }) => code)).toEqual([0, 1, 2, 3, 4].map(agencyCode));
    expect(await agenciesChangedSince(minutesAfterNoon(1), 10)).toEqual([]);
  });

  test('the changes of a scope are those of its agencies', async () => {
    await putAgencies([anAgency(1, { provinceCode: '91' }), anAgency(2, { provinceCode: '92' })], writing());
    const changed = { kind: 'school' };
    await putAgencies(
      [anAgency(1, { provinceCode: '91', ...changed }), anAgency(2, { provinceCode: '92', ...changed })],
      writing(1),
    );
    const inProvince = await lastChangesInScope({ level: 'province', code: '91' }, 10);
    expect(inProvince.map(({ agency }) => agency)).toEqual([agencyCode(1)]);
    expect(await lastChangesInScope({ level: 'country' }, 10)).toHaveLength(2);
    expect(await lastChangesInScope({ level: 'country' }, 1)).toHaveLength(1);
  });
});
