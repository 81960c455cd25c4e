// People see the menu of their role and language as soon as it changes, through the whole service and the simulated LINE.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seedDemo } from '../../bot/demo/seed.ts';
import { MenuCallFailed } from '../../bot/line/menu-client.ts';
import { readEvent } from '../../bot/turn/read-event.ts';
import { checkMenus } from '../../jobs/check-menus.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import {
  claimMenuWishes,
  countMenuLinks,
  endMenuWishes,
  forgetMenuLink,
  menuOf,
  wishMenu,
} from '../../models/menu-link.ts';
import { actAs, giveRole, revokeOfficial } from '../../models/person.ts';
import type { Role } from '../../models/role.ts';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { emptyDatabase, runService } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { fromPerson, personNumber, postbackEvent, textEvent } from '../builders/webhook-events.ts';
import { type MenuStand, startMenuStand } from './menu-stand.ts';

const MALI = personNumber(1);
const COORDINATOR = personNumber(2);
const AGENCY = '030700003';
const NOW = new Date('2018-05-08T05:00:00Z');
const LEASE = 60_000;
/** With a role: the two of these tests, and three of the demonstration. */
const EVERYBODY = 5;
const PROVINCE: Role = { role: 'coordinator', scope: 'province:48' };
const OFFICIAL: Role = { role: 'official', agency: AGENCY };

let database: TestDatabase;
let stand: MenuStand;
let bot: ReturnType<typeof runService>;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
beforeEach(async () => {
  await seedDemo(NOW);
  stand = await startMenuStand();
  stand.platform.addFollowers([MALI, COORDINATOR]);
  await stand.deploy();
  bot = runService({ menus: stand.line });
});
afterEach(async () => {
  await bot.stop();
  await stand.close();
  await emptyDatabase();
});

let changes = 0;
function change(by = 'manage') {
  changes += 1;
  return { by, at: NOW, key: `change${changes}` };
}

const give = (person: string, role: Role) => giveRole(person, role, change());

async function types(person: string, ...words: string[]): Promise<string> {
  for (const text of words) await bot.send(textEvent(text, { source: fromPerson(person) }));
  return JSON.stringify(bot.line.calls.at(-1)?.messages);
}

const sees = (person: string, key: string) =>
  until(`the menu is ${key}`, () => stand.shownTo(person) === key);

describe('in the chat', () => {
  test('choosing English changes the menu, and Thai brings the default back', async () => {
    expect(stand.shownTo(MALI)).toBe('th-c-citizen');
    await types(MALI, 'English');
    await sees(MALI, 'en-c-citizen');
    await types(MALI, 'ภาษาไทย');
    await sees(MALI, 'th-c-citizen');
    await until('nothing is remembered', async () => (await menuOf(MALI)) === undefined);
    expect(stand.platform.richMenus.links.has(MALI)).toBe(false);
  });

  test('a code that gives a role, the role in use, and giving it back', async () => {
    await give(COORDINATOR, PROVINCE);
    const shown = await types(COORDINATOR, 'เชิญ', 'ยอมรับ', '1', AGENCY, '1', 'ใช่');
    const [code = ''] = /[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(shown) ?? [];
    await types(MALI, `ลงทะเบียน ${code}`, 'ยอมรับ');
    await sees(MALI, 'th-oc-official');
    await give(MALI, PROVINCE);
    await types(MALI, 'ยกเลิก', 'บทบาท', '1');
    await sees(MALI, 'th-koc-official');
    await types(MALI, 'บทบาท', '1');
    await sees(MALI, 'th-koc-coordinator');
  });

  test('an ordinary turn asks LINE for nothing about menus, nor the database', async () => {
    await types(MALI, 'English');
    await sees(MALI, 'en-c-citizen');
    stand.writes();
    await types(MALI, 'help', 'thanks');
    expect(stand.writes()).toEqual({});
    const { linked, waiting } = await countMenuLinks();
    expect([linked.get('en-c-citizen'), waiting]).toEqual([1, 0]);
  });

  test('an answer is not held up by a LINE that links nothing, and the menu comes later', async () => {
    stand.platform.faults.calls = [{ kind: 'serverError', endpoint: 'richmenu-link', remaining: 1 }];
    expect(await types(MALI, 'English')).toContain('English');
    await until('it was tried', () => stand.platform.faults.calls.length === 0);
    await until('it waits', async () => (await countMenuLinks()).waiting === 1);
    expect(bot.lines.filter(({ level }) => level >= 50)).toEqual([]);
    stand.clock.instant = Date.now() + LEASE;
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('en-c-citizen');
  });
});

describe('from outside', () => {
  test('roles given and revoked by others are seen by the next look', async () => {
    await give(MALI, OFFICIAL);
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('th-oc-official');
    await give(COORDINATOR, PROVINCE);
    await revokeOfficial({ person: MALI, agency: AGENCY, reason: 'ย้าย' }, change(COORDINATOR));
    await stand.linker.all();
    expect([stand.shownTo(MALI), stand.shownTo(COORDINATOR)]).toEqual(['th-c-citizen', 'th-kc-coordinator']);
  });

  test('the role in use wins over the tab somebody left open', async () => {
    await give(MALI, OFFICIAL);
    await give(MALI, PROVINCE);
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('th-koc-coordinator');
    const { aliases, links } = stand.platform.richMenus;
    links.set(MALI, String(aliases.get(aliasOf('th-koc-citizen'))));
    await actAs(MALI, PROVINCE);
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('th-koc-coordinator');
  });

  test('somebody LINE does not find counts as linked; a menu LINE does not find does not', async () => {
    await give(MALI, OFFICIAL);
    const link = stand.line.link;
    stand.line.link = () => Promise.reject(new MenuCallFailed('link', 'missing', '404', undefined));
    expect(await stand.linker.all()).toEqual({ looked: 1, linked: 1, failed: 0 });
    stand.line.link = link;
    await wishMenu(MALI);
    stand.platform.richMenus.delete(String(stand.platform.richMenus.aliases.get(aliasOf('th-oc-official'))));
    expect(await stand.linker.all()).toEqual({ looked: 1, linked: 0, failed: 1 });
    // The next deployment makes the menu anew and links whoever waits for it.
    await stand.deploy();
    stand.clock.instant += 3_600_000;
    await stand.linker.all();
    expect(stand.shownTo(MALI)).toBe('th-oc-official');
  });

  test('the nightly look finds who was never wished for, and leaves the others alone', async () => {
    await give(MALI, OFFICIAL);
    await give(COORDINATOR, PROVINCE);
    await stand.linker.all();
    await forgetMenuLink(MALI);
    stand.platform.richMenus.links.delete(MALI);
    stand.writes();
    const lease = { fence: 1, check: async () => undefined };
    expect(await checkMenus.run(NOW, lease)).toEqual({ waiting: EVERYBODY });
    expect(await stand.linker.all()).toEqual({ looked: EVERYBODY, linked: EVERYBODY, failed: 0 });
    expect(stand.writes()).toEqual({ 'richmenu-link': 1 });
    expect(stand.shownTo(MALI)).toBe('th-oc-official');
  });
});

describe('several processes', () => {
  // The service links too: here the test alone takes people in hand.
  beforeEach(async () => {
    await bot.stop();
    bot = runService();
  });

  const claim = (holder: string, now = NOW) =>
    claimMenuWishes({ holder, now, leaseMilliseconds: LEASE, limit: 500 });

  test('one person is in one pair of hands, until the lease ends', async () => {
    await wishMenu(MALI);
    const both = await Promise.all([claim('a'), claim('b')]);
    expect(both.flat()).toHaveLength(1);
    expect(await claim('c', new Date(NOW.getTime() + LEASE))).toHaveLength(1);
  });

  test('a wish that comes meanwhile is not lost, and does not run beside the first one', async () => {
    await wishMenu(MALI);
    const [wish] = await claim('a');
    if (!wish) throw new Error('nobody to link');
    await wishMenu(MALI);
    expect(await claim('b')).toEqual([]);
    await endMenuWishes('a', [{ ...wish, wanted: 'th-oc-official', linked: 'richmenu-1' }], NOW);
    expect(await claim('b')).toMatchObject([{ person: MALI, linked: 'unknown' }]);
  });
});

describe('tabs', () => {
  const params = { newRichMenuAliasId: 'pakmud-th-oc-citizen', status: 'SUCCESS' };
  const tapped = (changed: object) =>
    readEvent(postbackEvent('1w|help', { postback: { data: '1w|help', params: { ...params, ...changed } } }));

  test('are answered by LINE alone; one that leads nowhere is answered with what the bot can do', () => {
    expect(tapped({})).toEqual({ kind: 'silence' });
    expect(tapped({ status: 'RICHMENU_NOTFOUND' })).toMatchObject({
      kind: 'input',
      input: { kind: 'button', button: { kind: 'word', word: 'help' } },
    });
  });
});
