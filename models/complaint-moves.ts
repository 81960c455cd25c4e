/**
 * What may be done with a complaint: by whom, from which states, and where it leads. Pure; everything else asks here.
 *
 * A case that was passed on is taken before anything else is done with it, so that two who pass it on at the same
 * time pass it on once. Only the reporter closes a case, or their silence after it was solved.
 */
import type { ComplaintLevel, ComplaintState, StepKind } from './complaint-document.ts';
import { COMPLAINT_LEVELS } from './complaint-document.ts';
import type { ScopedPlace } from './scope.ts';

/** Who does something: the reporter, who handles the case, time, or the complaint system 1111. */
export type Actor = 'reporter' | 'handler' | 'time' | '1111';

/** A move. `to` is left out where the state stays; `step` is what is written down, if anything is. */
export type Move = {
  who: Actor;
  from: readonly ComplaintState[];
  to?: ComplaintState;
  step?: StepKind;
};

const OPEN = ['received', 'forwarded', 'working'] as const;
const ALL = [...OPEN, 'solved', 'closed'] as const;

/** Every move there is. */
export const MOVES = {
  take: { who: 'handler', from: ['received', 'forwarded'], to: 'working', step: 'taken' },
  ask: { who: 'handler', from: ['working'], step: 'asked' },
  answer: { who: 'handler', from: ['working'], step: 'answered' },
  forward: { who: 'handler', from: ['received', 'working'], to: 'forwarded', step: 'forwarded' },
  'forward-up': { who: 'handler', from: ['received', 'working'], to: 'forwarded', step: 'forwarded' },
  solve: { who: 'handler', from: ['working'], to: 'solved', step: 'solved' },
  say: { who: 'reporter', from: OPEN, step: 'said' },
  confirm: { who: 'reporter', from: ['solved'], to: 'closed', step: 'confirmed' },
  dispute: { who: 'reporter', from: ['solved'], to: 'working', step: 'disputed' },
  'dispute-up': { who: 'reporter', from: ['solved'], to: 'forwarded', step: 'disputed' },
  withdraw: { who: 'reporter', from: [...OPEN, 'solved'], to: 'closed', step: 'closed' },
  notice: { who: 'time', from: ['solved'] },
  'close-silent': { who: 'time', from: ['solved'], to: 'closed', step: 'closed' },
  escalate: { who: 'time', from: OPEN, to: 'forwarded', step: 'escalated' },
  'note-sent': { who: '1111', from: ALL, step: 'sent-1111' },
  'note-status': { who: '1111', from: ALL, step: 'status-1111' },
  'note-done': { who: '1111', from: OPEN, to: 'solved', step: 'status-1111' },
} as const satisfies Record<string, Move>;

/** The name of a move. */
export type Act = keyof typeof MOVES;

/** The states in which a case waits for somebody who handles it. */
export const OPEN_STATES: readonly ComplaintState[] = OPEN;

/** From the second "not solved" on, a dispute takes the case one step up. */
const DISPUTES_AT_ONE_LEVEL = 1;

/** Whether the move may be made in that state. */
export function mayMove(act: Act, from: ComplaintState): boolean {
  const { from: allowed }: Move = MOVES[act];
  return allowed.includes(from);
}

/** Whether the next dispute takes the case up, after so many earlier ones. */
export function disputeClimbs(earlierDisputes: number): boolean {
  return earlierDisputes >= DISPUTES_AT_ONE_LEVEL;
}

/**
 * The level above, passing over those the place has not (abroad there is no district); none above the department. Who
 * holds it is not asked here: see `nextLevel`.
 */
export function levelAbove(level: ComplaintLevel, place: ScopedPlace): ComplaintLevel | undefined {
  const above = COMPLAINT_LEVELS.slice(COMPLAINT_LEVELS.indexOf(level) + 1);
  return above.find((candidate) => isThere(candidate, place));
}

function isThere(level: ComplaintLevel, { districtCode, provinceCode }: ScopedPlace): boolean {
  if (level === 'district') return Boolean(districtCode);
  return level !== 'province' || Boolean(provinceCode);
}

/** Days of silence after a solution, counted from the last word to the reporter, before the next one. Ours. */
const DAYS_OF_SILENCE = 5;
const NOTICES = 2;

/** What the reporter's silence leads to, so many days after the last word to them: two notices, then the end. */
export function silenceLeadsTo(daysSinceLastWord: number, notices: number): 'notice' | 'close' | undefined {
  if (daysSinceLastWord < DAYS_OF_SILENCE) return undefined;
  return notices < NOTICES ? 'notice' : 'close';
}
