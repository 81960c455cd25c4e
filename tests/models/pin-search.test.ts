// Searches in two processes, played by two searches over one database.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seedDemo } from '../../bot/demo/seed.ts';
import { metresBetween } from '../../models/distance.ts';
import { PinModel, type PinPosition } from '../../models/pin-document.ts';
import { type PinSearch, startPinSearch } from '../../models/pin-search.ts';
import { connectEmptyDatabase, NOON, OWNER, publish, retirePin } from './pin-builder.ts';

let disconnect: () => Promise<void>;
const running: PinSearch[] = [];

beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await PinModel.deleteMany({});
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((search) => search.stop()));
});

const HOUR = 3_600_000;

function start(pollMilliseconds = HOUR, now = () => NOON): PinSearch {
  const onError = (error: unknown) => {
    throw error;
  };
  const search = startPinSearch({ pollMilliseconds, now, onError });
  running.push(search);
  return search;
}

async function codesFor(search: PinSearch, words: string, near?: PinPosition): Promise<string[]> {
  const found = await search.search(words, { skip: 0, limit: 5, ...(near && { near }) });
  return found.map(({ code }) => code);
}

/** Asks until the answer is right; the test's own time limit ends it when it never is. */
async function until(isRight: () => Promise<boolean>): Promise<void> {
  while (!(await isRight())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('keeping current', () => {
  test('what was there is found, more than one batch of it', async () => {
    const documents = Array.from({ length: 2_300 }, (_, n) => ({
      _id: `p${n}`,
      state: 'published' as const,
      code: `C${n}`,
      owner: OWNER,
      name: { th: `โรงเรียนดาว${n}` },
      kind: 'school',
      position: { type: 'Point' as const, coordinates: [101, 13] },
      spot: 'entrance' as const,
      createdAt: NOON,
      updatedAt: NOON,
    }));
    await PinModel.insertMany(documents);
    const search = start();
    for (const n of [0, 999, 1000, 1500, 2299]) {
      expect((await codesFor(search, `รร.ดาว${n}`))[0]).toBe(`C${n}`);
    }
  });

  test('the publishing process finds its pin after refresh, another one after its next reading', async () => {
    const publisher = start();
    const other = start(5);
    expect(await codesFor(publisher, 'อบต เขาใหม่')).toEqual([]);
    expect(await codesFor(other, 'อบต เขาใหม่')).toEqual([]);

    const code = await publish('a', {}, new Date(NOON.getTime() + 1000));
    expect(await codesFor(publisher, 'อบต เขาใหม่')).toEqual([]);
    await publisher.refresh();
    expect(await codesFor(publisher, 'อบต เขาใหม่')).toEqual([code]);
    await until(async () => (await codesFor(other, 'อบต เขาใหม่'))[0] === code);
  });

  test('a pin stored late, or by a clock that is behind, is still seen; a retired one goes', async () => {
    const search = start();
    await search.refresh();
    const code = await publish('late', {}, new Date(NOON.getTime() - 90_000));
    await search.refresh();
    expect(await codesFor(search, 'เขาใหม่')).toEqual([code]);
    await retirePin({ id: 'late', owner: OWNER, now: NOON });
    await search.refresh();
    expect(await codesFor(search, 'เขาใหม่')).toEqual([]);
    expect(await codesFor(search, code)).toEqual([]);
  });

  test('a refresh asked for during a reading follows it, so that nothing is missed', async () => {
    const search = start();
    const code = await publish('a');
    await Promise.all([search.refresh(), search.refresh(), search.refresh()]);
    expect(await codesFor(search, 'เขาใหม่')).toEqual([code]);
  });

  test('once stopped it reads no more', async () => {
    const search = start(1);
    await search.refresh();
    await search.stop();
    await publish('a');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await codesFor(search, 'เขาใหม่')).toEqual([]);
  });
});

describe('answers', () => {
  test('a code finds its pin, however it is typed', async () => {
    const code = await publish('a');
    await publish('b', { nameTh: 'ทต.บึงทอง' });
    const search = start();
    expect(await codesFor(search, `${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).toEqual([code]);
  });

  test('equal names come by distance, with metres', async () => {
    const near: PinPosition = [101.25, 12.68];
    const far = await publish('a', { position: [104.7, 17.4] });
    const middle = await publish('b', { position: [101.6, 12.8] });
    const close = await publish('c', { position: [101.26, 12.68] });
    const search = start();
    expect(await codesFor(search, 'อบต.เขาใหม่', near)).toEqual([close, middle, far]);

    const [first] = await search.search('เขาใหม่', { skip: 0, limit: 1, near });
    expect(first?.metres).toBeCloseTo(metresBetween(near, [101.26, 12.68]), 3);
    const [second] = await search.search('เขาใหม่', { skip: 1, limit: 1, near });
    expect(second?.code).toBe(middle);
    const [without] = await search.search('เขาใหม่', { skip: 0, limit: 1 });
    expect(without).not.toHaveProperty('metres');
  });
});

describe('the demonstration', () => {
  test('its offices are published once, with the same codes in every new database', async () => {
    expect(await seedDemo(NOON)).toBe(40);
    expect(await seedDemo(NOON)).toBe(0);
    const codes = await PinModel.find({}).sort({ _id: 1 }).distinct('code');
    await PinModel.deleteOne({ _id: 'demo-office-07' });
    expect(await seedDemo(NOON)).toBe(1);
    expect(await PinModel.find({}).sort({ _id: 1 }).distinct('code')).toEqual(codes);
  });
});
