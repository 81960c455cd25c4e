/** All deadlines in force, and what else waits for a coordinator. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { At, Closing } from '../engine/flow.ts';
import { type Bar, type Option, open, type Row, say } from '../engine/message.ts';
import type { Role } from '../engine/who.ts';
import { toHeld } from './held.ts';
import type { Data } from './progress-data.ts';
import { text } from './progress-texts.ts';
import { toAll, toProgress, when } from './progress-value.ts';
import { inUse, scopeInUse } from './role-in-use.ts';

/** Deadlines at most in one look; what closes later is far away. */
const DEADLINES_AT_MOST = 20;

/** The deadlines to tap, the closest first, and what waits. */
export async function overview({ find, person, who, now }: At<Data>): Promise<Closing> {
  const role = inUse(who);
  const [deadlines, waiting, overdue, notReminded] = await Promise.all([
    find.progress.deadlines(person),
    find.people.countWaitingFor(who.roles),
    find.complaints.countOverdue({ person, role: keyOf(role) }),
    find.reminders.countHeld(scopeInUse(who), person),
  ]);
  const today = bangkokDate(now);
  const rows: Row[] = [
    { label: text('approvals'), value: text('people', { count: waiting }) },
    { label: text('complaints'), value: text('cases', { count: overdue }) },
    ...(notReminded > 0 ? [{ label: text('held'), value: text('count', { count: notReminded }) }] : []),
  ];
  const others: Option[] = [
    ...(waiting > 0 ? [open(text('toApprovals'), 'approvals')] : []),
    ...(overdue > 0 ? [open(text('toComplaints'), 'complaint-cases')] : []),
    ...(notReminded > 0 ? [toHeld()] : []),
    open(text('toFigures'), 'progress', 'figures'),
  ];
  const listed = deadlines.slice(0, DEADLINES_AT_MOST).map(({ id, title, closesOn }) => {
    const label = text('entry', { title, when: when(today, closesOn) });
    return toProgress(label, 'one', { deadline: id, area: '', page: 0 });
  });
  const list: Closing['messages'] =
    listed.length > 0
      ? [{ kind: 'question', text: text('deadlines'), options: listed }]
      : [say(text('noDeadlines'))];
  return { messages: [{ kind: 'summary', title: text('overview'), rows, options: others }, ...list] };
}

/** Survey and copies in the role in use. */
export async function figures({ find, person, who }: At<Data>): Promise<Closing> {
  const scope = scopeInUse(who);
  const found = await find.reports.survey(scope, person);
  if (!found) return { messages: [say(text('noFigures'))], quick: [toAll] };
  const { agencies, answered, procedures, name } = found;
  const bars: Bar[] = [
    { label: text('answered'), part: answered, all: agencies },
    { label: text('withoutCopies'), part: procedures.all - procedures.now, all: procedures.all },
  ];
  const rows: Row[] = [
    { label: text('missingSurvey'), value: text('count', { count: agencies - answered }) },
    { label: text('asking'), value: text('services', { count: procedures.now }) },
  ];
  const options = [open(text('toReport'), 'report', scope)];
  return {
    messages: [{ kind: 'chart', title: text('figures', { name }), bars, rows, options }],
    quick: [toAll],
  };
}

function keyOf(role: Role | undefined): string {
  return role?.role === 'coordinator' ? `coordinator:${role.scope}` : 'administrator';
}
