/**
 * Showing people the menu of their role and language. Whoever's role or language changed is found in the database,
 * looked at as they are now, and linked: many with the same menu by one call. What fails is tried again.
 */

import { languagesOf } from '../../models/conversation.ts';
import { claimMenuWishes, endMenuWishes, type LinkedPerson, type MenuWish } from '../../models/menu-link.ts';
import { peopleByIds } from '../../models/person.ts';
import { keyOfAlias } from '../../rich-menus/line-object.ts';
import { DEFAULT_MENU, menuFor } from '../../rich-menus/menus.ts';
import { LINKED_AT_ONCE, MenuCallFailed, type MenuClient } from '../line/menu-client.ts';
import type { Log } from '../log.ts';
import { whoIs } from '../turn/load-with-roles.ts';

/** What linking asks of LINE. */
export type LinkingClient = Pick<MenuClient, 'aliases' | 'menus' | 'link'>;

/** What linking needs. `newId` gives UUIDs. */
export type LinkParts = {
  line: LinkingClient;
  now: () => Date;
  newId: () => string;
  log: Log;
};

/** What became of a round. */
export type LinkRound = { looked: number; linked: number; failed: number };

/** Longer than all calls of a round together. Milliseconds. */
const LEASE = 60_000;
/** After a failure that passes. Milliseconds. */
const RETRY = 30_000;
/** Where LINE has no such menu: somebody has to deploy it first. Milliseconds. */
const RETRY_UNDEPLOYED = 600_000;
/** A deployment elsewhere gives the menus new ids; so long the old ones may be used. Milliseconds. */
const IDS_KNOWN_FOR = 60_000;

/** Links people, knowing for a while which menu has which id. */
export class MenuLinker {
  readonly #parts: LinkParts;
  #ids: { byKey: ReadonlyMap<string, string>; until: number } | undefined;

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  /** Looks at up to 500 people who are due. */
  async round(): Promise<LinkRound> {
    const { newId, now } = this.#parts;
    const holder = newId();
    const claim = { holder, now: now(), leaseMilliseconds: LEASE, limit: LINKED_AT_ONCE };
    const wishes = await claimMenuWishes(claim);
    if (wishes.length === 0) return { looked: 0, linked: 0, failed: 0 };
    const done: LinkedPerson[] = [];
    let retry = RETRY;
    for (const [key, people] of await byMenu(wishes)) {
      const result = await this.#linkAll(key, people);
      done.push(...result.done);
      retry = Math.max(retry, result.retry);
    }
    await endMenuWishes(holder, done, new Date(now().getTime() + retry));
    return { looked: wishes.length, linked: done.length, failed: wishes.length - done.length };
  }

  /** Rounds until nobody is due. */
  async all(): Promise<LinkRound> {
    const sum = { looked: 0, linked: 0, failed: 0 };
    for (let last = await this.round(); last.looked > 0; last = await this.round()) {
      sum.looked += last.looked;
      sum.linked += last.linked;
      sum.failed += last.failed;
    }
    return sum;
  }

  /** Forgets which menu has which id. */
  forgetIds(): void {
    this.#ids = undefined;
  }

  async #linkAll(key: string, people: MenuWish[]): Promise<{ done: LinkedPerson[]; retry: number }> {
    try {
      const id = key === DEFAULT_MENU ? undefined : (await this.#menuIds()).get(key);
      if (!id && key !== DEFAULT_MENU) return { done: [], retry: RETRY_UNDEPLOYED };
      const others = people.filter(({ linked }) => linked !== id);
      await this.#link(
        id,
        others.map(({ person }) => person),
      );
      return { done: people.map((one) => ({ ...one, wanted: key, linked: id })), retry: 0 };
    } catch (error) {
      this.forgetIds();
      this.#parts.log.warn({ err: error, menu: key, people: people.length }, 'a menu could not be linked');
      if (!(error instanceof MenuCallFailed)) throw error;
      return { done: [], retry: RETRY };
    }
  }

  async #link(id: string | undefined, people: string[]): Promise<void> {
    if (people.length === 0) return;
    try {
      await this.#parts.line.link(id, people);
    } catch (error) {
      const isGone = error instanceof MenuCallFailed && error.why === 'missing';
      // Of one person alone it may be the person whom LINE does not find: that is as good as linked.
      if (!isGone || people.length > 1 || !(await this.#stillThere(id))) throw error;
    }
  }

  /** An alias may stand for a menu that was deleted: only the list of menus tells. */
  async #stillThere(id: string | undefined): Promise<boolean> {
    return (await this.#parts.line.menus()).some(({ richMenuId }) => richMenuId === id);
  }

  async #menuIds(): Promise<ReadonlyMap<string, string>> {
    const now = this.#parts.now().getTime();
    if (this.#ids && now < this.#ids.until) return this.#ids.byKey;
    const aliases = await this.#parts.line.aliases();
    const byKey = new Map(
      aliases.flatMap(({ richMenuAliasId, richMenuId }) => {
        const key = keyOfAlias(richMenuAliasId);
        return key ? [[key, richMenuId] as const] : [];
      }),
    );
    this.#ids = { byKey, until: now + IDS_KNOWN_FOR };
    return byKey;
  }
}

/** Which of these people see which menu, as they are now; those nobody knows see the default one. */
async function byMenu(wishes: readonly MenuWish[]): Promise<Map<string, MenuWish[]>> {
  const ids = wishes.map(({ person }) => person);
  const [people, languages] = await Promise.all([peopleByIds(ids), languagesOf(ids)]);
  return Map.groupBy(wishes, ({ person }) => {
    const { roles, acting } = whoIs(people.get(person) ?? { id: person, roles: [] });
    return menuFor({ roles, acting, language: languages.get(person) === 'en' ? 'en' : 'th' });
  });
}
