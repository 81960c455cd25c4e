/** Carrying out a move: the next step, the data changed, the way back remembered. */
import type { Advance, Conversation, FlowState } from './flow.ts';
import type { Decision } from './world.ts';

/** How far ย้อนกลับ reaches. Long surveys have some ten questions and a paged matrix. */
const TRAIL_AT_MOST = 60;

/** The decision that follows from `move`, made in `state`. */
export function moveTo(
  conversation: Conversation,
  state: FlowState,
  move: Advance<FlowState['data'], string>,
): Decision {
  const active: FlowState = {
    ...state,
    step: move.to,
    data: withChanges(state.data, move.set ?? {}),
    // A step that asks itself again (the next page of a list) is one step on the way back, not many.
    trail:
      state.step && state.step !== move.to
        ? [...state.trail, { step: state.step, data: state.data }].slice(-TRAIL_AT_MOST)
        : state.trail,
  };
  return {
    conversation: { ...conversation, ...move.settings, active },
    effects: move.effects ?? [],
    lead: [],
  };
}

function withChanges(data: FlowState['data'], changes: FlowState['data']): FlowState['data'] {
  return Object.fromEntries(
    Object.entries({ ...data, ...changes }).filter(([, value]) => value !== undefined),
  );
}
