/** Pictures for the tests of photos, drawn when they are needed. */
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** The corners of a picture: top left, top right, bottom left, bottom right. */
export const corners = ['red', 'lime', 'blue', 'white'] as const;
export type Corner = (typeof corners)[number];

const colours: Record<Corner, [number, number, number]> = {
  red: [255, 0, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
};

/** Four quarters in four colours, so that one can see which way up it is. */
export function fourQuarters(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const corner = corners[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? 'white';
      pixels.set(colours[corner], (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The colours in the corners of an encoded picture. */
export async function cornersOf(bytes: Buffer): Promise<(Corner | undefined)[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
    return corners.find((corner) =>
      colours[corner].every((wanted, channel) => Math.abs(wanted - (data[start + channel] ?? 0)) < 40),
    );
  };
  return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)];
}

/** What a phone writes into a photo: where it was taken, and by which phone. */
export async function photoWithTraces(orientation = 1): Promise<Buffer> {
  return fourQuarters(640, 480)
    .jpeg()
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Traceable Phone', ImageDescription: 'home of the photographer' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '13/1 45/1 9/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '100/1 30/1 4/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>home of the photographer</place></x:xmpmeta>')
    .toBuffer();
}

/** A few bytes that say they are a PNG of this size, with a row of black at most. */
export function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(width * 3 + 1))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same JPEG, whose header says that it has this size. */
export function jpegThatClaims(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  if (frame < 0) throw new Error('only baseline JPEGs can be changed');
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}
