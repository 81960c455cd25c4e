/** The look at all of a deadline before it is announced or stored: what can be asked again. */
import type { At, Move } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import type { Data, StepName } from './deadline-data.ts';
import { goTo } from './deadline-moves.ts';
import { text } from './deadline-texts.ts';

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

/** They to tap. */
export function reviewOptions(known: Data): Option[] {
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
