// A deployment that dies at any call: people keep menus that work, and the next run makes everything equal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { MenuCallFailed, type MenuClient } from '../../bot/line/menu-client.ts';
import type { CallFault } from '../../bot/simulator/faults.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { giveRole } from '../../models/person.ts';
import { aliasOf, keyOfAlias } from '../../rich-menus/line-object.ts';
import { DEFAULT_MENU } from '../../rich-menus/menus.ts';
import { wantedMenus } from '../../rich-menus/plan.ts';
import { emptyDatabase } from '../builders/running-service.ts';
import { channelAccessToken } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { NOON } from '../models/register-builder.ts';
import { type MenuStand, startMenuStand } from './menu-stand.ts';

const MALI = personNumber(1);
const SOMCHAI = personNumber(2);
const STRANGER = personNumber(3);
const OFFICIAL = 'th-oc-official';
const TAB = 'th-oc-citizen';
const changed = [OFFICIAL, TAB, DEFAULT_MENU];
const names = new Map(wantedMenus().map(({ menu, line }) => [menu.key, line.name]));

let database: TestDatabase;
let stand: MenuStand;
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
});
afterAll(async () => {
  await disconnectModels();
  await database.close();
});
/** Everything is deployed, three menus have changed since, and one person looks at the tab of another role. */
beforeEach(async () => {
  await emptyDatabase();
  stand = await startMenuStand();
  stand.platform.addFollowers([MALI, SOMCHAI, STRANGER]);
  const role = { role: 'official' as const, agency: '030700001' };
  for (const person of [MALI, SOMCHAI]) await giveRole(person, role, { by: 'manage', at: NOON, key: person });
  await stand.deploy();
  const { richMenus } = stand.platform;
  richMenus.link(SOMCHAI, String(richMenus.aliases.get(aliasOf(TAB))));
  for (const key of changed) stand.age(key);
  stand.calls();
});
afterEach(() => stand.close());

/** Each person sees a whole menu of the right kind, old or new, and every alias leads to a whole menu. */
function expectWorkingMenus(): void {
  const { richMenus } = stand.platform;
  const seen = [MALI, SOMCHAI, STRANGER].map((person) => richMenus.shownTo(person));
  expect(seen.map((menu) => String(menu?.body.name).split(' ')[0])).toEqual(
    [OFFICIAL, TAB, DEFAULT_MENU].map(aliasOf),
  );
  const led = [...richMenus.aliases.values()].map((id) => richMenus.menus.get(id));
  expect([...led, ...seen].filter((menu) => menu?.image === undefined)).toEqual([]);
  expect(richMenus.aliases.size).toBe(names.size);
}

/** As after a deployment that nothing disturbed. */
function expectEqual(): void {
  const { menus, aliases, defaultId } = stand.atLine();
  expect(menus.map(([, name]) => name).toSorted()).toEqual([...names.values()].toSorted());
  const nameOf = new Map(menus.map(([id, name]) => [id, name]));
  for (const [alias, id] of aliases) expect(nameOf.get(id)).toBe(names.get(keyOfAlias(alias) ?? ''));
  expect(nameOf.get(defaultId ?? '')).toBe(names.get(DEFAULT_MENU));
  expect([MALI, SOMCHAI, STRANGER].map(stand.shownTo)).toEqual([OFFICIAL, TAB, DEFAULT_MENU]);
}

/** Menus whose new version has no alias yet: no fewer can be made. */
const notYetInPlace = () => {
  const { aliases, menus } = stand.platform.richMenus;
  return changed.filter((key) => menus.get(aliases.get(aliasOf(key)) ?? '')?.body.name !== names.get(key))
    .length;
};

const writing = [
  'create',
  'upload',
  'remove',
  'createAlias',
  'moveAlias',
  'removeAlias',
  'setDefault',
  'validateMove',
  'move',
  'moveProgress',
] as const satisfies readonly (keyof MenuClient)[];
const isWriting = new Set<string>(writing);

/** A client whose process dies at its `nth` call that writes: no later call of any kind is made. */
function dyingAt(nth: number, when: 'before' | 'after'): MenuClient {
  let calls = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    return new MenuCallFailed('killed', 'unclear', '', undefined);
  };
  return new Proxy(stand.line, {
    get(line, name, receiver) {
      const member = Reflect.get(line, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        if (isDead) throw die();
        calls += isWriting.has(String(name)) ? 1 : 0;
        const isLast = calls === nth;
        if (isLast && when === 'before') throw die();
        const answer = await Reflect.apply(member, line, given);
        if (isLast) throw die();
        return answer;
      };
    },
  });
}

/** Making, drawing and naming three, judging, the default, moving and its progress, deleting three. */
const CALLS = 16;
const points = Array.from({ length: CALLS }, (_, nth) => nth + 1);

describe.each(['before', 'after'] as const)('dead %s', (when) => {
  test.each(points)('its call %i', async (nth) => {
    const { leftBehind } = await stand
      .deploy(dyingAt(nth, when))
      .catch((error: Error) => ({ leftBehind: error }));
    // Of the last call the run only misses the answer.
    expect(leftBehind).toBeDefined();
    expectWorkingMenus();
    const missing = notYetInPlace();
    stand.calls();
    expect((await stand.deploy()).leftBehind).toBeUndefined();
    expect(stand.calls()['richmenu-create'] ?? 0).toBe(missing);
    expectEqual();
    await stand.deploy();
    expect(stand.writes()).toEqual({});
  });
});

test('those are all calls of an undisturbed run', async () => {
  await stand.deploy(dyingAt(CALLS + 1, 'before'));
  const counts: number[] = Object.values(stand.writes());
  expect(counts.reduce((all, one) => all + one, 0)).toBe(CALLS);
  expectEqual();
});

test('an answer that comes too late, of a call that was done: taken back, and the next run makes it equal', async () => {
  const hasty = { ...stand.line };
  hasty.create = async (menu) => {
    const made = stand.line.create(menu);
    await made;
    throw new MenuCallFailed('make a menu', 'unclear', 'no answer', undefined);
  };
  await expect(stand.deploy(hasty)).rejects.toMatchObject({ isTakenBack: true });
  expectWorkingMenus();
  await stand.deploy();
  expectEqual();
});

describe('SIGKILL of `manage menus deploy`', () => {
  const program = fileURLToPath(new URL('../../bot/manage/manage.ts', import.meta.url));

  function startCommand() {
    const { PATH = '', TMPDIR = '' } = process.env;
    const child = spawn(process.execPath, [program, 'menus', 'deploy'], {
      env: {
        PATH,
        ...(TMPDIR && { TMPDIR }),
        MONGODB_URI: database.uri,
        LINE_CHANNEL_SECRET: channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
        LINE_API_BASE_URL: stand.url,
        LINE_DATA_API_BASE_URL: stand.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const closed = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
    return { child, closed };
  }

  /** Ten minutes later nobody holds the right to deploy any more. */
  const leaseEnds = () =>
    mongoose.connection
      .collection<{ _id: string }>('job_leases')
      .updateOne({ _id: 'deploy-menus' }, { $set: { leaseUntil: new Date(0) } });

  const longer = 600_000;
  const points: [string, CallFault][] = [
    ['while a picture is sent', { kind: 'slow', endpoint: 'richmenu-image-put', milliseconds: longer }],
    [
      'when an alias was moved',
      { kind: 'answerLate', endpoint: 'richmenu-alias-update', milliseconds: longer },
    ],
    ['when people were moved', { kind: 'answerLate', endpoint: 'richmenu-batch', milliseconds: longer }],
  ];
  test.each(points)(
    '%s: people keep their menus, and run again it makes everything equal',
    async (_when, fault) => {
      stand.platform.faults.calls = [{ ...fault, remaining: 1 }];
      const { child, closed } = startCommand();
      const killed = until('the call is held', () => stand.platform.faults.calls.length === 0).then(() =>
        child.kill('SIGKILL'),
      );
      await Promise.race([killed, closed]);
      expect(await closed).toMatchObject({ signal: 'SIGKILL' });
      expectWorkingMenus();
      await leaseEnds();
      const missing = notYetInPlace();
      stand.calls();
      const again = await startCommand().closed;
      expect(again).toMatchObject({ code: 0, output: expect.stringContaining('LINE has all menus') });
      expect(stand.calls()['richmenu-create'] ?? 0).toBe(missing);
      expectEqual();
    },
  );
});
