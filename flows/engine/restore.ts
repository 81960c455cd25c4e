/** Flows in progress across a deployment: carried over by the flow's `migrate`, or politely begun again. */
import { chat } from './chat-texts.ts';
import type { Conversation, Flow, FlowState } from './flow.ts';
import { say } from './message.ts';
import { mayUse, plainOpening, startFlow } from './open-flow.ts';
import { type Decision, stay, type World } from './world.ts';

/**
 * The conversation with its open flow fit for the present version, and what to say about it. `effects` are those
 * of a flow begun again.
 */
export async function restore(
  conversation: Conversation,
  world: World,
): Promise<Decision & { kept: boolean }> {
  const state = conversation.active;
  if (!state) return { ...stay(conversation, []), kept: true };
  const flow = world.repertoire.flows.find((candidate) => candidate.id === state.flow);
  if (!flow) return { ...stay({ ...conversation, active: null }, [say(chat('flowGone'))]), kept: false };
  if (!mayUse(flow, world.who)) {
    const left = { ...conversation, active: null };
    return { ...stay(left, [say(chat('noLongerForYou', { title: flow.title }))]), kept: false };
  }
  const fit = fitState(flow, state);
  // What numbers meant is not sure to mean the same at another question.
  const { shown, ...others } = conversation;
  const kept = shown && fit?.step === state.step ? { ...others, shown } : others;
  if (fit) return { ...stay({ ...kept, active: fit }, []), kept: true };
  const again = await startFlow({ ...conversation, active: null }, flow, plainOpening, world);
  return { ...again, lead: [say(chat('restarted', { title: flow.title })), ...again.lead], kept: false };
}

function fitState(flow: Flow, state: FlowState): FlowState | undefined {
  if (state.version === flow.version) return validState(flow, state);
  const moved = flow.migrate?.({ version: state.version, step: state.step, data: state.data });
  // The way back belonged to the old version's steps.
  return moved
    ? validState(flow, { ...state, version: flow.version, step: moved.step, data: moved.data, trail: [] })
    : undefined;
}

function validState(flow: Flow, state: FlowState): FlowState | undefined {
  return Object.hasOwn(flow.steps, state.step) && flow.data.safeParse(state.data).success ? state : undefined;
}
