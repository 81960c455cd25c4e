/**
 * Photos as people send them become two plain JPEG pictures: upright, in sRGB, and without any metadata, because
 * phones write into a photo where and by whom it was taken.
 */
import sharp, { type Metadata, type SharpOptions } from 'sharp';
import type { Picture } from '../../models/photo-files.ts';

/** Both sizes of a photo, or why it cannot be one. */
export type Encoded =
  | { full: Picture; small: Picture }
  | { refused: 'not-a-picture' | 'too-small' | 'too-large' };

/** Pixels on the long side. */
const FULL_SIDE = 1_600;
const SMALL_SIDE = 480;
/** Pixels the short side of the full size must have: a building cannot be made out in less. */
const SHORTEST_SIDE = 200;
/** Pixels a picture may unfold to: phones take up to 50 million. More is a mistake or an attack on our memory. */
const MOST_PIXELS = 50_000_000;
const QUALITY = 80;
/** Decoding takes a second at most; a file made to take longer is given up. */
const MOST_SECONDS = 15;

// libvips can read many formats, some of which open other files or fetch addresses: only photos are read.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
});
// No two photos are alike, so remembering the last ones only costs memory.
sharp.cache(false);

/** Encodes a JPEG, PNG, WebP or AVIF file. One at a time in this process, so that memory stays steady. */
export function encodePhoto(bytes: Buffer): Promise<Encoded> {
  return inTurn(() => encode(bytes));
}

let last: Promise<void> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.then(nothing, nothing);
  return result;
}

function nothing(): void {}

async function encode(bytes: Buffer): Promise<Encoded> {
  const size = await sizeOf(bytes);
  if (!size) return { refused: 'not-a-picture' };
  if (size.width * size.height > MOST_PIXELS) return { refused: 'too-large' };
  if (shortSideAtFullSize(size) < SHORTEST_SIDE) return { refused: 'too-small' };
  const full = await upright(bytes);
  if (!full) return { refused: 'not-a-picture' };
  return { full, small: await jpeg(full.bytes, SMALL_SIDE) };
}

/** The size that the file's header tells; undefined when it is no picture. Nothing is unfolded for it. */
async function sizeOf(bytes: Buffer): Promise<Pick<Metadata, 'width' | 'height'> | undefined> {
  return readable(() => sharp(bytes, { limitInputPixels: false }).metadata());
}

function shortSideAtFullSize({ width, height }: Pick<Metadata, 'width' | 'height'>): number {
  const scale = Math.min(1, FULL_SIDE / Math.max(width, height));
  return Math.min(width, height) * scale;
}

/** The full size; undefined when the file is damaged or cut off. */
async function upright(bytes: Buffer): Promise<Picture | undefined> {
  return readable(() => jpeg(bytes, FULL_SIDE));
}

async function jpeg(bytes: Buffer, longSide: number): Promise<Picture> {
  // Cut-off files fail; mere warnings, which the files of some phones give, do not.
  const options: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error' };
  const { data, info } = await sharp(bytes, options)
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    // What is transparent would turn black.
    .flatten({ background: '#ffffff' })
    // Without a word to the contrary, sharp writes no metadata and turns colours into sRGB.
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** sharp tells all that is wrong with a file by plain errors with the decoder's words. */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
