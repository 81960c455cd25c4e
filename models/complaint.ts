/**
 * Complaints (เรื่องร้องเรียน): what reporters and handlers do with a case after it was sent. Each is one conditional
 * write to one document (`complaint-step.ts`); what may be done when stands in `complaint-moves.ts`.
 */

import type { ComplaintLevel, StoredComplaint } from './complaint-document.ts';
import { storedComplaint } from './complaint-document.ts';
import { disputeClimbs, levelAbove } from './complaint-moves.ts';
import { listedComplaintPhotos } from './complaint-photo.ts';
import { plainPlace } from './complaint-rights.ts';
import { type CaseChange, type CaseWork, type Stepped, stepOn } from './complaint-step.ts';
import { firstLevel, nextLevel, placeOfAgency } from './complaint-target.ts';
import { dueAfter } from './complaint-time-limits.ts';
import { bangkokDate } from './thai/calendar.ts';

/** A handler takes the case: from now on it is worked on. */
export function takeCase(work: CaseWork): Promise<Stepped> {
  return stepOn(work, 'take', async ({ level }) => ({
    set: { takenBy: work.by, dueOn: await dueAfter('solve', level, work.at) },
  }));
}

/** A handler asks the reporter something, without seeing who it is. */
export function askReporter(work: CaseWork, words: string): Promise<Stepped> {
  return stepOn(work, 'ask', () => ({ set: { question: words }, words }));
}

/** A handler tells the reporter something. */
export function answerReporter(work: CaseWork, words: string): Promise<Stepped> {
  return stepOn(work, 'answer', () => ({ words }));
}

/** A handler says that it is solved, with the evidence, or why there is no photo of it; the reporter has the last word. */
export async function solveCase(
  work: CaseWork,
  {
    words,
    photos,
    whyNoPhoto,
  }: { words: string; photos: readonly string[]; whyNoPhoto?: string | undefined },
): Promise<Stepped> {
  const listed = await listedComplaintPhotos(photos);
  return stepOn(work, 'solve', () => ({
    set: { dueOn: null, question: null, solvedOn: bangkokDate(work.at), noticedOn: [] },
    words,
    photos: listed,
    ...(listed.length === 0 && { whyNoPhoto }),
  }));
}

/** A handler passes the case on to another agency, or one level up, and says why. */
export function forwardCase(
  work: CaseWork,
  to: { agency: string } | { up: true },
  words: string,
): Promise<Stepped> {
  if ('up' in to)
    return stepOn(work, 'forward-up', async (stored) => {
      const climbing = await climb(stored, work.at);
      return climbing && { ...climbing, words };
    });
  return stepOn(work, 'forward', (stored) => passOn(stored, to.agency, work.at, words));
}

async function passOn(
  stored: StoredComplaint,
  agency: string,
  at: Date,
  words: string,
): Promise<CaseChange | undefined> {
  const place = await placeOfAgency(agency);
  if (!place || (agency === stored.agency && stored.level === 'office')) return undefined;
  const level = await firstLevel({ agency, place }, stored.reporter ?? undefined);
  const dueOn = await dueAfter('take', level, at);
  return { set: { agency, place, level, dueOn, takenBy: null, question: null }, words };
}

/** What changes when a case climbs, to the next level that somebody holds; undefined at the top. */
export async function climb(
  stored: StoredComplaint,
  at: Date,
): Promise<(CaseChange & { level: ComplaintLevel }) | undefined> {
  const above = await nextLevel(stored);
  if (!above) return undefined;
  const dueOn = await dueAfter('take', above, at);
  return { set: { level: above, dueOn, takenBy: null, question: null }, level: above };
}

/** The reporter confirms that it is solved: the case is closed. */
export function confirmSolved(work: CaseWork): Promise<Stepped> {
  return stepOn(work, 'confirm', () => ({ set: CLOSED }));
}

/** What is left of a case that is closed. */
export const CLOSED = { dueOn: null, question: null };

/** The reporter says that it is not solved, and why. The second time, and each further time, it climbs. */
export async function disputeSolved(work: CaseWork, words: string): Promise<Stepped> {
  const stored = await storedComplaint(work.code);
  // Which of the two it is depends on earlier disputes and on the level, which change only together with the state.
  const climbs = stored !== undefined && disputeClimbs(stored.disputes) && aboveOf(stored) !== undefined;
  if (!climbs) return stepOn(work, 'dispute', (now) => workingAgain(now, work.at, words));
  return stepOn(work, 'dispute-up', async (now) => {
    const climbing = await climb(now, work.at);
    if (!climbing) return undefined;
    const followedBy = { at: work.at, what: 'escalated' as const, by: 'service' as const };
    return { ...climbing, set: { ...climbing.set, ...disputed(now) }, words, followedBy };
  });
}

const aboveOf = ({ level, place }: StoredComplaint) => levelAbove(level, plainPlace(place));

async function workingAgain(stored: StoredComplaint, at: Date, words: string): Promise<CaseChange> {
  return { set: { ...disputed(stored), dueOn: await dueAfter('after-dispute', stored.level, at) }, words };
}

function disputed({ disputes }: StoredComplaint): Record<string, unknown> {
  return { disputes: disputes + 1, solvedOn: null, noticedOn: [] };
}

/** What a reporter adds to a case on one day, in Bangkok; the conversation says so beforehand. */
const MOST_ADDED_A_DAY = 5;

/** The reporter answers a question, or adds something: that at most five times a day. */
export function saySomething(work: CaseWork, words: string): Promise<Stepped> {
  return stepOn(work, 'say', ({ question, steps }) => {
    const today = bangkokDate(work.at);
    const added = steps.filter(({ what, at }) => what === 'said' && bangkokDate(at) === today);
    if (!question && added.length >= MOST_ADDED_A_DAY) return undefined;
    return { set: { question: null }, words };
  });
}

/** The reporter takes the complaint back. */
export function withdrawComplaint(work: CaseWork): Promise<Stepped> {
  return stepOn(work, 'withdraw', () => ({ set: CLOSED }));
}
