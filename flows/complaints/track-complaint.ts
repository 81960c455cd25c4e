/** Following what became of one's complaints (ติดตาม): a list, one case, and what its reporter can do now. */
import { z } from 'zod';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At as AtOf, Move } from '../engine/flow.ts';
import { answer, open, say } from '../engine/message.ts';
import { beginningOf, wordsOf } from './case-answers.ts';
import { isCut, wholeWords } from './case-history.ts';
import { caseList, EMPTY_LIST, listAnswer, listOptions, looksLikeCode, PAGE } from './case-list.ts';
import type { OwnCase } from './complaint.ts';
import { askCase, caseAnswers } from './track-case.ts';
import { text } from './track-texts.ts';

const data = z.object({
  list: caseList.optional(),
  code: z.string().optional(),
  /** What was typed for a code and is none of theirs. */
  asked: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'list'
  | 'unknown'
  | 'case'
  | 'whole'
  | 'answerIt'
  | 'why'
  | 'sureSolved'
  | 'sureWithdraw'
  | 'none';
type At = AtOf<Data>;
type Step = Advance<Data, StepName>;

/** One line. */
const WHY_LENGTH = { min: 3, max: 300 };
/** Of what was typed for a code, so much is said back. */
const CODE_SHOWN = 30;
const LIST = 'allCases';

const solvedAnswers = choiceOf(text, { yes: 'yesSolved', no: 'no' });
const withdrawAnswers = choiceOf(text, { yes: 'yesWithdraw', no: 'no' });
const toList = oneOfOptions([{ value: LIST, labels: [text.texts.allCases.th, text.texts.allCases.en] }]);
const toCase = choiceOf(text, { case: 'backToCase' });

const { question, closing } = stepsOf<Data, StepName>();

export const trackComplaint = defineFlow({
  id: 'track-complaint',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ติดตาม', 'ติดตามเรื่อง', 'เรื่องของฉัน'], en: ['track', 'my complaints'] },
  takesWords: true,
  needsConsent: true,
  start: ({ value, words }, at) => (value || words ? toCode(value || words, at) : toPage(0, at)),
  steps: {
    list: question({
      ask: ({ data: { list } }) => {
        const { skip, all, cases } = list ?? EMPTY_LIST;
        const page = { from: skip + 1, to: skip + cases.length, all };
        return {
          messages: [
            { kind: 'question', text: text('list', page), options: listOptions(list ?? EMPTY_LIST, false) },
          ],
        };
      },
      accepts: ({ data: { list } }) => listAnswer(list ?? EMPTY_LIST),
      next: (given, at) => ('skip' in given ? toPage(given.skip, at) : toCode(given.code, at)),
    }),
    unknown: question({
      ask: ({ data: { asked = '' } }) => ({
        messages: [say(text('unknown', { asked }))],
        quick: [answer(text('allCases'), LIST)],
      }),
      accepts: anyOf(toList, textOf({ min: 1, max: 5_000 })),
      async next(given, at): Promise<Move<Data, StepName>> {
        if (given === LIST) return toPage(0, at);
        // What cannot be a code is likely a command that was misspelt; it is said back all the same.
        return toCode(given, at);
      },
    }),
    case: question({
      ask: (at) => askCase(at, at.data.code ?? ''),
      accepts: caseAnswers,
      async next(chosen, at): Promise<Move<Data, StepName>> {
        if (chosen === 'list') return toPage(0, at);
        if (chosen === 'whole') return { to: 'whole' };
        const found = await own(at);
        if (!found || found.isFollowed) return { to: 'case' };
        if (found.state === 'closed') return { again: text('overNow') };
        if (chosen === 'withdraw') return { to: 'sureWithdraw' };
        if (chosen === 'answerIt') return found.question ? { to: 'answerIt' } : { again: text('noQuestion') };
        if (found.state !== 'solved') return { again: text('notSolvedYet') };
        return { to: chosen === 'confirm' ? 'sureSolved' : 'why' };
      },
    }),
    whole: question({
      async ask(at) {
        const found = await own(at);
        const whole = found && isCut(found) ? wholeWords(found, at.language) : [];
        return {
          messages: [...whole, { kind: 'question', text: text('wholeAbove'), options: toCase.options }],
        };
      },
      accepts: toCase.accept,
      next: () => ({ to: 'case' }),
    }),
    answerIt: question({
      ask: async (at) => ({
        messages: [say(text('askAnswer', { question: (await own(at))?.question ?? '' }))],
      }),
      accepts: wordsOf({ min: 1 }),
      next: (words, at) => ({
        to: 'case',
        effects: [{ do: 'answerQuestion', id: at.turn, code: at.data.code ?? '', words }],
      }),
    }),
    why: question({
      ask: () => ({ messages: [say(text('askWhy'))] }),
      accepts: textOf(WHY_LENGTH),
      next: (words, at) => ({
        to: 'case',
        effects: [{ do: 'disputeSolved', id: at.turn, code: at.data.code ?? '', words }],
      }),
    }),
    sureSolved: question({
      ask: ({ data: { code = '' } }) => ({
        messages: [{ kind: 'question', text: text('sureSolved', { code }), options: solvedAnswers.options }],
      }),
      accepts: anyOf(yesOrNo('yes', 'no'), solvedAnswers.accept),
      next: (choice, at) => done(choice, 'confirmSolved', at),
    }),
    sureWithdraw: question({
      ask: ({ data: { code = '' } }) => ({
        messages: [
          { kind: 'question', text: text('sureWithdraw', { code }), options: withdrawAnswers.options },
        ],
      }),
      accepts: anyOf(yesOrNo('yes', 'no'), withdrawAnswers.accept),
      next: (choice, at) => done(choice, 'withdrawComplaint', at),
    }),
    none: closing(() => ({ messages: [say(text('none'))], quick: [open(text('complain'), 'complain')] })),
  },
});

function own({ find, person, data: { code = '' } }: At): Promise<OwnCase | undefined> {
  return find.complaints.own(code, person);
}

/** Whether there is such a case of somebody else's is not told. */
async function toCode(typed: string, { find, person }: At): Promise<Step> {
  const found = looksLikeCode(typed) ? await find.complaints.own(typed, person) : undefined;
  if (found) return { to: 'case', set: { code: found.code, asked: undefined } };
  return { to: 'unknown', set: { asked: beginningOf(typed.trim(), CODE_SHOWN) } };
}

async function toPage(skip: number, { find, person }: At): Promise<Step> {
  const { cases, all } = await find.complaints.ownCases(person, { skip, limit: PAGE });
  return cases.length > 0 ? { to: 'list', set: { list: { cases, all, skip } } } : { to: 'none' };
}

function done(
  choice: 'yes' | 'no',
  act: 'confirmSolved' | 'withdrawComplaint',
  { data: { code = '' }, turn }: At,
): Step {
  return { to: 'case', ...(choice === 'yes' && { effects: [{ do: act, id: turn, code }] }) };
}
