/** Every menu there is, and which of them a person sees. */
import type { Language } from '../flows/engine/text.ts';
import type { Role } from '../flows/engine/who.ts';
import { citizenMenu } from './citizen.ts';
import { coordinatorMenu } from './coordinator.ts';
import type { Menu, MenuContent, MenuRole, Tab } from './menu.ts';
import { officialMenu } from './official.ts';

const contents: Record<MenuRole, MenuContent> = {
  citizen: citizenMenu,
  official: officialMenu,
  coordinator: coordinatorMenu,
};

/** One letter for each role in a key; c is taken by the citizen. */
const letters: Record<MenuRole, string> = { citizen: 'c', official: 'o', coordinator: 'k' };

/** What people can be, the most special first. Everybody is a citizen besides. */
const roleSets: readonly (readonly MenuRole[])[] = [
  ['citizen'],
  ['official', 'citizen'],
  ['coordinator', 'citizen'],
  ['coordinator', 'official', 'citizen'],
];
const languages: readonly Language[] = ['th', 'en'];

/** All menus. */
export const menus: readonly Menu[] = languages.flatMap((language) =>
  roleSets.flatMap((roles) => roles.map((role) => menuOf(role, roles, language))),
);

/** The menu of who has none of their own: a citizen who reads Thai. */
export const DEFAULT_MENU = keyOf('citizen', ['citizen'], 'th');

/** A person as far as their menu goes. `acting` is the role in use. */
type Somebody = { roles: readonly Role[]; acting: Role | null; language: Language };

/** The key of the menu somebody is to see: of the role in use, with tabs to their other roles. */
export function menuFor({ roles, acting, language }: Somebody): string {
  const held = roles.map(menuRole);
  const all = (['coordinator', 'official'] as const).filter((role) => held.includes(role));
  const shown = acting ? menuRole(acting) : held[0];
  return keyOf(shown ?? 'citizen', [...all, 'citizen'], language);
}

const menuRole = ({ role }: Role): 'official' | 'coordinator' => (role === 'official' ? role : 'coordinator');

function menuOf(role: MenuRole, roles: readonly MenuRole[], language: Language): Menu {
  const tabs = roles.map(
    (other): Tab => ({ role: other, label: contents[other].tab, leadsTo: keyOf(other, roles, language) }),
  );
  return {
    key: keyOf(role, roles, language),
    language,
    content: contents[role],
    tabs: tabs.length > 1 ? tabs : [],
  };
}

function keyOf(role: MenuRole, roles: readonly MenuRole[], language: Language): string {
  return `${language}-${roles.map((other) => letters[other]).join('')}-${role}`;
}
