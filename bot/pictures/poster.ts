/** The poster for an office's counter as SVG: its name, a QR code that opens our chat to rate it, and its code. Pure. */
import encodeQR from 'qr';
import { escaped } from './escape.ts';

/** A4 at 200 dots an inch: printed as it is, and light enough for a phone. Pixels. */
export const POSTER_SIZE = { width: 1654, height: 2339 };

const main = '#0A6B4B';
const ink = '#1B2430';
const CODE_SIZE = 980;
const CODE_TOP = 800;
/** Letters of a name in one line, at the size it is set in. */
const LINE = 30;
const LINES_AT_MOST = 3;

/** What stands on a poster; `link` is what the QR code opens. */
export type Poster = { name: { th: string; en?: string | undefined }; code: string; link: string };

/** The drawing. */
export function posterSvg({ name, code, link }: Poster): string {
  const { width, height } = POSTER_SIZE;
  const lines = linesOf(name.th);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#FFFFFF"/>`,
    `<rect width="100%" height="300" fill="${main}"/>`,
    centred(140, 92, '700', '#FFFFFF', 'บริการเป็นอย่างไร บอกเราได้'),
    centred(238, 56, '400', '#FFFFFF', 'How was the service? Tell us.'),
    ...lines.map((line, index) => centred(420 + index * 100, 84, '700', ink, line)),
    name.en ? centred(410 + lines.length * 100, 50, '400', ink, name.en) : '',
    qrCode(link),
    centred(1900, 62, '700', ink, 'สแกนด้วยแอป LINE แล้วแตะดาว'),
    centred(1976, 48, '400', ink, 'Scan with LINE, then tap a star'),
    centred(2110, 54, '400', ink, `หรือพิมพ์  ให้คะแนน ${code}`),
    centred(2240, 40, '400', ink, 'ไม่ต้องขอสำเนาบัตรประชาชนและทะเบียนบ้าน หากจำเป็น เจ้าหน้าที่ถ่ายให้ฟรี'),
    '</svg>',
  ].join('');
}

/** Broken at blanks; a part without blanks that is too long is broken where a Thai dictionary breaks it. */
function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const part of name.split(/\s+/).flatMap(piecesOf)) {
    const longer = [lines.at(-1), part.text].filter(Boolean).join(part.follows ? '' : ' ');
    if (lines.length > 0 && lettersIn(longer) <= LINE) lines[lines.length - 1] = longer;
    else lines.push(part.text);
  }
  return lines.slice(0, LINES_AT_MOST);
}

/** A part that fits a line is one piece; the pieces of a longer one follow each other without a blank. */
function piecesOf(part: string): { text: string; follows: boolean }[] {
  if (lettersIn(part) <= LINE) return [{ text: part, follows: false }];
  const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(part)];
  return words.map(({ segment }, index) => ({ text: segment, follows: index > 0 }));
}

const lettersIn = (text: string): number => [...new Intl.Segmenter('th').segment(text)].length;

/** Half of the modules of a corner may be dirty and it still reads. */
function qrCode(link: string): string {
  const modules = encodeQR(link, 'raw', { ecc: 'quartile', border: 4 });
  const size = CODE_SIZE / modules.length;
  const left = (POSTER_SIZE.width - CODE_SIZE) / 2;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return `<g transform="translate(${left} ${CODE_TOP}) scale(${size})"><path d="${dark.join('')}" fill="#000000" shape-rendering="crispEdges"/></g>`;
}

function centred(y: number, size: number, weight: string, colour: string, words: string): string {
  return `<text x="${POSTER_SIZE.width / 2}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="middle">${escaped(words)}</text>`;
}
