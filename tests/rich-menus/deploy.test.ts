// Deploying to the simulated LINE: fresh, again, changed, and with each kind of call failing half-way.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { menusCommandOn } from '../../bot/manage/menus.ts';
import { DeploymentFailed } from '../../bot/menus/deploy-menus.ts';
import { lastChanges } from '../../models/audit.ts';
import { giveRole } from '../../models/person.ts';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { DEFAULT_MENU, menus } from '../../rich-menus/menus.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { callCommand } from '../manage/call-command.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { drawOnce, type MenuStand, startMenuStand } from './menu-stand.ts';

const HOUR = 3_600_000;
let disconnect: () => Promise<void>;
let stand: MenuStand;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  stand = await startMenuStand();
});
afterEach(() => stand.close());

const officials = (count: number) => Array.from({ length: count }, (_, nth) => personNumber(nth + 1));

async function makeOfficials(people: string[]): Promise<void> {
  stand.platform.addFollowers(people);
  const change = { by: 'manage', at: NOON };
  for (const person of people)
    await giveRole(person, { role: 'official', agency: '030700001' }, { ...change, key: person });
}

describe('deploying', () => {
  test('on a fresh channel: every menu with its picture and alias, and the default', async () => {
    await stand.deploy();
    const { menus: made, aliases, defaultId } = stand.atLine();
    expect(made).toHaveLength(menus.length);
    expect(made.every(([, , hasPicture]) => hasPicture)).toBe(true);
    expect(aliases.map(([alias]) => alias)).toEqual(menus.map(({ key }) => aliasOf(key)).toSorted());
    expect(defaultId).toBe(stand.platform.richMenus.aliases.get(aliasOf(DEFAULT_MENU)));
    const each = menus.length;
    expect(stand.writes()).toEqual({
      'richmenu-create': each,
      'richmenu-image-put': each,
      'richmenu-alias-create': each,
      'richmenu-default-set': 1,
    });
  });

  test('again: reads, and does nothing', async () => {
    await stand.deploy();
    const before = stand.atLine();
    stand.writes();
    await stand.deploy();
    expect(stand.writes()).toEqual({});
    expect(stand.atLine()).toEqual(before);
  });

  test('after one menu changed: makes that one, moves its people, deletes the old one', async () => {
    const people = officials(3);
    await makeOfficials(people);
    await stand.deploy();
    for (const person of people) expect(stand.shownTo(person)).toBe('th-oc-official');
    stand.writes();
    const old = stand.age('th-oc-official');
    const { linked } = await stand.deploy();
    expect(linked).toEqual({ looked: 0, linked: 0, failed: 0 });
    expect(stand.writes()).toEqual({
      'richmenu-create': 1,
      'richmenu-image-put': 1,
      'richmenu-batch-validate': 1,
      'richmenu-alias-update': 1,
      'richmenu-batch': 1,
      'richmenu-batch-progress': 1,
      'richmenu-delete': 1,
    });
    expect(stand.platform.richMenus.menus.has(old)).toBe(false);
    for (const person of people) expect(stand.shownTo(person)).toBe('th-oc-official');
  });

  test('1,100 people are linked by three calls', async () => {
    const people = officials(1_100);
    await makeOfficials(people);
    await stand.deploy();
    expect(stand.writes()).toMatchObject({ 'richmenu-bulk-link': 3 });
    expect(new Set(people.map(stand.shownTo))).toEqual(new Set(['th-oc-official']));
  });

  test('what others made stays', async () => {
    const { richMenus } = stand.platform;
    const body = { size: { width: 2500, height: 843 }, name: 'by hand' };
    richMenus.menus.set('richmenu-hand', { richMenuId: 'richmenu-hand', body });
    richMenus.aliases.set('by-hand', 'richmenu-hand');
    await stand.deploy();
    stand.age(DEFAULT_MENU);
    await stand.deploy();
    expect([richMenus.menus.has('richmenu-hand'), richMenus.aliases.get('by-hand')]).toEqual([
      true,
      'richmenu-hand',
    ]);
    expect(stand.platform.callsOf('richmenu-delete')).toBe(1);
  });
});

/** Each call that writes, and after how many of them the failing one comes. */
const calls = [
  'richmenu-create',
  'richmenu-image-put',
  'richmenu-batch-validate',
  'richmenu-alias-create',
  'richmenu-alias-update',
  'richmenu-default-set',
];
const kinds = ['serverError', 'tooManyRequests', 'badRequest', 'loseAnswer'] as const;

describe.each(calls)('%s fails', (endpoint) => {
  test.each(kinds)('%s: LINE has again what it had, and the next run finishes', async (kind) => {
    await stand.deploy();
    stand.age(DEFAULT_MENU);
    stand.age('en-oc-official');
    // An alias that somebody deleted is made anew.
    stand.platform.richMenus.aliases.delete(aliasOf('en-koc-citizen'));
    const before = stand.atLine();
    stand.platform.faults.calls = [{ kind, endpoint, remaining: 1 }];
    const failure = await stand.deploy().catch((error: unknown) => error);
    expect(stand.platform.faults.calls).toEqual([]);
    expect(failure).toBeInstanceOf(DeploymentFailed);
    expect(failure).toMatchObject({ isTakenBack: true });
    expect(stand.atLine()).toEqual(before);
    await stand.deploy();
    stand.writes();
    await stand.deploy();
    expect(stand.writes()).toEqual({});
    expect(stand.atLine().menus).toHaveLength(menus.length);
  });
});

test('a failure of the second picture on a fresh channel leaves nothing behind', async () => {
  const { line } = stand;
  let pictures = 0;
  const upload = line.upload;
  line.upload = async (...picture) => {
    pictures += 1;
    if (pictures === 2)
      stand.platform.faults.calls = [{ kind: 'serverError', endpoint: 'richmenu-image-put', remaining: 1 }];
    await upload(...picture);
  };
  await expect(stand.deploy()).rejects.toThrow('LINE has again the menus it had before');
  expect(stand.atLine()).toEqual({ menus: [], aliases: [], defaultId: undefined });
});

test('when taking back fails too, it says so, and the next run tidies up', async () => {
  stand.platform.faults.calls = [
    { kind: 'serverError', endpoint: 'richmenu-default-set', remaining: 1 },
    { kind: 'serverError', endpoint: 'richmenu-alias-delete', remaining: 1 },
  ];
  const failure = await stand.deploy().catch((error: unknown) => error);
  expect(failure).toMatchObject({ isTakenBack: false });
  await stand.deploy();
  expect(stand.atLine().menus).toHaveLength(menus.length);
  expect(stand.atLine().defaultId).toBeDefined();
});

test('the hourly limit: a run that meets it takes its menus back, and an hour later it goes through', async () => {
  stand.platform.rateLimits.overrides.set('richmenu-create', { calls: 5, milliseconds: HOUR });
  await expect(stand.deploy()).rejects.toMatchObject({ isTakenBack: true, cause: { why: 'rate' } });
  expect(stand.atLine().menus).toEqual([]);
  stand.platform.rateLimits.overrides.clear();
  stand.clock.instant += HOUR;
  await stand.deploy();
  expect(stand.atLine().menus).toHaveLength(menus.length);
});

test('hundreds of old menus are deleted a few dozen a run, never more than LINE allows in an hour', async () => {
  await stand.deploy();
  const body = { size: { width: 2500, height: 843 }, name: 'pakmud-old 0' };
  for (let nth = 0; nth < 120; nth += 1)
    stand.platform.richMenus.menus.set(`richmenu-old${nth}`, { richMenuId: `richmenu-old${nth}`, body });
  for (const left of [70, 20]) {
    const { plan, leftBehind } = await stand.deploy();
    expect([plan.left, leftBehind]).toEqual([left, undefined]);
  }
  // Within the same hour LINE lets no more go, which is known before it is asked.
  stand.writes();
  expect((await stand.deploy()).leftBehind).toEqual({ why: 'used-up' });
  expect(stand.writes()).toEqual({});
  stand.clock.instant += HOUR;
  expect((await stand.deploy()).leftBehind).toBeUndefined();
  expect(stand.atLine().menus).toHaveLength(menus.length);
});

describe('the command', () => {
  const call = (words: string[], options = {}) =>
    callCommand(
      menusCommandOn(() => stand.line, drawOnce),
      words,
      { options },
    );

  test('a dry run tells the plan, lets LINE judge it, and does nothing', async () => {
    const { lines, last } = await call(['deploy'], { 'dry-run': true });
    expect(lines.filter((line) => line.startsWith('make '))).toHaveLength(menus.length);
    expect(last).toBe('nothing was done: this was a dry run');
    expect(stand.writes()).toEqual({ 'richmenu-validate': menus.length });
  });

  test('deploys, says so, leaves an entry in the audit; the second time there is nothing to do', async () => {
    const first = await call(['deploy']);
    expect(first.lines).toContain('LINE has all menus');
    expect(first.failed).toBe(false);
    expect((await call(['deploy'])).lines).toEqual([
      'LINE had all menus already',
      'people: 0 linked, 0 to be tried again',
    ]);
    expect((await call(['deploy'], { 'dry-run': true })).lines).toEqual(['LINE has all menus already']);
    const entries = await lastChanges({ about: { kind: 'menu', id: 'all' } }, 10);
    expect(entries).toHaveLength(1);
  });

  test('status tells what LINE has and who is linked to what', async () => {
    expect((await call(['status'])).last).toMatch(/^not deployed: \d+ steps/);
    await makeOfficials(officials(2));
    await call(['deploy']);
    const { lines } = await call(['status']);
    expect(lines.find((line) => line.startsWith('pakmud-th-oc-official '))).toMatch(/ {2}2 people$/);
    expect(lines.find((line) => line.startsWith(`pakmud-${DEFAULT_MENU} `))).toMatch(
      /everybody else \(default\)$/,
    );
    expect(lines.slice(-2)).toEqual(['people waiting for their menu: 0', 'LINE has all menus']);
  });

  test('a failure is told in a line, with status failed', async () => {
    stand.platform.faults.calls = [{ kind: 'tooManyRequests', endpoint: 'richmenu-create', remaining: 1 }];
    const { lines, failed } = await call(['deploy']);
    expect(failed).toBe(true);
    expect(lines[0]).toMatch(/^the menus were not deployed: make a menu: rate .*LINE has again the menus/);
    expect(lines[1]).toMatch(/a hundred/);
  });

  test('how long LINE asks to wait is told', async () => {
    stand.platform.faults.calls = [
      { kind: 'tooManyRequests', endpoint: 'richmenu-create', retryAfterSeconds: 90, remaining: 1 },
    ];
    expect((await call(['deploy'])).last).toBe('LINE asks to try again after 90 seconds');
  });

  test.each([[[]], [['undeploy']], [['deploy', 'now']]])('%j is refused', async (words) => {
    await expect(call(words)).rejects.toThrow(/menus needs/);
  });
});
