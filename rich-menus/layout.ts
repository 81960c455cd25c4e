/** Where everything is: the tabs on top, under them the rows of buttons, each row shared evenly. Pure. */
import type { Menu, MenuButton, Tab } from './menu.ts';
import { sizes } from './theme.ts';

/** A rectangle of the picture, in its pixels. */
export type Area = { x: number; y: number; width: number; height: number };

/** What is where; `areas` of tabs and buttons together cover the picture, and none overlaps another. */
export type Layout = {
  tabs: { tab: Tab; area: Area }[];
  buttons: { button: MenuButton; area: Area; inRow: number; isMain: boolean }[];
};

/** The places of a menu's tabs and buttons. */
export function layoutOf({ content, tabs }: Menu): Layout {
  const top = tabs.length > 0 ? sizes.strip : 0;
  const heights = shares(sizes.height - top, content.rows.length, top);
  return {
    tabs: shares(sizes.width, tabs.length).flatMap(({ from, length }, index) => {
      const tab = tabs[index];
      return tab ? [{ tab, area: { x: from, y: 0, width: length, height: sizes.strip } }] : [];
    }),
    buttons: content.rows.flatMap((row, line) => rowOf(row, heights[line] ?? nothing, line === 0)),
  };
}

type Share = { from: number; length: number };
const nothing: Share = { from: 0, length: 0 };

function rowOf(row: readonly MenuButton[], { from: y, length: height }: Share, isFirst: boolean) {
  const widths = shares(sizes.width, row.length);
  return row.map((button, index) => {
    const { from: x, length: width } = widths[index] ?? nothing;
    const area = { x, y, width, height };
    return { button, area, inRow: row.length, isMain: isFirst && index === 0 };
  });
}

/** A length cut into whole pixels as evenly as it goes, without a rest. */
function shares(length: number, parts: number, start = 0): Share[] {
  const at = (part: number) => Math.round((length * part) / parts);
  return Array.from({ length: parts }, (_, part) => ({
    from: start + at(part),
    length: at(part + 1) - at(part),
  }));
}
