/** What a rich menu is, as data: its buttons in rows, who sees it, and the tabs to the person's other menus. */
import type { Button } from '../flows/engine/message.ts';
import type { Bilingual, Language } from '../flows/engine/text.ts';
import type { IconName } from './icons.ts';

/** Whose menu it is. Administrators see the coordinator's. */
export type MenuRole = 'citizen' | 'official' | 'coordinator';

/** What a tap does: it says a button of the chat, or opens LINE's picker of a position. */
export type Deed = { press: Button } | { open: 'location' };

/** One button; its label is what is drawn and what a screen reader says. */
export type MenuButton = { label: Bilingual; icon: IconName; deed: Deed };

/** The buttons of one role, row by row. The first one is drawn as the main one. */
export type MenuContent = {
  role: MenuRole;
  /** What LINE writes on the bar that folds the menu away. At most 14 graphemes. */
  bar: Bilingual;
  /** What the tab is called. */
  tab: Bilingual;
  rows: readonly (readonly MenuButton[])[];
};

/** One menu as one person sees it: the content in a language, and the tabs of all roles they have (none for one role). */
export type Menu = {
  /** Unique, and the same for ever: `th-c-citizen`. It is in the alias and in the menu's name. */
  key: string;
  language: Language;
  content: MenuContent;
  /** All roles to switch between, this one's among them; empty for somebody with a single one. */
  tabs: readonly Tab[];
};

/** A tab: the role's name, and the key of the menu it leads to. */
export type Tab = { role: MenuRole; label: Bilingual; leadsTo: string };

/** A button that opens a flow; `value` says how. */
export function opening(flow: string, label: Bilingual, icon: IconName, value = ''): MenuButton {
  return { label, icon, deed: { press: { kind: 'open', flow, value } } };
}
