// Finding offices by what people type: by hand over the demonstration, and over the made-up national load.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_OFFICES } from '../../bot/demo/offices.ts';
import { createNameIndex, type NameIndex } from '../../models/name-search.ts';
import {
  generatedQueries,
  NONSENSE,
  type QueryKind,
  seededRandom,
  WRITTEN_QUERIES,
} from './search-queries.ts';
import { readServicePoints, type ServicePoint, servicePointsFile } from './service-points.ts';

const demoById = new Map(DEMO_OFFICES.map((office) => [office.id, office]));

function demoIndex(): NameIndex {
  const index = createNameIndex();
  for (const { id, name, area } of DEMO_OFFICES) {
    index.put({ id, texts: [name.th, name.en ?? ''], area: `${area.th} ${area.en ?? ''}` });
  }
  return index;
}

describe('the offices of the demonstration', () => {
  const index = demoIndex();

  test.each(WRITTEN_QUERIES)('“%s” finds %s in %s at once', (words, name, area) => {
    const offices = index.search(words, { limit: 2 }).map(({ id }) => demoById.get(id));
    const found = offices.map((office) => `${office?.name.th} ${office?.area.th.split(' ')[0]}`);
    expect(found).toContain(`${name} อ.${area}`);
  });

  test('of what people type, nineteen in twenty find the meant one as the very first', () => {
    const first = WRITTEN_QUERIES.filter(([words, name, area]) => {
      const office = demoById.get(index.search(words, { limit: 1 })[0]?.id ?? '');
      return office?.name.th === name && office.area.th.startsWith(`อ.${area} `);
    });
    expect(first.length / WRITTEN_QUERIES.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(NONSENSE)('“%s” finds nothing', (words) => {
    expect(index.search(words, { limit: 5 })).toEqual([]);
  });

  test('a kind alone finds all offices of this kind, before any other', () => {
    const found = index.search('อบต', { limit: 40 }).map(({ id }) => demoById.get(id)?.kind);
    const all = DEMO_OFFICES.filter(({ kind }) => kind === 'subdistrict-office').map(({ kind }) => kind);
    expect(found.slice(0, all.length)).toEqual(all);
  });

  test('a district alone finds what stands there', () => {
    const areas = index.search('ปลวกแดง', { limit: 5 }).map(({ id }) => demoById.get(id)?.area.th);
    expect(areas).toEqual(['อ.ปลวกแดง จ.ระยอง', 'อ.ปลวกแดง จ.ระยอง']);
  });

  test('pages follow each other', () => {
    const whole = index.search('เขาใหม่', { limit: 9 });
    expect(whole.length).toBeGreaterThanOrEqual(3);
    expect([
      ...index.search('เขาใหม่', { limit: 2 }),
      ...index.search('เขาใหม่', { limit: 9, skip: 2 }),
    ]).toEqual(whole);
  });
});

describe('changing', () => {
  const idsOf = (index: NameIndex, words: string) => index.search(words, { limit: 9 }).map(({ id }) => id);

  test('an empty index finds nothing; one entry is found, replaced and removed', () => {
    const index = createNameIndex();
    expect(idsOf(index, 'เขาใหม่')).toEqual([]);
    index.put({ id: 'a', texts: ['อบต.เขาใหม่'], area: '' });
    expect(idsOf(index, 'เขาใหม่')).toEqual(['a']);
    index.put({ id: 'a', texts: ['ทต.บึงทอง', 'Bueng Thong'], area: 'จ.แพร่' });
    expect(idsOf(index, 'เขาใหม่')).toEqual([]);
    expect(idsOf(index, 'bueng thong')).toEqual(['a']);
    expect(index.size).toBe(1);
    index.remove('a');
    index.remove('a');
    expect(idsOf(index, 'บึงทอง')).toEqual([]);
    expect(index.size).toBe(0);
  });

  test('after many changes it answers like one made afresh', () => {
    const random = seededRandom(11);
    const index = demoIndex();
    for (let n = 0; n < 400; n++) {
      const office = DEMO_OFFICES[Math.floor(random() * DEMO_OFFICES.length)];
      if (!office) continue;
      if (random() < 0.5) index.remove(office.id);
      else index.put({ id: office.id, texts: [office.name.th, `สาขา ${n}`], area: 'จ.แพร่' });
    }
    for (const { id, name, area } of DEMO_OFFICES) {
      index.put({ id, texts: [name.th, name.en ?? ''], area: `${area.th} ${area.en ?? ''}` });
    }
    const fresh = demoIndex();
    for (const [words] of WRITTEN_QUERIES) expect(idsOf(index, words)[0]).toBe(idsOf(fresh, words)[0]);
    expect(index.size).toBe(DEMO_OFFICES.length);
  });
});

const file = servicePointsFile();
const whenThere = file ? describe : describe.skip;

whenThere('the made-up national load', () => {
  let points: ServicePoint[] = [];
  const index = createNameIndex();
  const byId = new Map<string, ServicePoint>();

  beforeAll(() => {
    points = readServicePoints(file ?? '');
    for (const point of points) {
      byId.set(point.id, point);
      index.put({ id: point.id, texts: [point.name.th, point.name.en], area: point.area.th });
    }
  });

  const kinds: QueryKind[] = ['abbreviation', 'typo', 'abbreviation, typo and province'];
  test.each(kinds)('%s: the wanted one is among the first five in at least 98 of 100', (kind) => {
    const queries = generatedQueries(points, kind, 2_000, seededRandom(2018));
    const missed = queries.filter(({ words, isWanted }) => {
      const found = index.search(words, { limit: 5 }).flatMap(({ id }) => byId.get(id) ?? []);
      return !found.some(isWanted);
    });
    expect(missed.length / queries.length).toBeLessThanOrEqual(0.02);
  });

  test.each(NONSENSE)('“%s” finds nothing among 40,000 either', (words) => {
    expect(index.search(words, { limit: 5 })).toEqual([]);
  });
});
