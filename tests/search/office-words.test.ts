/** What a button carries of a search, whether an office is open in words, and scores in words. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createWords } from '../../bot/line/render/words.ts';
import { scoreInWords } from '../../flows/office-card.ts';
import { encodeSearch, readSearch, type Search } from '../../flows/office-search.ts';
import { openInWords } from '../../flows/open-words.ts';
import { allTexts } from '../../flows/registry.ts';
import { shareUri } from '../../flows/share-office.ts';
import { weekOf } from '../../models/thai/opening-hours.ts';

const inWords = createWords(allTexts);

describe('a search as a button carries it', () => {
  const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5);
  const position = fc.tuple(degrees(180), degrees(90));
  const skip = fc.integer({ min: 0, max: 1_000 });
  const words = fc.stringMatching(/^[a-zก-ฮ=@]{1,20}( [a-zก-ฮ=@]{1,20}){0,2}$/);
  const where = fc.oneof(
    position.map((point) => ({ where: { position: point } })),
    fc.constantFrom({ where: { area: 'อ.เมืองระยอง' } }, { where: { area: 'กรุงเทพมหานคร' } }, {}),
  );
  const searches: fc.Arbitrary<Search> = fc.oneof(
    fc.record({ by: fc.constant('place' as const), position, skip }),
    fc.record({ by: fc.constant('name' as const), words, skip }),
    fc.record({ by: fc.constant('services' as const), words }),
    fc.record({ by: fc.constant('area' as const), area: words, skip }),
    fc
      .tuple(where, skip)
      .map(([place, n]): Search => ({ by: 'service', procedure: 'own-1f', ...place, skip: n })),
    fc.tuple(where, skip).map(([place, n]): Search => ({ by: 'kind', kind: 'hospital', ...place, skip: n })),
    skip.map((metres): Search => ({ by: 'code', code: 'JQ86D8', metres })),
    fc.constantFrom<Search>(
      { by: 'code', code: 'JQ86D8' },
      { by: 'more', code: 'JQ86D8' },
      { by: 'share', code: 'JQ86D8' },
    ),
  );

  test('comes back as it was, and fits', () => {
    fc.assert(
      fc.property(searches, (asked) => {
        const value = encodeSearch(asked);
        expect(readSearch(value)).toEqual(asked);
        expect(value.length).toBeLessThan(200);
      }),
    );
  });

  test('anything else is no search', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const read = readSearch(value);
        if (read) expect(readSearch(encodeSearch(read))).toBeDefined();
      }),
    );
    expect(readSearch('')).toBeUndefined();
    expect(readSearch('kind 0 hospital @ here there')).toBeUndefined();
  });
});

describe('the address that shares an office', () => {
  const textOf = (uri = '') => new URL(uri).searchParams.get('text');

  test('holds name, area and the way in, one a line', () => {
    const uri = shareUri(['อบต.เขาใหม่', 'อ.แม่จัน จ.เชียงราย', 'https://line.me/R/oaMessage/%40pakmud/?x']);
    expect(uri).toMatch(/^https:\/\/line\.me\/R\/share\?text=[\w%.~!*'()-]+$/);
    expect(textOf(uri)).toBe('อบต.เขาใหม่\nอ.แม่จัน จ.เชียงราย\nhttps://line.me/R/oaMessage/%40pakmud/?x');
    expect(textOf(shareUri(['อบต.เขาใหม่', '', 'ไป']))).toBe('อบต.เขาใหม่\nไป');
  });

  test('stays within 1,000 characters: the area goes first, then the name', () => {
    const area = 'อ.แม่จัน จ.เชียงราย';
    expect(textOf(shareUri(['ก'.repeat(95), area, 'ไป']))).toBe(`${'ก'.repeat(95)}\nไป`);
    expect(textOf(shareUri(['ก'.repeat(120), area, 'ไป']))).toBe('ไป');
    expect(shareUri(['ก', area, 'ไ'.repeat(120)])).toBeUndefined();
  });
});

describe('open now', () => {
  const daily = { weekdays: weekOf(() => [{ from: 510, to: 990 }]), closedOnHolidays: true };
  const at = (now: string, hours = daily) =>
    inWords(openInWords(hours, now, new Map([['2018-05-29', { th: 'วันวิสาขบูชา' }]])), 'th');

  test.each([
    ['2018-05-08T08:29+07:00', 'ปิดอยู่ เปิดวันนี้ 08:30 น.'],
    ['2018-05-08T01:30Z', 'เปิดอยู่ ถึง 16:30 น.'],
    ['2018-05-08T16:30+07:00', 'ปิดอยู่ เปิดพรุ่งนี้ 08:30 น.'],
    ['2018-05-28T18:00+07:00', 'ปิดอยู่ เปิดวันพุธที่ 30 พฤษภาคม 2561 08:30 น.'],
    ['2018-05-29T10:00+07:00', 'ปิดอยู่ เปิดพรุ่งนี้ 08:30 น.\nวันนี้เป็นวันวิสาขบูชา'],
  ])('at %s: %s', (now, said) => expect(at(now)).toBe(said));

  test('until midnight is until 24:00 of this day; through the night names the day; always is always', () => {
    const evening = {
      weekdays: weekOf((day) => (day === 'tue' ? [{ from: 1080, to: 1440 }] : [])),
      closedOnHolidays: false,
    };
    expect(at('2018-05-08T20:00+07:00', evening)).toBe('เปิดอยู่ ถึง 24:00 น.');
    const night = {
      weekdays: weekOf((day) => (day === 'tue' ? [{ from: 1320, to: 1560 }] : [])),
      closedOnHolidays: false,
    };
    expect(at('2018-05-08T23:00+07:00', night)).toBe('เปิดอยู่ ถึงวันพุธที่ 9 พฤษภาคม 2561 02:00 น.');
    const always = { weekdays: weekOf(() => [{ from: 0, to: 1440 }]), closedOnHolidays: false };
    expect(at('2018-05-08T23:00+07:00', always)).toBe('เปิดตลอดเวลา');
  });
});

describe('a score', () => {
  test.each([
    [{ n: 450, leftOut: 0, score: { share: 0.92, low: 0.87, high: 0.95 } }, 'ดี 92 % (87–95 %) จาก 450 คน'],
    [{ n: 3, leftOut: 0 }, 'มี 3 คะแนน ยังไม่พอสรุป'],
    [{ n: 0, leftOut: 0 }, 'ยังไม่มีคะแนน'],
    [{ n: 3, leftOut: 8 }, 'มี 3 คะแนน ยังไม่พอสรุป\nไม่นับ 8 คะแนนที่เข้ามาผิดปกติ'],
  ])('%j', (satisfaction, said) => expect(inWords(scoreInWords(satisfaction), 'th')).toBe(said));
});
