/** Rich menus, their pictures, aliases and links to people, as the platform keeps them. */

/** A rich menu object as the bot sent it and the platform validated it. */
type RichMenuBody = { size: { width: number; height: number }; [property: string]: unknown };

type RichMenuImage = { bytes: Uint8Array; contentType: string };

export type RichMenu = { richMenuId: string; body: RichMenuBody; image?: RichMenuImage };

/** At most so many menus, and so many aliases. */
export const mostMenus = 1000;

/** The state only; what is allowed is decided where the requests come in. */
export class RichMenus {
  readonly menus = new Map<string, RichMenu>();
  readonly aliases = new Map<string, string>();
  /** Rich menu ids by user id. */
  readonly links = new Map<string, string>();
  defaultId: string | undefined;
  /** When batches were accepted, by request id; the simulated platform finishes them at once. */
  readonly batches = new Map<string, Date>();

  rememberBatch(requestId: string, acceptedAt: Date): void {
    this.batches.set(requestId, acceptedAt);
    const [oldest] = this.batches.keys();
    if (this.batches.size > mostMenus && oldest !== undefined) this.batches.delete(oldest);
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
