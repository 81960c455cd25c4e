/** Keeping a deployment within LINE's hourly limits: what it may need is held before its first call that writes. */
import {
  type CallCounts,
  holdCalls,
  type LackingCalls,
  type LimitedCall,
  settleCalls,
} from '../../models/menu-calls.ts';
import type { Plan } from '../../rich-menus/plan.ts';
import type { MenuClient } from '../line/menu-client.ts';

/** A run may not begin: LINE would stop it half-way. Nothing was called that changes anything. */
export class MenuCallsUsedUp extends Error {
  readonly code = 'menu-calls-used-up';
  readonly lacking: readonly LackingCalls[];

  constructor(lacking: readonly LackingCalls[]) {
    super(lacking.map(({ call, left, needed }) => `${call}: ${needed} needed, ${left} left`).join('; '));
    this.name = 'MenuCallsUsedUp';
    this.lacking = lacking;
  }
}

/** The client of a run, and what the run may call. `settle` gives back what it did not. */
export type HeldCalls = { line: MenuClient; held: CallCounts; settle(): Promise<void> };

/** Longer than a run with all its pictures. Milliseconds. */
const LONGEST_RUN = 600_000;
/** A request to move people is repeated once, under the same key, when nobody knows whether LINE has it. */
const MOVES_AT_MOST = 2;
/** How often a run asks how far LINE is with moving people. */
export const PROGRESS_AT_MOST = 10;

/** Holds what a plan may need, taking back included. Throws `MenuCallsUsedUp`. */
export async function holdCallsFor(
  plan: Plan,
  { line, now, newId }: { line: MenuClient; now: () => Date; newId: () => string },
): Promise<HeldCalls> {
  const run = newId();
  const made = plan.create.length;
  const named = plan.aliases.filter(({ was }) => was === undefined).length;
  const isMoving = plan.moves.length > 0;
  const holding = await holdCalls(line.channel, {
    run,
    // What is made may have to be deleted, and named to be unnamed; old menus can wait for a later run.
    needs: {
      create: made,
      delete: made,
      deleteAlias: named,
      move: isMoving ? 1 : 0,
      moveProgress: isMoving ? 1 : 0,
    },
    wishes: {
      create: made,
      delete: Math.max(made, plan.deleteMenus.length),
      deleteAlias: Math.max(named, plan.deleteAliases.length),
      move: isMoving ? MOVES_AT_MOST : 0,
      moveProgress: isMoving ? PROGRESS_AT_MOST : 0,
    },
    now: now(),
    holdMilliseconds: LONGEST_RUN,
  });
  if (!holding.isHeld) throw new MenuCallsUsedUp(holding.lacking);
  const { line: counting, used } = counted(line);
  const settle = () => settleCalls(line.channel, run, used, now());
  return { line: counting, held: holding.held, settle };
}

/** A client that counts its limited calls; LINE counts those that fail as well. */
function counted(line: MenuClient): { line: MenuClient; used: CallCounts } {
  const used: CallCounts = { create: 0, delete: 0, deleteAlias: 0, move: 0, moveProgress: 0 };
  const counting =
    <Given extends unknown[], Result>(call: LimitedCall, ask: (...given: Given) => Result) =>
    (...given: Given): Result => {
      used[call] += 1;
      return ask(...given);
    };
  return {
    used,
    line: {
      ...line,
      create: counting('create', line.create),
      remove: counting('delete', line.remove),
      removeAlias: counting('deleteAlias', line.removeAlias),
      move: counting('move', line.move),
      moveProgress: counting('moveProgress', line.moveProgress),
    },
  };
}
