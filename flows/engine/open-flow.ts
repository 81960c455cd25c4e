/** Opening a flow: the privacy notice first where it is needed, and what is open now put aside, not lost. */
import { chat } from './chat-texts.ts';
import type { Conversation, Flow, FlowState, Opening, Parked } from './flow.ts';
import { say } from './message.ts';
import { moveTo } from './move.ts';
import type { Who } from './who.ts';
import { atStep, type Decision, flowNamed, stay, type World } from './world.ts';

/** How many flows are kept aside; the oldest gives way. */
const PARKED_AT_MOST = 3;

/** An opening by a bare word or button. */
export const plainOpening: Opening = { value: '', words: '' };

/** Opens the flow `id`. Asking again for the one already open asks its question again, or shows it as it is now. */
export async function openFlow(
  conversation: Conversation,
  id: string,
  opening: Opening,
  world: World,
): Promise<Decision> {
  const wanted = flowNamed(id, world.repertoire);
  if (!mayUse(wanted, world.who))
    return stay(conversation, [say(chat('notForYou', { title: wanted.title }))]);
  const again = conversation.active?.flow === id ? conversation.active : undefined;
  const isBrowsing = again !== undefined && (wanted.browsing ?? []).includes(again.step);
  if (again && isPlain(opening) && !isBrowsing) return stay(conversation, []);
  const aside = isBrowsing ? stay({ ...conversation, active: null }, []) : putAside(conversation, world);
  const [flow, how] = behindConsent(wanted, opening, conversation, world);
  const opened = await startFlow(aside.conversation, flow, how, world);
  return { ...opened, effects: [...aside.effects, ...opened.effects], lead: [...aside.lead, ...opened.lead] };
}

/** Starts `flow` from its beginning, as a new run. */
export async function startFlow(
  conversation: Conversation,
  flow: Flow,
  opening: Opening,
  world: World,
): Promise<Decision> {
  const blank = blankState(flow, world);
  const move = await flow.start(opening, atStep(conversation, blank, world));
  // Begun anew: what was put aside of it before is no longer what the person is doing.
  return moveTo({ ...conversation, parked: without(flow.id, conversation.parked) }, blank, move);
}

/** A flow's state before its first step. */
export function blankState({ id, version }: Flow, { turn }: World): FlowState {
  return { flow: id, version, run: turn, step: '', data: {}, trail: [] };
}

/** Leaves the open flow, if there is one, so that it can be gone on with. */
export function putAside(conversation: Conversation, world: World): Decision {
  const state = conversation.active;
  if (!state) return stay(conversation, []);
  const flow = flowNamed(state.flow, world.repertoire);
  if (!flow.leave) return park(conversation, state, flow);
  const left = flow.leave(atStep(conversation, state, world), state.step);
  if (!left) return stay({ ...conversation, active: null }, []);
  const kept = withParked(conversation, { flow: flow.id, value: left.resume });
  return { ...stay(kept, [say(left.say)]), effects: left.effects };
}

function park(conversation: Conversation, state: FlowState, flow: Flow): Decision {
  // Nothing was answered yet: there is nothing to go on with.
  const isUntouched = state.trail.length === 0 && Object.keys(state.data).length === 0;
  if (isUntouched) return stay({ ...conversation, active: null }, []);
  const kept = withParked(conversation, { flow: flow.id, state });
  return stay(kept, [say(chat('parked', { title: flow.title }))]);
}

function withParked(conversation: Conversation, parked: Parked): Conversation {
  const all = [...without(parked.flow, conversation.parked), parked];
  return { ...conversation, active: null, parked: all.slice(-PARKED_AT_MOST) };
}

function without(flow: string, parked: readonly Parked[]): Parked[] {
  return parked.filter((other) => other.flow !== flow);
}

/** Whether the flow is open to this person. */
export function mayUse({ needs }: Flow, who: Who): boolean {
  return !needs || who.roles.some(({ role }) => needs.includes(role));
}

function behindConsent(
  flow: Flow,
  opening: Opening,
  conversation: Conversation,
  world: World,
): [Flow, Opening] {
  const { privacyNotice, welcome } = world.repertoire;
  if (!flow.needsConsent || conversation.consent?.version === privacyNotice) return [flow, opening];
  return [flowNamed(welcome, world.repertoire), { ...plainOpening, afterwards: { flow: flow.id, opening } }];
}

function isPlain(opening: Opening): boolean {
  return !opening.value && !opening.words && !opening.position && !opening.afterwards;
}
