/**
 * Making LINE's menus equal to ours: new ones made and drawn, aliases and the default moved to them, people moved and
 * linked, old ones deleted. Until the default is set everything can be taken back, and is when a call fails; after
 * that the next run goes on. Old menus stay until nobody sees them any more.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { wishWhereNotAmong } from '../../models/menu-link.ts';
import { movesUnderWay } from '../../models/menu-moves.ts';
import { wishAllMenus } from '../../models/menu-wishes.ts';
import { menuDrawing } from '../../rich-menus/drawing.ts';
import { DEFAULT_MENU } from '../../rich-menus/menus.ts';
import { type AtLine, type Plan, planBack, planMenus, wantedMenus } from '../../rich-menus/plan.ts';
import { MenuCallFailed, type MenuClient } from '../line/menu-client.ts';
import { drawSvg } from '../pictures/draw-svg.ts';
import { type HeldCalls, holdCallsFor } from './hourly-calls.ts';
import type { LinkRound, MenuLinker } from './link-menus.ts';
import { carryOutMove, type PreparedMove, prepareMove } from './move-people.ts';

/** What a deployment needs. `goesOn` is asked before each step: false ends it and takes back what was made. */
export type DeployParts = {
  line: MenuClient;
  linker: Pick<MenuLinker, 'all' | 'forgetIds'>;
  now: () => Date;
  newId: () => string;
  goesOn?: () => boolean;
  draw?: (svg: string) => Promise<Buffer>;
  pause?: (milliseconds: number) => Promise<unknown>;
};

/**
 * Why old menus are still there, for the next run: LINE is not done with moving their people, this hour's calls are
 * used up, or a call failed.
 */
export type LeftBehind = { why: 'moving' } | { why: 'used-up' } | { why: 'failed'; failure: MenuCallFailed };

/** What a deployment did. With `leftBehind` LINE has all menus, but some old ones are still there. */
export type Deployed = { plan: Plan; linked: LinkRound; leftBehind?: LeftBehind };

/** A deployment failed half-way. `isTakenBack`: LINE has again what it had before. `cause` is the failure. */
export class DeploymentFailed extends Error {
  readonly code = 'menus-not-deployed';
  readonly isTakenBack: boolean;

  constructor(isTakenBack: boolean, { cause }: { cause: unknown }) {
    const words = cause instanceof Error ? cause.message : String(cause);
    const rest = isTakenBack
      ? 'LINE has again the menus it had before'
      : 'some of the new menus are still there: running it again tidies up';
    super(`the menus were not deployed: ${words}; ${rest}`, { cause });
    this.name = 'DeploymentFailed';
    this.isTakenBack = isTakenBack;
  }
}

/** A deployment was told to stop. */
class Stopped extends Error {}

/** What LINE has. Three calls. */
async function readMenusAtLine(line: MenuClient): Promise<AtLine> {
  const [menus, aliases, defaultId] = [await line.menus(), await line.aliases(), await line.defaultMenu()];
  return { menus, aliases, defaultId };
}

/** What LINE has, and what is to be done about it. */
export async function planFor(line: MenuClient): Promise<{ before: AtLine; plan: Plan }> {
  const before = await readMenusAtLine(line);
  const underWay = await movesUnderWay(line.channel);
  return { before, plan: planMenus(wantedMenus(), before, underWay?.moves) };
}

/**
 * Deploys. With everything in place it only reads. Throws `MenuCallsUsedUp` before anything is changed, and
 * `DeploymentFailed` when it was.
 */
export async function deployMenus(parts: DeployParts): Promise<Deployed> {
  const { before, plan } = await planFor(parts.line);
  const calls = await holdCallsFor(plan, parts);
  try {
    return await carryOut(plan, before, calls, parts);
  } finally {
    await calls.settle();
  }
}

async function carryOut(
  plan: Plan,
  before: AtLine,
  calls: HeldCalls,
  { linker, newId, goesOn = () => true, draw = drawSvg, pause = sleep }: DeployParts,
): Promise<Deployed> {
  const { line } = calls;
  const step = () => {
    if (!goesOn()) throw new Stopped('it was stopped');
  };
  const { ids, move } = await makeAll({ line, draw, newId, step }, plan, before);
  linker.forgetIds();
  const notMoved = move && (await failureOf(() => moveAll(move, { ...calls, pause })));
  // Who is still to be moved by LINE needs no linking.
  const own = [...ids].filter(([key]) => key !== DEFAULT_MENU).map(([, id]) => id);
  const among = [...own, ...(notMoved ? plan.moves.map(({ from }) => from) : [])];
  const linked = await relink(linker, among, plan);
  const notDeleted = await failureOf(() => deleteOld(calls, plan, notMoved !== undefined));
  // Who was linked meanwhile by a process that knew the old ids only.
  if (plan.deleteMenus.length > 0) await relink(linker, among, plan);
  const leftBehind = notMoved ?? notDeleted;
  return { plan, linked, ...(leftBehind && { leftBehind }) };
}

type Making = Required<Pick<DeployParts, 'line' | 'draw' | 'newId'>> & { step: () => void };
type Made = { ids: Map<string, string>; move: PreparedMove | undefined };

async function makeAll({ line, draw, newId, step }: Making, plan: Plan, before: AtLine): Promise<Made> {
  const ids = new Map(plan.kept);
  const made: string[] = [];
  try {
    for (const { menu, line: wanted } of plan.create) {
      step();
      const id = await line.create(wanted);
      made.push(id);
      ids.set(menu.key, id);
      await line.upload(id, await draw(menuDrawing(menu)));
    }
    step();
    const move = await prepareMove(line, plan.moves, { ids, newId });
    for (const { alias, key, was } of plan.aliases) {
      step();
      const id = idOf(key, ids);
      await (was === undefined ? line.createAlias(alias, id) : line.moveAlias(alias, id));
    }
    if (plan.makeDefault) await line.setDefault(idOf(DEFAULT_MENU, ids));
    return { ids, move };
  } catch (error) {
    throw new DeploymentFailed(await isTakenBack(line, before, made), { cause: error });
  }
}

function idOf(key: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`there is no menu "${key}"`);
  return id;
}

/** Goes by what LINE has now: of a call without an answer nobody knows whether it was done. */
async function isTakenBack(line: MenuClient, before: AtLine, made: readonly string[]): Promise<boolean> {
  try {
    const now = await readMenusAtLine(line);
    const { moveAliases, deleteAliases, deleteMenus, restoreDefault } = planBack(before, now);
    if (restoreDefault) await line.setDefault(before.defaultId);
    for (const [alias, id] of moveAliases) await line.moveAlias(alias, id);
    for (const alias of deleteAliases) await line.removeAlias(alias);
    for (const id of new Set([...deleteMenus, ...made])) await line.remove(id);
    return true;
  } catch (error) {
    if (error instanceof MenuCallFailed) return false;
    throw error;
  }
}

/** What was left undone, or nothing: what fails here is left for the next run, not taken back. */
async function failureOf(act: () => Promise<LeftBehind | undefined>): Promise<LeftBehind | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof MenuCallFailed) return { why: 'failed', failure: error };
    throw error;
  }
}

async function moveAll(
  move: PreparedMove,
  moving: Parameters<typeof carryOutMove>[1],
): Promise<LeftBehind | undefined> {
  return (await carryOutMove(move, moving)) === 'succeeded' ? undefined : { why: 'moving' };
}

/** On the first day everybody is looked at; later only who sees a menu that is none of these. */
async function relink(
  linker: DeployParts['linker'],
  among: readonly string[],
  { kept }: Plan,
): Promise<LinkRound> {
  if (kept.size === 0) await wishAllMenus();
  await wishWhereNotAmong(among);
  return linker.all();
}

/** Menus whose people are still to be moved stay, and all aliases: the tabs of those menus lead to them. */
async function deleteOld(
  { line, held }: HeldCalls,
  { deleteAliases, deleteMenus, moves }: Plan,
  isMoving: boolean,
): Promise<LeftBehind | undefined> {
  const inUse = new Set(isMoving ? moves.map(({ from }) => from) : []);
  const menus = deleteMenus.filter((id) => !inUse.has(id));
  const aliases = isMoving ? [] : deleteAliases;
  for (const alias of aliases.slice(0, held.deleteAlias)) await line.removeAlias(alias);
  for (const id of menus.slice(0, held.delete)) await line.remove(id);
  const isAllDone = aliases.length <= held.deleteAlias && menus.length <= held.delete;
  return isAllDone ? undefined : { why: 'used-up' };
}
