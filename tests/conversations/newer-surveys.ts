/** The survey with other questions, as a deployment would bring it while people are answering. */
import type { Flow } from '../../flows/engine/flow.ts';
import { readinessSurvey } from '../../flows/survey/questions.ts';
import { surveyFlow } from '../../flows/survey/survey.ts';

/** With one question more, before the first. */
export function newerSurvey(version: number): Flow {
  const staff = {
    id: 'staff',
    kind: 'number',
    min: 0,
    max: 10_000,
    title: { th: 'จำนวนเจ้าหน้าที่', en: 'Number of officials' },
    text: { th: 'มีเจ้าหน้าที่กี่คน', en: 'How many officials do you have?' },
  } as const;
  return surveyFlow({ ...readinessSurvey, version, questions: [staff, ...readinessSurvey.questions] });
}

/** Without the question about channels. */
export function shorterSurvey(version: number): Flow {
  const questions = readinessSurvey.questions.filter(({ id }) => id !== 'channels');
  return surveyFlow({ ...readinessSurvey, version, questions });
}
