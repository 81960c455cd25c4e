// LINE's hourly limits are kept over all runs and processes together: what was called is remembered.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { menusCommandOn } from '../../bot/manage/menus.ts';
import { deployInBackground } from '../../bot/menus/deploy-in-background.ts';
import { callsLeft, holdCalls, settleCalls } from '../../models/menu-calls.ts';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { menus } from '../../rich-menus/menus.ts';
import { callCommand } from '../manage/call-command.ts';
import { connectRegisters, emptyRegisters, NOON } from '../models/register-builder.ts';
import { drawOnce, type MenuStand, startMenuStand } from './menu-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const none = { create: 0, delete: 0, deleteAlias: 0, move: 0, moveProgress: 0 };
/** So many first deployments make at most a hundred menus. */
const WITHIN_AN_HOUR = Math.floor(100 / menus.length);

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

/** LINE as if somebody had deleted everything by hand, which costs nothing of ours. */
function emptyLine(): void {
  const { richMenus } = stand.platform;
  for (const id of [...richMenus.menus.keys()]) richMenus.delete(id);
  richMenus.aliases.clear();
}

async function deployWhileAllowed(): Promise<void> {
  for (let nth = 0; nth < WITHIN_AN_HOUR; nth += 1) {
    emptyLine();
    await stand.deploy();
  }
  emptyLine();
  stand.writes();
}

describe('repeated runs', () => {
  test('the one that would go beyond the limit says so and calls nothing that writes', async () => {
    await deployWhileAllowed();
    const refusal = await stand.deploy().catch((error: unknown) => error);
    expect(stand.writes()).toEqual({});
    expect(refusal).toMatchObject({
      code: 'menu-calls-used-up',
      lacking: [
        {
          call: 'create',
          left: 100 - WITHIN_AN_HOUR * menus.length,
          needed: menus.length,
          freeAt: expect.any(Date),
        },
      ],
    });
  });

  test('an hour after the calls it goes on; LINE never saw more than it takes', async () => {
    await deployWhileAllowed();
    stand.clock.instant += HOUR - 1;
    await expect(stand.deploy()).rejects.toMatchObject({ code: 'menu-calls-used-up' });
    stand.clock.instant += 1;
    await stand.deploy();
    expect(stand.atLine().menus).toHaveLength(menus.length);
  });

  test('a run that is refused costs nothing, and one that changes nothing either', async () => {
    await stand.deploy();
    const before = await callsLeft(stand.line.channel, stand.now());
    await stand.deploy();
    expect(await callsLeft(stand.line.channel, stand.now())).toEqual(before);
    expect(before).toEqual({
      create: 100 - menus.length,
      delete: 100,
      deleteAlias: 100,
      move: 3,
      moveProgress: 100,
    });
  });

  test('what a failed run took back counts as well', async () => {
    stand.platform.faults.calls = [{ kind: 'serverError', endpoint: 'richmenu-default-set', remaining: 1 }];
    await expect(stand.deploy()).rejects.toMatchObject({ isTakenBack: true });
    expect(await callsLeft(stand.line.channel, stand.now())).toMatchObject({
      create: 100 - menus.length,
      delete: 100 - menus.length,
      deleteAlias: 100 - menus.length,
    });
  });

  test('a replacement needs one of the three moves an hour', async () => {
    await stand.deploy();
    for (let nth = 0; nth < 3; nth += 1) {
      stand.age('th-oc-official');
      await stand.deploy();
    }
    stand.age('th-oc-official');
    stand.writes();
    await expect(stand.deploy()).rejects.toMatchObject({ lacking: [{ call: 'move', left: 0, needed: 1 }] });
    expect(stand.writes()).toEqual({});
  });
});

describe('several processes', () => {
  test('two runs at the same moment do not both get the last calls', async () => {
    const hold = (run: string) =>
      holdCalls('channel', { run, needs: { ...none, create: 60 }, now: NOON, holdMilliseconds: MINUTE });
    const both = await Promise.all([hold('a'), hold('b')]);
    expect(both.map(({ isHeld }) => isHeld).toSorted()).toEqual([false, true]);
  });

  test('twenty at once get exactly what there is', async () => {
    const hold = (nth: number) =>
      holdCalls('channel', {
        run: `r${nth}`,
        needs: { ...none, create: 7 },
        now: NOON,
        holdMilliseconds: MINUTE,
      });
    const all = await Promise.all(Array.from({ length: 20 }, (_, nth) => hold(nth)));
    expect(all.filter(({ isHeld }) => isHeld)).toHaveLength(14);
    expect((await callsLeft('channel', NOON)).create).toBe(2);
  });

  test('the deployment in the background counts too, and keeps to it', async () => {
    await deployWhileAllowed();
    const deploying = deployInBackground({
      line: stand.line,
      now: stand.now,
      newId: () => 'run',
      log: stand.log,
    });
    await deploying.done;
    expect(stand.writes()).toEqual({});
    expect(stand.lines.map(({ msg }) => msg)).toContain('the rich menus were not deployed');
  });

  test('channels do not share their limits', async () => {
    const needs = { ...none, create: 100 };
    for (const channel of ['one', 'another'])
      expect(
        await holdCalls(channel, { run: 'r', needs, now: NOON, holdMilliseconds: MINUTE }),
      ).toMatchObject({ isHeld: true });
  });
});

describe('what is remembered', () => {
  const hold = (run: string, now: Date, create = 1) =>
    holdCalls('channel', { run, needs: { ...none, create }, now, holdMilliseconds: MINUTE });

  test('only what was really called counts, from when the run ended', async () => {
    await hold('a', NOON, 90);
    const ended = new Date(NOON.getTime() + MINUTE);
    await settleCalls('channel', 'a', { ...none, create: 5 }, ended);
    expect((await callsLeft('channel', ended)).create).toBe(95);
    expect((await callsLeft('channel', new Date(NOON.getTime() + HOUR))).create).toBe(95);
    expect((await callsLeft('channel', new Date(ended.getTime() + HOUR))).create).toBe(100);
  });

  test('of a run that was killed everything it held counts until an hour after it could have called', async () => {
    await hold('killed', NOON, 90);
    expect((await callsLeft('channel', new Date(NOON.getTime() + HOUR))).create).toBe(10);
    expect((await callsLeft('channel', new Date(NOON.getTime() + HOUR + MINUTE))).create).toBe(100);
  });

  test('it stays small: old runs go, and channels that are not used any more', async () => {
    await holdCalls('old', { run: 'r', needs: { ...none, create: 1 }, now: NOON, holdMilliseconds: 1 });
    for (let nth = 0; nth < 300; nth += 1) await hold(`r${nth}`, new Date(NOON.getTime() + nth * 6 * MINUTE));
    const { MenuCallsModel } = await import('../../models/menu-calls.ts');
    const stored = await MenuCallsModel.find().lean();
    expect(stored.map(({ _id }) => _id)).toEqual(['channel']);
    expect(stored[0]?.runs.length).toBeLessThanOrEqual(12);
  });

  test('a clock that was far ahead does not bar everything for years', async () => {
    await hold('ahead', new Date('2031-01-01T00:00:00Z'), 100);
    expect((await callsLeft('channel', NOON)).create).toBe(100);
  });
});

test('the command tells in plain words what is left and until when to wait', async () => {
  await deployWhileAllowed();
  const command = menusCommandOn(() => stand.line, drawOnce, stand.now);
  const { lines, failed } = await callCommand(command, ['deploy']);
  expect(failed).toBe(true);
  const left = 100 - WITHIN_AN_HOUR * menus.length;
  expect(lines).toEqual([
    `สร้างเมนู: ต้องใช้ ${menus.length} ครั้ง ยังเหลือ ${left} จาก 100 ครั้งต่อชั่วโมง ต้องรอถึง 8 พ.ค. 2561 13:00 น.`,
    `making menus: ${menus.length} calls needed, ${left} of 100 an hour left, wait until 2018-05-08T06:00:00.000Z`,
    'nothing was changed',
  ]);
  expect(stand.writes()).toEqual({});
  expect(stand.platform.richMenus.aliases.has(aliasOf('th-c-citizen'))).toBe(false);
});
