// Charts: the numbers travel in a signed address, and the picture shows them with Thai letters in place.
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import fc from 'fast-check';
import sharp from 'sharp';
import supertest from 'supertest';
import { barChart, type ChartBars, chartBars, chartSize } from '../../bot/pictures/bar-chart.ts';
import { chartKeyOf, chartPath, readChart } from '../../bot/pictures/chart-address.ts';
import { drawSvg } from '../../bot/pictures/draw-svg.ts';
import { chartsRouter } from '../../bot/web/charts.ts';

const key = chartKeyOf('a channel secret');
const bars: ChartBars = [
  ['ส่งแบบสำรวจแล้ว', 412, 7852],
  ['ปักหมุดแล้ว', 0, 7852],
];

const partsOf = (path: string) => /^\/charts\/([\w-]+)\.([\w-]+)\.png$/.exec(path)?.slice(1) ?? [];

describe('the address of a chart', () => {
  test('leads back to the same numbers', () => {
    const bar = fc.tuple(fc.string({ maxLength: 20 }), fc.nat(1_000_000), fc.nat(1_000_000));
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 8 }), (given) => {
        const [payload = '', signature = ''] = partsOf(chartPath(given, key));
        expect(readChart(payload, signature, key)).toEqual(given);
      }),
    );
  });

  test('that somebody else made shows nothing', () => {
    const [payload = ''] = partsOf(chartPath(bars, key));
    const [, foreign = ''] = partsOf(chartPath(bars, chartKeyOf('another secret')));
    expect(readChart(payload, foreign, key)).toBeUndefined();
    expect(readChart(payload, 'x', key)).toBeUndefined();
  });

  test('fits LINE’s limit of 2,000 characters with eight labels as long as they may be', () => {
    const long = Array.from({ length: 8 }, (): ChartBars[number] => ['ก'.repeat(40), 99_999_999, 99_999_999]);
    expect(chartBars.safeParse(long).success).toBe(true);
    expect(chartPath(long, key).length).toBeLessThan(1_900);
  });
});

describe('the picture', () => {
  test('is a PNG of the size the message says', async () => {
    const { format, width, height } = await sharp(await drawSvg(barChart(bars))).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', ...chartSize(2) });
  });

  test('fills each bar as far as its share', async () => {
    const filledAt = async (part: number) => {
      const { data, info } = await sharp(await drawSvg(barChart([['', part, 100]])))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const y = 10 + 54 + 13;
      const isFilled = (x: number) => data[(y * info.width + x) * info.channels] === 0x0a;
      return [...Array(info.width).keys()].filter(isFilled).length / (info.width - 40);
    };
    expect(await filledAt(25)).toBeCloseTo(0.25, 1);
    expect(await filledAt(100)).toBeCloseTo(1, 1);
    expect(await filledAt(0)).toBe(0);
  });

  test('escapes what is markup, and never rounds up to all of them', () => {
    const svg = barChart([['<b> & "ก"', 999, 1000]]);
    expect(svg).toContain('&lt;b&gt; &amp; &quot;ก&quot;');
    expect(svg).toContain('999 / 1,000 (99 %)');
  });

  test('gives ำ its own width, so that it never lies over the next letter', async () => {
    const widthOf = async (words: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"><rect width="100%" height="100%" fill="#fff"/><text x="5" y="50" font-size="40">${words}</text></svg>`;
      const { info } = await sharp(await drawSvg(svg))
        .trim()
        .toBuffer({ resolveWithObject: true });
      return info.width;
    };
    expect(await widthOf('กำก')).toBeGreaterThan((await widthOf('กาก')) - 3);
  });
});

describe('GET /charts', () => {
  const app = express().use(chartsRouter(key));

  test('draws a signed chart, to be kept for good', async () => {
    const answered = await supertest(app).get(chartPath(bars, key)).expect(200);
    expect(answered.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await sharp(answered.body).metadata()).width).toBe(680);
  });

  test('finds nothing under a changed address', async () => {
    const path = chartPath(bars, key);
    await supertest(app).get(path.replace('/charts/W', '/charts/X')).expect(404);
  });
});
