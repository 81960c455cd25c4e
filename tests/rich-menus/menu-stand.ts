/** The simulated LINE with a client for its menus, on a database of the test's own. */
import { randomUUID } from 'node:crypto';
import { createMenuClient, type MenuClient } from '../../bot/line/menu-client.ts';
import { deployMenus } from '../../bot/menus/deploy-menus.ts';
import { MenuLinker } from '../../bot/menus/link-menus.ts';
import { drawSvg } from '../../bot/pictures/draw-svg.ts';
import { aliasOf } from '../../rich-menus/line-object.ts';
import { channelAccessToken, runSimulator } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import { keptLog } from '../fakes/kept-log.ts';

const drawings = new Map<string, Promise<Buffer>>();

/** Draws each picture once for all tests of a file. */
export function drawOnce(svg: string): Promise<Buffer> {
  const drawn = drawings.get(svg) ?? drawSvg(svg);
  drawings.set(svg, drawn);
  return drawn;
}

/** Starts it. `clock` is the time of both sides. */
export async function startMenuStand() {
  const clock = { instant: Date.parse('2018-05-08T05:00:00Z') };
  const now = () => new Date(clock.instant);
  const simulator = await runSimulator({ now });
  const { platform, url } = simulator;
  const line = createMenuClient({
    channelSecret,
    channelAccessToken,
    apiBaseUrl: url,
    dataApiBaseUrl: url,
    timeoutMilliseconds: 5_000,
  });
  const { log, lines } = keptLog();
  const linker = new MenuLinker({ line, now, newId: randomUUID, log });
  return {
    clock,
    now,
    url,
    platform,
    line,
    linker,
    lines,
    log,
    /** Deploys, also through another client; time does not pass between looks at how far LINE is. */
    deploy: (client?: MenuClient) =>
      deployMenus({
        line: client ?? line,
        linker: client ? new MenuLinker({ line: client, now, newId: randomUUID, log }) : linker,
        now,
        newId: randomUUID,
        draw: drawOnce,
        pause: async () => {},
      }),
    /** Makes LINE's copy of a menu an old one, as if our data had changed since; gives its id. */
    age(key: string): string {
      const id = platform.richMenus.aliases.get(aliasOf(key)) ?? '';
      const menu = platform.richMenus.menus.get(id);
      if (!menu) throw new Error(`no menu ${key}`);
      menu.body = { ...menu.body, name: `pakmud-${key} old` };
      return id;
    },
    /** What the platform has, as it would be seen from outside. */
    atLine: () => ({
      menus: [...platform.richMenus.menus.values()].map(({ richMenuId, body, image }) => [
        richMenuId,
        body.name,
        image !== undefined,
      ]),
      aliases: [...platform.richMenus.aliases].toSorted(),
      defaultId: platform.richMenus.defaultId,
    }),
    /** The key of the menu somebody sees. */
    shownTo(userId: string): string | undefined {
      const id = platform.richMenus.shownTo(userId)?.richMenuId;
      return [...platform.richMenus.aliases].find(([, menu]) => menu === id)?.[0].slice(aliasOf('').length);
    },
    /** All calls by endpoint since the last time. */
    calls(): Record<string, number> {
      const made = Object.fromEntries(platform.calls);
      platform.calls.clear();
      return made;
    },
    /** Calls to menus by endpoint since the last time, without those that only read. */
    writes(): Record<string, number> {
      const names = [...platform.calls].filter(
        ([name]) => name.startsWith('richmenu-') && !/-(list|get)$/.test(name),
      );
      const made = Object.fromEntries(names);
      platform.calls.clear();
      return made;
    },
    close: () => simulator.close(),
  };
}

export type MenuStand = Awaited<ReturnType<typeof startMenuStand>>;
