/** When somebody wants to be reminded of deadlines (การเตือน): the hour, a leave, off and on again. */

import { z } from 'zod';
import { formatTime } from '../../models/thai/calendar.ts';
import { exampleDay } from '../answers/example-date.ts';
import { anyOf, choiceOf } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Accept, Advance, Closing } from '../engine/flow.ts';
import { answer, open, type Row, say } from '../engine/message.ts';
import type { Name, Text } from '../engine/text.ts';
import { hourAnswer, leaveAnswer, untilAnswer } from './reminder-answers.ts';
import type { ShownReminderSettings } from './reminder-look-ups.ts';
import { text } from './reminder-settings-texts.ts';

const data = z.object({
  isOff: z.boolean().optional(),
  hour: z.number().optional(),
  until: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'shown' | 'hour' | 'until' | 'keptHour' | 'keptLeave' | 'keptOff' | 'keptOn';

/** Where nobody chose another. */
const USUAL_HOUR = 9;
/** Hours to tap; any other can be typed. */
const HOURS = [8, 9, 10, 13, 16];

const whileOn = choiceOf(text, { hour: 'changeHour', leave: 'leave', off: 'off' });
const whileOff = choiceOf(text, { on: 'on' }, 'on');

type Choice = 'hour' | 'leave' | 'off' | 'on' | { until: string };

const { question, closing } = stepsOf<Data, StepName>();

export const reminders = defineFlow({
  id: 'reminders',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['การเตือน', 'ตั้งค่าการเตือน'], en: ['reminders', 'reminder settings'] },
  takesWords: false,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['shown'],
  async start(_opening, { find, person }) {
    const { off } = await find.reminders.settings(person);
    return { to: 'shown', set: { isOff: off !== undefined } };
  },
  steps: {
    shown: question({
      ask: async ({ find, person, data: { isOff } }) => {
        const { options } = isOff ? whileOff : whileOn;
        const rows = rowsOf(await find.reminders.settings(person));
        return { messages: [{ kind: 'summary', title: text('shown'), rows, options }] };
      },
      accepts: ({ data: { isOff } }): Accept<Choice> =>
        anyOf<Choice, Choice>(leaveAnswer, isOff ? whileOff.accept : whileOn.accept),
      next: chosen,
    }),
    hour: question({
      ask: () => ({
        messages: [
          {
            kind: 'question',
            text: text('askHour'),
            options: HOURS.map((hour) => answer(timeOf(hour), String(hour))),
          },
        ],
      }),
      accepts: hourAnswer,
      next: (hour) => ({ to: 'keptHour', set: { hour }, effects: [{ do: 'keepReminderSettings', hour }] }),
    }),
    until: question({
      ask: ({ now }) => ({ messages: [say(text('askUntil', { example: exampleDay(now) }))] }),
      accepts: untilAnswer,
      next: (until) => onLeave(until),
    }),
    keptHour: closing(({ data: { hour = USUAL_HOUR } }) => ended(text('keptHour', { time: timeOf(hour) }))),
    keptLeave: closing(({ data: { until = '' } }) => ended(text('keptLeave', { date: { date: until } }))),
    keptOff: closing(() => ended(text('keptOff'))),
    keptOn: closing(async ({ find, person }) => {
      const { hour } = await find.reminders.settings(person);
      return ended(text('keptOn', { time: timeOf(hour) }));
    }),
  },
});

function chosen(choice: Choice): Advance<Data, StepName> {
  if (typeof choice === 'object') return onLeave(choice.until);
  switch (choice) {
    case 'hour':
      return { to: 'hour' };
    case 'leave':
      return { to: 'until' };
    case 'off':
      return { to: 'keptOff', effects: [{ do: 'keepReminderSettings', off: 'always' }] };
    case 'on':
      return { to: 'keptOn', effects: [{ do: 'keepReminderSettings', off: null }] };
  }
}

function onLeave(until: string): Advance<Data, StepName> {
  return { to: 'keptLeave', set: { until }, effects: [{ do: 'keepReminderSettings', off: { until } }] };
}

function rowsOf({ hour, off }: ShownReminderSettings): Row[] {
  return [
    { label: text('state'), value: stateWords(off) },
    { label: text('time'), value: timeOf(hour) },
  ];
}

function stateWords(off: ShownReminderSettings['off']): Text {
  if (off === undefined) return text('isOn');
  return off === 'always' ? text('isOff') : text('isOffUntil', { date: { date: off.until } });
}

const ended = (words: Text): Closing => ({
  messages: [say(words)],
  quick: [open(text('settings'), 'reminders')],
});

function timeOf(hour: number): Name {
  const minutes = hour * 60;
  return { th: formatTime(minutes, 'th'), en: formatTime(minutes, 'en') };
}
