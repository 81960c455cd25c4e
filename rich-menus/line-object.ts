/** A menu as LINE takes it: measures, areas, and what each tap sends. */
import { createHash } from 'node:crypto';
import { encodeButton } from '../flows/postback/codec.ts';
import { menuDrawing } from './drawing.ts';
import { type Area, layoutOf } from './layout.ts';
import type { Deed, Menu } from './menu.ts';
import { sizes } from './theme.ts';

/** What a tap does, in LINE's words. */
export type LineAction =
  | { type: 'postback'; label: string; data: string; displayText: string }
  | { type: 'uri'; label: string; uri: string }
  | { type: 'richmenuswitch'; label: string; richMenuAliasId: string; data: string };

/** A rich menu in LINE's words. Source: LINE Messaging API, rich menu object. */
export type LineMenu = {
  size: { width: number; height: number };
  selected: boolean;
  name: string;
  chatBarText: string;
  areas: { bounds: Area; action: LineAction }[];
};

/** What belongs to us at LINE: names and aliases of ours begin with it; nothing else is ever touched. */
export const OURS = 'pakmud-';

/** Opens the picker of a position in a chat of two. Source: LINE URL scheme. */
const LOCATION_PICKER = 'https://line.me/R/nv/location/';

/** The alias of a menu: it stays the same when the menu is made anew. At most 32 of a-z, 0-9, `_` and `-`. */
export function aliasOf(key: string): string {
  return OURS + key;
}

/** The key of the menu an alias of ours stands for. */
export function keyOfAlias(alias: string): string | undefined {
  return alias.startsWith(OURS) ? alias.slice(OURS.length) : undefined;
}

/** The menu for LINE. Its name ends with a hash of all that is seen and done, so that a changed menu is recognised. */
export function lineMenu(menu: Menu): LineMenu {
  const { key, language, content } = menu;
  const { width, height } = sizes;
  const { tabs, buttons } = layoutOf(menu);
  const rest = {
    size: { width, height },
    selected: true,
    chatBarText: content.bar[language],
    areas: [
      ...tabs.map(({ tab, area }) => ({
        bounds: area,
        action: {
          type: 'richmenuswitch' as const,
          label: tab.label[language],
          richMenuAliasId: aliasOf(tab.leadsTo),
          // Heard as a switch by LINE's own mark; should a tab lead nowhere, this says what to do instead.
          data: encodeButton({ kind: 'word', word: 'help' }),
        },
      })),
      ...buttons.map(({ button, area }) => ({
        bounds: area,
        action: actionOf(button.deed, button.label[language]),
      })),
    ],
  };
  return { ...rest, name: `${OURS}${key} ${hashOf(JSON.stringify(rest) + menuDrawing(menu))}` };
}

function actionOf(deed: Deed, label: string): LineAction {
  if ('open' in deed) return { type: 'uri', label, uri: LOCATION_PICKER };
  return { type: 'postback', label, data: encodeButton(deed.press), displayText: label };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
