/** Plans about copies in words: as a line of a list, and as a summary. */
import { answer, type Message, type Option, type Row } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import type { CopyNeeds } from '../procedures/procedure.ts';
import type { ShownPlan } from './copy-data.ts';
import type { Blocker } from './copy-look-ups.ts';
import { text } from './copy-texts.ts';

/** Which copies are asked for. */
export function needsInWords({ idCard, house }: CopyNeeds): Text {
  if (idCard && house) return text('both');
  if (idCard) return text('idCard');
  return text(house ? 'house' : 'nothing');
}

/** A plan as a button. The state stands first: titles are long. */
export function planLabel(plan: ShownPlan): Text {
  const { title, pinName } = plan;
  const state = stateInWords(plan);
  return pinName ? text('rowAt', { state, title, pin: pinName }) : text('rowOf', { state, title });
}

function stateInWords({ idCard, house, isOverdue, disagreeing }: ShownPlan): Text {
  if (isOverdue) return text('late');
  if (idCard && house) return text('asksBoth');
  if (idCard) return text('asksIdCard');
  if (house) return text('asksHouse');
  return disagreeing > 0 ? text('disputed', { count: disagreeing }) : text('asksNone');
}

/** Where a plan holds. */
export function whereInWords({ pin, pinName }: Pick<ShownPlan, 'pin' | 'pinName'>): Words {
  return pin ? text('at', { pin: pinName ?? pin, code: pin }) : text('everywhere');
}

/** All there is to know of a plan, with what can be done. */
export function planSummary(plan: ShownPlan, options: Option[]): Message {
  return { kind: 'summary', title: plan.title, rows: planRows(plan), options };
}

function planRows(plan: ShownPlan): Row[] {
  const { since, blockers, blockerText, target, isOverdue, doneOn, disagreeing } = plan;
  const row = (label: Parameters<typeof text>[0] & LabelKey, value: Words): Row => ({
    label: text(label),
    value,
  });
  const day = (date: string) => text('day', { date: { date } });
  return [
    row('where', whereInWords(plan)),
    row('asksNow', needsInWords(plan)),
    ...(since ? [row('since', day(since))] : []),
    ...(blockers.length > 0 ? [row('blockers', blockersInWords(blockers))] : []),
    ...(blockerText ? [row('reason', blockerText)] : []),
    ...(target
      ? [row('target', isOverdue ? text('lateTarget', { date: { date: target } }) : day(target))]
      : []),
    ...(doneOn ? [row('doneOn', day(doneOn))] : []),
    ...(disagreeing > 0 ? [row('citizens', text('disagree', { count: disagreeing }))] : []),
  ];
}

type LabelKey = 'where' | 'asksNow' | 'since' | 'blockers' | 'reason' | 'target' | 'doneOn' | 'citizens';

/** What blocks it, one after the other. */
export function blockersInWords(blockers: readonly Blocker[]): Text {
  const [first = text('nothing'), ...rest] = blockers.map(blockerLabel);
  return rest.reduce((words, second) => text('two', { first: words, second }), first);
}

/** A blocker as it is called. */
function blockerLabel(blocker: Blocker): Text {
  switch (blocker) {
    case 'law':
      return text('law');
    case 'budget':
      return text('budget');
    case 'people':
      return text('people');
  }
}

/** A blocker to tap, marked when it is chosen. */
export function blockerOption(one: Blocker, isChosen: boolean): Option {
  const label = blockerLabel(one);
  return answer(isChosen ? text('chosen', { label }) : label, one);
}
