/** The look at all of a deadline before it is announced or stored: what can be asked again. */
import type { At, Move } from '../engine/flow.ts';
import { type Asking, answer, type Option, type Row } from '../engine/message.ts';
import type { Data, StepName } from './deadline-data.ts';
import { goTo } from './deadline-moves.ts';
import { text } from './deadline-texts.ts';
import { rowsOf } from './deadline-words.ts';

/** What can be edited in the look at all of it; what a wider deadline decides cannot. */
export function reviewDeeds({ job, draft }: Data) {
  const isInner = draft?.within !== undefined;
  return [
    { value: 'ok', key: job === 'change' ? 'store' : 'ok' },
    { value: 'titleTh', key: 'editTitle' },
    ...(job === 'make' ? [{ value: 'what', key: 'editWhat' } as const] : []),
    { value: 'scope', key: 'editScope' },
    { value: 'kinds', key: 'editKinds' },
    ...(isInner ? [] : [{ value: 'opens', key: 'editOpens' } as const]),
    { value: 'closes', key: 'editCloses' },
    { value: 'remind', key: 'editRemind' },
  ] as const;
}

/** All of it, and how many agencies it is about. */
export async function reviewWords({ data, find }: At<Data>): Promise<Asking> {
  const draft = data.draft ?? {};
  const count = draft.scope ? await find.deadlines.agencies(draft.scope, draft.kinds ?? []) : 0;
  const concerned: Row = {
    label: text('concerned'),
    value: text('agencies', { count }),
  };
  return {
    messages: [
      {
        kind: 'summary',
        title: text('review'),
        rows: [...rowsOf(draft), concerned],
        options: reviewOptions(data),
      },
    ],
  };
}

/** They to tap. */
function reviewOptions(known: Data): Option[] {
  return reviewDeeds(known).map(({ value, key }) =>
    answer(text(key), value, value === 'ok' ? 'main' : 'plain'),
  );
}

/** Asks one thing again. */
export async function editOne(deed: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const step = reviewDeeds(at.data).find(({ value }) => value === deed)?.value;
  if (step === undefined || step === 'ok') return { to: 'review' };
  const going = await goTo(step, { ...at, data: { ...at.data, single: true } });
  return { ...going, set: { ...going.set, single: true } };
}
