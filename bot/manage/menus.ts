/** `menus deploy` makes LINE's rich menus equal to ours; `menus status` tells what LINE has and who is linked to what. */
import { randomUUID } from 'node:crypto';
import { recordChanges } from '../../models/audit.ts';
import { releaseJobLease, takeJobLease } from '../../models/job-lease.ts';
import { countMenuLinks } from '../../models/menu-link.ts';
import { keyOfAlias } from '../../rich-menus/line-object.ts';
import {
  type AtLine,
  isDone,
  type Plan,
  planInWords,
  planMenus,
  wantedMenus,
} from '../../rich-menus/plan.ts';
import { readConfig } from '../config.ts';
import { createMenuClient, MenuCallFailed, type MenuClient } from '../line/menu-client.ts';
import { createLog } from '../log.ts';
import { DeploymentFailed, deployMenus, readMenusAtLine } from '../menus/deploy-menus.ts';
import { MenuLinker } from '../menus/link-menus.ts';
import { drawSvg } from '../pictures/draw-svg.ts';
import { type Call, type Command, WrongCall } from './command.ts';

/** Longer than a deployment with all its pictures. Milliseconds. */
const LEASE = 600_000;
/** Pictures take longer than words. Milliseconds. */
const TIMEOUT = 20_000;

/** The command for the channel of the settings. */
export const menusCommand: Command = menusCommandOn(() => {
  const { line } = readConfig();
  if (!line) {
    throw new WrongCall(
      'there is no channel: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (the simulated one gets its menus by itself)',
    );
  }
  return createMenuClient({ ...line, timeoutMilliseconds: TIMEOUT });
});

/** The command for another LINE. */
export function menusCommandOn(open: () => MenuClient, draw = drawSvg): Command {
  return {
    usage: `menus deploy [--dry-run] | menus status
                                            makes LINE’s rich menus equal to ours, or only tells what it
                                            would do; or tells what LINE has and who is linked to what`,
    options: { 'dry-run': { type: 'boolean' } },
    async run(call) {
      const [what, ...rest] = call.words;
      if (rest.length > 0 || (what !== 'deploy' && what !== 'status'))
        throw new WrongCall('menus needs: deploy, deploy --dry-run, or status');
      return printingFailures(call, () => commands[what](open(), call, draw));
    },
  };
}

type Draw = typeof drawSvg;

const commands = {
  deploy: (line: MenuClient, call: Call, draw: Draw) =>
    call.options['dry-run'] === true ? preview(line, call) : deploy(line, call, draw),
  status,
};

async function printingFailures(
  { print }: Call,
  run: () => Promise<'failed' | undefined>,
): Promise<'failed' | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MenuCallFailed) && !(error instanceof DeploymentFailed)) throw error;
    print(error.message);
    if (error.cause instanceof MenuCallFailed && error.cause.why === 'rate')
      print('LINE takes a hundred new menus and a hundred deletions an hour: try again later');
    return 'failed';
  }
}

async function preview(line: MenuClient, { print }: Call): Promise<undefined> {
  const plan = planMenus(wantedMenus(), await readMenusAtLine(line));
  for (const { line: menu } of plan.create) await line.validate(menu);
  for (const words of planInWords(plan)) print(words);
  print(isDone(plan) ? 'LINE has all menus already' : 'nothing was done: this was a dry run');
}

async function deploy(line: MenuClient, call: Call, draw: Draw): Promise<'failed' | undefined> {
  const now = () => new Date();
  const holder = `manage:${randomUUID()}`;
  const lease = await takeJobLease('deploy-menus', { holder, now: now(), leaseMilliseconds: LEASE });
  if (!lease) {
    call.print('somebody else is deploying the menus at the moment');
    return 'failed';
  }
  try {
    const linker = new MenuLinker({ line, now, newId: randomUUID, log: createLog('warn') });
    const { plan, linked, leftBehind } = await deployMenus({ line, linker, draw });
    if (!isDone(plan)) await record(plan, call.now);
    for (const words of planInWords(plan)) call.print(words);
    call.print(isDone(plan) ? 'LINE had all menus already' : 'LINE has all menus');
    call.print(`people: ${linked.linked} linked, ${linked.failed} to be tried again`);
    if (!leftBehind) return undefined;
    call.print(`old menus are left, run it again later: ${leftBehind.message}`);
    return 'failed';
  } finally {
    await releaseJobLease(lease, now());
  }
}

async function record({ create, deleteMenus }: Plan, at: Date): Promise<void> {
  const names = create.map(({ line }) => line.name).join(', ');
  await recordChanges({
    key: `menus:${randomUUID()}`,
    at,
    by: 'manage',
    about: { kind: 'menu', id: 'all' },
    changes: [{ field: 'menus', from: deleteMenus.join(', ') || null, to: names || null }],
  });
}

async function status(line: MenuClient, { print }: Call): Promise<undefined> {
  const found = await readMenusAtLine(line);
  const { linked, waiting } = await countMenuLinks();
  for (const { richMenuAliasId, richMenuId } of found.aliases) {
    const key = keyOfAlias(richMenuAliasId);
    if (key) print(lineOf(key, richMenuId, found, linked));
  }
  const plan = planMenus(wantedMenus(), found);
  print(`people waiting for their menu: ${waiting}`);
  print(
    isDone(plan)
      ? 'LINE has all menus'
      : `not deployed: ${planInWords(plan).length} steps (menus deploy --dry-run)`,
  );
}

function lineOf(
  key: string,
  id: string,
  { menus, defaultId }: AtLine,
  linked: ReadonlyMap<string, number>,
): string {
  const name = menus.find(({ richMenuId }) => richMenuId === id)?.name ?? 'no such menu';
  const people = id === defaultId ? 'everybody else (default)' : `${linked.get(key) ?? 0} people`;
  return `${name}  ${id}  ${people}`;
}
