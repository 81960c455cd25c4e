/** Following what became of one's complaints (ติดตาม): a list, one case, and what its reporter can do now. */
import { z } from 'zod';
import { parseYesNo } from '../answers/yes-no.ts';
import { anyOf, choiceOf, textOf, yesOrNo } from '../engine/accepts.ts';
import { chat } from '../engine/chat-texts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Accept, Advance, At as AtOf, Move } from '../engine/flow.ts';
import { open, say } from '../engine/message.ts';
import { wordsOf } from './case-answers.ts';
import { askWhole, wholeAnswers } from './case-history.ts';
import {
  askedAs,
  askUnknown,
  caseList,
  EMPTY_LIST,
  listAnswer,
  listOptions,
  lookedFor,
  looksLikeCode,
  PAGE,
  toSearch,
  unknownAnswer,
} from './case-list.ts';
import {
  hasAddedEnough,
  isBareNo,
  isOnlyPolite,
  MOST_ADDED_A_DAY,
  meantFor,
  politely,
  saysSolved,
  sureAnswers,
  sureOf,
  TYPED_LENGTH,
  typedFor,
} from './case-typed.ts';
import type { OwnCase } from './complaint.ts';
import { askCase, type CaseAnswer, caseAnswers } from './track-case.ts';
import { text } from './track-texts.ts';

const data = z.object({
  list: caseList.optional(),
  code: z.string().optional(),
  /** What was typed for a code and is none of theirs. */
  asked: z.string().optional(),
  elsewhere: lookedFor.optional(),
  /** The turn in which the case was opened: only then its whole history is shown. */
  opened: z.string().optional(),
  /** The page of the history in full. */
  page: z.number().optional(),
  /** What was typed at the case, what it would be sent for, and the turn in which it was typed: sent once. */
  words: z.string().optional(),
  meant: z.enum(typedFor).optional(),
  written: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'list'
  | 'unknown'
  | 'elsewhere'
  | 'case'
  | 'sureWords'
  | 'whole'
  | 'answerIt'
  | 'why'
  | 'sureSolved'
  | 'sureWithdraw'
  | 'none';
type At = AtOf<Data>;
type Step = Advance<Data, StepName>;

const solvedAnswers = choiceOf(text, { yes: 'yesSolved', no: 'no' });
const withdrawAnswers = choiceOf(text, { yes: 'yesWithdraw', no: 'no' });

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
  browsing: ['list', 'unknown', 'case', 'whole'],
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
      ask: ({ data: { asked = '' } }) => askUnknown(text('unknown', { asked }), text('allCases')),
      accepts: unknownAnswer(text.texts.allCases),
      next(given, at): Step | Promise<Step> {
        if (given === 'list') return toPage(0, at);
        if ('code' in given) return toCode(given.code, at);
        return { to: 'elsewhere', set: { elsewhere: given.elsewhere } };
      },
    }),
    elsewhere: closing(({ data: { elsewhere } }) => toSearch(elsewhere)),
    case: question({
      ask: askCase,
      accepts: caseAnswers,
      next: chosenAt,
    }),
    sureWords: question({
      ask: ({ data: given }) => sureOf(given),
      // Whatever else can be done or said at the case can be done here too.
      accepts: ({ data: { meant } }): Accept<'yes' | 'no' | CaseAnswer> =>
        anyOf(anyOf(yesOrNo('yes', 'no'), sureAnswers(meant).accept), caseAnswers),
      next(choice, at): Move<Data, StepName> | Promise<Move<Data, StepName>> {
        if (choice === 'no') return { to: 'case' };
        if (choice !== 'yes') return chosenAt(choice, at);
        const { code = '', words = '', meant, written = '' } = at.data;
        const act = meant === 'dispute' ? 'disputeSolved' : 'answerQuestion';
        return { to: 'case', effects: [{ do: act, id: written, code, words }] };
      },
    }),
    whole: question({
      ask: async (at) => askWhole(await own(at), at),
      accepts: wholeAnswers,
      next: (way, { data: { page = 0 } }) =>
        way === 'more' ? { to: 'whole', set: { page: page + 1 } } : { to: 'case' },
    }),
    answerIt: question({
      ask: async (at) => ({
        messages: [say(text('askAnswer', { question: (await own(at))?.question ?? '' }))],
      }),
      accepts: wordsOf({ min: 1 }),
      async next(words, at): Promise<Move<Data, StepName>> {
        const found = isOnlyPolite(words) ? await own(at) : undefined;
        if (found?.question) return { again: politely(found) };
        const { code = '' } = at.data;
        return { to: 'case', effects: [{ do: 'answerQuestion', id: at.turn, code, words }] };
      },
    }),
    why: question({
      ask: () => ({ messages: [say(text('askWhy'))] }),
      accepts: textOf(TYPED_LENGTH),
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

/** What was tapped or typed at a case. */
async function chosenAt(chosen: CaseAnswer, at: At): Promise<Move<Data, StepName>> {
  if (chosen === 'list') return toPage(0, at);
  if (chosen === 'whole') return { to: 'whole', set: { page: undefined } };
  const found = await own(at);
  if (typeof chosen === 'object') return found ? typedAt(found, chosen.typed, at) : { to: 'case' };
  if (!found || found.isFollowed) return { to: 'case' };
  if (found.state === 'closed') return { again: text('overNow') };
  if (chosen === 'withdraw') return { to: 'sureWithdraw' };
  if (chosen === 'answerIt') return found.question ? { to: 'answerIt' } : { again: text('noQuestion') };
  if (found.state !== 'solved') return { again: text('notSolvedYet') };
  return { to: chosen === 'confirm' ? 'sureSolved' : 'why' };
}

/** Words at a case: said for what waits, after one look; thanks are no answer. */
async function typedAt(found: OwnCase, words: string, at: At): Promise<Move<Data, StepName>> {
  const other = looksLikeCode(words) ? await at.find.complaints.own(words, at.person) : undefined;
  if (other) return opened(other, at);
  if (found.state === 'closed') return { again: text('overNow') };
  if (found.isFollowed) return { again: text('followedWords') };
  if (isOnlyPolite(words)) return { again: politely(found) };
  const meant = meantFor(found);
  if (meant === 'dispute' && isBareNo(words)) return { to: 'why' };
  if (meant === 'dispute' && saysSolved(words)) return { to: 'sureSolved' };
  // A bare yes or no is an answer only where something was asked.
  if (meant !== 'answer' && parseYesNo(words).ok) return { again: chat('chooseOne') };
  const { min } = TYPED_LENGTH;
  if (meant !== 'answer' && [...words].length < min) return { again: chat('tooShort', { min }) };
  if (meant === 'say' && hasAddedEnough(found, at.now))
    return { again: text('tooManyWords', { most: MOST_ADDED_A_DAY }) };
  return { to: 'sureWords', set: { words, meant, written: at.turn } };
}

/** Whether there is such a case of somebody else's is not told. */
async function toCode(typed: string, at: At): Promise<Step> {
  const found = looksLikeCode(typed) ? await at.find.complaints.own(typed, at.person) : undefined;
  return found ? opened(found, at) : { to: 'unknown', set: { asked: askedAs(typed) } };
}

const opened = ({ code }: OwnCase, { turn }: At): Step => ({
  to: 'case',
  set: { code, opened: turn, asked: undefined },
});

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
