/**
 * Making LINE's menus equal to ours: new ones made and drawn, aliases and the default moved to them, people linked,
 * old ones deleted. Until the default is set everything can be taken back, and is when a call fails.
 */

import { wishWhereNotAmong } from '../../models/menu-link.ts';
import { wishAllMenus } from '../../models/menu-wishes.ts';
import { menuDrawing } from '../../rich-menus/drawing.ts';
import { DEFAULT_MENU } from '../../rich-menus/menus.ts';
import { type AtLine, type Plan, planBack, planMenus, wantedMenus } from '../../rich-menus/plan.ts';
import { MenuCallFailed, type MenuClient } from '../line/menu-client.ts';
import { drawSvg } from '../pictures/draw-svg.ts';
import type { LinkRound, MenuLinker } from './link-menus.ts';

/** What a deployment needs. `goesOn` is asked before each step: false ends it and takes back what was made. */
export type DeployParts = {
  line: MenuClient;
  linker: Pick<MenuLinker, 'all' | 'forgetIds'>;
  goesOn?: () => boolean;
  draw?: (svg: string) => Promise<Buffer>;
};

/** What a deployment did. `leftBehind`: LINE has all menus, but some old ones are still there; the next run deletes them. */
export type Deployed = { plan: Plan; linked: LinkRound; leftBehind?: MenuCallFailed };

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
export async function readMenusAtLine(line: MenuClient): Promise<AtLine> {
  const [menus, aliases, defaultId] = [await line.menus(), await line.aliases(), await line.defaultMenu()];
  return { menus, aliases, defaultId };
}

/** Deploys. With everything in place it only reads. Throws `DeploymentFailed`. */
export async function deployMenus({
  line,
  linker,
  goesOn = () => true,
  draw = drawSvg,
}: DeployParts): Promise<Deployed> {
  const before = await readMenusAtLine(line);
  const plan = planMenus(wantedMenus(), before);
  const step = () => {
    if (!goesOn()) throw new Stopped('it was stopped');
  };
  const ids = await makeAll({ line, draw, step }, plan, before);
  linker.forgetIds();
  const linked = await relink(linker, ids, plan);
  const leftBehind = await deleteOld(line, plan);
  // Who was linked meanwhile by a process that knew the old ids only.
  if (plan.deleteMenus.length > 0) await relink(linker, ids, plan);
  return { plan, linked, ...(leftBehind && { leftBehind }) };
}

type Making = Required<Pick<DeployParts, 'line' | 'draw'>> & { step: () => void };

async function makeAll(
  { line, draw, step }: Making,
  plan: Plan,
  before: AtLine,
): Promise<Map<string, string>> {
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
    for (const { alias, key, was } of plan.aliases) {
      step();
      const id = idOf(key, ids);
      await (was === undefined ? line.createAlias(alias, id) : line.moveAlias(alias, id));
    }
    if (plan.makeDefault) await line.setDefault(idOf(DEFAULT_MENU, ids));
    return ids;
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

/** On the first day everybody is looked at; later only who sees a menu that is none of ours any more. */
async function relink(
  linker: DeployParts['linker'],
  ids: ReadonlyMap<string, string>,
  { kept }: Plan,
): Promise<LinkRound> {
  if (kept.size === 0) await wishAllMenus();
  const own = [...ids].filter(([key]) => key !== DEFAULT_MENU).map(([, id]) => id);
  await wishWhereNotAmong(own);
  return linker.all();
}

/** People are linked elsewhere by now: what fails here is left for the next run, not taken back. */
async function deleteOld(
  line: MenuClient,
  { deleteAliases, deleteMenus }: Plan,
): Promise<MenuCallFailed | undefined> {
  try {
    for (const alias of deleteAliases) await line.removeAlias(alias);
    for (const id of deleteMenus) await line.remove(id);
    return undefined;
  } catch (error) {
    if (error instanceof MenuCallFailed) return error;
    throw error;
  }
}
