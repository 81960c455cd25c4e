/**
 * Moving everybody from a replaced menu to its new version by LINE's batch: one request whatever their number, and it
 * also reaches who is on a menu that we did not link them to, since they tapped a tab. Who is linked because their
 * role or language changed is linked one by one or in bulk (`link-menus.ts`): a batch goes by menus, not by people,
 * LINE takes three an hour, and its own example takes an hour and a half to end.
 * Menus that go for good are unlinked before they are deleted: a deletion alone is seen only when the chat is opened
 * again. Source: Messaging API reference, "Replace or unlink the linked rich menus in batches"; "Rich menus overview".
 */
import { movedLinks } from '../../models/menu-link.ts';
import {
  endMoves,
  type MoveRequest,
  movesUnderWay,
  noteMoves,
  noteMovesAccepted,
} from '../../models/menu-moves.ts';
import type { Move } from '../../rich-menus/plan.ts';
import { MenuCallFailed, type MenuClient, type MoveOperation, type MovePhase } from '../line/menu-client.ts';
import { type HeldCalls, PROGRESS_AT_MOST } from './hourly-calls.ts';

/** A request ready to be sent, and noted. */
export type PreparedMove = MoveRequest & { steps: MoveOperation[] };

/** How long to wait before asking again how far LINE is. Milliseconds. */
const PAUSE = 3_000;

/**
 * Lets LINE judge the request while everything can still be taken back, and notes it. Nothing when there is nobody to
 * move. `ids` has the id of each menu that will be there.
 */
export async function prepareMove(
  line: MenuClient,
  moves: readonly Move[],
  { ids, newId }: { ids: ReadonlyMap<string, string>; newId: () => string },
): Promise<PreparedMove | undefined> {
  const underWay = await movesUnderWay(line.channel);
  if (moves.length === 0) {
    if (underWay) await endMoves(line.channel);
    return undefined;
  }
  const steps = moves.map((move) => operationOf(move, ids));
  const operations = JSON.stringify(steps);
  if (underWay?.operations === operations) return { ...underWay, steps };
  await line.validateMove(steps);
  const request = { moves: [...moves], operations, requestKey: newId() };
  await noteMoves(line.channel, request);
  return { ...request, steps };
}

function operationOf({ from, key }: Move, ids: ReadonlyMap<string, string>): MoveOperation {
  const to = key === undefined ? undefined : ids.get(key);
  return to === undefined ? { type: 'unlink', from } : { type: 'link', from, to };
}

type Moving = Pick<HeldCalls, 'line' | 'held'> & { pause: (milliseconds: number) => Promise<unknown> };

/** Has LINE move them and waits a while for it. Rejects with `MenuCallFailed`. */
export async function carryOutMove(prepared: PreparedMove, moving: Moving): Promise<MovePhase> {
  const { line } = moving;
  const phase = await phaseOf(prepared, moving);
  if (phase !== 'succeeded') return phase;
  for (const step of prepared.steps) if (step.type === 'link') await movedLinks(step.from, step.to);
  await endMoves(line.channel);
  return phase;
}

async function phaseOf(prepared: PreparedMove, { line, held, pause }: Moving): Promise<MovePhase> {
  const asking = { line, left: held.move };
  let requestId = prepared.requestId ?? (await ask(prepared, asking));
  let phase: MovePhase = 'ongoing';
  for (let nth = 0; nth < Math.min(PROGRESS_AT_MOST, held.moveProgress); nth += 1) {
    if (nth > 0) await pause(PAUSE);
    phase = await progressOf(line, requestId);
    if (phase === 'succeeded') return phase;
    if (phase === 'failed' && asking.left === 0) return phase;
    if (phase === 'failed') requestId = await ask(prepared, asking);
  }
  return phase;
}

/** After no answer once more: under the same key nobody is moved twice. */
async function ask(prepared: PreparedMove, asking: { line: MenuClient; left: number }): Promise<string> {
  const { line } = asking;
  const { steps, requestKey } = prepared;
  const send = () => {
    asking.left -= 1;
    return line.move(steps, requestKey);
  };
  const requestId = await send().catch((error: unknown) => {
    const isUnclear = error instanceof MenuCallFailed && error.why === 'unclear';
    if (!isUnclear || asking.left === 0) throw error;
    return send();
  });
  await noteMovesAccepted(line.channel, requestId);
  return requestId;
}

/** A request LINE does not know any more is asked for again. */
async function progressOf(line: MenuClient, requestId: string): Promise<MovePhase> {
  try {
    return await line.moveProgress(requestId);
  } catch (error) {
    if (error instanceof MenuCallFailed && error.why === 'missing') return 'failed';
    throw error;
  }
}
