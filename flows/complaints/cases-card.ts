/** One case as who handles it sees it: the contact only if one was given, and never who the reporter is. */
import type { Outcome } from '../effects.ts';
import { oneOfOptions } from '../engine/accepts.ts';
import type { Accept } from '../engine/flow.ts';
import { type Asking, answer, type Message, type Option, type Row, say } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import { coordinates } from '../pin-fields.ts';
import { phoneInWords } from '../profile-answers.ts';
import { at1111Row, notAt1111Row } from './at-1111.ts';
import { historyOf, isCut, picturesOf } from './case-history.ts';
import { categoryName, dueInWords, stateInWords, targetName } from './case-words.ts';
import { type At, openCase } from './cases-data.ts';
import { text } from './cases-texts.ts';
import type { HandledCase } from './complaint.ts';

const ACTS = {
  reply: 'reply',
  ask: 'ask',
  solve: 'solve',
  forward: 'forward',
  take: 'take',
  whole: 'whole',
  list: 'allCases',
} as const;
export type Act = keyof typeof ACTS;

const byValue = oneOfOptions(
  Object.entries(ACTS).map(([value, key]) => ({ value, labels: [text.texts[key].th, text.texts[key].en] })),
);

/** Takes what can be done with a case. */
export const caseActs: Accept<Act> = {
  freeText: false,
  read(input, now) {
    const reading = byValue.read(input, now);
    if (!reading.ok) return reading;
    return isAct(reading.value) ? { ok: true, value: reading.value } : { ok: false };
  },
};

const isAct = (value: string): value is Act => Object.hasOwn(ACTS, value);

/** The case, after what was just done about it; its history only when it is opened. */
export async function askCase(at: At): Promise<Asking> {
  const found = await openCase(at);
  const news = at.outcomes.flatMap((outcome) => newsOf(outcome, found));
  const list = answer(text('allCases'), 'list');
  if (!found) return { messages: news.length > 0 ? news : [say(text('notYours'))], quick: [list] };
  const isOpened = at.data.opened === at.turn && news.length === 0;
  const before = isOpened ? [historyOf(found, at.language), ...picturesOf(found), ...placeOf(found)] : news;
  const whole = !isOpened || isCut(found) ? [answer(text('whole'), 'whole')] : [];
  return { messages: [...before, card(found, at.now)], quick: [...whole, list] };
}

/** A point, to be tapped for the way there. */
function placeOf({ code, target }: HandledCase): Message[] {
  if ('pin' in target || !target.position) return [];
  const { position, area } = target;
  const address = area.th ? area : coordinates(position);
  return [{ kind: 'place', title: text('card', { code }), address, position }];
}

function card(found: HandledCase, now: string): Message {
  const { code, category, target, dueOn, question, reopened, followers, at1111, notAt1111 } = found;
  const rows: Row[] = [
    { label: text('state'), value: stateInWords(found) },
    ...(dueOn ? [{ label: text('due'), value: dueInWords(dueOn, now) }] : []),
    ...takerRow(found),
    { label: text('about'), value: targetName(target) },
    { label: text('category'), value: categoryName(category) },
    { label: text('contact'), value: contactInWords(found) },
    ...(question ? [{ label: text('question'), value: question }] : []),
    ...(reopened > 0 ? [{ label: text('reopened'), value: timesInWords(reopened) }] : []),
    ...(followers > 0 ? [{ label: text('followers'), value: text('people', { count: followers }) }] : []),
    ...(at1111 ? [at1111Row(at1111)] : []),
    ...(notAt1111 ? [notAt1111Row(notAt1111)] : []),
  ];
  return { kind: 'summary', title: text('card', { code }), rows, options: actsOf(found) };
}

const timesInWords = (count: number): Text => (count === 1 ? text('once') : text('times', { count }));

function takerRow({ takenBy }: HandledCase): Row[] {
  if (!takenBy) return [];
  return [{ label: text('taker'), value: takenBy.mine ? text('takenByMe') : takerName(takenBy.name) }];
}

const takerName = (name: string): Words => name || text('colleague');

/** E-mail addresses stay as they are. */
function contactInWords({ contact }: HandledCase): Words {
  if (!contact) return text('noContact');
  return contact.includes('@') ? contact : phoneInWords(contact);
}

function actsOf({ state }: HandledCase): Option[] {
  switch (state) {
    case 'received':
      return [answer(text('take'), 'take', 'main'), answer(text('forward'), 'forward')];
    case 'forwarded':
      return [answer(text('take'), 'take', 'main')];
    case 'working':
      return (['reply', 'ask', 'solve', 'forward'] as const).map((act) => answer(text(act), act));
    case 'solved':
    case 'closed':
      return [];
  }
}

const DONE = {
  takeCase: 'taken',
  askReporter: 'asked',
  answerReporter: 'replied',
  solveCase: 'solved',
  forwardCase: 'forwarded',
} as const;

/** What a step came to; when somebody was first, who, as far as that can be seen. */
function newsOf(outcome: Outcome, found: HandledCase | undefined): Message[] {
  switch (outcome.of) {
    case 'takeCase':
    case 'askReporter':
    case 'answerReporter':
    case 'solveCase':
    case 'forwardCase':
      return [say(outcome.result === 'done' ? text(DONE[outcome.of]) : movedOn(found))];
    default:
      return [];
  }
}

function movedOn(found: HandledCase | undefined): Text {
  if (!found) return text('movedAway');
  const { takenBy, state } = found;
  return state === 'working' && takenBy && !takenBy.mine
    ? text('movedOnTaken', { name: takerName(takenBy.name) })
    : text('movedOn', { state: stateInWords(found) });
}
