/** The last words of the survey: what became of sending it, and what comes next. */
import type { Outcome } from '../effects.ts';
import type { Closing } from '../engine/flow.ts';
import { type Option, open, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import type { Survey } from './question.ts';
import { reviewTexts as text } from './review-texts.ts';
import type { SurveyAt } from './session.ts';
import { questionNamed, readSheet } from './sheet.ts';
import { joined } from './survey-texts.ts';

/** The flows that a sent survey leads to. Those in the registry must stand here; a test compares the two. */
export const OFFERED_AFTERWARDS: readonly Afterwards[] = ['route', 'copies'];

type Afterwards = 'route' | 'copies';

/** How they are opened for an agency. */
const buttons: Record<Afterwards, (agency: string) => Option> = {
  route: (agency) => open(text('seeRoute'), 'route', agency),
  copies: (agency) => open(text('seeCopies'), 'copies', `list ${agency}`),
};

type Sent = Extract<Outcome, { of: 'submitSurvey' }>;

/** What became of it. */
export async function sentWords(survey: Survey, at: SurveyAt): Promise<Closing> {
  const { agency = '' } = at.data;
  const sent = at.outcomes.find((outcome) => outcome.of === 'submitSurvey');
  const isSent = sent?.result === 'submitted' || sent?.result === 'unchanged';
  const next = isSent ? OFFERED_AFTERWARDS.map((flow) => buttons[flow](agency)) : [];
  const name = (await readSheet(survey, at))?.state.agency.name ?? '';
  return {
    messages: [say(sent ? wordsOf(sent, name, survey) : text('notYours')), ...lateWords(sent)],
    quick: [...next, again(isSent)],
  };
}

const again = (isSent: boolean): Option => open(text(isSent ? 'seeAnswers' : 'goOn'), 'survey');

const lateWords = (sent: Sent | undefined) =>
  sent?.result === 'submitted' && sent.late ? [say(text('late'))] : [];

function wordsOf(sent: Sent, agency: Words, survey: Survey): Words {
  switch (sent.result) {
    case 'submitted':
      return sent.revision === 1
        ? text('thanks', { agency })
        : text('thanksAgain', { revision: sent.revision });
    case 'unchanged':
      return text('same', { revision: sent.revision });
    case 'incomplete':
      return text('incomplete', {
        titles: joined(sent.missing.map((id) => questionNamed(survey, id)?.title ?? id)),
      });
    case 'not-yours':
      return text('notYours');
    case 'round-over':
      return text('over');
  }
}
