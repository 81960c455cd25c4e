// What becomes of the files that people send as photos.

import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { type Encoded, encodePhoto } from '../../bot/photos/encode.ts';
import {
  type Corner,
  corners,
  cornersOf,
  fourQuarters,
  jpegThatClaims,
  photoWithTraces,
  pngThatClaims,
} from './pictures.ts';

type Pictures = Extract<Encoded, { full: unknown }>;

async function encoded(bytes: Buffer): Promise<Pictures> {
  const result = await encodePhoto(bytes);
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

const [red, lime, blue, white] = corners;

describe('what is kept', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s becomes two JPEGs', async (format) => {
    const { full, small } = await encoded(await fourQuarters(2_000, 1_000).toFormat(format).toBuffer());
    expect([full.width, full.height]).toEqual([1_600, 800]);
    expect([small.width, small.height]).toEqual([480, 240]);
    for (const { bytes, width, height } of [full, small]) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height, space: 'srgb' });
      expect(await cornersOf(bytes)).toEqual(corners);
    }
  });

  test('a picture is never made larger', async () => {
    const { full, small } = await encoded(await fourQuarters(300, 400).png().toBuffer());
    expect([full.width, full.height]).toEqual([300, 400]);
    expect([small.width, small.height]).toEqual([300, 400]);
  });

  test('what is transparent turns white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 4, background: clear } })
      .png()
      .toBuffer();
    expect(await cornersOf((await encoded(bytes)).full.bytes)).toEqual([white, white, white, white]);
  });
});

describe('what is taken away', () => {
  test('nothing tells where and with what a photo was taken', async () => {
    const sent = await photoWithTraces();
    const before = await sharp(sent).metadata();
    expect([before.exif?.length, before.xmp?.length, before.icc?.length]).not.toContain(undefined);
    expect(sent.includes('Traceable Phone')).toBe(true);
    const { full, small } = await encoded(sent);
    for (const { bytes } of [full, small]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      for (const trace of ['Exif', 'GPS', 'Traceable', 'photographer', 'adobe'])
        expect(bytes.includes(trace)).toBe(false);
    }
  });

  const asSeen: [number, Corner[]][] = [
    [1, [red, lime, blue, white]],
    [2, [lime, red, white, blue]],
    [3, [white, blue, lime, red]],
    [4, [blue, white, red, lime]],
    [5, [red, blue, lime, white]],
    [6, [blue, red, white, lime]],
    [7, [white, lime, blue, red]],
    [8, [lime, white, red, blue]],
  ];
  test.each(asSeen)('a photo taken in EXIF orientation %i stands upright', async (orientation, seen) => {
    const { full, small } = await encoded(await photoWithTraces(orientation));
    expect([full.width, full.height]).toEqual(orientation < 5 ? [640, 480] : [480, 640]);
    expect(await cornersOf(full.bytes)).toEqual(seen);
    expect(await cornersOf(small.bytes)).toEqual(seen);
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['words in a file named photo.jpg', Buffer.from('สวัสดี ไม่ใช่รูป')],
    [
      'a drawing that could name other files',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"/>'),
    ],
    ['the first bytes of a JPEG alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('%s', async (_what, bytes) => {
    expect(await encodePhoto(bytes)).toEqual({ refused: 'not-a-picture' });
  });

  test.each(['gif', 'tiff'] as const)('a %s, which no phone takes', async (format) => {
    const bytes = await fourQuarters(400, 400).toFormat(format).toBuffer();
    expect(await encodePhoto(bytes)).toEqual({ refused: 'not-a-picture' });
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s that is cut off', async (format) => {
    const whole = await fourQuarters(600, 600).toFormat(format).toBuffer();
    const most = whole.subarray(0, Math.floor(whole.length * 0.7));
    expect(await encodePhoto(most)).toEqual({ refused: 'not-a-picture' });
  });

  test('small files that would unfold to very large pictures', async () => {
    const jpeg = await fourQuarters(400, 400).jpeg().toBuffer();
    const bombs = [
      pngThatClaims(60_000, 60_000),
      pngThatClaims(10_000, 5_001),
      jpegThatClaims(jpeg, 65_000, 65_000),
    ];
    for (const bomb of bombs) expect(await encodePhoto(bomb)).toEqual({ refused: 'too-large' });
    // One that claims as much as is allowed, and does not hold it.
    expect(await encodePhoto(pngThatClaims(10_000, 5_000))).toEqual({ refused: 'not-a-picture' });
  });

  test.each([
    [199, 400],
    [400, 199],
    // Too narrow once it is made smaller.
    [8_100, 1_000],
  ])('%i × %i is too small to make anything out', async (width, height) => {
    const background = 'white';
    const bytes = await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
    expect(await encodePhoto(bytes)).toEqual({ refused: 'too-small' });
  });
});

describe('many at once', () => {
  test('are encoded one after the other, and a bad one holds up nobody', async () => {
    const bytes = await fourQuarters(800, 600).png().toBuffer();
    let most = 0;
    const watch = () => {
      const { queue, process } = sharp.counters();
      most = Math.max(most, queue + process);
    };
    sharp.queue.on('change', watch);
    const all = await Promise.all([bytes, Buffer.from('bad'), bytes, bytes, bytes].map(encodePhoto));
    sharp.queue.off('change', watch);
    expect(all.map((result) => 'full' in result)).toEqual([true, false, true, true, true]);
    // The counter of one that has just ended may still stand when the next one begins; side by side there would be five.
    expect(most).toBeLessThanOrEqual(2);
  });
});
