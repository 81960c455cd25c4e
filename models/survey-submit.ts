/**
 * Submitting the readiness survey: what the response says becomes a revision. The revision is written first; what
 * follows from it (the state of copies, the trail) comes after it, and only then the response points to it. Should
 * the process die in between, the repeated turn or the next submission draws the consequences, in their order.
 */
import { isDeepStrictEqual } from 'node:util';
import { byId, type SurveyContent } from './survey-answer.ts';
import type { StoredResponse } from './survey-document.ts';
import {
  addRevision,
  changedBetween,
  MATRIX,
  newestRevision,
  revisionOfLastRound,
  revisionOfTurn,
  revisionsAbove,
  type SurveyRevision,
} from './survey-revision.ts';
import { currentRound, isLate } from './survey-round.ts';
import { type Decision, type Refusal, refusalOf, type SurveyTurn, takeTurn } from './survey-turn.ts';

/** `asked`: the questions that must have an answer, and `matrix`; `questions`: the version of the questions. */
export type Submission = SurveyTurn & { questions: number; asked: readonly string[] };

/** What became of it. `unchanged`: the newest revision says the same. */
export type Submitted =
  | { result: 'submitted' | 'unchanged'; revision: number; late: boolean }
  | { result: 'incomplete'; missing: string[] }
  | Refusal;

/**
 * Draws the consequences of a revision; `previous` is what the agency had submitted before, in this round or the one
 * before. May come twice for one revision and must then change nothing.
 */
export type DrawConsequences = (
  revision: SurveyRevision,
  previous: SurveyRevision | undefined,
) => Promise<unknown>;

/** Submits what the response says. */
export async function submitSurvey(
  submission: Submission,
  drawConsequences: DrawConsequences,
): Promise<Submitted> {
  const { questions: _questions, asked: _asked, ...turn } = submission;
  return takeTurn<Submitted>(
    turn,
    async (stored) => {
      const decision = await decide(submission, stored);
      if (decision !== 'again') await drawAll(stored, drawConsequences);
      return decision;
    },
    // What is submitted already is finished, whatever has become of the person's rights.
    async () => ((await revisionOfTurn(turn.key)) ? undefined : refusalOf(turn)),
  );
}

async function decide(
  submission: Submission,
  stored: StoredResponse,
): Promise<Decision<Submitted> | 'again'> {
  const { round, agency, key } = submission;
  const ours = await revisionOfTurn(key);
  if (ours) return submitted(ours, stored);
  const missing = missingOf(submission.asked, contentOf(stored));
  if (missing.length > 0) return { outcome: { result: 'incomplete', missing } };
  const newest = await newestRevision(round, agency);
  if (newest && saysTheSame(newest, stored)) {
    const { revision, late } = newest;
    const set = { revision: Math.max(stored.revision, revision) };
    return { outcome: { result: 'unchanged', revision, late }, set };
  }
  const revision = await newRevision(submission, stored, newest);
  return (await addRevision(revision)) ? submitted(revision, stored) : 'again';
}

/** Which procedures there are is not known here: of the table, one row will do. */
function missingOf(asked: readonly string[], { answers, matrix }: SurveyContent): string[] {
  return asked.filter((id) =>
    id === MATRIX ? Object.keys(matrix).length === 0 : !Object.hasOwn(answers, id),
  );
}

async function newRevision(
  { asked: _asked, questions, ...turn }: Submission,
  stored: StoredResponse,
  newest: SurveyRevision | undefined,
): Promise<SurveyRevision> {
  const content = contentOf(stored);
  return {
    ...turn,
    ...content,
    questions,
    revision: (newest?.revision ?? 0) + 1,
    late: isLate(await currentRound(turn.at), turn.at),
    changed: changedBetween(newest, content),
  };
}

function submitted({ revision, late }: SurveyRevision, stored: StoredResponse): Decision<Submitted> {
  return {
    outcome: { result: 'submitted', revision, late },
    set: { revision: Math.max(stored.revision, revision) },
    changes: [{ field: 'revision', from: revision === 1 ? null : revision - 1, to: revision }],
  };
}

/** Draws the consequences of every revision the response does not point to yet, the oldest first. */
async function drawAll(
  { round, agency, revision }: StoredResponse,
  drawConsequences: DrawConsequences,
): Promise<void> {
  const waiting = await revisionsAbove(round, agency, Math.max(0, revision - 1));
  let previous: SurveyRevision | undefined;
  for (const one of waiting) {
    if (one.revision > revision)
      await drawConsequences(one, previous ?? (await revisionOfLastRound(round, agency)));
    previous = one;
  }
}

/** What a response says, without who said it. */
function contentOf({ answers, matrix }: Pick<StoredResponse, 'answers' | 'matrix'>): SurveyContent {
  return {
    answers: mapped(byId(answers), ({ answer }) => answer),
    matrix: mapped(byId(matrix), ({ idCard, house }) => ({ idCard, house })),
  };
}

/** Whether a revision says what the response says. */
export function saysTheSame(
  { answers, matrix }: SurveyContent,
  stored: Pick<StoredResponse, 'answers' | 'matrix'>,
): boolean {
  return isDeepStrictEqual({ answers, matrix }, contentOf(stored));
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
