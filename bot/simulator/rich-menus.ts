/** Rich menus, their pictures, aliases and links to people, as the platform keeps them. */

import { RichMenuBatches } from './rich-menu-batches.ts';

/** A rich menu object as the bot sent it and the platform validated it. */
type RichMenuBody = { size: { width: number; height: number }; [property: string]: unknown };

type RichMenuImage = { bytes: Uint8Array; contentType: string };

export type RichMenu = { richMenuId: string; body: RichMenuBody; image?: RichMenuImage };

/** At most so many menus, and so many aliases. */
export const mostMenus = 1000;

type Surroundings = {
  now: () => Date;
  isFollowing: (userId: string) => boolean;
  /** Somebody sees another menu. */
  changed: (userId: string) => void;
};

/** The state only; what is allowed is decided where the requests come in. */
export class RichMenus {
  readonly menus = new Map<string, RichMenu>();
  readonly aliases = new Map<string, string>();
  /** Rich menu ids by user id. */
  readonly links = new Map<string, string>();
  defaultId: string | undefined;
  readonly batches: RichMenuBatches;
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.batches = new RichMenuBatches({
      now: surroundings.now,
      links: () => this.links,
      move: (userId, richMenuId) => this.link(userId, richMenuId),
    });
  }

  /** Shows a person a menu, or the default one. Who is no friend is passed over in silence, as the documentation says. */
  link(userId: string, richMenuId: string | undefined): void {
    if (!this.#surroundings.isFollowing(userId)) return;
    if (richMenuId === undefined) this.links.delete(userId);
    else this.links.set(userId, richMenuId);
    this.#surroundings.changed(userId);
  }

  /** The menu a person sees: their own before the default one. */
  shownTo(userId: string): RichMenu | undefined {
    const own = this.menus.get(this.links.get(userId) ?? '');
    return own ?? this.menus.get(this.defaultId ?? '');
  }

  /** Deletes the menu with its links; aliases keep pointing at nothing, as on LINE. */
  delete(richMenuId: string): boolean {
    if (!this.menus.delete(richMenuId)) return false;
    for (const [userId, linked] of this.links) if (linked === richMenuId) this.links.delete(userId);
    if (this.defaultId === richMenuId) this.defaultId = undefined;
    return true;
  }
}

/** The form in which the platform shows a menu. */
export const menuAnswer = (menu: RichMenu) => ({ richMenuId: menu.richMenuId, ...menu.body });
