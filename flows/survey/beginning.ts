/** Opening the survey: for whom, from where, and what is confirmed before the first question. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { anyOf, choiceOf, yesOrNo } from '../engine/accepts.ts';
import type { Opening, QuestionStep } from '../engine/flow.ts';
import { type Message, open, type Row, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { roleOf, type Who } from '../engine/who.ts';
import { profileRows, wholeProfile } from '../profile-questions.ts';
import { workingLine } from './asking.ts';
import { enter, noting, toReview, writing } from './moves.ts';
import { namesOfAnswerers } from './opening-words.ts';
import type { Survey } from './question.ts';
import {
  type SurveyAdvance,
  type SurveyAt,
  type SurveySession,
  type SurveyStep,
  surveyQuestion,
} from './session.ts';
import { askedQuestions, nextUnanswered, readSheet, type Sheet } from './sheet.ts';
import { surveyTexts as text } from './survey-texts.ts';

/** To where the agency's survey stands. `value` is the agency of a survey put aside. */
export async function begin(survey: Survey, { value }: Opening, opened: SurveyAt): Promise<SurveyAdvance> {
  const agency = agencyFor(value, opened.who);
  if (!agency) return { to: 'officialsOnly' };
  const at = { ...opened, data: { agency } };
  const sheet = await readSheet(survey, at);
  if (!sheet) return { to: 'unavailable', set: { agency } };
  const hasBegun = value !== '' || Object.values(sheet.state.answers).some(({ mine }) => mine);
  const move = sheet.state.submitted || hasBegun ? standing(sheet, at) : toConfirm(sheet, at);
  return { ...move, set: { ...move.set, agency } };
}

/** The agency the person works for, or the one put aside while they still work for it. */
function agencyFor(value: string, who: Who): string | undefined {
  const isTheirs = who.roles.some((role) => role.role === 'official' && role.agency === value);
  return isTheirs ? value : roleOf('official', who)?.agency;
}

function toConfirm(sheet: Sheet, at: SurveyAt): SurveyAdvance {
  const noted = noting(sheet, at);
  return { to: 'confirm', set: { ...noted.set, round: sheet.state.round.id }, effects: noted.effects };
}

/** To the first question without an answer; to all of them when there is none, or they are sent. */
export function standing(sheet: Sheet, at: SurveyAt): SurveyAdvance {
  const next = nextUnanswered(sheet);
  if (next && !sheet.state.submitted) return enter(next, sheet, at);
  const noted = noting(sheet, at);
  const move = toReview();
  return writing(noted.effects, {
    ...move,
    set: { ...move.set, ...noted.set, round: sheet.state.round.id },
  });
}

const confirming = choiceOf(text, { begin: 'begin' }, 'begin');

/** Agency and person, to be confirmed. */
export function confirmStep(survey: Survey): QuestionStep<SurveySession, SurveyStep> {
  return surveyQuestion({
    async ask(at) {
      const sheet = await readSheet(survey, at);
      if (!sheet) return { messages: [say(text('unavailable'))] };
      return { messages: [...colleagues(sheet), overview(sheet, at)] };
    },
    accepts: anyOf(yesOrNo('begin'), confirming.accept),
    async next(_, at) {
      if (!wholeProfile(at.who.profile ?? {})) return { again: text('detailsFirst') };
      const sheet = await readSheet(survey, at);
      return sheet ? standing(sheet, at) : { to: 'unavailable' };
    },
  });
}

/** Who answered before and who is at work. */
function colleagues(sheet: Sheet): Message[] {
  const lines = [namesOfAnswerers(sheet), workingLine(sheet)].filter((line) => line !== undefined);
  return lines.map(say);
}

function overview(sheet: Sheet, { who, now }: SurveyAt): Message {
  const { round, agency } = sheet.state;
  const rows: Row[] = [
    { label: text('agencyRow'), value: agency.name },
    { label: text('codeRow'), value: agency.code },
    ...filled(text('areaRow'), agency.area),
    ...filled(text('departmentRow'), agency.department),
    ...filled(text('ministryRow'), agency.ministry),
    ...(round.closesAt ? [{ label: text('dueRow'), value: dueWords(round.closesAt, now) }] : []),
    ...profileRows(who.profile ?? {}).map(({ label, value }) => ({ label, value: value || '–' })),
  ];
  return {
    kind: 'summary',
    title: text('confirm', { title: round.title, count: askedQuestions(sheet).length }),
    rows,
    options: [
      ...confirming.options,
      open(text('changeDetails'), 'my-profile'),
      open(text('otherAgency'), 'role'),
    ],
  };
}

function filled(label: Words, value: Words): Row[] {
  const isEmpty = value === '' || (typeof value === 'object' && 'th' in value && value.th === '');
  return isEmpty ? [] : [{ label, value }];
}

function dueWords(closesAt: string, now: string): Words {
  const date = { date: bangkokDate(closesAt) };
  return closesAt < now ? text('dueLate', { date, late: text('lateRow') }) : text('date', { date });
}
