/** The last words about a change of copies, and about one that was taken back. */
import type { At, Closing } from '../engine/flow.ts';
import { type Option, open, say } from '../engine/message.ts';
import { type Data, encodeOpening } from './copy-data.ts';
import { text } from './copy-texts.ts';
import { blockersInWords, needsInWords, whereInWords } from './copy-words.ts';

/** What holds now, with the way to take it back. */
export async function changedWords(at: At<Data>): Promise<Closing> {
  const { outcomes, turn } = at;
  const { agency, plan } = at.data;
  const result = outcomes.find((outcome) => outcome.of === 'changeCopies')?.result;
  const now = plan && (await planNow(plan, at));
  if (!agency || !now || result === 'not-yours' || !result) return notYours;
  if (result === 'unchanged') return { messages: [say(text('unchanged'))], quick: [listAgain(at.data)] };
  const { title, procedure, pin, target, blockers } = now;
  const about = { agency: agency.code, procedure, ...(pin && { pin }) };
  const isAsking = now.idCard || now.house;
  return {
    messages: [
      say(text('changed', { title, where: whereInWords(now), needs: needsInWords(now) })),
      ...(blockers.length > 0 && isAsking
        ? [say(text('changedBlockers', { blockers: blockersInWords(blockers) }))]
        : []),
      ...(target && isAsking ? [say(text('changedTarget', { date: { date: target } }))] : []),
    ],
    quick: [
      open(text('undo'), 'copies', encodeOpening({ for: 'undo', id: turn, ...about })),
      listAgain(at.data),
    ],
  };
}

/** What holds again. */
export async function undoneWords(at: At<Data>): Promise<Closing> {
  const { undoing } = at.data;
  const result = at.outcomes.find((outcome) => outcome.of === 'undoCopies')?.result;
  const now = undoing && (await planNow(undoing, at));
  if (!now || result === 'not-yours') return notYours;
  const { title } = now;
  const words =
    result === 'undone' ? text('undone', { title, needs: needsInWords(now) }) : text('changedSince');
  return { messages: [say(words)], quick: [listAgain(at.data)] };
}

const notYours: Closing = {
  messages: [say(text('notYours'))],
  quick: [open(text('others'), 'copies')],
};

function planNow(
  { procedure, pin }: { procedure: string; pin?: string | undefined },
  { find, person, data: { agency } }: At<Data>,
) {
  return find.copies.plan({ agency: agency?.code ?? '', procedure, pin }, person);
}

/** The list it came from. */
function listAgain({ agency, pin }: Data): Option {
  const value = agency && encodeOpening({ for: 'list', agency: agency.code, ...(pin && { pin: pin.code }) });
  return open(text('others'), 'copies', value);
}
