// Everybody moves from a replaced menu to its new version by one request, also when LINE takes long, fails or is silent.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { countMenuLinks } from '../../models/menu-link.ts';
import { movesUnderWay } from '../../models/menu-moves.ts';
import { giveRole } from '../../models/person.ts';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { menus } from '../../rich-menus/menus.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { type MenuStand, startMenuStand } from './menu-stand.ts';

const MALI = personNumber(1);
const SOMCHAI = personNumber(2);
const OFFICIAL = 'th-oc-official';
const TAB = 'th-oc-citizen';

let disconnect: () => Promise<void>;
let stand: MenuStand;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  stand = await startMenuStand();
  await makeOfficials(MALI, SOMCHAI);
  await stand.deploy();
});
afterEach(() => stand.close());

async function makeOfficials(...people: string[]): Promise<void> {
  stand.platform.addFollowers(people);
  const role = { role: 'official' as const, agency: '030700001' };
  for (const person of people) await giveRole(person, role, { by: 'manage', at: NOON, key: person });
}

/** Somebody taps the tab of another of their menus: LINE shows it, and nobody tells the bot which menu that is. */
function tapTab(person: string, key: string): void {
  stand.platform.richMenus.link(person, String(stand.platform.richMenus.aliases.get(aliasOf(key))));
}

const batches = () => stand.platform.richMenus.batches;
const isThere = (id: string) => stand.platform.richMenus.menus.has(id);
const underWay = () => movesUnderWay(stand.line.channel);

/** All is as after a deployment that nothing disturbed: nothing is left, and a further run only reads. */
async function expectSettled(): Promise<void> {
  expect(stand.atLine().menus).toHaveLength(menus.length);
  expect(await underWay()).toBeUndefined();
  stand.calls();
  await stand.deploy();
  expect(stand.calls()).toEqual({ 'richmenu-list': 1, 'richmenu-alias-list': 1, 'richmenu-default-get': 1 });
}

describe('by one request', () => {
  test('who is on another tab stays on it: nobody loses the menu they look at', async () => {
    tapTab(MALI, TAB);
    stand.age(TAB);
    await stand.deploy();
    expect([stand.shownTo(MALI), stand.shownTo(SOMCHAI)]).toEqual([TAB, OFFICIAL]);
    await expectSettled();
  });

  test('thousands of people cost as many calls as one', async () => {
    await makeOfficials(...Array.from({ length: 1_200 }, (_, nth) => personNumber(100 + nth)));
    await stand.linker.all();
    stand.age(OFFICIAL);
    stand.age(TAB);
    stand.calls();
    await stand.deploy();
    expect(stand.calls()).toMatchObject({ 'richmenu-batch': 1, 'richmenu-batch-progress': 1 });
    expect(stand.platform.callsOf('richmenu-bulk-link')).toBe(0);
    expect(stand.shownTo(personNumber(1_299))).toBe(OFFICIAL);
    expect((await countMenuLinks()).linked.get(OFFICIAL)).toBe(1_202);
    await expectSettled();
  });

  test('a menu of ours that is no longer wanted is taken from people before it is deleted', async () => {
    const { richMenus } = stand.platform;
    const id = stand.age(OFFICIAL);
    richMenus.aliases.set('pakmud-old', id);
    richMenus.aliases.delete(aliasOf(OFFICIAL));
    stand.calls();
    await stand.deploy();
    expect(stand.calls()).toMatchObject({
      'richmenu-batch': 1,
      'richmenu-alias-delete': 1,
      'richmenu-delete': 1,
    });
    expect([stand.shownTo(MALI), isThere(id)]).toEqual([OFFICIAL, false]);
  });

  test('the default menu is nobody’s own: replacing it moves nobody', async () => {
    stand.age('th-c-citizen');
    stand.calls();
    await stand.deploy();
    expect(stand.calls()['richmenu-batch']).toBeUndefined();
  });
});

describe('while LINE is not done', () => {
  test('old menus stay, nobody is linked one by one, and the next run finishes', async () => {
    const old = stand.age(OFFICIAL);
    batches().fate = 'held';
    const { leftBehind, linked } = await stand.deploy();
    expect([leftBehind, linked.looked, isThere(old)]).toEqual([{ why: 'moving' }, 0, true]);
    expect(stand.platform.richMenus.shownTo(MALI)?.richMenuId).toBe(old);
    expect(stand.platform.callsOf('richmenu-batch-progress')).toBe(10);
    batches().finish();
    stand.calls();
    expect((await stand.deploy()).leftBehind).toBeUndefined();
    expect(stand.calls()).toEqual({
      'richmenu-list': 1,
      'richmenu-alias-list': 1,
      'richmenu-default-get': 1,
      'richmenu-batch-progress': 1,
      'richmenu-delete': 1,
    });
    expect([stand.shownTo(MALI), isThere(old)]).toEqual([OFFICIAL, false]);
    await expectSettled();
  });

  test('a menu that changes again meanwhile: both older versions lead to the newest', async () => {
    const first = stand.age(OFFICIAL);
    batches().fate = 'held';
    await stand.deploy();
    const second = stand.age(OFFICIAL);
    tapTab(SOMCHAI, OFFICIAL);
    batches().fate = 'done';
    await stand.deploy();
    expect([stand.shownTo(MALI), stand.shownTo(SOMCHAI)]).toEqual([OFFICIAL, OFFICIAL]);
    expect([isThere(first), isThere(second)]).toEqual([false, false]);
    await expectSettled();
  });

  test('who is given another role sees its menu at once', async () => {
    stand.age(OFFICIAL);
    batches().fate = 'held';
    await stand.deploy();
    const role = { role: 'coordinator' as const, scope: 'province:48' };
    await giveRole(MALI, role, { by: 'manage', at: NOON, key: 'another' });
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('th-koc-coordinator');
  });
});

describe('when it goes wrong', () => {
  test.each(['loseAnswer', 'serverError'] as const)(
    '%s: asked once more under the same key',
    async (kind) => {
      stand.age(OFFICIAL);
      stand.platform.faults.calls = [{ kind, endpoint: 'richmenu-batch', remaining: 1 }];
      stand.calls();
      expect((await stand.deploy()).leftBehind).toBeUndefined();
      expect(stand.calls()['richmenu-batch']).toBe(2);
      expect(stand.shownTo(MALI)).toBe(OFFICIAL);
      await expectSettled();
    },
  );

  test('failed half-way: goes on under the same key', async () => {
    stand.age(OFFICIAL);
    const { fate } = batches();
    batches().fate = 'failed';
    // Its progress is asked for before anything else comes.
    const progress = stand.line.moveProgress;
    stand.line.moveProgress = async (requestId) => {
      const phase = await progress(requestId);
      batches().fate = fate;
      return phase;
    };
    await stand.deploy();
    expect([stand.shownTo(MALI), stand.shownTo(SOMCHAI)]).toEqual([OFFICIAL, OFFICIAL]);
    expect(stand.platform.callsOf('richmenu-batch')).toBe(2);
    await expectSettled();
  });

  test.each([
    ['richmenu-batch', 'tooManyRequests', 1],
    ['richmenu-batch', 'badRequest', 1],
    ['richmenu-batch', 'loseAnswer', 2],
    ['richmenu-batch-progress', 'serverError', 1],
    ['richmenu-delete', 'tooManyRequests', 1],
  ] as const)(
    '%s %s: people keep a menu that works, and the next run finishes',
    async (endpoint, kind, remaining) => {
      const old = stand.age(OFFICIAL);
      stand.platform.faults.calls = [{ kind, endpoint, remaining }];
      expect((await stand.deploy()).leftBehind).toMatchObject({ why: 'failed' });
      expect(isThere(old)).toBe(true);
      expect(stand.platform.richMenus.shownTo(MALI)?.body.name).toMatch(/^pakmud-th-oc-official /);
      expect((await stand.deploy()).leftBehind).toBeUndefined();
      expect([stand.shownTo(MALI), stand.shownTo(SOMCHAI), isThere(old)]).toEqual([
        OFFICIAL,
        OFFICIAL,
        false,
      ]);
      await expectSettled();
    },
  );
});
