/** The picture of a menu as SVG, drawn from its data: a tile with icon and label for each button, tabs above them. Pure. */
import { icons } from './icons.ts';
import { type Area, layoutOf } from './layout.ts';
import type { Menu } from './menu.ts';
import { colours, sizes } from './theme.ts';

/** Between icon and label, in pixels. */
const BETWEEN = 64;
/** From the middle of a Latin capital to the line it stands on, as part of its size; Thai sits well on it too. */
const RISE = 0.36;

/** The drawing. Letters are set in Sarabun, which has Thai and Latin. */
export function menuDrawing(menu: Menu): string {
  const { tabs, buttons } = layoutOf(menu);
  const { width, height } = sizes;
  const parts = [
    rectangle({ x: 0, y: 0, width, height }, colours.ground),
    tabs.length > 0 ? rectangle({ x: 0, y: 0, width, height: sizes.strip }, colours.strip) : '',
    ...tabs.map(({ tab, area }) => tabDrawing(tab.label[menu.language], area, tab.leadsTo === menu.key)),
    ...buttons.map(({ button, area, inRow, isMain }) => {
      const size = inRow > 3 ? sizes.lettersOfMany : sizes.letters;
      return tile(area, button.icon, button.label[menu.language], size, isMain);
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

function tile(area: Area, icon: keyof typeof icons, label: string, size: number, isMain: boolean): string {
  const half = sizes.gap / 2;
  const { x, y, width, height } = area;
  const inner = { x: x + half, y: y + half, width: width - sizes.gap, height: height - sizes.gap };
  const block = sizes.icon + BETWEEN + size;
  const top = y + (height - block) / 2;
  const middle = x + width / 2;
  return [
    rectangle(inner, isMain ? colours.main : colours.tile, sizes.corner),
    iconDrawing(icon, middle - sizes.icon / 2, top, isMain ? colours.onMain : colours.icon),
    words(label, middle, top + sizes.icon + BETWEEN + size / 2, size, isMain ? colours.onMain : colours.ink),
  ].join('');
}

/** The open tab is one with the ground below; its upper corners are round. */
function tabDrawing(label: string, area: Area, isOpen: boolean): string {
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const text = words(
    label,
    middle.x,
    middle.y + 10,
    sizes.tabLetters,
    isOpen ? colours.ink : colours.onStrip,
  );
  if (!isOpen) return text;
  const shape = { ...area, y: sizes.gap, height: area.height };
  const foot = { ...area, y: area.height / 2, height: area.height / 2 };
  return rectangle(shape, colours.ground, sizes.corner) + rectangle(foot, colours.ground) + text;
}

function rectangle({ x, y, width, height }: Area, colour: string, corner = 0): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}" fill="${colour}"/>`;
}

function iconDrawing(icon: keyof typeof icons, x: number, y: number, colour: string): string {
  const look = `fill="none" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g transform="translate(${x} ${y}) scale(${sizes.icon / 24})" ${look}>${icons[icon]}</g>`;
}

function words(label: string, x: number, y: number, size: number, colour: string): string {
  const look = `font-family="Sarabun" font-weight="700" text-anchor="middle" fill="${colour}"`;
  return `<text x="${x}" y="${Math.round(y + size * RISE)}" font-size="${size}" ${look}>${escaped(label)}</text>`;
}

function escaped(label: string): string {
  return label.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
