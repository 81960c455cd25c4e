/** `menus deploy` makes LINE's rich menus equal to ours; `menus status` tells what LINE has and who is linked to what. */
import { randomUUID } from 'node:crypto';
import { recordChanges } from '../../models/audit.ts';
import { releaseJobLease, takeJobLease } from '../../models/job-lease.ts';
import { countMenuLinks } from '../../models/menu-link.ts';
import { keyOfAlias } from '../../rich-menus/line-object.ts';
import { type AtLine, isDone, type Plan, planInWords } from '../../rich-menus/plan.ts';
import { readConfig } from '../config.ts';
import { createMenuClient, MenuCallFailed, type MenuClient } from '../line/menu-client.ts';
import { createLog } from '../log.ts';
import { DeploymentFailed, deployMenus, planFor } from '../menus/deploy-menus.ts';
import { MenuCallsUsedUp } from '../menus/hourly-calls.ts';
import { MenuLinker } from '../menus/link-menus.ts';
import { drawSvg } from '../pictures/draw-svg.ts';
import { type Call, type Command, WrongCall } from './command.ts';
import { lackingInWords, leftBehindInWords } from './menus-in-words.ts';

/** Longer than a deployment with all its pictures. Milliseconds. */
const LEASE = 600_000;
/** Pictures take longer than words. Milliseconds. */
const TIMEOUT = 20_000;

const wallClock = () => new Date();

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

/** The command for another LINE, at another time. */
export function menusCommandOn(open: () => MenuClient, draw = drawSvg, now = wallClock): Command {
  return {
    usage: `menus deploy [--dry-run] | menus status
                                            makes LINE’s rich menus equal to ours, or only tells what it
                                            would do; or tells what LINE has and who is linked to what`,
    options: { 'dry-run': { type: 'boolean' } },
    async run(call) {
      const [what, ...rest] = call.words;
      if (rest.length > 0 || (what !== 'deploy' && what !== 'status'))
        throw new WrongCall('menus needs: deploy, deploy --dry-run, or status');
      return printingFailures(call, () => commands[what](open(), call, { draw, now }));
    },
  };
}

type Surroundings = { draw: typeof drawSvg; now: () => Date };

const commands = {
  deploy: (line: MenuClient, call: Call, surroundings: Surroundings) =>
    call.options['dry-run'] === true ? preview(line, call) : deploy(line, call, surroundings),
  status,
};

async function printingFailures(
  { print }: Call,
  run: () => Promise<'failed' | undefined>,
): Promise<'failed' | undefined> {
  try {
    return await run();
  } catch (error) {
    for (const words of failureInWords(error)) print(words);
    return 'failed';
  }
}

/** Anything but a failure of LINE or of its limits is thrown on. */
function failureInWords(error: unknown): string[] {
  if (error instanceof MenuCallsUsedUp)
    return [...error.lacking.flatMap(lackingInWords), 'nothing was changed'];
  if (!(error instanceof MenuCallFailed) && !(error instanceof DeploymentFailed)) throw error;
  const { message, cause } = error;
  return cause instanceof MenuCallFailed && cause.why === 'rate' ? [message, whenAgain(cause)] : [message];
}

function whenAgain({ retryAfter }: MenuCallFailed): string {
  if (retryAfter !== undefined) return `LINE asks to try again after ${retryAfter} seconds`;
  return 'LINE takes a hundred new menus and a hundred deletions an hour: try again later';
}

async function preview(line: MenuClient, { print }: Call): Promise<undefined> {
  const { plan } = await planFor(line);
  for (const { line: menu } of plan.create) await line.validate(menu);
  for (const words of planInWords(plan)) print(words);
  print(isDone(plan) ? 'LINE has all menus already' : 'nothing was done: this was a dry run');
}

async function deploy(
  line: MenuClient,
  call: Call,
  { draw, now }: Surroundings,
): Promise<'failed' | undefined> {
  const holder = `manage:${randomUUID()}`;
  const lease = await takeJobLease('deploy-menus', { holder, now: now(), leaseMilliseconds: LEASE });
  if (!lease) {
    call.print('somebody else is deploying the menus at the moment');
    return 'failed';
  }
  try {
    const linker = new MenuLinker({ line, now, newId: randomUUID, log: createLog('warn') });
    const { plan, linked, leftBehind } = await deployMenus({ line, linker, draw, now, newId: randomUUID });
    if (!isDone(plan)) await record(plan, call.now);
    for (const words of planInWords(plan)) call.print(words);
    call.print(isDone(plan) ? 'LINE had all menus already' : 'LINE has all menus');
    call.print(`people: ${linked.linked} linked, ${linked.failed} to be tried again`);
    if (!leftBehind) return undefined;
    call.print(leftBehindInWords(leftBehind));
    return 'failed';
  } finally {
    await releaseJobLease(lease);
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
  const { before: found, plan } = await planFor(line);
  const { linked, waiting } = await countMenuLinks();
  for (const { richMenuAliasId, richMenuId } of found.aliases) {
    const key = keyOfAlias(richMenuAliasId);
    if (key) print(lineOf(key, richMenuId, found, linked));
  }
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
