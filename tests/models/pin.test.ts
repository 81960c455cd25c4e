// The life of a pin on the real engine: drafts, publishing, retiring, reading.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { discardDraft, draftsOf, keepDraft, NoFreeCode, NotYours, publishPin } from '../../models/pin.ts';
import { PinModel, type PinPosition } from '../../models/pin-document.ts';
import {
  pinByCode,
  pinIdsAmong,
  pinsByCodes,
  pinsChangedSince,
  pinsNear,
} from '../../models/published-pins.ts';
import { aPin, connectEmptyDatabase, NOON, OWNER, publish, retirePin, STRANGER } from './pin-builder.ts';
import { seededRandom } from './search-queries.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await PinModel.deleteMany({});
});

const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const draft = (id: string, minutes = 0) => ({
  id,
  owner: OWNER,
  fields: { nameTh: `ร่าง ${id}`, kind: undefined },
  step: 'askKind',
  now: minutesAfterNoon(minutes),
});

describe('drafts', () => {
  test('a draft is kept, replaced and thrown away', async () => {
    expect(await keepDraft(draft('a'))).toEqual({ kept: true });
    const position: PinPosition = [104.7, 17.4];
    const later = { ...draft('a', 1), fields: { position, nameTh: 'ใหม่' }, step: 'askSpot' };
    expect(await keepDraft(later)).toEqual({ kept: true });
    expect(await draftsOf(OWNER)).toEqual([
      {
        id: 'a',
        step: 'askSpot',
        fields: { position: [104.7, 17.4], nameTh: 'ใหม่' },
        keptAt: '2018-05-08T05:01:00.000Z',
      },
    ]);
    await discardDraft({ id: 'a', owner: OWNER });
    await discardDraft({ id: 'a', owner: OWNER });
    expect(await draftsOf(OWNER)).toEqual([]);
  });

  test('a draft of nothing yet is kept, and fields that are not known are not stored', async () => {
    await keepDraft({ ...draft('a'), fields: {} });
    await keepDraft(draft('b', 1));
    expect((await draftsOf(OWNER)).map(({ fields }) => fields)).toEqual([{ nameTh: 'ร่าง b' }, {}]);
  });

  test('the ten newest are listed, the newest first, and only the own ones', async () => {
    for (let n = 0; n < 12; n++) await keepDraft(draft(`d${n}`, n));
    await keepDraft({ ...draft('theirs', 99), owner: STRANGER });
    const ids = (await draftsOf(OWNER)).map(({ id }) => id);
    expect(ids).toEqual(['d11', 'd10', 'd9', 'd8', 'd7', 'd6', 'd5', 'd4', 'd3', 'd2']);
  });

  test('a published pin and one of another person are left as they are', async () => {
    const code = await publish('a');
    expect(await keepDraft(draft('a', 5))).toEqual({ kept: false });
    await discardDraft({ id: 'a', owner: OWNER });
    expect((await pinByCode(code))?.name).toEqual({ th: 'อบต.เขาใหม่' });

    await keepDraft(draft('b'));
    expect(await keepDraft({ ...draft('b', 5), owner: STRANGER })).toEqual({ kept: false });
    await discardDraft({ id: 'b', owner: STRANGER });
    expect((await draftsOf(OWNER)).map(({ keptAt }) => keptAt)).toEqual([NOON.toISOString()]);
  });

  test('keeping one draft many times at once keeps one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => keepDraft(draft('a', n))));
    expect(answers.every(({ kept }) => kept)).toBe(true);
    expect(await draftsOf(OWNER)).toHaveLength(1);
  });
});

describe('publishing', () => {
  test('a pin shows what was published, and the draft is gone', async () => {
    await keepDraft(draft('a'));
    const area = { th: 'อ.เมืองระยอง จ.ระยอง', en: undefined };
    const code = await publish('a', { nameEn: 'Khao Mai SAO', area, address: { th: '1 ถนนเขาใหม่' } });
    expect(await pinByCode(code)).toEqual({
      code,
      name: { th: 'อบต.เขาใหม่', en: 'Khao Mai SAO' },
      kind: 'subdistrict-office',
      position: [101.266, 12.672],
      spot: 'entrance',
      area: { th: 'อ.เมืองระยอง จ.ระยอง' },
      address: { th: '1 ถนนเขาใหม่' },
    });
    expect(await draftsOf(OWNER)).toEqual([]);
    expect((await PinModel.findById('a').lean())?.draft).toBeUndefined();
  });

  test('the same id again gives the same code and changes nothing', async () => {
    const code = await publish('a');
    const before = await PinModel.findById('a').lean();
    expect(await publish('a', { nameTh: 'อื่น' }, minutesAfterNoon(9))).toBe(code);
    expect(await PinModel.findById('a').lean()).toEqual(before);
  });

  test('the id of another person is refused, drafted or published', async () => {
    await keepDraft(draft('a'));
    await publish('b');
    for (const id of ['a', 'b']) {
      const theirs = publishPin({ id, owner: STRANGER, pin: aPin(), now: NOON, newCode: () => '222222' });
      await expect(theirs).rejects.toBeInstanceOf(NotYours);
    }
  });

  test('twenty publishings of one id at once give one pin and one code', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => publish('a')));
    expect(new Set(codes).size).toBe(1);
    expect(await PinModel.countDocuments({})).toBe(1);
  });

  test('publishing and keeping the same draft at once ends published', async () => {
    const both = Array.from({ length: 10 }, (_, n) =>
      Promise.all([publish(`p${n}`), keepDraft(draft(`p${n}`))]),
    );
    const codes = (await Promise.all(both)).map(([code]) => code);
    expect((await pinsByCodes(codes)).map(({ code }) => code)).toEqual(codes);
  });

  test('fifty at once get fifty codes from a generator that knows sixty', async () => {
    const random = seededRandom(5);
    const sixty = Array.from({ length: 60 }, (_, n) => `CODE${n}`);
    const newCode = () => sixty[Math.floor(random() * sixty.length)] ?? '';
    const ids = Array.from({ length: 50 }, (_, n) => `p${n}`);
    const published = await Promise.all(
      ids.map((id) => publishPin({ id, owner: OWNER, pin: aPin(), now: NOON, newCode })),
    );
    expect(new Set(published.map(({ code }) => code)).size).toBe(50);
  });

  test('a generator that knows only one code ends in an error', async () => {
    const newCode = () => 'C4KM7X';
    await publishPin({ id: 'a', owner: OWNER, pin: aPin(), now: NOON, newCode });
    const second = publishPin({ id: 'b', owner: OWNER, pin: aPin(), now: NOON, newCode });
    await expect(second).rejects.toBeInstanceOf(NoFreeCode);
    expect(await pinIdsAmong(['a', 'b'])).toEqual(new Set(['a']));
  });
});

describe('reading', () => {
  test('near pins come nearest first, with metres, page by page, and without drafts and retired ones', async () => {
    const random = seededRandom(3);
    const here: PinPosition = [101.25, 12.68];
    const positions = Array.from(
      { length: 60 },
      (): PinPosition => [101 + random() / 2, 12.5 + random() / 3],
    );
    await Promise.all(positions.map((position, n) => publish(`p${n}`, { position })));
    await keepDraft({ ...draft('draft'), fields: { position: here } });
    await publish('gone', { position: here });
    await retirePin({ id: 'gone', owner: OWNER, now: NOON });

    const pages = await Promise.all([0, 30].map((skip) => pinsNear(here, { skip, limit: 30 })));
    const metres = pages.flat().map((pin) => pin.metres);
    const expected = positions.map((position) => haversine(here, position)).sort((a, b) => a - b);
    expect(metres).toHaveLength(60);
    // MongoDB's sphere is 0.11 % larger than the mean earth of the check.
    metres.forEach((value, n) => {
      expect(Math.abs(value / (expected[n] ?? 0) - 1)).toBeLessThan(0.002);
    });

    const within = await pinsNear(here, { skip: 0, limit: 100, maxMetres: 10_000 });
    expect(within).toHaveLength(metres.filter((value) => value <= 10_000).length);
    expect(within.length).toBeGreaterThan(0);
  });

  test('pins by codes keep the order asked for and leave unknown ones out', async () => {
    const [a, b] = [await publish('a'), await publish('b')];
    expect((await pinsByCodes([b, 'NOCODE', a])).map(({ code }) => code)).toEqual([b, a]);
    expect(await pinByCode('NOCODE')).toBeUndefined();
  });

  test('a retired pin is not shown, keeps its code, and is not published again', async () => {
    const code = await publish('a');
    await retirePin({ id: 'a', owner: STRANGER, now: minutesAfterNoon(1) });
    expect(await pinByCode(code)).toBeDefined();
    await retirePin({ id: 'a', owner: OWNER, now: minutesAfterNoon(1) });
    expect(await pinByCode(code)).toBeUndefined();
    expect(await publish('a')).toBe(code);
    expect(await pinsNear([101.266, 12.672], { skip: 0, limit: 5 })).toEqual([]);
  });

  test('changes are read page by page, many of one instant too, and retiring is a change', async () => {
    for (let n = 0; n < 7; n++) await publish(`p${n}`);
    await retirePin({ id: 'p3', owner: OWNER, now: minutesAfterNoon(2) });
    await keepDraft(draft('draft', 3));

    const first = await pinsChangedSince(NOON, 4);
    const last = first.at(-1);
    const second = last ? await pinsChangedSince(last, 4) : [];
    expect([...first, ...second].map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p4', 'p5', 'p6', 'p3']);
    expect(second.at(-1)).toEqual({ id: 'p3', changedAt: minutesAfterNoon(2) });
    expect((await pinsChangedSince(minutesAfterNoon(1), 9)).map(({ id }) => id)).toEqual(['p3']);
  });
});

/** Metres on a sphere of the earth's mean radius. */
function haversine([lngA, latA]: PinPosition, [lngB, latB]: PinPosition): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}
