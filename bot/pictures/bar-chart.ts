/** A chart of bars as SVG: under each label a bar, `part` of `all` filled, and the numbers below it. Pure. */
import { z } from 'zod';
import { escaped } from './escape.ts';

/** UTF-16 units of a label: eight of them still fit into an address. */
export const LABEL_UNITS = 40;

/** One bar; `label` as it is to be read. */
const chartBar = z.tuple([
  z.string().max(LABEL_UNITS),
  z.number().int().min(0).max(99_999_999),
  z.number().int().min(0).max(99_999_999),
]);

/** The bars of a chart: label, part, all. */
export const chartBars = z.array(chartBar).min(1).max(8);
export type ChartBars = z.infer<typeof chartBars>;

/** A bubble is some 270 points wide on a phone: letters come out at about 14. */
const WIDTH = 680;
const MARGIN = 20;
const ROW = 140;
const BAR_HEIGHT = 26;
const FULL = WIDTH - 2 * MARGIN;
/** Letters that fit into one line. */
const LABEL_AT_MOST = 29;

const ink = '#1B2430';
const muted = '#55606E';
const filled = '#0A6B4B';
const empty = '#D5DEE6';

/** Width and height of the drawing, pixels. */
export function chartSize(bars: number): { width: number; height: number } {
  return { width: WIDTH, height: MARGIN + bars * ROW };
}

/** The drawing. */
export function barChart(bars: ChartBars): string {
  const { width, height } = chartSize(bars.length);
  const rows = bars.map((bar, index) => row(bar, MARGIN / 2 + index * ROW)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#FFFFFF"/>${rows}</svg>`;
}

function row([label, part, all]: ChartBars[number], top: number): string {
  const share = all === 0 ? 0 : Math.min(1, part / all);
  const bar = top + 54;
  return [
    text(MARGIN, top + 40, shortened(label), `fill="${ink}" font-weight="700"`),
    text(WIDTH - MARGIN, top + 118, numbers(part, all), `fill="${muted}" text-anchor="end"`),
    rectangle(bar, FULL, empty),
    // A few of many must not look like none.
    part > 0 ? rectangle(bar, Math.max(BAR_HEIGHT, Math.round(FULL * share)), filled) : '',
  ].join('');
}

function rectangle(top: number, width: number, colour: string): string {
  return `<rect x="${MARGIN}" y="${top}" width="${width}" height="${BAR_HEIGHT}" rx="${BAR_HEIGHT / 2}" fill="${colour}"/>`;
}

function text(x: number, y: number, words: string, look: string): string {
  return `<text x="${x}" y="${y}" font-size="36" ${look}>${escaped(words)}</text>`;
}

/** The share is rounded down, so that 100 % means all of them. */
function numbers(part: number, all: number): string {
  const share = all === 0 ? '' : ` (${Math.floor((100 * part) / all)} %)`;
  return `${part.toLocaleString('en-US')} / ${all.toLocaleString('en-US')}${share}`;
}

function shortened(label: string): string {
  const letters = [...new Intl.Segmenter('th').segment(label)].map(({ segment }) => segment);
  return letters.length <= LABEL_AT_MOST ? label : `${letters.slice(0, LABEL_AT_MOST - 1).join('')}…`;
}
