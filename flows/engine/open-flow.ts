/** Opening a flow: the privacy notice first where it is needed, and what is open now put aside, not lost. */
import { chat } from './chat-texts.ts';
import type { Conversation, Flow, FlowState, Opening } from './flow.ts';
import { say } from './message.ts';
import { moveTo } from './move.ts';
import { atStep, type Decision, flowNamed, stay, type World } from './world.ts';

/** How many flows are kept aside; the oldest gives way. */
const PARKED_AT_MOST = 3;

/** An opening by a bare word or button. */
export const plainOpening: Opening = { value: '', words: '' };

/** Opens the flow `id`. Asking again for the one already open just asks its question again. */
export async function openFlow(
  conversation: Conversation,
  id: string,
  opening: Opening,
  world: World,
): Promise<Decision> {
  const wanted = flowNamed(id, world.repertoire);
  if (conversation.active?.flow === id && isPlain(opening)) return stay(conversation, []);
  const aside = putAside(conversation, world);
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
  const blank: FlowState = {
    flow: flow.id,
    version: flow.version,
    run: world.turn,
    step: '',
    data: {},
    trail: [],
  };
  const move = await flow.start(opening, atStep(conversation, blank, world));
  return moveTo(conversation, blank, move);
}

/** Leaves the open flow, if there is one, so that it can be gone on with. */
export function putAside(conversation: Conversation, world: World): Decision {
  const state = conversation.active;
  if (!state) return stay(conversation, []);
  const flow = flowNamed(state.flow, world.repertoire);
  if (flow.leave) {
    const left = flow.leave(atStep(conversation, state, world), state.step);
    return {
      conversation: { ...conversation, active: null },
      effects: left?.effects ?? [],
      lead: left ? [say(left.say)] : [],
      quick: left
        ? [
            {
              label: chat('continue', { title: flow.title }),
              do: { act: 'open', flow: flow.id, value: left.resume },
            },
          ]
        : [],
    };
  }
  // Nothing was answered yet: there is nothing to go on with.
  if (state.trail.length === 0) return stay({ ...conversation, active: null }, []);
  const others = conversation.parked.filter((other) => other.flow !== state.flow);
  const parked = [...others, state].slice(-PARKED_AT_MOST);
  return stay({ ...conversation, active: null, parked }, [say(chat('parked', { title: flow.title }))]);
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
