/** Answering the readiness survey: one question or many rows of the table at a time, and who is at work on it. */
import { isDeepStrictEqual } from 'node:util';
import type { FieldChange } from './audit.ts';
import { peopleByIds } from './person.ts';
import { type CopiesNeeded, fieldOfId, plainAnswer, type SurveyAnswer } from './survey-answer.ts';
import {
  beginResponse,
  ResponseModel,
  responseId,
  type StoredAnswer,
  type StoredResponse,
  type StoredRow,
} from './survey-document.ts';
import { type Decision, type Refusal, refusalOf, type SurveyTurn, takeTurn } from './survey-turn.ts';

/** What became of an answer. `taken-by-other`: a colleague (first name) said something the person has not seen. */
export type AnswerKept =
  | { result: 'kept' | 'unchanged' }
  | { result: 'taken-by-other'; by: string; answer: SurveyAnswer; change: number }
  | Refusal;

/** What became of rows. `partly`: the rows `left` were changed by colleagues since; the others are kept. */
export type RowsKept =
  | { result: 'kept' | 'unchanged' }
  | { result: 'partly'; left: string[]; by: string }
  | Refusal;

/** So long after their last step somebody counts as still at work on a response. Milliseconds. */
const STILL_AT_WORK = 10 * 60_000;

/** Keeps one answer. `seen` is the `change` of the answer that the person saw, 0 for none. */
export async function keepAnswer({
  question,
  answer,
  seen,
  ...turn
}: SurveyTurn & { question: string; answer: SurveyAnswer; seen: number }): Promise<AnswerKept> {
  const wanted = plainAnswer(answer);
  const field = fieldOfId(question);
  return takeTurn<AnswerKept>(turn, async ({ answers }) => {
    const there = Object.hasOwn(answers, field) ? answers[field] : undefined;
    if (isDeepStrictEqual(there?.answer, wanted)) return { outcome: { result: 'unchanged' } };
    if (there && isUnseen(there, seen, turn)) return { outcome: await takenBy(there) };
    const kept: StoredAnswer = { answer: wanted, ...givenNow(there, turn) };
    return {
      outcome: { result: 'kept' },
      set: { [`answers.${field}`]: kept },
      changes: [{ field: `answers.${question}`, from: there?.answer ?? null, to: wanted }],
    };
  });
}

/** Keeps rows of the table, by procedure code, all in one write. `seen` as for an answer, for each row. */
export async function keepMatrixRows({
  rows,
  seen,
  ...turn
}: SurveyTurn & {
  rows: Readonly<Record<string, CopiesNeeded>>;
  seen: Readonly<Record<string, number>>;
}): Promise<RowsKept> {
  return takeTurn<RowsKept>(turn, async ({ matrix }) => {
    const there = new Map(Object.entries(matrix));
    const judged = Object.entries(rows).map(([code, { idCard, house }]) =>
      judgeRow({ code, needed: { idCard, house }, there: there.get(fieldOfId(code)) }, seen[code] ?? 0, turn),
    );
    return rowsDecision(judged, turn);
  });
}

type Row = { code: string; needed: CopiesNeeded; there: StoredRow | undefined };
type JudgedRow = Row & { verdict: 'same' | 'set' | 'left' };

function judgeRow(row: Row, seen: number, turn: SurveyTurn): JudgedRow {
  const { needed, there } = row;
  if (there && isDeepStrictEqual(neededOf(there), needed)) return { ...row, verdict: 'same' };
  return { ...row, verdict: there && isUnseen(there, seen, turn) ? 'left' : 'set' };
}

async function rowsDecision(judged: readonly JudgedRow[], turn: SurveyTurn): Promise<Decision<RowsKept>> {
  const left = judged.filter(({ verdict }) => verdict === 'left');
  const set = judged.filter(({ verdict }) => verdict === 'set');
  const fields = set.map(({ code, needed, there }): [string, StoredRow] => [
    `matrix.${fieldOfId(code)}`,
    { ...needed, ...givenNow(there, turn) },
  ]);
  const changes = set.map(
    ({ code, needed, there }): FieldChange<'survey'> => ({
      field: `matrix.${code}`,
      from: there ? neededOf(there) : null,
      to: needed,
    }),
  );
  const latest = left.map(({ there }) => there).reduce(later, undefined);
  const outcome: RowsKept = latest
    ? { result: 'partly', left: left.map(({ code }) => code), by: await firstName(latest.by) }
    : { result: set.length > 0 ? 'kept' : 'unchanged' };
  return { outcome, set: Object.fromEntries(fields), changes };
}

const later = (a: StoredRow | undefined, b: StoredRow | undefined) => (a && b && a.at > b.at ? a : (b ?? a));

const neededOf = ({ idCard, house }: CopiesNeeded): CopiesNeeded => ({ idCard, house });

/** Whether a colleague changed it since the person looked. What one changed oneself, on whatever device, one has seen. */
function isUnseen({ change, by }: { change: number; by: string }, seen: number, turn: SurveyTurn): boolean {
  return change !== seen && by !== turn.by;
}

const givenNow = (there: { change: number } | undefined, { by, at }: SurveyTurn) => ({
  by,
  at,
  change: (there?.change ?? 0) + 1,
});

async function takenBy({ by, answer, change }: StoredAnswer): Promise<AnswerKept> {
  return { result: 'taken-by-other', by: await firstName(by), answer, change };
}

async function firstName(person: string): Promise<string> {
  return (await peopleByIds([person])).get(person)?.profile?.firstName ?? '';
}

/** Notes that the person is at work on the response, so that a colleague is told. */
export async function noteSurveying(turn: Omit<SurveyTurn, 'key'>): Promise<void> {
  const { round, agency, by, at } = turn;
  if (await refusalOf({ ...turn, key: '' })) return;
  await beginResponse(round, agency, at);
  const recent = { $gt: ['$$one.at', new Date(at.getTime() - STILL_AT_WORK)] };
  const others = {
    $filter: {
      input: { $ifNull: ['$editing', []] },
      as: 'one',
      cond: { $and: [{ $ne: ['$$one.by', { $literal: by }] }, recent] },
    },
  };
  const editing = { $concatArrays: [others, [{ by: { $literal: by }, at }]] };
  const _id = responseId(round, agency);
  await ResponseModel.updateOne({ _id }, [{ $set: { editing } }], { updatePipeline: true });
}

/** The ids of the people at work on a response at this instant. */
export function atWork({ editing }: Pick<StoredResponse, 'editing'>, now: Date): string[] {
  const since = now.getTime() - STILL_AT_WORK;
  return (editing ?? []).filter(({ at }) => at.getTime() > since).map(({ by }) => by);
}
