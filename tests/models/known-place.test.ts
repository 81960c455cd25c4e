// Favourites and visits: how many are kept, what becomes of pins that leave the map, and forgetting all of it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  FAVOURITES_AT_MOST,
  forgetPlaces,
  forgetPlacesUnusedSince,
  isFavourite,
  knownPlaces,
  noteVisit,
  placesStoredOf,
  setFavourite,
  VISITS_AT_MOST,
} from '../../models/known-place.ts';
import { PinModel } from '../../models/pin-document.ts';
import { connectEmptyDatabase, NOON, OWNER, publish, retirePin } from './pin-builder.ts';

const PERSON = 'U00000000000000000000000000000009';
const OTHER = 'U00000000000000000000000000000008';

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectEmptyDatabase();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await PinModel.deleteMany({});
  await mongoose.connection.collection('known_places').deleteMany({});
});

const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const star = (pin: string, wanted = true, person = PERSON) => setFavourite({ person, pin, wanted, at: NOON });
const visit = (pin: string, at = NOON, person = PERSON) => noteVisit({ person, pin, at });
const codes = async (person = PERSON) => {
  const { favourites, visited } = await knownPlaces(person);
  return { favourites: favourites.map(({ code }) => code), visited: visited.map(({ code }) => code) };
};

async function publishMany(count: number): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) made.push(await publish(`p${n}`, { nameTh: `อบต.เขาใหม่ ${n}` }));
  return made;
}

describe('favourites', () => {
  test('are kept in their order, once each, for their person alone, and taken back', async () => {
    const [a = '', b = ''] = await publishMany(2);
    expect(await star(b)).toEqual({ result: 'set' });
    expect(await star(a)).toEqual({ result: 'set' });
    expect(await star(b)).toEqual({ result: 'set' });
    expect(await codes()).toEqual({ favourites: [b, a], visited: [] });
    expect(await codes(OTHER)).toEqual({ favourites: [], visited: [] });
    expect(await star(b, false)).toEqual({ result: 'set' });
    expect(await star(b, false)).toEqual({ result: 'set' });
    expect([await isFavourite(PERSON, b), await isFavourite(PERSON, a)]).toEqual([false, true]);
  });

  test('are twenty at most, also when many are added at the same moment', async () => {
    const pins = await publishMany(FAVOURITES_AT_MOST + 4);
    const results = await Promise.all(pins.map((pin) => star(pin)));
    expect(results.filter(({ result }) => result === 'full')).toHaveLength(4);
    expect((await codes()).favourites).toHaveLength(FAVOURITES_AT_MOST);
  });

  test('one that left the map is not shown, cannot be added, and can still be taken out', async () => {
    const [a = ''] = await publishMany(1);
    await star(a);
    await retirePin({ id: 'p0', owner: OWNER, now: NOON });
    expect(await codes()).toEqual({ favourites: [], visited: [] });
    expect(await star(a)).toEqual({ result: 'gone' });
    expect(await star(a, false)).toEqual({ result: 'set' });
    expect((await placesStoredOf(PERSON)).favourites).toEqual([]);
  });
});

describe('visits', () => {
  test('the last ten, the latest first, each office once', async () => {
    const pins = await publishMany(VISITS_AT_MOST + 2);
    for (const [n, pin] of pins.entries()) expect(await visit(pin, later(n))).toBe(true);
    await visit(pins[5] ?? '', later(60));
    await visit(pins[5] ?? '', later(60));
    const latest = [pins[5], ...pins.toReversed().filter((pin) => pin !== pins[5])];
    expect((await codes()).visited).toEqual(latest.slice(0, VISITS_AT_MOST));
  });

  test('at the same moment none is lost; what is no pin is not noted', async () => {
    const pins = await publishMany(4);
    await Promise.all(pins.map((pin) => visit(pin)));
    expect((await codes()).visited.toSorted()).toEqual(pins.toSorted());
    expect(await visit('NOPE')).toBe(false);
  });
});

describe('forgetting', () => {
  test('everything of one person, and of those who have not used it since', async () => {
    const [a = ''] = await publishMany(1);
    await star(a);
    await visit(a);
    await visit(a, later(10), OTHER);
    expect(await placesStoredOf(PERSON)).toEqual({
      favourites: [{ pin: a, at: NOON.toISOString() }],
      visited: [{ pin: a, at: NOON.toISOString() }],
    });
    expect(await forgetPlaces(PERSON)).toBe(true);
    expect(await forgetPlaces(PERSON)).toBe(false);
    expect(await placesStoredOf(PERSON)).toEqual({ favourites: [], visited: [] });
    expect(await forgetPlacesUnusedSince(later(10))).toBe(0);
    expect(await forgetPlacesUnusedSince(later(11))).toBe(1);
    expect(await codes(OTHER)).toEqual({ favourites: [], visited: [] });
  });
});
