// Websites' addresses.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseWebsite } from '../../flows/answers/website.ts';

describe('a website', () => {
  test.each([
    ['www.khaomai.go.th', 'https://www.khaomai.go.th/'],
    ['  WWW.Khaomai.GO.TH  ', 'https://www.khaomai.go.th/'],
    ['http://khaomai.go.th', 'http://khaomai.go.th/'],
    ['HTTPS://khaomai.go.th/a?b=1#c', 'https://khaomai.go.th/a?b=1#c'],
    ['khaomai.go.th/ข่าว', 'https://khaomai.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7'],
    ['khaomai.go.th:8080/x', 'https://khaomai.go.th:8080/x'],
    ['//khaomai.go.th', 'https://khaomai.go.th/'],
    ['https://ตัวอย่าง.ไทย', 'https://xn--72c1a1bt4awk9o.xn--o3cw4h/'],
    ['ตัวอย่าง.ไทย', 'https://xn--72c1a1bt4awk9o.xn--o3cw4h/'],
    ['ｗｗｗ.khaomai.go.th', 'https://www.khaomai.go.th/'],
    ['www.khaomai.go.th\u200b', 'https://www.khaomai.go.th/'],
    ['https://khaomai.go.th/a|b^c', 'https://khaomai.go.th/a%7Cb%5Ec'],
    ['https://khaomai.go.th/100%', 'https://khaomai.go.th/100%25'],
    ['https://www.facebook.com/khaomai.page', 'https://www.facebook.com/khaomai.page'],
  ])('%j', (text, value) => expect(parseWebsite(text)).toEqual({ ok: true, value }));

  test.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['www.khaomai go.th', 'spaces'],
    ['www.khaomai.go.th www.other.go.th', 'spaces'],
    ['khaomai', 'not-a-website'],
    ['ไม่มี', 'not-a-website'],
    ['javascript:alert(1)', 'not-a-website'],
    ['JavaScript://khaomai.go.th/%0Aalert(1)', 'not-a-website'],
    ['data:text/html,x.y', 'not-a-website'],
    ['ftp://khaomai.go.th', 'not-a-website'],
    ['mailto:a@khaomai.go.th', 'not-a-website'],
    ['https:khaomai.go.th', 'not-a-website'],
    ['https:///khaomai.go.th', 'not-a-website'],
    ['https:\\\\khaomai.go.th', 'not-a-website'],
    ['https://', 'not-a-website'],
    ['info@khaomai.go.th', 'no-site'],
    ['https://name:word@khaomai.go.th', 'no-site'],
    ['127.0.0.1', 'no-site'],
    ['http://0x7f.1', 'no-site'],
    ['https://[::1]/', 'not-a-website'],
    ['http://192.168.1.1/a', 'no-site'],
    ['http://router.local', 'no-site'],
    ['khaomai.go.th.', 'no-site'],
    ['a..b', 'no-site'],
    [`khaomai.go.th/${'a'.repeat(200)}`, 'too-long'],
    [`khaomai.go.th/${'ก'.repeat(180)}`, 'too-long'],
  ])('%j is refused: %s', (text, why) => expect(parseWebsite(text)).toMatchObject({ ok: false, why }));

  test('that is taken is an address LINE takes, and is taken again as it is', () => {
    const text = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .tuple(fc.domain(), fc.string({ unit: 'grapheme', maxLength: 30 }))
        .map(([host, path]) => `${host}/${path}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (said) => {
        const parsed = parseWebsite(said);
        if (!parsed.ok) return;
        expect(parsed.value).toMatch(
          /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/,
        );
        expect(parsed.value.length).toBeLessThanOrEqual(1000);
        if (parsed.value.length <= 200) expect(parseWebsite(parsed.value)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});
