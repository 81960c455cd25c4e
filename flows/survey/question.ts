/** What a survey is made of, as data: its questions, their choices, and what a choice asks for besides. */
import type { Bilingual } from '../engine/text.ts';

/** What a choice or a question wants to know. `text` is what is asked. */
export type Follow =
  /** One of the survey's periods, or a date; kept as the period's id or an ISO date. */
  | { kind: 'period'; text: Bilingual }
  /** A whole number; both limits count. */
  | { kind: 'number'; text: Bilingual; min: number; max: number }
  /** Words; at most `max` characters as people see them. */
  | { kind: 'text'; text: Bilingual; max: number }
  /** Several of these parts, at least one. */
  | { kind: 'parts'; text: Bilingual; parts: readonly Choice[] };

/** One choice. `also` are further ways to type it; `asks` is asked once it is chosen. Parts of parts ask nothing. */
export type Choice = { id: string; label: Bilingual; also?: readonly string[]; asks?: Follow };

/** Asked only of those who chose one of these. */
export type Condition = { question: string; chosen: readonly string[] };

/** A question; `title` is how it is called in a list. An optional one may be passed over with `none`. */
export type Question = { id: string; title: Bilingual; text: Bilingual; when?: Condition } & (
  | { kind: 'one'; choices: readonly Choice[] }
  | { kind: 'several'; choices: readonly Choice[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'text'; max: number; none?: Bilingual }
  /** Which copies each procedure of the agency needs. */
  | { kind: 'matrix' }
);

/** A survey. Raise `version` with every change of the questions. */
export type Survey = { version: number; periods: readonly Choice[]; questions: readonly Question[] };

type Asked<S extends Survey> = S['questions'][number];

/** The ids of the questions of a survey. */
type QuestionId<S extends Survey> = Asked<S>['id'];

/** The ids of the choices of one question. */
type ChoiceId<S extends Survey, Id extends QuestionId<S>> =
  Extract<Asked<S>, { id: Id }> extends { choices: readonly { id: infer Choice }[] } ? Choice : never;

type ConditionOf<S extends Survey> = {
  [Id in QuestionId<S>]: { question: Id; chosen: readonly ChoiceId<S, Id>[] };
}[QuestionId<S>];

/** Conditions on a question or a choice that is not there. */
type WrongCondition<S extends Survey> =
  Asked<S> extends infer Each
    ? Each extends { when: infer When }
      ? When extends ConditionOf<S>
        ? never
        : When
      : never
    : never;

/** Declares a survey. A condition on a question or a choice that is not there does not compile. */
export function defineSurvey<const S extends Survey>(
  survey: S & ([WrongCondition<S>] extends [never] ? unknown : { wrongCondition: WrongCondition<S> }),
): S {
  return survey;
}
