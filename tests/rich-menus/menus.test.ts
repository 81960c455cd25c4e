// The menus against the conversations: every tap leads somewhere, for those who see it, within LINE's limits.
import { describe, expect, test } from '@jest/globals';
import { mayUse } from '../../flows/engine/open-flow.ts';
import type { Role } from '../../flows/engine/who.ts';
import { decodeButton } from '../../flows/postback/codec.ts';
import { repertoire } from '../../flows/registry.ts';
import { layoutOf } from '../../rich-menus/layout.ts';
import { aliasOf, keyOfAlias, lineMenu } from '../../rich-menus/line-object.ts';
import type { Menu, MenuRole } from '../../rich-menus/menu.ts';
import { DEFAULT_MENU, menuFor, menus } from '../../rich-menus/menus.ts';
import { graphemesOf } from './graphemes.ts';

const official: Role = { role: 'official', agency: '030700001' };
const coordinator: Role = { role: 'coordinator', scope: 'province:21' };
const administrator: Role = { role: 'administrator' };

/** Somebody for each kind of menu, with no more than it takes to see it. */
const seers: Record<MenuRole, Role[][]> = {
  citizen: [[]],
  official: [[official]],
  coordinator: [[coordinator], [administrator]],
};

const byKey = menus.map((menu): [string, Menu] => [menu.key, menu]);

describe.each(byKey)('%s', (_key, menu) => {
  const { size, areas, name, chatBarText } = lineMenu(menu);

  test('opens flows that there are, and that whoever sees it may use', () => {
    for (const { button } of layoutOf(menu).buttons) {
      if (!('press' in button.deed)) continue;
      const { press } = button.deed;
      if (press.kind !== 'open') throw new Error(`${button.label.th} opens nothing`);
      const flow = repertoire.flows.find(({ id }) => id === press.flow);
      if (!flow) throw new Error(`there is no flow ${press.flow}`);
      for (const roles of seers[menu.content.role])
        expect([flow.id, mayUse(flow, { roles, acting: null, profile: null })]).toEqual([flow.id, true]);
    }
  });

  test('sends what the bot can read, and names every tap', () => {
    for (const { action } of areas) {
      expect(graphemesOf(action.label)).toBeLessThanOrEqual(20);
      expect(action.label).not.toBe('');
      if (action.type !== 'uri') expect(decodeButton(action.data)).toBeDefined();
      if (action.type === 'uri') expect(action.uri).toBe('https://line.me/R/nv/location/');
    }
  });

  test('has tabs that lead to menus with the same tabs, one of them itself', () => {
    const leads = menu.tabs.map(({ leadsTo }) => leadsTo);
    if (leads.length > 0) expect(leads).toContain(menu.key);
    for (const key of leads) {
      const other = menus.find((candidate) => candidate.key === key);
      expect(other?.language).toBe(menu.language);
      expect(other?.tabs).toEqual(menu.tabs);
    }
    const switches = areas.flatMap(({ action }) =>
      action.type === 'richmenuswitch' ? [keyOfAlias(action.richMenuAliasId)] : [],
    );
    expect(switches).toEqual(leads);
  });

  test('is covered by its areas, none over another', () => {
    const covered = areas.reduce((sum, { bounds }) => sum + bounds.width * bounds.height, 0);
    expect(covered).toBe(size.width * size.height);
    for (const [index, { bounds: one }] of areas.entries()) {
      expect(one.x >= 0 && one.x + one.width <= size.width).toBe(true);
      expect(one.y >= 0 && one.y + one.height <= size.height).toBe(true);
      for (const { bounds: other } of areas.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(isApart).toBe(true);
      }
    }
  });

  test('keeps LINE’s limits', () => {
    expect(size.width).toBe(2500);
    expect(size.height).toBeGreaterThanOrEqual(250);
    expect(size.width / size.height).toBeGreaterThanOrEqual(1.45);
    expect(areas.length).toBeLessThanOrEqual(20);
    expect(graphemesOf(chatBarText)).toBeLessThanOrEqual(14);
    expect(graphemesOf(name)).toBeLessThanOrEqual(300);
    expect(aliasOf(menu.key)).toMatch(/^[a-z0-9_-]{1,32}$/);
  });
});

test('keys and names are unique, and the name changes with what is seen or done', () => {
  const names = menus.map((menu) => lineMenu(menu).name);
  expect(new Set(menus.map(({ key }) => key)).size).toBe(menus.length);
  expect(new Set(names).size).toBe(names.length);
  const [first] = menus;
  if (!first) throw new Error('no menus');
  const { content } = first;
  const relabelled = { ...first, content: { ...content, bar: { th: 'อื่น', en: 'Other' } } };
  expect(lineMenu(relabelled).name).not.toBe(lineMenu(first).name);
  expect(lineMenu(structuredClone(first)).name).toBe(lineMenu(first).name);
});

describe('who sees which', () => {
  test.each<[string, Role[], Role | null]>([
    ['th-c-citizen', [], null],
    ['th-oc-official', [official], null],
    ['th-kc-coordinator', [coordinator], coordinator],
    ['th-kc-coordinator', [administrator], null],
    ['th-koc-official', [coordinator, official], official],
    ['th-koc-coordinator', [coordinator, official], null],
    ['th-koc-official', [official, coordinator], null],
    ['th-koc-coordinator', [official, administrator], administrator],
    // A role in use that was taken away does not come here: the database forgets it together with the role.
  ])('%s', (key, roles, acting) => {
    expect(menuFor({ roles, acting, language: 'th' })).toBe(key);
    expect(menuFor({ roles, acting, language: 'en' })).toBe(key.replace('th-', 'en-'));
    expect(menus.map((menu) => menu.key)).toContain(key);
  });

  test('nobody in particular: the default', () => {
    expect(menuFor({ roles: [], acting: null, language: 'th' })).toBe(DEFAULT_MENU);
  });
});
