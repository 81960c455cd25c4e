/** Personal data about the rich menu: which one somebody was shown. */
import { forgetMenuLink, MENU_LINKS, menuOf } from './menu-link.ts';
import type { PersonalKind } from './personal-data-kind.ts';

/** The menu of the person's role and language; nothing for whoever sees the default one. */
export const menu: PersonalKind = {
  id: 'menu',
  collections: [MENU_LINKS],
  async show(person) {
    const key = await menuOf(person);
    return key ? [{ menu: key }] : [];
  },
  erase: ({ person }) => forgetMenuLink(person),
};
