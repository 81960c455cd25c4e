/** ลา: a coordinator on leave names who stands in between two days, or gives a code to whoever shall; and ends it early. */
import { z } from 'zod';
import { addDays, bangkokDate } from '../../models/thai/calendar.ts';
import { parseDate } from '../answers/date.ts';
import { exampleDay } from '../answers/example-date.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Accept, Advance, At, Closing } from '../engine/flow.ts';
import { answer, open, type Row, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import { text } from './leave-texts.ts';

const candidate = z.object({
  person: z.string(),
  name: z.string(),
  place: z.object({ th: z.string(), en: z.string().optional() }),
});
const known = z.object({
  id: z.string(),
  from: z.string(),
  until: z.string(),
  standIn: z.string(),
  isTaken: z.boolean().optional(),
});
type Known = z.infer<typeof known>;
const data = z.object({
  leaves: z.array(known).optional(),
  chosen: known.optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  candidates: z.array(candidate).optional(),
  /** Missing where a code is made. */
  standIn: candidate.optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'list' | 'one' | 'from' | 'until' | 'who' | 'review' | 'taken' | 'ended' | 'nothing';

/** Candidates to tap; those of the same scope come first in the look-up's order. */
const OFFERED_AT_MOST = 30;
/** Days between the first and the last day of the leave that stands as an example. */
const LEAVE_FOR_EXAMPLE = 3;

const { question, closing } = stepsOf<Data, StepName>();
const reviewing = choiceOf(text, { ok: 'ok', days: 'editDays', who: 'editWho' }, 'ok');
const ending = choiceOf(text, { end: 'end', keep: 'keep' });
const labels = (key: keyof typeof text.texts) => [text.texts[key].th, text.texts[key].en];
const again = open(text('again'), 'leave');

export const leave = defineFlow({
  id: 'leave',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['ลา', 'แจ้งลา', 'มอบงาน'], en: ['leave'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator'],
  browsing: ['list', 'one'],
  async start(_, { find, person }) {
    const leaves = await find.progress.leaves(person);
    return { to: leaves.length > 0 ? 'list' : 'from', set: { leaves } };
  },
  steps: {
    list: question({
      ask: ({ data: { leaves = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('list'),
            options: [...leaves.map((one) => answer(entryOf(one), one.id)), answer(text('make'), 'make')],
          },
        ],
      }),
      accepts: ({ data: { leaves = [] } }) =>
        oneOfOptions([
          ...leaves.map(({ id, standIn }) => ({ value: id, labels: standIn ? [standIn] : [] })),
          { value: 'make', labels: labels('make') },
        ]),
      next(given, { data: { leaves = [] } }) {
        const chosen = leaves.find(({ id }) => id === given);
        return chosen ? { to: 'one', set: { chosen } } : { to: 'from' };
      },
    }),
    one: question({
      ask: ({ data: { chosen } }) => ({
        messages: [
          {
            kind: 'summary',
            title: text('list'),
            rows: chosen ? rowsOf(chosen.from, chosen.until, standInOf(chosen)) : [],
            options: ending.options,
          },
        ],
      }),
      accepts: ending.accept,
      next: (deed, { data: { chosen } }) =>
        deed === 'end'
          ? { to: 'ended', effects: [{ do: 'endLeave', leave: chosen?.id ?? '' }] }
          : { to: 'nothing' },
    }),
    from: question({
      ask: ({ now }) => ({ messages: [say(text('askFrom', { example: exampleDay(now) }))] }),
      accepts: dayFrom(undefined),
      next: (from) => ({ to: 'until', set: { from, until: undefined } }),
    }),
    until: question({
      ask: ({ data: { from = '' } }) => ({
        messages: [say(text('askUntil', { example: { shortDate: addDays(from, LEAVE_FOR_EXAMPLE) } }))],
      }),
      accepts: ({ data: { from } }) => dayFrom(from),
      next: async (until, at) =>
        at.data.standIn
          ? { to: 'review', set: { until } }
          : { to: 'who', set: { until, ...(await offered(at)) } },
    }),
    who: question({
      ask: ({ data: { candidates = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('askWho'),
            options: [
              ...candidates.map(({ person, name, place }) =>
                answer(text('candidate', { name, place }), person),
              ),
              answer(text('code'), 'code'),
            ],
          },
        ],
      }),
      accepts: ({ data: { candidates = [] } }) =>
        oneOfOptions([
          ...candidates.map(({ person, name }) => ({ value: person, labels: [name] })),
          { value: 'code', labels: labels('code') },
        ]),
      next: (given, { data: { candidates = [] } }) => ({
        to: 'review',
        set: { standIn: candidates.find(({ person }) => person === given) },
      }),
    }),
    review: question({
      ask: ({ data: { from = '', until = '', standIn } }) => ({
        messages: [
          {
            kind: 'summary',
            title: text('review'),
            rows: rowsOf(from, until, standIn?.name ?? text('byCode')),
            options: reviewing.options,
          },
        ],
      }),
      accepts: anyOf(yesOrNo('ok'), reviewing.accept),
      async next(deed, at) {
        if (deed === 'days') return { to: 'from' };
        return deed === 'who' ? { to: 'who', set: await offered(at) } : taking(at);
      },
    }),
    taken: closing(takenWords),
    ended: closing(({ outcomes }) => {
      const done = outcomes.find((outcome) => outcome.of === 'endLeave');
      return { messages: [say(text(done?.result === 'ended' ? 'ended' : 'over'))], quick: [again] };
    }),
    nothing: closing(() => ({ messages: [say(text('kept'))], quick: [again] })),
  },
});

/** A day as people type it, not before `first` (today without). */
function dayFrom(first: string | undefined): Accept<string> {
  return {
    freeText: false,
    read(input, now) {
      const notADate = { ok: false, why: text('notADate', { example: exampleDay(now) }) } as const;
      if (input.kind !== 'text') return notADate;
      const parsed = parseDate(input.text, { now });
      if (!parsed.ok) return notADate;
      if (parsed.value >= (first ?? bangkokDate(now))) return parsed;
      return { ok: false, why: text(first === undefined ? 'past' : 'tooEarly') };
    },
  };
}

async function offered({
  find,
  person,
}: At<Data>): Promise<{ candidates: Data['candidates']; standIn: undefined }> {
  const candidates = await find.progress.standIns(person);
  return { candidates: candidates.slice(0, OFFERED_AT_MOST), standIn: undefined };
}

function rowsOf(from: string, until: string, standIn: Words): Row[] {
  return [
    { label: text('firstDay'), value: text('date', { date: { date: from } }) },
    { label: text('lastDay'), value: text('date', { date: { date: until } }) },
    { label: text('standIn'), value: standIn },
  ];
}

function entryOf(leave: Known): Words {
  const [from, until] = [{ date: leave.from }, { date: leave.until }];
  return text('entry', { from, until, name: standInOf(leave) });
}

/** Their name; where it is not known, whether the code was used. */
function standInOf({ standIn, isTaken = false }: Known): Words {
  return standIn || text(isTaken ? 'codeUsed' : 'byCode');
}

/** The stand-in is told with their next answer. */
function taking({
  data: { from = '', until = '', standIn },
  run,
  who: { profile },
}: At<Data>): Advance<Data, StepName> {
  const name = profile ? `${profile.firstName} ${profile.lastName}` : '';
  const tell = [say(text('tell', { name, from: { date: from }, until: { date: until } }))];
  const whom = standIn && { standIn: standIn.person };
  return { to: 'taken', effects: [{ do: 'takeLeave', id: run, ...whom, from, until, tell }] };
}

function takenWords({ outcomes, run, data: { from = '', until = '', standIn } }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'takeLeave');
  if (done?.result !== 'taken') return { messages: [say(text(whyNot(done?.why)))], quick: [again] };
  const days = { from: { date: from }, until: { date: until } };
  const words = standIn
    ? text('taken', { name: standIn.name, ...days })
    : text('takenByCode', { code: { invitationOf: run }, ...days });
  return { messages: [say(words)], quick: [again] };
}

function whyNot(why: 'not-a-coordinator' | 'not-fit' | 'days' | 'overlaps' | undefined) {
  if (why === 'overlaps') return 'overlaps';
  if (why === 'days') return 'tooLong';
  return why === 'not-a-coordinator' ? 'onlyCoordinators' : 'notFit';
}
