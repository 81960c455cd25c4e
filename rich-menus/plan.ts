/** What has to be done so that LINE has exactly our menus: wanted compared with found. Pure; `bot/menus` carries it out. */
import { aliasOf, keyOfAlias, type LineMenu, lineMenu, OURS } from './line-object.ts';
import type { Menu } from './menu.ts';
import { DEFAULT_MENU, menus } from './menus.ts';

/** What LINE has, ours and others'. */
export type AtLine = {
  menus: readonly { richMenuId: string; name: string }[];
  aliases: readonly { richMenuAliasId: string; richMenuId: string }[];
  /** The menu of everybody who has none of their own. */
  defaultId: string | undefined;
};

/** A menu LINE is to have. */
export type Wanted = { menu: Menu; line: LineMenu };

/** An alias that is to stand for a menu made by this plan; `was` is what it stands for now, if it is there. */
export type AliasChange = { alias: string; key: string; was?: string };

/** Everybody linked to the menu with the id `from` is to see that of `key` instead; without `key` the default one. */
export type Move = { from: string; key?: string };

/** The steps, in the order in which they are done. Nothing in it: LINE has it all. */
export type Plan = {
  create: Wanted[];
  aliases: AliasChange[];
  /** Menus that are replaced or go, and may have people linked to them. They are deleted when these are moved. */
  moves: Move[];
  /** Whether the default is to be set. */
  makeDefault: boolean;
  deleteAliases: string[];
  deleteMenus: string[];
  /** Menus left for a later run: LINE lets delete so many an hour. */
  left: number;
  /** Ids of the menus that stay, by key. */
  kept: ReadonlyMap<string, string>;
};

/** Of the hundred deletions an hour; the rest is kept for taking back, should the next run fail half-way. */
const DELETIONS_IN_A_RUN = 50;

/** All menus as LINE is to have them. */
export function wantedMenus(): Wanted[] {
  return menus.map((menu) => ({ menu, line: lineMenu(menu) }));
}

/**
 * The plan. A menu is kept when its alias stands for it and its name has the hash of what is wanted: LINE gives an
 * alias only to a menu whose picture has arrived, so one that a crash left half-made is never taken for whole.
 * `underWay` are the moves that an earlier run did not see the end of.
 */
export function planMenus(wanted: readonly Wanted[], found: AtLine, underWay: readonly Move[] = []): Plan {
  const aliases = new Map(found.aliases.map((alias) => [alias.richMenuAliasId, alias.richMenuId]));
  const names = new Map(found.menus.map((menu) => [menu.richMenuId, menu.name]));
  const idOf = ({ menu, line }: Wanted): string | undefined => {
    const id = aliases.get(aliasOf(menu.key));
    return id !== undefined && names.get(id) === line.name ? id : undefined;
  };
  const kept = new Map(
    wanted.flatMap((one) => (idOf(one) ? [[one.menu.key, String(idOf(one))] as const] : [])),
  );
  const create = wanted.filter(({ menu }) => !kept.has(menu.key));
  const old = superfluous(found, new Set(kept.values()));
  const keys = new Set(wanted.map(({ menu }) => menu.key));
  return {
    create,
    aliases: create.map(({ menu: { key } }) => aliasChange(key, aliases.get(aliasOf(key)))),
    moves: movesFrom(new Set(old), [...underWay, ...found.aliases.flatMap(moveOf)], keys),
    makeDefault: found.defaultId === undefined || found.defaultId !== kept.get(DEFAULT_MENU),
    deleteAliases: ownAliases(found).filter(
      (alias) => !wanted.some(({ menu }) => aliasOf(menu.key) === alias),
    ),
    deleteMenus: old.slice(0, DELETIONS_IN_A_RUN),
    left: Math.max(0, old.length - DELETIONS_IN_A_RUN),
    kept,
  };
}

/** Whether there is anything to do. */
export function isDone({ create, makeDefault, deleteAliases, deleteMenus }: Plan): boolean {
  return !makeDefault && [create, deleteAliases, deleteMenus].every(({ length }) => length === 0);
}

/** What has to be done so that LINE has again what it had `before`; what only `now` has of ours goes. */
export function planBack(
  before: AtLine,
  now: AtLine,
): {
  moveAliases: Map<string, string>;
  deleteAliases: string[];
  deleteMenus: string[];
  restoreDefault: boolean;
} {
  const had = new Map(before.aliases.map((alias) => [alias.richMenuAliasId, alias.richMenuId]));
  const has = new Map(now.aliases.map((alias) => [alias.richMenuAliasId, alias.richMenuId]));
  const known = new Set(before.menus.map(({ richMenuId }) => richMenuId));
  return {
    moveAliases: new Map([...had].filter(([alias, id]) => alias.startsWith(OURS) && has.get(alias) !== id)),
    deleteAliases: ownAliases(now).filter((alias) => !had.has(alias)),
    deleteMenus: ownMenus(now).filter((id) => !known.has(id)),
    restoreDefault: before.defaultId !== now.defaultId,
  };
}

/** A plan in words, a line for each step. */
export function planInWords(plan: Plan): string[] {
  const { create, aliases, moves, makeDefault, deleteAliases, deleteMenus, left } = plan;
  return [
    ...create.map(({ menu, line }) => `make     ${menu.key}  (${line.areas.length} areas)`),
    ...aliases.map(({ alias, was }) => `${was ? 'move    ' : 'name    '} ${alias}`),
    ...(makeDefault ? [`default  ${DEFAULT_MENU}`] : []),
    ...moves.map(({ from, key }) => `people   ${from} to ${key ?? DEFAULT_MENU}`),
    ...deleteAliases.map((alias) => `unname   ${alias}`),
    ...deleteMenus.map((id) => `delete   ${id}`),
    ...(left > 0 ? [`${left} more to delete an hour later: run it again then`] : []),
  ];
}

const aliasChange = (key: string, was: string | undefined): AliasChange => ({
  alias: aliasOf(key),
  key,
  ...(was !== undefined && { was }),
});

const superfluous = (found: AtLine, kept: ReadonlySet<string>): string[] =>
  ownMenus(found).filter((id) => !kept.has(id));

/** An alias of ours tells whose menu it was: people are linked, and switch, only to menus with an alias. */
function moveOf({ richMenuAliasId, richMenuId }: AtLine['aliases'][number]): Move[] {
  const key = keyOfAlias(richMenuAliasId);
  return key === undefined ? [] : [{ from: richMenuId, key }];
}

/** From menus that go, each once. To the default menu nobody is linked, so from it there is nobody to move. */
function movesFrom(going: ReadonlySet<string>, moves: readonly Move[], keys: ReadonlySet<string>): Move[] {
  const byMenu = new Map(moves.map((move) => [move.from, move]));
  return [...byMenu.values()]
    .filter(({ from, key }) => going.has(from) && key !== DEFAULT_MENU)
    .map(({ from, key }) => ({ from, ...(key !== undefined && keys.has(key) && { key }) }));
}

const ownMenus = ({ menus: all }: AtLine) =>
  all.filter(({ name }) => name.startsWith(OURS)).map(({ richMenuId }) => richMenuId);

const ownAliases = ({ aliases }: AtLine) =>
  aliases.map(({ richMenuAliasId }) => richMenuAliasId).filter((alias) => alias.startsWith(OURS));
