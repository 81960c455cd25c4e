/** What a reporter types at their case, instead of tapping: why it is not solved, an answer, something to add. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import { withoutParticles } from '../answers/politeness.ts';
import { isWord } from '../answers/words.ts';
import { choiceOf } from '../engine/accepts.ts';
import type { Asking } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import type { OwnCase } from './complaint.ts';
import { text } from './track-texts.ts';

/** One message; characters as people see them. */
export const TYPED_LENGTH = { min: 3, max: 1_000 };
/** What a reporter adds to a case on one day, in Bangkok; answers to questions are always taken. */
export const MOST_ADDED_A_DAY = 5;

/** What words are said for. */
export const typedFor = ['dispute', 'answer', 'say'] as const;
export type TypedFor = (typeof typedFor)[number];

const POLITE = [
  ...['ขอบคุณ', 'ขอบคุณมาก', 'ขอบใจ', 'รับทราบ', 'ทราบ', 'ทราบแล้ว', 'โอเค', 'ได้', 'ได้เลย', 'สวัสดี'],
  ...['ok', 'okay', 'k', 'thanks', 'thank you', 'thx', 'ty', 'noted', 'hello', 'hi', 'yes', 'sure'],
];
const IS_SOLVED = /แก้(?:ไข)?(?:ให้)?แล้ว|เรียบร้อย|หายแล้ว|ใช้ได้แล้ว|\b(?:solved|fixed|resolved)\b/;
const NOT_YET = /ยัง|ไม่|อีก|แต่|\b(?:not|no|never|still|again|but)\b|n't/;
const BARE_NO = [
  'ไม่',
  'ยัง',
  'ยังเลย',
  'ยังไม่',
  'ยังไม่แก้ไข',
  'ยังไม่เรียบร้อย',
  'ยังเหมือนเดิม',
  'เหมือนเดิม',
  'no',
  'not yet',
  'not solved',
];

/** Thanks and particles alone: they answer nothing. */
export function isOnlyPolite(words: string): boolean {
  const said = normalForm(words)
    .replace(/[\p{Emoji_Presentation}\p{Emoji_Modifier}]/gu, '')
    .trim();
  return withoutParticles(said) === '' || isWord(said, POLITE);
}

/** "Not yet" and no more: why is asked next. */
export const isBareNo = (words: string): boolean => isWord(words, BARE_NO);

/** Whether words at a solved case say that it is; nobody's "but" and "not" is overheard. */
export function saysSolved(words: string): boolean {
  const said = normalForm(words);
  return IS_SOLVED.test(said) && !NOT_YET.test(said);
}

/** What the reporter's words would be. */
export function meantFor({ state, question }: OwnCase): TypedFor {
  if (state === 'solved') return 'dispute';
  return question ? 'answer' : 'say';
}

/** What is said to thanks. */
export function politely({ state, question }: OwnCase): Text {
  if (state === 'solved') return text('politeSolved');
  return question ? text('politeAnswer', { question }) : text('politeOpen');
}

/** Whether the reporter has added as much today as one may. */
export function hasAddedEnough({ steps }: OwnCase, now: string): boolean {
  const today = bangkokDate(now);
  const added = steps.filter(({ what, at }) => what === 'said' && bangkokDate(at) === today);
  return added.length >= MOST_ADDED_A_DAY;
}

const disputeAnswers = choiceOf(text, { yes: 'yesDispute', no: 'no' });
const sendAnswers = choiceOf(text, { yes: 'sendIt', no: 'leaveIt' });
const SURE = { dispute: 'sureDispute', answer: 'sureAnswer', say: 'sureSay' } as const satisfies Record<
  TypedFor,
  string
>;

/** The one look before words are sent: yes and no. */
export const sureAnswers = (meant: TypedFor = 'say') => (meant === 'dispute' ? disputeAnswers : sendAnswers);

/** The same as a question. */
export function sureOf({
  words = '',
  meant = 'say',
}: {
  words?: string | undefined;
  meant?: TypedFor | undefined;
}): Asking {
  const { options } = sureAnswers(meant);
  return { messages: [{ kind: 'question', text: text(SURE[meant], { words }), options }] };
}
