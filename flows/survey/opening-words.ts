/** What somebody who comes back to a survey is told: how far it is, and who answered. */
import { type Message, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import type { SurveyAt } from './session.ts';
import { askedQuestions, isAnswered, type Sheet } from './sheet.ts';
import { joined, surveyTexts as text } from './survey-texts.ts';

/** Said in the turn that opened the survey, where it goes on. */
export function goingOn(sheet: Sheet, at: SurveyAt): Message[] {
  if (at.turn !== at.run || sheet.state.submitted) return [];
  const asked = askedQuestions(sheet);
  const done = asked.filter((question) => isAnswered(question, sheet)).length;
  const agency = sheet.state.agency.name;
  const names = namesOfAnswerers(sheet);
  return [
    say(text('goingOn', { agency, done, count: asked.length })),
    ...(names !== undefined ? [say(names)] : []),
  ];
}

/** Who gave the answers there are; undefined while nobody but the person did. */
export function namesOfAnswerers({ state: { answers, matrix } }: Sheet): Words | undefined {
  const given = [...Object.values(answers), ...Object.values(matrix)];
  const others = [...new Set(given.filter(({ mine }) => !mine).map(({ by }) => by))];
  if (others.length === 0) return undefined;
  const me = given.some(({ mine }) => mine) ? [text('me')] : [];
  return text('answeredBy', { names: joined([...others.map((name) => name || text('someone')), ...me]) });
}
