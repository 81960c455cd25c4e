/**
 * What a coordinator is told now and then: what has changed since the last time, and the three most urgent things. When,
 * is told by `digest-slot.ts`; what was told before stands in `digest-settings.ts`.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { handledComplaints } from './complaint-read.ts';
import type { Deadline } from './deadline.ts';
import { type DigestCounts, digestStateOf } from './digest-settings.ts';
import { digestSlot } from './digest-slot.ts';
import { settled } from './lent-roles.ts';
import { PEOPLE, type Person, personById } from './person.ts';
import type { PinName } from './pin-document.ts';
import { deadlinesToFollow, doneCounts } from './progress.ts';
import { waitingFor } from './registration.ts';
import { roleKey } from './role.ts';
import { bangkokDate, type CalendarDate, daysBetween } from './thai/calendar.ts';
import type { Holidays } from './thai/working-days.ts';

/** What has changed: agencies newly done, no longer done, or newly late; new requests to register; new complaints. */
export type DigestChange =
  | { what: 'done' | 'undone' | 'late'; title: PinName; count: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** What is urgent, the most urgent first. */
export type DigestUrgent =
  | { what: 'deadline'; deadline: string; title: PinName; closesOn: CalendarDate; missing: number }
  | { what: 'approvals' | 'complaints'; count: number };

/** One digest. `slot` is the day it is for. */
export type Digest = {
  person: string;
  slot: CalendarDate;
  changes: DigestChange[];
  urgent: DigestUrgent[];
  counts: DigestCounts;
};

const URGENT_AT_MOST = 3;
/** A deadline with agencies missing is urgent so many days before its end. */
const URGENT_FROM = 14;
/** Requests to register are counted as far as this. */
const COUNTED_AT_MOST = 50;

/** The digest somebody is to get at this instant; `nothing` where it would say nothing, undefined where none is due. */
export async function dueDigest(
  person: string,
  now: Date,
  holidays: Holidays,
): Promise<Digest | { slot: CalendarDate; nothing: true } | undefined> {
  const [known, state] = await Promise.all([personById(person), digestStateOf(person)]);
  const { roles } = await settled(known, now);
  if (known.blockedAt || !roles.some(isCoordinating) || state.frequency === 'off') return undefined;
  const deadlines = await deadlinesToFollow(person, now);
  const slot = digestSlot(now, state.frequency, holidays, deadlines);
  if (slot === undefined || (state.slot !== undefined && state.slot >= slot)) return undefined;
  const digest = await compile({ person, roles, deadlines, slot }, state.counts, state.sentAt, now);
  return digest.changes.length + digest.urgent.length > 0 ? digest : { slot, nothing: true };
}

/** Whoever coordinates something or is an administrator, and has not left; also who has something lent. */
export async function* whoMayGetDigests(): AsyncGenerator<string> {
  const either = [
    { 'roles.role': { $in: ['coordinator', 'administrator'] } },
    { 'lent.0': { $exists: true } },
  ];
  const found = mongoose.connection
    .collection<{ _id: string }>(PEOPLE)
    .find({ $or: either, blockedAt: { $exists: false } }, { projection: { _id: 1 }, sort: { _id: 1 } });
  for await (const { _id } of found) yield _id;
}

/** The key a digest has in the outbox: one for each person and day, without saying who it is. */
export function digestKey(person: string, slot: CalendarDate): string {
  return `digest:${slot}:${createHash('sha256').update(person).digest('hex').slice(0, 16)}`;
}

type About = { person: string; roles: Person['roles']; deadlines: Deadline[]; slot: CalendarDate };

async function compile(
  { person, roles, deadlines, slot }: About,
  before: DigestCounts | undefined,
  since: Date | undefined,
  now: Date,
): Promise<Digest> {
  const waiting = await waitingFor(person, COUNTED_AT_MOST);
  const complaints = await complaintsOf(person, roles, now);
  const standing: Standing[] = [];
  for (const deadline of deadlines)
    standing.push({ deadline, ...(await doneCounts(deadline.id, person, now)) });
  const newlyWaiting = since ? waiting.filter(({ at }) => at > since).length : 0;
  const newComplaints = before ? complaints.all - before.complaints : 0;
  return {
    person,
    slot,
    changes: [
      ...standing.flatMap((one) => changesOf(one, before)),
      ...(newlyWaiting > 0 ? [{ what: 'approvals' as const, count: newlyWaiting }] : []),
      ...(newComplaints > 0 ? [{ what: 'complaints' as const, count: newComplaints }] : []),
    ],
    urgent: [
      ...(complaints.overdue > 0 ? [{ what: 'complaints' as const, count: complaints.overdue }] : []),
      ...standing.flatMap((one) => urgentOf(one, bangkokDate(now))),
      ...(waiting.length > 0 ? [{ what: 'approvals' as const, count: waiting.length }] : []),
    ].slice(0, URGENT_AT_MOST),
    counts: {
      deadlines: standing.map(({ deadline: { id }, done, overdue }) => ({ id, done, overdue })),
      complaints: complaints.all,
    },
  };
}

type Standing = { deadline: Deadline; done: number; all: number; overdue: number };

/** A deadline that is new since then has changed nothing yet. */
function changesOf(
  { deadline: { id, title }, done, overdue }: Standing,
  before?: DigestCounts,
): DigestChange[] {
  const then = before?.deadlines.find((one) => one.id === id);
  if (!then) return [];
  const change = (what: 'done' | 'undone' | 'late', count: number): DigestChange[] =>
    count > 0 ? [{ what, title, count }] : [];
  return [
    ...change('done', done - then.done),
    ...change('undone', then.done - done),
    ...change('late', overdue - then.overdue),
  ];
}

/** They come in the order of their ends, so that the latest late one is first. */
function urgentOf({ deadline, done, all }: Standing, today: CalendarDate): DigestUrgent[] {
  const { id, title, closesOn } = deadline;
  if (done === all || daysBetween(today, closesOn) > URGENT_FROM) return [];
  return [{ what: 'deadline', deadline: id, title, closesOn, missing: all - done }];
}

async function complaintsOf(
  person: string,
  roles: Person['roles'],
  now: Date,
): Promise<{ all: number; overdue: number }> {
  const sum = { all: 0, overdue: 0 };
  for (const role of roles.filter(isCoordinating)) {
    const question = { person, role: roleKey(role), skip: 0, limit: 1 };
    const { all, overdue } = await handledComplaints(question, now);
    sum.all += all;
    sum.overdue += overdue;
  }
  return sum;
}

const isCoordinating = ({ role }: Person['roles'][number]): boolean => role !== 'official';
