/** The last words of the conversation about deadlines. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { At, Closing } from '../engine/flow.ts';
import { open, type Row, say } from '../engine/message.ts';
import type { Name } from '../engine/text.ts';
import { roleOf, type Who } from '../engine/who.ts';
import type { Data } from './deadline-data.ts';
import type { DeadlineFault } from './deadline-effects.ts';
import type { AgencyDeadline } from './deadline-look-ups.ts';
import { text } from './deadline-texts.ts';
import { agencyRow, faultWords } from './deadline-words.ts';
import { nextStep } from './next-step.ts';

/** Back to all of them. */
export const again = open(text('again'), 'deadlines');

/** What counts for one of their agencies. */
type Own = { code: string; name: Name; counting: AgencyDeadline[] };

/** What counts for the agencies of an official, all of them, and the next steps of what is not done. */
export async function mineWords(at: At<Data>): Promise<Closing> {
  const own = await Promise.all(agenciesOf(at.who).map((code) => ownOf(code, at)));
  const [only, ...others] = own;
  if (!only || others.length === 0) return oneWords(only ?? { code: '', name: { th: '' }, counting: [] }, at);
  const today = bangkokDate(at.now);
  const rows = own.flatMap(({ name, counting }): Row[] =>
    counting.length === 0
      ? [{ label: name, value: text('noneNow') }]
      : counting.map((one) => ({
          ...agencyRow(one, today),
          label: text('ofAgency', { agency: name, title: one.title }),
        })),
  );
  const options = own.flatMap(({ code, name, counting }) =>
    missingIn(counting).map((what) => nextStep(what, { code, name })),
  );
  return { messages: [{ kind: 'summary', title: text('mineAll'), rows, options }] };
}

/** The agency they work for right now first. */
function agenciesOf(who: Who): string[] {
  const first = roleOf('official', who)?.agency;
  const all = who.roles.flatMap((role) => (role.role === 'official' ? [role.agency] : []));
  return [...new Set([...(first ? [first] : []), ...all])];
}

async function ownOf(code: string, { find, person }: At<Data>): Promise<Own> {
  const [agency, counting = []] = await Promise.all([
    find.people.agency(code),
    find.deadlines.ofAgency(code, person),
  ]);
  return { code, name: agency?.name ?? { th: '' }, counting };
}

function oneWords({ code, name, counting }: Own, { who, now }: At<Data>): Closing {
  if (counting.length === 0) return { messages: [say(text('mineNone', { agency: name }))] };
  return {
    messages: [
      {
        kind: 'summary',
        title: text('mine', { agency: name }),
        rows: counting.map((one) => agencyRow(one, bangkokDate(now))),
        options: missingIn(counting).map((what) =>
          nextStep(what, who.roles.length > 1 ? { code } : undefined),
        ),
      },
    ],
  };
}

const missingIn = (counting: readonly AgencyDeadline[]) => [
  ...new Set(counting.filter(({ isDone }) => !isDone).map(({ what }) => what)),
];

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
