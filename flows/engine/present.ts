/** What is said after a decision: the lead, then the question the conversation stands at, or a flow's last words. */
import type { Outcome } from '../effects.ts';
import { chat } from './chat-texts.ts';
import type { Closing, Conversation, FlowState } from './flow.ts';
import type { Action, Asking, Message, Option, Saying } from './message.ts';
import { openFlow } from './open-flow.ts';
import { shownIn } from './shown.ts';
import { atStep, type Decision, flowNamed, type World } from './world.ts';

/** The end of a turn: the conversation to store, what to say, and writes of a flow that took over. */
export type Turn = { conversation: Conversation; saying: Saying; next?: Decision };

/**
 * Says what follows from `decision`. `outcomes` are what its writes gave back. When the flow hands over to another
 * one, `next` is that one's decision: its writes are due, and then its own `present`.
 */
export async function present(decision: Decision, outcomes: Outcome[], world: World): Promise<Turn> {
  const { conversation, lead } = decision;
  const { active } = conversation;
  if (!active)
    return {
      conversation: withShown(conversation, { messages: lead }),
      saying: { messages: lead, quick: resting(conversation, [], world) },
    };
  const step = flowNamed(active.flow, world.repertoire).steps[active.step];
  if (!step) throw new Error(`"${active.flow}" has no step "${active.step}"`);
  const at = atStep(conversation, active, world, outcomes);
  if ('close' in step) return finish(decision, active, await step.close(at), world);
  const unbound = await step.ask(at);
  const asking = bound(unbound, active);
  return {
    conversation: withShown(conversation, unbound),
    saying: { messages: [...lead, ...asking.messages], quick: asked(asking, active) },
  };
}

async function finish(decision: Decision, state: FlowState, closing: Closing, world: World): Promise<Turn> {
  const conversation: Conversation = { ...decision.conversation, active: null };
  const words = bound(closing, state);
  const messages = [...decision.lead, ...words.messages];
  if (!closing.handOver)
    return {
      conversation: withShown(conversation, closing),
      saying: { messages, quick: resting(conversation, words.quick ?? [], world) },
    };
  const next = await openFlow(conversation, closing.handOver.flow, closing.handOver.opening, world);
  return {
    conversation,
    saying: { messages: [], quick: [] },
    next: { ...next, lead: [...messages, ...next.lead] },
  };
}

/** The conversation with what numbers mean from now on. */
function withShown(conversation: Conversation, { messages, quick = [] }: Asking): Conversation {
  return { ...conversation, shown: shownIn(messages, quick) };
}

/** Under a question: its own quick replies, then the way back and out. */
function asked(asking: Asking, state: FlowState): Option[] {
  const back: Option[] =
    state.trail.length > 0 ? [{ label: chat('back'), do: { act: 'word', word: 'back' } }] : [];
  return [...(asking.quick ?? []), ...back, { label: chat('cancel'), do: { act: 'word', word: 'cancel' } }];
}

/** Under last words: what was offered, what was put aside, and help, so that nobody stands before a closed door. */
function resting(conversation: Conversation, offered: Option[], world: World): Option[] {
  const waiting = conversation.parked.at(-1);
  const flow = waiting && world.repertoire.flows.find((candidate) => candidate.id === waiting.flow);
  const goOn: Option[] = flow
    ? [{ label: chat('continue', { title: flow.title }), do: { act: 'word', word: 'continue' } }]
    : [];
  const first: Option[] = offered.length > 0 ? offered : [{ label: chat('nearMe'), do: { act: 'location' } }];
  return [...first, ...goOn, { label: chat('help'), do: { act: 'word', word: 'help' } }];
}

/** Ties the answers offered to this run and step, so that LINE can bring them back and stale ones are known. */
function bound(asking: Asking, state: FlowState): Asking {
  const quick = asking.quick?.map((option) => boundOption(option, state));
  return {
    messages: asking.messages.map((message) => boundMessage(message, state)),
    ...(quick && { quick }),
  };
}

function boundMessage(message: Message, state: FlowState): Message {
  switch (message.kind) {
    case 'question':
    case 'summary':
    case 'chart':
      return { ...message, options: message.options.map((option) => boundOption(option, state)) };
    case 'cards':
      return {
        ...message,
        cards: message.cards.map((card) => ({
          ...card,
          options: card.options.map((option) => boundOption(option, state)),
        })),
      };
    case 'say':
    case 'pictures':
    case 'place':
      return message;
  }
}

function boundOption(option: Option, state: FlowState): Option {
  return { ...option, do: boundAction(option.do, state) };
}

function boundAction(action: Action, { flow, run, step }: FlowState): Action {
  return action.act === 'answer'
    ? { act: 'button', button: { kind: 'answer', flow, run, step, value: action.value } }
    : action;
}
