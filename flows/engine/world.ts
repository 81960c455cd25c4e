/** What the engine is given besides the conversation and the input. */
import type { Effect, Outcome } from '../effects.ts';
import type { LookUps } from '../look-ups.ts';
import type { At, Conversation, Flow, FlowState } from './flow.ts';
import type { Message } from './message.ts';
import type { Who } from './who.ts';

/** The flows there are, and which of them takes what nobody asked for. */
export type Repertoire = {
  flows: readonly Flow[];
  /** Opened by adding the account, and in front of flows that need consent. */
  welcome: string;
  /** Opened by plain text and by a location when no flow is open. */
  search: string;
  /** The privacy notice in force; consent to an older one does not count. */
  privacyNotice: number;
};

/** The world of one turn. */
export type World = {
  /** ISO instant. */
  now: string;
  /** Id of the event being answered; flows opened by it take it as their run. */
  turn: string;
  find: LookUps;
  who: Who;
  repertoire: Repertoire;
};

/** What an input decided: where the conversation stands, the writes to do, and what to say before the next question. */
export type Decision = { conversation: Conversation; effects: Effect[]; lead: Message[] };

/** A decision that says `lead` and leaves all else as it is. */
export function stay(conversation: Conversation, lead: Message[]): Decision {
  return { conversation, effects: [], lead };
}

/** The flow with this id. A missing one is a bug of the flow that named it. */
export function flowNamed(id: string, repertoire: Repertoire): Flow {
  const flow = repertoire.flows.find((candidate) => candidate.id === id);
  if (!flow) throw new Error(`no flow is called "${id}"`);
  return flow;
}

/** What a step of `state` sees. */
export function atStep(
  conversation: Conversation,
  state: FlowState,
  world: World,
  outcomes: Outcome[] = [],
): At<FlowState['data']> {
  return {
    data: state.data,
    person: conversation.person,
    language: conversation.language,
    consent: conversation.consent,
    now: world.now,
    run: state.run,
    turn: world.turn,
    find: world.find,
    who: world.who,
    outcomes,
  };
}
