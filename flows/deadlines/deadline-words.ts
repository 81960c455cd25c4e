/** Deadlines in words: in a list, in full, and as they count for one agency. */
import { daysBetween } from '../../models/thai/calendar.ts';
import type { Row } from '../engine/message.ts';
import type { Name, Text, Words } from '../engine/text.ts';
import { officeKindName } from '../office-kinds.ts';
import type { Draft, Shown } from './deadline-data.ts';
import type { DeadlineFault } from './deadline-effects.ts';
import type { AgencyDeadline } from './deadline-look-ups.ts';
import { text } from './deadline-texts.ts';
import { whatWords } from './next-step.ts';

/** A deadline in a list. */
export function entryWords({ title, closesOn, place }: Pick<Shown, 'title' | 'closesOn' | 'place'>): Text {
  return text('entry', { title, date: { date: closesOn }, place });
}

/** All that a deadline says. */
export function rowsOf(draft: Draft): Row[] {
  const { title, what, place, kinds = [], opensOn, closesOn, remindBefore = [], remindAfter, within } = draft;
  return [
    { label: text('name'), value: title ? titleWords(title) : '' },
    ...(what ? [{ label: text('asksFor'), value: whatWords(what) }] : []),
    { label: text('forWhom'), value: place ?? '' },
    {
      label: text('ofKinds'),
      value: kinds.length > 0 ? together(kinds.map(officeKindName)) : text('allKinds'),
    },
    ...(opensOn ? [{ label: text('opensOn'), value: text('day', { date: { date: opensOn } }) }] : []),
    ...(closesOn ? [{ label: text('closesOn'), value: text('day', { date: { date: closesOn } }) }] : []),
    { label: text('reminders'), value: remindBefore.length > 0 ? remindBefore.join(', ') : text('none') },
    { label: text('remindersAfter'), value: afterWords(remindAfter) },
    ...(within ? [{ label: text('innerOf'), value: text('isInner') }] : []),
  ];
}

function afterWords(days: number | undefined): Text {
  return days === undefined ? text('none') : text('days', { count: days });
}

function titleWords({ th, en }: Name): Words {
  return en ? text('bilingual', { th, en }) : th;
}

function together([first, ...others]: Words[]): Words {
  return others.reduce<Words>((before, next) => text('two', { first: before, second: next }), first ?? '');
}

/** What counts for an agency, and how far it is, on this day. */
export function agencyRow({ title, closesOn, isDone }: AgencyDeadline, today: string): Row {
  const days = daysBetween(today, closesOn);
  const date = { date: closesOn };
  if (isDone) return { label: title, value: text('doneBy', { date }) };
  if (days === 0) return { label: title, value: text('dueToday') };
  return {
    label: title,
    value: days > 0 ? text('dueIn', { date, days }) : text('overdue', { date, days: -days }),
  };
}

/** Why nothing was stored. */
export function faultWords(why: DeadlineFault): Text {
  switch (why) {
    case 'not-yours':
      return text('notYours');
    case 'outside-wider':
      return text('outside');
    case 'wider-unknown':
      return text('gone');
    case 'not-earlier':
      return text('tooLate');
    case 'ends-before-it-opens':
    case 'no-scope':
    case 'reminder-days':
    case 'opens-with-wider':
      return text('refused');
  }
}
