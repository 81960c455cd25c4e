// The procedures of the demonstration: seeded once, linked to its offices, told apart by their papers.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEMO_AGENCIES } from '../../bot/demo/agencies.ts';
import { DEMO_OFFICIAL } from '../../bot/demo/personas.ts';
import { DEMO_PROCEDURES } from '../../bot/demo/procedures.ts';
import { seedDemo } from '../../bot/demo/seed.ts';
import { registersNamed } from '../../flows/procedures/paper-register.ts';
import { proceduresOf } from '../../models/procedure.ts';
import { linkProcedures, proceduresAtPin } from '../../models/procedure-link.ts';
import { ProcedureLinkModel } from '../../models/procedure-link-document.ts';
import { pinsWithProcedures } from '../../models/procedure-pins.ts';
import { codeOf } from '../../models/published-pins.ts';
import { connectRegisters, NOON } from './register-builder.ts';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());

test('an agency of the demonstration has them, its offices offer them, and what people change stays', async () => {
  await seedDemo(NOON);
  const [first, second] = DEMO_AGENCIES;
  expect(await proceduresOf(first?.code ?? '')).toHaveLength(8);
  expect(await proceduresOf(second?.code ?? '')).toHaveLength(6);
  const pin = (await codeOf('demo-office-02')) ?? '';
  const own = await pinsWithProcedures(first?.code ?? '', DEMO_OFFICIAL.userId, { skip: 0, limit: 5 });
  expect(own?.pins.map(({ code }) => code)).toEqual([pin]);
  expect(await proceduresAtPin(pin)).toHaveLength(8);
  const work = { pin, by: DEMO_OFFICIAL.userId, at: NOON, key: 'untick' };
  await linkProcedures({ ...work, add: [], remove: ['DEMO-BIRTH'] });
  const links = await ProcedureLinkModel.countDocuments();
  await seedDemo(NOON);
  expect(await ProcedureLinkModel.countDocuments()).toBe(links);
  expect(await proceduresAtPin(pin)).toHaveLength(7);
});

test('each paper comes from the register that its name speaks of', () => {
  for (const { papers } of DEMO_PROCEDURES)
    for (const { name, of } of papers) expect([name.th, registersNamed(name.th)[0]]).toEqual([name.th, of]);
});
