// Agencies that people missed: kept once, seen by those who look after the place, ended once.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  closeMissingAgency,
  countMissingAgenciesFor,
  lastMissingAgencies,
  missingAgenciesFor,
  reportMissingAgency,
} from '../../models/missing-agency.ts';
import { NotAllowed } from '../../models/person.ts';
import { putPlaces } from '../../models/place.ts';
import { placeNamed } from '../../models/place-in-words.ts';
import type { Role } from '../../models/role.ts';
import { change, HERE, peopleAndAgencies } from './people-builder.ts';
import { aPlace, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  await putPlaces(
    [aPlace('910101', [101, 14]), aPlace('910201', [101.3, 14]), aPlace('100101', [100.5, 13.75])],
    { at: NOON },
  );
});

const report = (id: string, words: string, minutes = 0) =>
  reportMissingAgency({ id, person: 'mali', words, at: minutesAfterNoon(minutes) });
const PROVINCE: Role = { role: 'coordinator', scope: 'province:91' };
const DISTRICT: Role = { role: 'coordinator', scope: 'district:9102' };
const COUNTRY: Role = { role: 'coordinator', scope: 'country' };
const ADMINISTRATOR: Role = { role: 'administrator' };
const seenBy = async (...roles: Role[]) => (await missingAgenciesFor(roles, 50)).map(({ id }) => id);

test('each coordinator sees what lies in the scope; what is nowhere only those of the whole country', async () => {
  await report('nowhere', 'อบต.ดอกคูนทอง', 3);
  await report('district', 'อบต.ดอกคูนทอง อ.บึงเดือน จ.ดาวเหนือ', 2);
  await report('province', 'ศูนย์ดอกคูนทอง จังหวัดดาวเหนือ', 1);
  expect(await seenBy(PROVINCE)).toEqual(['province', 'district']);
  expect(await seenBy(DISTRICT)).toEqual(['district']);
  expect(await seenBy(COUNTRY)).toEqual(['province', 'district', 'nowhere']);
  expect(await seenBy(ADMINISTRATOR)).toEqual(['province', 'district', 'nowhere']);
  expect(await seenBy({ role: 'coordinator', scope: 'province:10' })).toEqual([]);
  expect(await seenBy({ role: 'official', agency: HERE })).toEqual([]);
  expect(await countMissingAgenciesFor([PROVINCE, DISTRICT])).toBe(2);
  expect(await countMissingAgenciesFor([])).toBe(0);
});

test('the same report twenty times at once is one', async () => {
  await Promise.allSettled(Array.from({ length: 20 }, () => report('m', 'อบต.ดอกคูนทอง จ.ดาวเหนือ')));
  expect(await seenBy(ADMINISTRATOR)).toEqual(['m']);
});

describe('ending', () => {
  beforeEach(() => report('m', 'อบต.ดอกคูนทอง จ.ดาวเหนือ'));

  test('of twenty at once one has ended it; the same again ends the same way', async () => {
    const all = Array.from({ length: 20 }, (_, n) =>
      closeMissingAgency('m', { reason: `because ${n}` }, change('coordinator', `k${n}`)),
    );
    const done = await Promise.all(all);
    const winner = done.findIndex(({ result }) => result === 'closed');
    expect(done.filter(({ result }) => result === 'closed')).toEqual([{ result: 'closed', person: 'mali' }]);
    const again = change('coordinator', `k${winner}`);
    expect(await closeMissingAgency('m', { reason: 'x' }, again)).toEqual({
      result: 'closed',
      person: 'mali',
    });
    expect(await seenBy(PROVINCE)).toEqual([]);
    expect(await lastMissingAgencies(5)).toMatchObject([{ id: 'm', ended: { reason: `because ${winner}` } }]);
  });

  test('with the agency that was meant', async () => {
    await closeMissingAgency('m', { agency: HERE }, change('admin', 'k'));
    expect(await lastMissingAgencies(5)).toMatchObject([{ ended: { agency: HERE, at: NOON } }]);
    const other = closeMissingAgency('m', { agency: HERE }, change('admin', 'other'));
    expect(await other).toEqual({ result: 'already-closed' });
    expect(await closeMissingAgency('gone', { agency: HERE }, change('admin', 'k'))).toEqual({
      result: 'already-closed',
    });
  });

  test.each(['outsider', 'official', 'mali', 'stranger'])('%s may not', async (by) => {
    await expect(closeMissingAgency('m', { reason: 'no' }, change(by, 'k'))).rejects.toThrow(NotAllowed);
    expect(await seenBy(PROVINCE)).toEqual(['m']);
  });

  test('not with an agency that is not there', async () => {
    const done = closeMissingAgency('m', { agency: '999999999' }, change('admin', 'k'));
    await expect(done).rejects.toThrow(NotAllowed);
  });
});

describe('the place in words', () => {
  const names = {
    provinces: new Map([
      ['10', { th: 'กรุงเทพมหานคร', en: 'Bangkok' }],
      ['42', { th: 'เลย', en: 'Loei' }],
      ['48', { th: 'นครพนม', en: 'Nakhon Phanom' }],
      ['57', { th: 'เชียงราย', en: 'Chiang Rai' }],
    ]),
    districts: new Map([
      ['4805', { district: { th: 'ธาตุพนม', en: 'That Phanom' } }],
      ['4811', { district: { th: 'นาทม', en: 'Na Thom' } }],
      ['5711', { district: { th: 'นาทม', en: 'Na Thom' } }],
    ]),
  };
  test.each([
    ['อบต.เขาใหม่ อ.ธาตุพนม จ.นครพนม', { provinceCode: '48', districtCode: '4805' }],
    ['อบต.เขาใหม่ อำเภอ ธาตุพนม', { provinceCode: '48', districtCode: '4805' }],
    ['อบต.เขาใหม่ อ. นาทม จังหวัดเชียงราย', { provinceCode: '57', districtCode: '5711' }],
    ['Khao Mai, That Phanom District, Nakhon Phanom', { provinceCode: '48', districtCode: '4805' }],
    ['สำนักงานเขตใหม่ กทม.', { provinceCode: '10' }],
    ['อบต.เขาใหม่ เลย', { provinceCode: '42' }],
    // Two districts of that name, and a province that is only a part of a word.
    ['อบต.เขาใหม่ อ.นาทม', {}],
    ['ไม่พบเลยค่ะ', {}],
    ['จ.นครพนม หรือ จ.เชียงราย', { provinceCode: '57' }],
  ])('%s', (words, place) => {
    expect(placeNamed(words, names)).toEqual(place);
  });
});
