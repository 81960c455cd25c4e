// What is to be done so that LINE has our menus, as a table of what LINE may have.
import { describe, expect, test } from '@jest/globals';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { DEFAULT_MENU } from '../../rich-menus/menus.ts';
import { type AtLine, isDone, planBack, planInWords, planMenus, wantedMenus } from '../../rich-menus/plan.ts';

const wanted = wantedMenus();
const keys = wanted.map(({ menu }) => menu.key);
const idOf = (key: string) => `richmenu-${key}`;

/** LINE after a deployment. */
const inPlace: AtLine = {
  menus: wanted.map(({ menu, line }) => ({ richMenuId: idOf(menu.key), name: line.name })),
  aliases: keys.map((key) => ({ richMenuAliasId: aliasOf(key), richMenuId: idOf(key) })),
  defaultId: idOf(DEFAULT_MENU),
};
const nothing: AtLine = { menus: [], aliases: [], defaultId: undefined };
const foreign = { richMenuId: 'richmenu-foreign', name: 'made by hand' };

/** In short: what is made, whether the default is set, and what goes. */
function planned(found: AtLine) {
  const { create, aliases, moves, makeDefault, deleteAliases, deleteMenus, left } = planMenus(wanted, found);
  expect(aliases.map(({ key }) => key)).toEqual(create.map(({ menu }) => menu.key));
  return { create: create.map(({ menu }) => menu.key), moves, makeDefault, deleteAliases, deleteMenus, left };
}

const idle = { create: [], moves: [], makeDefault: false, deleteAliases: [], deleteMenus: [], left: 0 };
const [first = '', second = ''] = keys.filter((key) => key !== DEFAULT_MENU);
const renamed = (key: string) =>
  inPlace.menus.map((menu) =>
    menu.richMenuId === idOf(key) ? { ...menu, name: `pakmud-${key} old` } : menu,
  );
const many = Array.from({ length: 70 }, (_, nth) => ({
  richMenuId: `richmenu-old${nth}`,
  name: 'pakmud-old x',
}));

describe('the plan', () => {
  test.each<[string, AtLine, Partial<typeof idle> | object]>([
    ['LINE has nothing', nothing, { create: keys, makeDefault: true }],
    ['LINE has everything', inPlace, {}],
    [
      'somebody else has menus and aliases',
      {
        ...inPlace,
        menus: [...inPlace.menus, foreign],
        aliases: [...inPlace.aliases, { richMenuAliasId: 'theirs', richMenuId: foreign.richMenuId }],
      },
      {},
    ],
    [
      'one menu has changed',
      { ...inPlace, menus: renamed(first) },
      { create: [first], moves: [{ from: idOf(first), key: first }], deleteMenus: [idOf(first)] },
    ],
    [
      'the default menu has changed',
      { ...inPlace, menus: renamed(DEFAULT_MENU) },
      {
        create: [DEFAULT_MENU],
        makeDefault: true,
        deleteMenus: [idOf(DEFAULT_MENU)],
      },
    ],
    [
      'an alias is gone, so nobody knows whether its menu is whole',
      {
        ...inPlace,
        aliases: inPlace.aliases.filter(({ richMenuAliasId }) => richMenuAliasId !== aliasOf(first)),
      },
      { create: [first], deleteMenus: [idOf(first)] },
    ],
    [
      'an alias stands for the wrong menu',
      {
        ...inPlace,
        aliases: inPlace.aliases.map((alias) =>
          alias.richMenuAliasId === aliasOf(first) ? { ...alias, richMenuId: idOf(second) } : alias,
        ),
      },
      { create: [first], deleteMenus: [idOf(first)] },
    ],
    [
      'a menu was deleted under its alias',
      {
        ...inPlace,
        menus: inPlace.menus.filter(({ richMenuId }) => richMenuId !== idOf(first)),
      },
      { create: [first] },
    ],
    ['the default was changed by hand', { ...inPlace, defaultId: foreign.richMenuId }, { makeDefault: true }],
    [
      'a menu and an alias of ours are no longer used',
      {
        ...inPlace,
        menus: [...inPlace.menus, { richMenuId: 'richmenu-old', name: 'pakmud-old 0123' }],
        aliases: [...inPlace.aliases, { richMenuAliasId: 'pakmud-old', richMenuId: 'richmenu-old' }],
      },
      { moves: [{ from: 'richmenu-old' }], deleteAliases: ['pakmud-old'], deleteMenus: ['richmenu-old'] },
    ],
    [
      'more is left behind than may be deleted at once',
      { ...inPlace, menus: [...inPlace.menus, ...many] },
      {
        deleteMenus: many.slice(0, 50).map(({ richMenuId }) => richMenuId),
        left: 20,
      },
    ],
  ])('%s', (_what, found, expected) => {
    expect(planned(found)).toEqual({ ...idle, ...expected });
  });

  test('moves an alias that is there and makes one that is not', () => {
    const { aliases } = planMenus(wanted, { ...inPlace, menus: renamed(first) });
    expect(aliases).toEqual([{ alias: aliasOf(first), key: first, was: idOf(first) }]);
    expect(planMenus(wanted, nothing).aliases.every(({ was }) => was === undefined)).toBe(true);
  });

  test('moves that were not seen to end are taken up, unless their menu is gone or in use again', () => {
    const left = [{ richMenuId: 'richmenu-left', name: `pakmud-${first} older` }];
    const found = { ...inPlace, menus: [...renamed(first), ...left] };
    const { moves } = planMenus(wanted, found, [
      { from: 'richmenu-left', key: first },
      { from: 'richmenu-gone', key: first },
      { from: idOf(second), key: first },
      { from: idOf(first), key: first },
    ]);
    expect(moves).toEqual([
      { from: 'richmenu-left', key: first },
      { from: idOf(first), key: first },
    ]);
  });

  test('is told in words, one line a step; nothing to do is no line', () => {
    expect(planInWords(planMenus(wanted, inPlace))).toEqual([]);
    expect(isDone(planMenus(wanted, inPlace))).toBe(true);
    expect(planInWords(planMenus(wanted, { ...inPlace, menus: renamed(first) }))).toEqual([
      expect.stringMatching(new RegExp(`^make     ${first}  \\(\\d+ areas\\)$`)),
      `move     ${aliasOf(first)}`,
      `people   ${idOf(first)} to ${first}`,
      `delete   ${idOf(first)}`,
    ]);
  });
});

test('taking back: what is new of ours goes, aliases and default return, what is others’ stays', () => {
  const before = { ...inPlace, menus: [...inPlace.menus, foreign] };
  const made = { richMenuId: 'richmenu-new', name: 'pakmud-new' };
  const theirs = { richMenuId: 'richmenu-theirs', name: 'made meanwhile' };
  const now: AtLine = {
    menus: [...before.menus, made, theirs],
    aliases: [
      ...before.aliases.map((alias) =>
        alias.richMenuAliasId === aliasOf(first) ? { ...alias, richMenuId: made.richMenuId } : alias,
      ),
      { richMenuAliasId: 'pakmud-new', richMenuId: made.richMenuId },
    ],
    defaultId: made.richMenuId,
  };
  expect(planBack(before, now)).toEqual({
    moveAliases: new Map([[aliasOf(first), idOf(first)]]),
    deleteAliases: ['pakmud-new'],
    deleteMenus: [made.richMenuId],
    restoreDefault: true,
  });
});
