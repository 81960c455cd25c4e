/** One case as its reporter or a follower sees it, with what can be done now. */
import type { Outcome } from '../effects.ts';
import { oneOfOptions, textOf } from '../engine/accepts.ts';
import type { Accept, At } from '../engine/flow.ts';
import { type Asking, answer, type Message, type Option, open, type Row, say } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import { at1111Row, notAt1111ForReporter } from './at-1111.ts';
import { historyOf, isCut, picturesOf } from './case-history.ts';
import { TYPED_LENGTH } from './case-typed.ts';
import { categoryName, dueInWords, levelName, stateInWords, targetName } from './case-words.ts';
import type { ComplaintLevel, OwnCase } from './complaint.ts';
import { text } from './track-texts.ts';

const ACTS = {
  answerIt: 'answerIt',
  confirm: 'confirm',
  dispute: 'dispute',
  withdraw: 'withdraw',
  whole: 'whole',
  list: 'allCases',
} as const;
type Act = keyof typeof ACTS;

const byValue = oneOfOptions(
  Object.entries(ACTS).map(([value, key]) => ({ value, labels: [text.texts[key].th, text.texts[key].en] })),
);

/** What is answered at a case: what can be done, or words. */
export type CaseAnswer = Act | { typed: string };

/** Takes a tap, a number as shown, a label, or words to be sent. A command with words behind it stays a command. */
export const caseAnswers: Accept<CaseAnswer> = {
  freeText: false,
  read(input, now) {
    const reading = byValue.read(input, now);
    if (reading.ok && isAct(reading.value)) return { ok: true, value: reading.value };
    if (input.kind !== 'text' || /^\s*\p{Nd}+\s*$/u.test(input.text)) return notRead(reading);
    const typed = anyWords.read(input, now);
    return typed.ok ? { ok: true, value: { typed: typed.value } } : typed;
  },
};

/** Thanks may be shorter than what is sent. */
const anyWords = textOf({ min: 1, max: TYPED_LENGTH.max });

const isAct = (value: string): value is Act => Object.hasOwn(ACTS, value);
const notRead = (reading: ReturnType<typeof byValue.read>) => (reading.ok ? { ok: false as const } : reading);

/** The case, after what was just done about it; its history only when it is opened. */
export async function askCase(
  at: At<{ code?: string | undefined; opened?: string | undefined }>,
): Promise<Asking> {
  const { code = '', opened } = at.data;
  const found = await at.find.complaints.own(code, at.person);
  const list = answer(text('allCases'), 'list');
  if (!found) return { messages: [say(text('unknown', { asked: code }))], quick: [list] };
  const news = at.outcomes.flatMap(newsOf);
  const isOpened = opened === at.turn && news.length === 0;
  const before = isOpened ? [historyOf(found, at.language), ...picturesOf(found)] : news;
  return { messages: [...before, card(found, at.now)], quick: [...besides(found, isOpened), list] };
}

function card(found: OwnCase, now: string): Message {
  const { code, category, target, dueOn, question, reopened, at1111, notAt1111, isFollowed } = found;
  const rows: Row[] = [
    { label: text('state'), value: stateForThem(found) },
    ...(dueOn ? [{ label: text('due'), value: dueInWords(dueOn, now) }] : []),
    { label: text('about'), value: targetName(target) },
    { label: text('category'), value: categoryName(category) },
    ...(question ? [{ label: text('question'), value: question }] : []),
    ...(reopened > 0 ? [{ label: text('reopened'), value: timesInWords(reopened) }] : []),
    ...(at1111 ? [at1111Row(at1111)] : []),
    ...(notAt1111 ? [notAt1111ForReporter()] : []),
    { label: text('now'), value: whatToDo(found) },
  ];
  const title = text(isFollowed ? 'cardFollowed' : 'card', { code });
  return { kind: 'summary', title, rows, options: actsOf(found) };
}

function stateForThem(found: OwnCase): Text {
  return found.state === 'solved' && !found.isFollowed ? text('waitsForYou') : stateInWords(found);
}

function whatToDo({ state, question, isFollowed }: OwnCase): Text {
  if (state === 'closed') return text('isClosed');
  if (isFollowed) return text('followOnly');
  if (state === 'solved') return text('pleaseLook');
  return text(question ? 'pleaseAnswer' : 'waitForNews');
}

function actsOf({ state, question, isFollowed }: OwnCase): Option[] {
  if (state === 'closed') return [open(text('complain'), 'complain', 'new')];
  if (isFollowed) return [];
  if (state === 'solved') return [answer(text('confirm'), 'confirm'), answer(text('dispute'), 'dispute')];
  return question ? [answer(text('answerIt'), 'answerIt', 'main')] : [];
}

const timesInWords = (count: number): Text => (count === 1 ? text('once') : text('times', { count }));

/** Where the history is not shown, it can be read. */
function besides(found: OwnCase, isOpened: boolean): Option[] {
  const mayWithdraw = found.state !== 'closed' && !found.isFollowed;
  return [
    ...(!isOpened || isCut(found) ? [answer(text('whole'), 'whole')] : []),
    ...(mayWithdraw ? [answer(text('withdraw'), 'withdraw')] : []),
  ];
}

const DONE = {
  answerQuestion: 'answered',
  confirmSolved: 'confirmed',
  withdrawComplaint: 'withdrawn',
} as const;

/** What the person's own step came to. */
function newsOf(outcome: Outcome): Message[] {
  switch (outcome.of) {
    case 'answerQuestion':
    case 'confirmSolved':
    case 'withdrawComplaint':
      return [say(text(outcome.result === 'done' ? DONE[outcome.of] : 'movedOn'))];
    case 'disputeSolved':
      return [say(outcome.result === 'done' ? disputed(outcome.level) : text('movedOn'))];
    default:
      return [];
  }
}

/** The level is told when the case went up. */
function disputed(level: string | undefined): Text {
  const known = LEVELS.find((one) => one === level);
  return known ? text('disputedUp', { level: levelName(known) }) : text('disputed');
}

const LEVELS: readonly ComplaintLevel[] = ['office', 'district', 'province', 'department'];
