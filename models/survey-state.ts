/** The readiness survey of an agency as those see it who may work for it. */

import { peopleByIds } from './person.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { byId, type CopiesNeeded, type SurveyAnswer } from './survey-answer.ts';
import { type StoredResponse, storedResponse } from './survey-document.ts';
import { atWork } from './survey-response.ts';
import { newestRevision, revisionOfLastRound, revisionsAbove } from './survey-revision.ts';
import { currentRound, type SurveyRound } from './survey-round.ts';
import { saysTheSame } from './survey-submit.ts';

/** Who gave something (first name, empty when not known), whether that is who asks, and when. */
type GivenBy = { by: string; mine: boolean; at: Date; change: number };

/** A response in the current round. `isChanged`: it says something that is not submitted. */
export type ResponseState = {
  round: SurveyRound;
  answers: Record<string, GivenBy & { answer: SurveyAnswer }>;
  matrix: Record<string, GivenBy & CopiesNeeded>;
  /** The matrix the agency submitted in the round before. */
  lastRound?: Record<string, CopiesNeeded>;
  submitted?: { revision: number; at: Date; by: string };
  isChanged: boolean;
  /** First names of others at work on it; empty for one who has not given theirs. */
  editors: string[];
};

/** A submitted revision in the history. */
export type PastRevision = { revision: number; at: Date; by: string; late: boolean; changed: string[] };

const NOTHING: Pick<StoredResponse, 'answers' | 'matrix' | 'editing'> = { answers: {}, matrix: {} };

/** The current round's response; undefined when the person may not work for the agency. */
export async function responseState(
  agency: string,
  person: string,
  now: Date,
): Promise<ResponseState | undefined> {
  if (!(await mayWorkForAgency(person, agency))) return undefined;
  const round = await currentRound(now);
  const [stored = NOTHING, newest, last] = await Promise.all([
    storedResponse(round.id, agency),
    newestRevision(round.id, agency),
    revisionOfLastRound(round.id, agency),
  ]);
  const answers = byId(stored.answers);
  const matrix = byId(stored.matrix);
  const others = atWork(stored, now).filter((id) => id !== person);
  const given = [...Object.values(answers), ...Object.values(matrix)].map(({ by }) => by);
  const nameOf = await firstNames([...given, ...others, ...(newest ? [newest.by] : [])]);
  const told = <Given extends { by: string; at: Date; change: number }>(record: Record<string, Given>) =>
    Object.fromEntries(
      Object.entries(record).map(([id, one]) => [
        id,
        { ...one, by: nameOf(one.by), mine: one.by === person },
      ]),
    );
  return {
    round,
    answers: told(answers),
    matrix: told(matrix),
    ...(last && { lastRound: last.matrix }),
    ...(newest && { submitted: { revision: newest.revision, at: newest.at, by: nameOf(newest.by) } }),
    isChanged: newest ? !saysTheSame(newest, stored) : given.length > 0,
    editors: others.map(nameOf),
  };
}

/** Submitted revisions of the current round, the newest first; none for whom they are no business of. */
export async function revisionHistory(agency: string, person: string, now: Date): Promise<PastRevision[]> {
  if (!(await mayWorkForAgency(person, agency))) return [];
  const revisions = await revisionsAbove((await currentRound(now)).id, agency, 0);
  const nameOf = await firstNames(revisions.map(({ by }) => by));
  return revisions
    .map(({ revision, at, by, late, changed }) => ({ revision, at, by: nameOf(by), late, changed }))
    .toReversed();
}

async function firstNames(ids: readonly string[]): Promise<(id: string) => string> {
  const people = ids.length > 0 ? await peopleByIds(ids) : undefined;
  return (id) => people?.get(id)?.profile?.firstName ?? '';
}
