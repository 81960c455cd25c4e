/**
 * Complaints as rows of a table for who looks after a scope, one at a time, by code. Each field by name: nothing says
 * who reported a case or how to reach them, and their words are masked as public comments are.
 */
import { maskComment } from './comment-masking.ts';
import {
  type ComplaintCategory,
  type ComplaintLevel,
  ComplaintModel,
  type ComplaintState,
  type Status1111,
  type StoredComplaint,
} from './complaint-document.ts';
import { type Forwarding, forwardingsOf } from './complaint-forwarding.ts';
import { isOverdue } from './complaint-time-limits.ts';
import { type ShownTarget, shownTarget } from './complaint-views.ts';
import { type Scope, scopeFilter } from './scope.ts';

/** A row; dates are YYYY-MM-DD or instants. `forwarding` is missing when the case was not to go to 1111. */
export type ComplaintRow = {
  code: string;
  category: ComplaintCategory;
  target: ShownTarget;
  agency?: string;
  words: string;
  state: ComplaintState;
  level: ComplaintLevel;
  sentAt: Date;
  changedAt: Date;
  dueOn?: string;
  isOverdue: boolean;
  solvedOn?: string;
  disputes: number;
  at1111?: { number: string; status: Status1111 };
  forwarding?: Forwarding;
};

/** Read at once. */
const PAGE = 500;

/** The complaints of a scope, or those that are one agency's. */
export async function* complaintTable(
  of: Scope | { level: 'agency'; code: string },
  now: Date,
): AsyncGenerator<ComplaintRow> {
  const these = of.level === 'agency' ? { agency: of.code } : placeFilter(of);
  let after = '';
  while (true) {
    const page = await ComplaintModel.find({ $and: [these, { code: { $gt: after } }] })
      .sort({ code: 1 })
      .limit(PAGE)
      .lean<StoredComplaint[]>();
    const last = page.at(-1);
    if (!last) return;
    const forwardings = await forwardingsOf(page.map(({ code }) => code));
    for (const stored of page) yield rowOf(stored, forwardings.get(stored.code), now);
    after = last.code;
  }
}

function placeFilter(scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scopeFilter(scope)).map(([field, code]) => [`place.${field}`, code]),
  );
}

function rowOf(stored: StoredComplaint, forwarding: Forwarding | undefined, now: Date): ComplaintRow {
  const { code, category, agency, words, state, level, createdAt, updatedAt, dueOn, solvedOn, disputes } =
    stored;
  const { at1111 } = stored;
  return {
    code,
    category,
    target: shownTarget(stored),
    ...(agency && { agency }),
    words: maskComment(words).shown,
    state,
    level,
    sentAt: createdAt,
    changedAt: updatedAt,
    ...(dueOn && { dueOn }),
    isOverdue: isOverdue(dueOn ?? undefined, now),
    ...(solvedOn && { solvedOn }),
    disputes,
    ...(at1111 && { at1111: { number: at1111.number, status: at1111.status } }),
    ...(forwarding && { forwarding }),
  };
}
