// Which office is inside of which, on the real engine: never inside of itself, along any chain, not even by a race.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { lastChanges } from '../../models/audit.ts';
import { giveRole } from '../../models/person.ts';
import { PinModel } from '../../models/pin-document.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { isInsideItself } from '../../models/pin-parent.ts';
import { undoLast } from '../../models/pin-undo.ts';
import { bringBack, setFields } from '../../models/pin-work.ts';
import { OWNER, publish } from './pin-builder.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';

const CHIEF = 'U00000000000000000000000000000016';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await giveRole(CHIEF, { role: 'administrator' }, { by: 'manage', at: NOON, key: 'chief' });
});

const put = (pin: string, parent: string | null, key = `${pin} in ${parent}`, minutes = 1) =>
  setFields({ pin, by: OWNER, at: minutesAfterNoon(minutes), key, fields: { parent } });
const parentOf = async (code: string) => (await PinModel.findOne({ code }).lean())?.parent ?? null;
const chain = async (length: number) => {
  const codes: string[] = [];
  for (let n = 0; n < length; n++) codes.push(await publish(`pin ${n}`));
  for (let n = 1; n < length; n++) await put(codes[n - 1] ?? '', codes[n] ?? '');
  return codes;
};

test('neither in itself, nor in what is inside of it, at any depth; other buildings are taken', async () => {
  const codes = await chain(12);
  const last = codes.at(-1) ?? '';
  for (const inside of codes)
    expect([inside, await put(last, inside)]).toEqual([inside, { result: 'round-about', fields: [] }]);
  expect(await parentOf(last)).toBeNull();
  const other = await publish('other');
  expect(await put(last, other)).toEqual({ result: 'changed', fields: ['parent'] });
  expect(await put(codes[3] ?? '', other)).toMatchObject({ result: 'changed' });
});

test('a chain too long to be true is refused', async () => {
  const codes = await chain(52);
  const start = await publish('start');
  expect(await isInsideItself(start, codes[0] ?? '')).toBe(true);
  expect(await isInsideItself(start, codes[20] ?? '')).toBe(false);
});

test('A in B and B in A at once: they never both stay, and the trail tells it', async () => {
  for (let round = 0; round < 15; round++) {
    await PinModel.deleteMany({});
    const [a, b] = [await publish('a'), await publish('b')];
    const both = await Promise.all([put(a, b, `a${round}`), put(b, a, `b${round}`)]);
    const parents = [await parentOf(a), await parentOf(b)];
    expect(parents.filter((parent) => parent !== null).length).toBeLessThanOrEqual(1);
    both.forEach(({ result }, at) => {
      expect(result).toBe(parents[at] === null ? 'round-about' : 'changed');
    });
  }
});

test('a circle of three at once does not stay', async () => {
  const [a, b, c] = [await publish('a'), await publish('b'), await publish('c')];
  await Promise.all([put(a, b), put(b, c), put(c, a)]);
  const parents = [await parentOf(a), await parentOf(b), await parentOf(c)];
  expect(parents.filter((parent) => parent !== null).length).toBeLessThanOrEqual(2);
});

test('a process that died behind its write takes the circle back when the turn is taken again', async () => {
  const [a, b] = [await publish('a'), await publish('b')];
  await put(a, b, 'first');
  await put(b, null, 'none');
  // As a crash leaves it: the other one's write stands and nobody has looked behind it.
  const entry = {
    key: 'crashed',
    at: minutesAfterNoon(2),
    by: OWNER,
    about: { kind: 'pin', id: b },
    changes: [{ field: 'parent', from: null, to: a }],
  };
  await PinModel.updateOne({ code: b }, { $set: { parent: a }, $push: { unaudited: entry } });
  for (let again = 0; again < 2; again++)
    expect(await put(b, a, 'crashed', 2)).toEqual({ result: 'round-about', fields: [] });
  expect(await parentOf(b)).toBeNull();
  const trail = await lastChanges({ about: { kind: 'pin', id: b } }, 9);
  expect(trail.find(({ undoes }) => undoes === 'crashed')?.changes).toEqual([
    { field: 'parent', from: a, to: null },
  ]);
});

test('taking a change back closes no circle either', async () => {
  const [a, b] = [await publish('a'), await publish('b')];
  await put(a, b, 'in');
  await put(a, null, 'out', 2);
  await put(b, a, 'other way', 3);
  expect(await undoLast({ pin: a, by: OWNER, at: minutesAfterNoon(4), key: 'u' })).toMatchObject({
    result: 'round-about',
  });
  expect([await parentOf(a), await parentOf(b)]).toEqual([null, a]);
});

test('merging closes no circle, and bringing back what was merged closes none', async () => {
  const [keep, away, between] = [await publish('keep'), await publish('away'), await publish('between')];
  await put(keep, between);
  await put(between, away);
  await mergePins({ keep, away, by: CHIEF, at: minutesAfterNoon(5), key: 'merge' });
  expect([await parentOf(keep), await parentOf(between)]).toEqual([null, away]);
  expect(await put(keep, between, 'again', 6)).toMatchObject({ result: 'round-about' });
  await PinModel.updateOne({ code: away }, { $set: { parent: between } });
  await bringBack({ pin: away, by: OWNER, at: minutesAfterNoon(7), key: 'back' });
  expect(await parentOf(away)).toBeNull();
});
