// Judges the latest turn: is there an engine to use, is it worth waiting, or may the next turn be taken?

import { connectToEngine, type EngineConnection } from './engine-connection.ts';
import type { Turn } from './engine-lock.ts';
import { isRunning, type ProcessIdentity } from './process-identity.ts';

/**
 * serving: use it. free: nobody runs an engine. wait: its owner is about to start, stop or restart it.
 * orphan: its owner is dead and it is about to end by itself.
 */
export type Finding =
  | { kind: 'serving'; socketPath: string; connection: EngineConnection }
  | { kind: 'free' }
  | { kind: 'wait'; owner: ProcessIdentity }
  | { kind: 'orphan'; engine: ProcessIdentity };

/**
 * What the latest turn means now. `ownNumber` is a turn of the caller's own whose engine it knows to have ended,
 * which counts even when that could not be written down.
 */
export async function judgeTurn(latest: Turn | undefined, ownNumber: number | undefined): Promise<Finding> {
  if (latest === undefined || latest.state.kind === 'over' || latest.number === ownNumber)
    return { kind: 'free' };
  if (latest.state.kind === 'serving') {
    const connection = await connectToEngine(latest.state.socketPath);
    if (connection !== undefined) return { kind: 'serving', socketPath: latest.state.socketPath, connection };
  }
  return judgeSilentTurn(latest, latest.state.engine, latest.state.kind === 'serving');
}

async function judgeSilentTurn(
  { owner }: Turn,
  engine: ProcessIdentity | undefined,
  hasServed: boolean,
): Promise<Finding> {
  const engineRuns = engine !== undefined && (await isRunning(engine));
  // An engine that has served and is gone leaves nothing to wait for, even when its owner is alive but busy.
  if (hasServed && !engineRuns) return { kind: 'free' };
  if (await isRunning(owner)) return { kind: 'wait', owner };
  return engineRuns ? { kind: 'orphan', engine } : { kind: 'free' };
}
