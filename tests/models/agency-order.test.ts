// Agencies by name, a page at a time, on the real engine, also very many.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { agenciesByName, namedByName } from '../../models/agency-order.ts';
import { agencyCode, anAgency, connectRegisters, emptyRegisters, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const WRITING = { by: 'import', at: NOON };
const named = (n: number, th: string) => anAgency(n, { name: { th } });
const names = async (skip = 0, limit = 10) =>
  (await agenciesByName({}, { skip, limit })).map(({ name }) => name.th);

test('numbers as numbers, equal names by code, page by page', async () => {
  await putAgencies([named(1, 'ข 10'), named(2, 'ข 2'), named(4, 'เก่า'), named(3, 'ข 2')], WRITING);
  expect(await names()).toEqual(['เก่า', 'ข 2', 'ข 2', 'ข 10']);
  const pages = [
    await agenciesByName({}, { skip: 0, limit: 2 }),
    await agenciesByName({}, { skip: 2, limit: 2 }),
  ];
  expect(pages.flat().map(({ code }) => code)).toEqual([4, 2, 3, 1].map((n) => agencyCode(n)));
  expect(await names(0, 0)).toEqual([]);
});

test('a new name has its new place', async () => {
  await putAgencies([named(1, 'ก'), named(2, 'ข')], WRITING);
  await putAgencies([named(1, 'ค')], WRITING);
  expect(await names()).toEqual(['ข', 'ค']);
});

test('any page of thousands of codes', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => named(n + 1, `หน่วยงาน ${n + 1}`));
  await putAgencies(many, WRITING);
  const codes = many.map(({ code }) => code);
  const page = await namedByName(codes, { skip: 2_990, limit: 2 });
  expect(page.map(({ name }) => name.th)).toEqual(['หน่วยงาน 2991', 'หน่วยงาน 2992']);
});
