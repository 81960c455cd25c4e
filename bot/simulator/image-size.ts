/** Reads the format and size of a JPEG or PNG from its first bytes. */

/** Pixels, and the media type that the bytes really have. */
export type ImageSize = { contentType: 'image/png' | 'image/jpeg'; width: number; height: number };

/** `undefined` when the bytes are neither. */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readPng(view) ?? readJpeg(view);
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function readPng(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngSignature)) return undefined;
  return { contentType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Start-of-frame markers hold the size; C4, C8 and CC in their range mean other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let place = 2;
  while (place + 9 <= bytes.length && bytes[place] === 0xff) {
    if (isFrame(bytes[place + 1] ?? 0)) {
      const height = bytes.readUInt16BE(place + 5);
      return { contentType: 'image/jpeg', width: bytes.readUInt16BE(place + 7), height };
    }
    place += 2 + bytes.readUInt16BE(place + 2);
  }
  return undefined;
}
