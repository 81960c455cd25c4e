// Takes the turn to run the engine: claim, start, announce; and gives the turn back at the end.

import { claimNextTurn, type Turn, updateTurn } from './engine-lock.ts';
import type { Log } from './log.ts';
import { identifyProcess } from './process-identity.ts';
import { removeSocket } from './stable-address.ts';
import { EngineDidNotStart, type StartedEngine, startEngine } from './start-engine.ts';

/** `engineDirectory` holds the documents, `lockDirectory` the turns; `library` as in `LocatedEngine`. */
export type EnginePlace = {
  engineDirectory: string;
  lockDirectory: string;
  temporaryDirectory: string;
  library: string | undefined;
  log: Log;
};

/** An engine run by this process. `end` stops it cleanly (or finds it dead) and lets others take over. */
export type OwnEngine = { pid: number; socketPath: string; gone: Promise<void>; end(): Promise<void> };

/** Claims the next turn. Undefined when another process was faster. */
export async function claimTurn(place: EnginePlace, latest: Turn | undefined): Promise<Turn | undefined> {
  const owner = await identifyProcess(process.pid);
  if (owner === undefined) throw new Error('This process cannot find itself in the process table');
  const turn = await claimNextTurn(place.lockDirectory, latest, owner);
  // What a killed engine left behind.
  if (turn !== undefined && latest?.state.kind === 'serving') await removeSocket(latest.state.socketPath);
  return turn;
}

/** Runs the engine in a claimed turn. Throws `EngineDidNotStart` with the turn given back. */
export async function runEngine(place: EnginePlace, turn: Turn): Promise<OwnEngine> {
  const engine = startEngine({ ...place, dataDirectory: place.engineDirectory });
  try {
    const socketPath = await announce(place, turn, engine);
    place.log.info({ pid: engine.pid, directory: place.engineDirectory }, 'embedded database serves');
    const end = () => endTurn(place, turn, engine, socketPath);
    return { pid: engine.pid, socketPath, gone: engine.exited, end };
  } catch (error) {
    await endTurn(place, turn, engine, undefined);
    throw error;
  }
}

async function announce(place: EnginePlace, turn: Turn, engine: StartedEngine): Promise<string> {
  // Both at once, as a start that fails early must be heard; and both to their end, so that nothing is written
  // about this turn after it has been given back.
  const [served, noted] = await Promise.allSettled([engine.serving, noteProcess(place, turn, engine.pid)]);
  if (served.status === 'rejected') throw served.reason;
  if (noted.status === 'rejected') throw noted.reason;
  const socketPath = served.value;
  const identity = noted.value;
  if (identity === undefined) throw new EngineDidNotStart('its process ended at once');
  await updateTurn(place.lockDirectory, turn, { kind: 'serving', engine: identity, socketPath });
  return socketPath;
}

async function noteProcess(place: EnginePlace, turn: Turn, pid: number) {
  const engine = await identifyProcess(pid);
  if (engine !== undefined) await updateTurn(place.lockDirectory, turn, { kind: 'starting', engine });
  return engine;
}

async function endTurn(
  place: EnginePlace,
  turn: Turn,
  engine: StartedEngine,
  socketPath: string | undefined,
) {
  await engine.stop();
  if (socketPath !== undefined) await removeSocket(socketPath);
  await updateTurn(place.lockDirectory, turn, { kind: 'over' }).catch((error) => {
    // The engine is gone, which the others can see for themselves.
    place.log.warn({ err: error }, 'the end of the embedded database could not be written down');
  });
}
