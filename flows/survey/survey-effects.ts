/** The writes of the readiness survey. `id` is the turn's own key, so that twice equals once. */
import type { CopyNeeds } from '../procedures/procedure.ts';
import type { SurveyAnswer } from './answers.ts';

/** `taken-by-other`: a colleague answered since the person last looked; what they said is left as it is. */
type Kept = { result: 'kept' | 'unchanged' | 'not-yours' | 'round-over' };

export type SurveyEffects = {
  /** Keeps one answer. `seen` is the `change` of the answer the person saw, 0 for none. */
  answerSurvey: {
    takes: {
      id: string;
      agency: string;
      round: string;
      question: string;
      answer: SurveyAnswer;
      seen: number;
    };
    gives: Kept | { result: 'taken-by-other'; by: string; answer: SurveyAnswer; change: number };
  };
  /** Keeps rows of the matrix, by procedure code. Rows a colleague changed since `seen` are left and named. */
  answerMatrix: {
    takes: {
      id: string;
      agency: string;
      round: string;
      rows: Record<string, CopyNeeds>;
      seen: Record<string, number>;
    };
    gives: Kept | { result: 'partly'; left: string[]; by: string };
  };
  /** Submits what is there as a new revision. `asked` are the questions that must have an answer, and `matrix`. */
  submitSurvey: {
    takes: { id: string; agency: string; round: string; questions: number; asked: string[] };
    gives:
      | { result: 'submitted' | 'unchanged'; revision: number; late: boolean }
      | { result: 'incomplete'; missing: string[] }
      | { result: 'not-yours' | 'round-over' };
  };
  /** Notes that the person is at work on the survey, for colleagues to be told. */
  noteSurveying: { takes: { id: string; agency: string; round: string }; gives: { noted: true } };
};
