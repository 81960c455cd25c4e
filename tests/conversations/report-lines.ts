/** The lines of a transcript that say what an agency has submitted, and which route somebody gave it. */

import { applySurveyMatrix } from '../../models/copy-record.ts';
import { officialsOf } from '../../models/person.ts';
import { proceduresOf } from '../../models/procedure.ts';
import { chooseRoute } from '../../models/route-choice.ts';
import type { SurveyAnswer } from '../../models/survey-answer.ts';
import { keepAnswer, keepMatrixRows } from '../../models/survey-response.ts';
import { currentRound } from '../../models/survey-round.ts';
import { submitSurvey } from '../../models/survey-submit.ts';
import type { ReadSetUp, Setting, SetUp } from './setting.ts';

const SUBMITTED = /^(\d{9})((?: [\w-]+=\S+)*)(?: asks ((?: ?"[^"]+")+))?$/;
const ROUTED = /^(\d{9}) (offline|online-a|online-b) (\S+) "([^"]+)"$/;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const reportLines = {
  submitted: readSubmitted,
  routed: readRouted,
} satisfies Record<string, ReadSetUp>;

/** `submitted 030700002 system=yes readers=short:4 limits=some:law,people points=12 asks "title"`: an official of the agency did. */
function readSubmitted(rest: string): SetUp | undefined {
  const [, agency, answers = '', titles = ''] = SUBMITTED.exec(rest) ?? [];
  if (!agency) return undefined;
  const given = answers.trim().split(' ').filter(Boolean).map(answerIn);
  const asking = [...titles.matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? '');
  return (setting) => submit(agency, given, asking, setting);
}

function answerIn(written: string): [question: string, answer: SurveyAnswer] {
  const [question = '', said = ''] = written.split('=');
  if (/^\d+$/.test(said)) return [question, { number: Number(said) }];
  const [choice = '', detail] = said.split(':');
  if (detail === undefined) return [question, { choices: choice.split(',') }];
  const parts = detail.split(',');
  const value = parts.length > 1 || question === 'limits' ? parts : detail;
  return [
    question,
    { choices: [choice], details: { [choice]: /^\d+$/.test(detail) ? Number(detail) : value } },
  ];
}

async function submit(
  agency: string,
  answers: readonly [string, SurveyAnswer][],
  asking: readonly string[],
  { now, newKey }: Setting,
): Promise<void> {
  const [official] = await officialsOf(agency);
  if (!official) throw new Error(`nobody of ${agency} can submit; a "roles" line must stand before`);
  const { id: round } = await currentRound(now);
  const turn = () => ({ agency, round, by: official.id, at: now, key: newKey() });
  for (const [question, answer] of answers) await keepAnswer({ ...turn(), question, answer, seen: 0 });
  const needs = (title: string) => ({ idCard: asking.includes(title), house: false });
  const rows = Object.fromEntries(
    (await proceduresOf(agency)).map(({ code, title }) => [code, needs(title.th)]),
  );
  await keepMatrixRows({ ...turn(), rows, seen: {} });
  await submitSurvey({ ...turn(), questions: 1, asked: [] }, async ({ matrix, by, at }, previous) => {
    await applySurveyMatrix({ agency, matrix, previous: previous?.matrix, by, at, key: newKey() });
  });
}

function readRouted(rest: string): SetUp | undefined {
  const [, agency, route, person, reason] = ROUTED.exec(rest) ?? [];
  if (!agency || !person || !reason) return undefined;
  if (route !== 'offline' && route !== 'online-a' && route !== 'online-b') return undefined;
  return ({ now, newKey, idOf }) =>
    chooseRoute({ agency, route, reason, by: idOf(person), at: now, key: newKey() });
}
