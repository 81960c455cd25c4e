/** The last words of the conversation about deadlines. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { At, Closing } from '../engine/flow.ts';
import { open, say } from '../engine/message.ts';
import { roleOf } from '../engine/who.ts';
import type { Data } from './deadline-data.ts';
import type { DeadlineFault } from './deadline-effects.ts';
import { text } from './deadline-texts.ts';
import { agencyRow, faultWords } from './deadline-words.ts';
import { nextStep } from './next-step.ts';

/** Back to all of them. */
export const again = open(text('again'), 'deadlines');

/** What counts for the agency of an official, and the next step of what is not done. */
export async function mineWords({ find, person, who, now }: At<Data>): Promise<Closing> {
  const code = roleOf('official', who)?.agency ?? '';
  const [agency, counting = []] = await Promise.all([
    find.people.agency(code),
    find.deadlines.ofAgency(code, person),
  ]);
  const name = agency?.name ?? { th: '' };
  if (counting.length === 0) return { messages: [say(text('mineNone', { agency: name }))] };
  const missing = new Set(counting.filter(({ isDone }) => !isDone).map(({ what }) => what));
  return {
    messages: [
      {
        kind: 'summary',
        title: text('mine', { agency: name }),
        rows: counting.map((one) => agencyRow(one, bangkokDate(now))),
        options: [...missing].map(nextStep),
      },
    ],
  };
}

/** What became of a new deadline, or of the changes to one. */
export function storedWords({ outcomes, run, data: { chosen, job } }: At<Data>): Closing {
  const done = outcomes.find(({ of }) => of === 'makeDeadline' || of === 'changeDeadline');
  if (done?.of !== 'makeDeadline' && done?.of !== 'changeDeadline') return notStored(undefined);
  const look = open(text('look'), 'deadlines', `one ${job === 'change' ? (chosen?.id ?? '') : run}`);
  switch (done.result) {
    case 'made':
    case 'changed':
    case 'unchanged':
      return { messages: [say(text(done.result))], quick: [look, again] };
    default:
      return notStored(done);
  }
}

/** Why nothing was stored, where something else came before. */
export function notStored(done: { result: string; why?: DeadlineFault } | undefined): Closing {
  return { messages: [say(done?.why ? faultWords(done.why) : text('meanwhile'))], quick: [again] };
}
