// The pictures: drawn as committed, readable, and small enough. UPDATE_PICTURES=1 draws them anew.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { drawSvg } from '../../bot/pictures/draw-svg.ts';
import { menuDrawing } from '../../rich-menus/drawing.ts';
import { layoutOf } from '../../rich-menus/layout.ts';
import type { Menu } from '../../rich-menus/menu.ts';
import { menus } from '../../rich-menus/menus.ts';
import { colours, pairs, sizes } from '../../rich-menus/theme.ts';
import { contrast } from '../render/contrast.ts';

const folder = path.resolve(import.meta.dirname, '../../rich-menus/pictures');
/** As wide as the README shows them; a phone shows them at about half of it. */
const SHOWN_WIDTH = 750;
/** Another version of the drawing library may round an edge otherwise; a letter or an icon elsewhere is far more. */
const DIFFERENT_PIXELS = 0.002;

const byKey = menus.map((menu): [string, Menu] => [menu.key, menu]);

const small = (png: Buffer) =>
  sharp(png).resize(SHOWN_WIDTH).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
const pixels = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer();

/** The share of pixels that differ visibly. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = [await pixels(one), await pixels(other)];
  expect(a.length).toBe(b.length);
  let differing = 0;
  for (let at = 0; at < a.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > 48);
    if (far) differing += 1;
  }
  return differing / (a.length / 3);
}

describe.each(byKey)('%s', (key, menu) => {
  const drawn = drawSvg(menuDrawing(menu));

  test('is a PNG of the size LINE is told, of at most 1 MB', async () => {
    const png = await drawn;
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: sizes.width, height: sizes.height });
    expect(png.length).toBeLessThanOrEqual(1024 * 1024);
  });

  test('looks as committed', async () => {
    const file = path.join(folder, `${key}.png`);
    const now = await small(await drawn);
    if (process.env.UPDATE_PICTURES) await writeFile(file, now);
    expect(await difference(await readFile(file), now)).toBeLessThan(DIFFERENT_PIXELS);
  });

  test('has every label inside its tile, with air beside it', async () => {
    for (const { button, area, inRow } of layoutOf(menu).buttons) {
      const size = inRow > 3 ? sizes.lettersOfMany : sizes.letters;
      expect(await widthOf(button.label[menu.language], size)).toBeLessThan(
        area.width - sizes.gap - size / 3,
      );
    }
    for (const { tab, area } of layoutOf(menu).tabs)
      expect(await widthOf(tab.label[menu.language], sizes.tabLetters)).toBeLessThan(area.width - 60);
  });
});

const widths = new Map<string, Promise<number>>();

/** How wide words are drawn. The same words stand in many menus. */
function widthOf(words: string, size: number): Promise<number> {
  const key = `${size} ${words}`;
  const width = widths.get(key) ?? measured(words, size);
  widths.set(key, width);
  return width;
}

async function measured(words: string, size: number): Promise<number> {
  const text = `<text x="50" y="${size * 2}" font-size="${size}" font-weight="700">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2500" height="${size * 3}"><rect width="100%" height="100%" fill="#fff"/>${text}</svg>`;
  const { info } = await sharp(await drawSvg(svg))
    .trim()
    .toBuffer({ resolveWithObject: true });
  return info.width;
}

test('a changed label is seen by the comparison', async () => {
  const [menu] = menus;
  if (!menu) throw new Error('no menus');
  const file = await readFile(path.join(folder, `${menu.key}.png`));
  const changed = menuDrawing(menu).replace('>ค้นหา<', '>ค้นดู<');
  expect(changed).not.toBe(menuDrawing(menu));
  expect(await difference(file, await small(await drawSvg(changed)))).toBeGreaterThan(DIFFERENT_PIXELS);
});

describe('colours', () => {
  test.each(pairs)('$drawn on $background has a contrast of 4.5:1 or more', ({ drawn, background }) => {
    expect(contrast(drawn, background)).toBeGreaterThanOrEqual(4.5);
  });

  test('are all listed, and the pictures use no others', () => {
    const listed = new Set<string>(pairs.flatMap(({ drawn, background }) => [drawn, background]));
    expect(listed).toEqual(new Set(Object.values(colours)));
    for (const menu of menus)
      for (const [colour] of menuDrawing(menu).matchAll(/#[0-9A-F]{6}/gi)) expect(listed).toContain(colour);
  });
});
