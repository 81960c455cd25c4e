/**
 * What time does to cases: the reporter of a solved case is reminded twice and then taken to agree, and what is long
 * overdue climbs. Each is a step as any other, once for its key, decided anew on what is stored then.
 */
import { CLOSED, climb } from './complaint.ts';
import { ComplaintModel, type StoredComplaint } from './complaint-document.ts';
import { OPEN_STATES, silenceLeadsTo } from './complaint-moves.ts';
import { type CaseChange, stepOn } from './complaint-step.ts';
import { isLongOverdue } from './complaint-time-limits.ts';
import { bangkokDate, daysBetween } from './thai/calendar.ts';

/** What is due for a case. `key` names this very notice, end or climb, which each case has once. */
export type DueByTime = { code: string; act: 'notice' | 'close-silent' | 'escalate'; key: string };

/** What was done; how many of each. */
export type ClockCounts = { noticed: number; closed: number; escalated: number };

/** Time itself, where a step asks who makes it. */
const BY_TIME = 'time';
const COUNTED = { notice: 'noticed', 'close-silent': 'closed', escalate: 'escalated' } as const;

/**
 * Does all that is due as of `now`. Cut off or repeated, it does the rest and nothing twice. `check` is asked before
 * each step and rejects when somebody else has taken over.
 */
export async function letTimePass(now: Date, check: () => Promise<void>): Promise<ClockCounts> {
  const counts = { noticed: 0, closed: 0, escalated: 0 };
  for await (const due of dueByTime(now)) {
    await check();
    if (await does(due, now)) counts[COUNTED[due.act]] += 1;
  }
  return counts;
}

/** All that is due as of `now`, without doing it. */
export async function* dueByTime(now: Date): AsyncGenerator<DueByTime> {
  for await (const solved of casesWhere({ state: 'solved' })) {
    const due = silenceOf(solved, now);
    if (due) yield due;
  }
  const overdue = {
    state: { $in: [...OPEN_STATES] },
    dueOn: { $lt: bangkokDate(now) },
    level: { $ne: 'department' },
  };
  for await (const open of casesWhere(overdue)) {
    const due = await overdueOf(open, now);
    if (due) yield due;
  }
}

function casesWhere(filter: Record<string, unknown>): AsyncIterable<StoredComplaint> {
  return ComplaintModel.find(filter).sort({ _id: 1 }).lean<StoredComplaint[]>().cursor();
}

function silenceOf(stored: StoredComplaint, now: Date): DueByTime | undefined {
  const { code, solvedOn, noticedOn, disputes } = stored;
  const lastWord = noticedOn.at(-1) ?? solvedOn;
  if (!lastWord) return undefined;
  const leadsTo = silenceLeadsTo(daysBetween(lastWord, bangkokDate(now)), noticedOn.length);
  if (!leadsTo) return undefined;
  const act = leadsTo === 'close' ? 'close-silent' : 'notice';
  return { code, act, key: `${act}:${code}:${disputes}:${noticedOn.length}` };
}

async function overdueOf({ code, level, dueOn }: StoredComplaint, now: Date): Promise<DueByTime | undefined> {
  if (!dueOn || !(await isLongOverdue(dueOn, now))) return undefined;
  return { code, act: 'escalate', key: `escalate:${code}:${level}:${dueOn}` };
}

async function does({ code, act, key }: DueByTime, now: Date): Promise<boolean> {
  const done = await stepOn({ code, by: BY_TIME, at: now, key }, act, async (stored) => {
    const due = act === 'escalate' ? await overdueOf(stored, now) : silenceOf(stored, now);
    return due?.key === key ? changeFor(act, stored, now) : undefined;
  });
  return done.result === 'done';
}

function changeFor(
  act: DueByTime['act'],
  stored: StoredComplaint,
  now: Date,
): Promise<CaseChange | undefined> | CaseChange {
  if (act === 'escalate') return climb(stored, now);
  if (act === 'close-silent') return { set: CLOSED };
  return { set: { noticedOn: [...stored.noticedOn, bangkokDate(now)] } };
}
