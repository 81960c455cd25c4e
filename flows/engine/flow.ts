/**
 * The shape of a conversation: typed data and small pure functions, in named steps. See `define-flow.ts` for how
 * one is declared and `advance.ts` for how it is played.
 */
import type { ZodType } from 'zod';
import type { Effect, Outcome } from '../effects.ts';
import type { LookUps } from '../look-ups.ts';
import type { Input } from './input.ts';
import type { Asking, Position } from './message.ts';
import type { Shown } from './shown.ts';
import type { Language, Text, TextMaker, Words } from './text.ts';
import type { RoleKind, Who } from './who.ts';

/** The privacy notice a person agreed to, and when (ISO instant). */
export type Consent = { version: number; at: string };

/** One flow in progress, as it is stored between turns. Plain JSON. */
export type FlowState = {
  flow: string;
  version: number;
  /** Which opening of the flow this is; buttons carry it. It is the id of the event that opened it. */
  run: string;
  step: string;
  data: Record<string, unknown>;
  /** The steps answered so far with the data as it was before each answer: what ย้อนกลับ walks back. */
  trail: { step: string; data: Record<string, unknown> }[];
};

/** A flow left half-way: its state, or the value that opens it where it was left (when the flow kept its work itself). */
export type Parked = { flow: string } & ({ state: FlowState } | { value: string });

/** A person's whole conversation, as it is stored between turns. Plain JSON. */
export type Conversation = {
  person: string;
  language: Language;
  consent: Consent | null;
  active: FlowState | null;
  /** Flows left for another one, the latest last; at most 3. ทำต่อ goes back to the last. */
  parked: Parked[];
  /** The buttons of what was said last, as numbers count them. */
  shown?: Shown;
  /** The button answered last: tapped twice, the second tap is told so. */
  answered?: { run: string; step: string; value: string };
};

/** What a step can see. */
export type At<Data> = {
  data: Data;
  person: string;
  language: Language;
  consent: Consent | null;
  /** ISO instant of the turn. */
  now: string;
  /** Which opening of the flow this is; unique in the world, fit to derive the ids of what the flow creates. */
  run: string;
  /** Id of the event being answered: fit to derive the ids of what this very answer writes. */
  turn: string;
  find: LookUps;
  who: Who;
  /** What the writes of the move into this step gave back. */
  outcomes: Outcome[];
};

/** How a flow was opened. */
export type Opening = {
  /** The value of the button that opened it; empty otherwise. */
  value: string;
  /** What was typed after the opening word, or the whole text when plain text opened it; empty otherwise. */
  words: string;
  /** The position sent when a location message opened it. */
  position?: Position;
  /** What the person had asked for when the privacy notice came between; it goes on afterwards. */
  afterwards?: { flow: string; opening: Opening };
};

/** Where a conversation goes next. */
export type Advance<Data, StepName extends string> = {
  to: StepName;
  /** What changes in the data. `undefined` takes a field away. */
  set?: { [K in keyof Data]?: Data[K] | undefined };
  effects?: Effect[];
  /** What changes about the person's own settings, kept beyond the flow; `parked: []` throws away what was put aside. */
  settings?: { language?: Language; consent?: Consent | null; parked?: [] };
};

/** What an answer leads to: the next step, or the same question once more, saying why. */
export type Move<Data, StepName extends string> = Advance<Data, StepName> | { again: Words };

/** What became of reading an answer. `why` says what was wrong and what would be right, with an example. */
export type Reading<Answer> = { ok: true; value: Answer } | { ok: false; why?: Words };

/** An input that can be an answer: a tap on one of the step's own options arrives as `chosen`. */
export type AnswerInput =
  | Extract<Input, { kind: 'place' | 'image' | 'other' }>
  /** `shown`: what numbers mean, the values of the buttons as they were shown; null for one that is no answer. */
  | { kind: 'text'; text: string; shown: readonly (string | null)[] }
  | { kind: 'chosen'; value: string };

/** What a step takes for an answer, and how that is read. */
export type Accept<Answer> = {
  read(input: AnswerInput, now: string): Reading<Answer>;
  /** Whether any words at all can be an answer here. Then only whole-message commands count as commands. */
  freeText: boolean;
};

/** A step that asks something. */
export type QuestionStep<Data, StepName extends string> = {
  ask(at: At<Data>): Asking | Promise<Asking>;
  accepts(at: At<Data>): Accept<unknown>;
  next(answer: unknown, at: At<Data>): Move<Data, StepName> | Promise<Move<Data, StepName>>;
};

/** The last words of a flow, and the flow that takes over, if one does. */
export type Closing = Asking & { handOver?: { flow: string; opening: Opening } };

/** A step that says something last: the flow is over. */
export type ClosingStep<Data> = { close(at: At<Data>): Closing | Promise<Closing> };

export type Step<Data, StepName extends string> = QuestionStep<Data, StepName> | ClosingStep<Data>;

/** A conversation. */
export type Flow<Data = Record<string, unknown>, StepName extends string = string> = {
  id: string;
  /** Raised whenever stored states of the flow would no longer fit. */
  version: number;
  /** What the flow remembers. Stored states are checked against it when they are loaded. */
  data: ZodType<Data>;
  text: TextMaker;
  /** The words that open the flow, in both languages; the first Thai one is shown in the menu. */
  words: { th: string[]; en: string[] };
  /** For opening words that say more than "open it": the word in normal form → the value the flow is opened with. */
  wordValues?: Record<string, string>;
  /** Whether more may follow the opening word, as in "ค้นหา อบต.หนองบัว". */
  takesWords: boolean;
  /** How ช่วยเหลือ and the offer to go on call it. */
  title: Text;
  /** What ช่วยเหลือ calls it instead when there is more to say, such as how many wait. Asked only when it is listed. */
  titleNow?(at: At<Data>): Text | undefined | Promise<Text | undefined>;
  /** Whether ช่วยเหลือ lists it. */
  listed: boolean;
  /** Personal data are kept: asks for consent to the privacy notice first. */
  needsConsent: boolean;
  /** Only for people with a role of one of these kinds; checked at every message. Everybody's when left out. */
  needs?: readonly RoleKind[];
  /**
   * Steps that only show what is stored and hold nothing half-typed. Asked for once more there, the flow begins anew with
   * what is stored now; at its other steps it just asks again, so that nothing is lost.
   */
  browsing?: readonly StepName[];
  /** Where an opening leads. `at.data` is empty still. */
  start(opening: Opening, at: At<Data>): Advance<Data, StepName> | Promise<Advance<Data, StepName>>;
  steps: Record<StepName, Step<Data, StepName>>;
  /** Carries a state of an older version over; `null` restarts politely. */
  migrate?(old: {
    version: number;
    step: string;
    data: Record<string, unknown>;
  }): { step: StepName; data: Data } | null;
  /** What leaving half-way does. Flows without it are parked by the engine, and ทำต่อ goes on with them. */
  leave?(at: At<Data>, step: StepName): { effects: Effect[]; say: Words; resume: string } | null;
};
