/** How a conversation is declared so that its mistakes do not compile. */
import type { Accept, At, Closing, ClosingStep, Flow, Move, QuestionStep } from './flow.ts';
import type { Asking } from './message.ts';

/** A step that asks: what it says, what it takes for an answer, and where each answer leads. */
type Question<Data, StepName extends string, Answer> = {
  ask(at: At<Data>): Asking | Promise<Asking>;
  /** What answers are taken; a function where that depends on the data, such as a list that was offered. */
  accepts: Accept<Answer> | ((at: At<Data>) => Accept<Answer>);
  next(answer: NoInfer<Answer>, at: At<Data>): Move<Data, StepName> | Promise<Move<Data, StepName>>;
};

/**
 * Step makers for a flow with this data and these step names. Declared before the flow so that each step's answer
 * type is inferred on its own: `const { question, closing } = stepsOf<Data, 'name' | 'kind'>()`.
 */
export function stepsOf<Data, StepName extends string>() {
  return {
    question<Answer>(step: Question<Data, StepName, Answer>): QuestionStep<Data, StepName> {
      const { accepts } = step;
      return { ...step, accepts: typeof accepts === 'function' ? accepts : () => accepts };
    },
    closing(close: (at: At<Data>) => Closing | Promise<Closing>): ClosingStep<Data> {
      return { close };
    },
  };
}

/** Declares a conversation. What it cannot do (go to a step that is not there, use a text that is not there) does not compile. */
export function defineFlow<Data extends Record<string, unknown>, StepName extends string>(
  flow: Flow<Data, StepName>,
): Flow {
  return flow;
}
