/** Opening hours of a pin: as they are typed, and, where that may mean several things, one of them by a tap. */

import type { OpeningHours } from '../models/thai/opening-hours.ts';
import { formatHours } from '../models/thai/opening-hours-print.ts';
import { suggestedHours } from './answers/opening-hours-suggestions.ts';
import type { At } from './edit-pin-data.ts';
import { questionTexts } from './edit-pin-questions.ts';
import { done } from './edit-pin-steps.ts';
import { undoable, withStored } from './edit-pin-undo.ts';
import { anyOf, oneOfOptions } from './engine/accepts.ts';
import type { Accept } from './engine/flow.ts';
import { type Asking, answer } from './engine/message.ts';
import { hoursAnswer, noneOr } from './pin-answers.ts';
import { hoursInWords } from './pin-fields.ts';

type Given = { hours: OpeningHours } | { weeks: OpeningHours[] };

/** Hours as they are typed, or the weeks that unclear ones may mean. */
const hoursOrWeeks: Accept<Given> = {
  freeText: true,
  read(input, now) {
    const reading = hoursAnswer.read(input, now);
    if (reading.ok) return { ok: true, value: { hours: reading.value } };
    const weeks = input.kind === 'text' ? suggestedHours(input.text) : [];
    return weeks.length > 0 ? { ok: true, value: { weeks } } : reading;
  },
};

const AGAIN = 'again';

/** The two steps; `ask` asks for the hours with what they are now. */
export const hoursSteps = (ask: (at: At) => Promise<Asking>) => ({
  hours: undoable({
    ask,
    accepts: noneOr(hoursOrWeeks),
    next: (given, at) => (given === 'none' ? done(at, { hours: null }) : after(given, at)),
  }),
  hoursChoice: undoable({
    ask: (at) =>
      withStored('hours', at, {
        messages: [
          {
            kind: 'question',
            text: questionTexts('hoursChoice'),
            options: [
              ...weeksOf(at).map((hours, index) => answer(hoursInWords(hours), String(index))),
              answer(questionTexts('otherHours'), AGAIN),
            ],
          },
        ],
      }),
    accepts: (at) => anyOf(weekChoice(at), hoursOrWeeks),
    next(given, at) {
      if (given === AGAIN) return { to: 'hours', set: { weeks: undefined } };
      if (typeof given === 'object') return after(given, at);
      const hours = weeksOf(at)[Number(given)];
      return hours ? done(at, { hours }) : { to: 'hours', set: { weeks: undefined } };
    },
  }),
});

const weeksOf = ({ data: { weeks = [] } }: At): OpeningHours[] => weeks;

function weekChoice(at: At): Accept<string> {
  const { th, en } = questionTexts.texts.otherHours;
  return oneOfOptions([
    ...weeksOf(at).map((hours, index) => ({
      value: String(index),
      labels: [formatHours(hours, 'th'), formatHours(hours, 'en')],
    })),
    { value: AGAIN, labels: [th, en] },
  ]);
}

function after(given: Given, at: At) {
  return 'weeks' in given
    ? ({ to: 'hoursChoice', set: { weeks: given.weeks } } as const)
    : done(at, { hours: given.hours });
}
