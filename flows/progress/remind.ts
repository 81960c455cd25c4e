/** Reminding those who are missing by hand: what it costs first, own words if wanted, and then it is sent. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { anyOf, choiceOf, textOf, yesOrNo } from '../engine/accepts.ts';
import { stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Closing } from '../engine/flow.ts';
import { type Row, say } from '../engine/message.ts';
import type { Text } from '../engine/text.ts';
import type { ReminderCost } from '../reminders/reminder-look-ups.ts';
import type { Data, StepName } from './progress-data.ts';
import { toAll } from './progress-value.ts';
import { remindTexts as text } from './remind-texts.ts';

/** Characters of one's own sentence. */
const WORDS = { min: 2, max: 200 };

const { question, closing } = stepsOf<Data, StepName>();
const deeds = choiceOf(text, { send: 'send', own: 'own' }, 'send');

/** Finds who is missing there now, and asks. */
export async function beginReminding(
  { deadline, area }: { deadline: string; area: string },
  { find, person }: At<Data>,
): Promise<Advance<Data, StepName>> {
  const agencies = await find.progress.missingCodes(deadline, area || undefined, person);
  const set = { deadline, area, agencies };
  if (!agencies || agencies.length === 0) return { to: 'missing', set: { ...set, page: 0 } };
  const cost = await find.reminders.cost({ deadline, agencies }, person);
  if (!cost) return { to: 'missing', set: { ...set, page: 0 } };
  if (cost.withoutOfficials === agencies.length) return { to: 'unstaffed', set };
  return { to: cost.messages > 0 ? 'confirm' : 'nobody', set };
}

export const remindSteps = {
  confirm: question({
    async ask(at) {
      const cost = await at.find.reminders.cost(wanted(at), at.person);
      return {
        messages: [
          {
            kind: 'summary',
            title: titleOf(wanted(at).agencies.length, cost?.withoutOfficials),
            rows: cost ? rowsOf(cost, at) : [],
            options: deeds.options,
          },
        ],
      };
    },
    accepts: anyOf(yesOrNo('send'), deeds.accept),
    next: (deed, at) =>
      deed === 'own'
        ? { to: 'words' }
        : { to: 'reminded', effects: [{ do: 'remindNow', ...wanted(at), key: at.turn }] },
  }),
  words: question({
    ask: () => ({ messages: [say(text('askWords'))] }),
    accepts: textOf(WORDS),
    next: (words) => ({ to: 'confirm', set: { words } }),
  }),
  reminded: closing(remindedWords),
  nobody: closing(() => ({ messages: [say(text('nobody'))], quick: [toAll] })),
  unstaffed: closing(() => ({ messages: [say(text('nobodyThere'))], quick: [toAll] })),
};

function titleOf(all: number, withoutOfficials = 0): Text {
  const count = all - withoutOfficials;
  return count < all ? text('titleSome', { count, all }) : text('title', { count });
}

function wanted({ data: { deadline = '', agencies = [], words } }: At<Data>) {
  return { deadline, agencies, ...(words !== undefined && { words }) };
}

function rowsOf(
  { messages, left, day, withoutOfficials }: ReminderCost,
  { data: { words } }: At<Data>,
): Row[] {
  return [
    {
      label: text('costs'),
      value:
        left === undefined ? text('costFree', { count: messages }) : text('cost', { count: messages, left }),
    },
    { label: text('day'), value: text('date', { date: { date: day } }) },
    ...(withoutOfficials > 0
      ? [{ label: text('unstaffed'), value: text('agencies', { count: withoutOfficials }) }]
      : []),
    { label: text('yourWords'), value: words ?? text('noWords') },
  ];
}

function remindedWords({ outcomes, now }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'remindNow');
  if (done?.result !== 'reminded') return { messages: [say(text('notYours'))], quick: [toAll] };
  const { messages, held, day } = done;
  const isToday = day === bangkokDate(now);
  const sent = isToday
    ? text('sent', { count: messages })
    : text('sentOn', { count: messages, date: { date: day } });
  const words = held > 0 ? text('held', { sent, count: held }) : sent;
  return { messages: [say(messages + held > 0 ? words : text('nobody'))], quick: [toAll] };
}
