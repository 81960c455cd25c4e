/** A complaint (เรื่องร้องเรียน) as conversations see it. Instants are ISO. */
import type { Position } from '../engine/message.ts';
import type { Name } from '../engine/text.ts';

/** What a complaint is about. */
export const complaintCategories = [
  'service',
  'copies',
  'fee',
  'delay',
  'conduct',
  'place',
  'road',
  'waste',
  'other',
] as const;
export type ComplaintCategory = (typeof complaintCategories)[number];

/** รับเรื่อง → ส่งต่อ → กำลังดำเนินการ → แก้ไขแล้ว → ปิด. Only the reporter closes what is solved, or long silence. */
export type ComplaintState = 'received' | 'forwarded' | 'working' | 'solved' | 'closed';

/** Who has the case: the office concerned, or after disputes somebody farther up. */
export type ComplaintLevel = 'office' | 'district' | 'province' | 'department';

/** How a case stands at 1111: it got there; then what 1111 says. */
export type Status1111 = 'arrived' | 'received' | 'working' | 'done' | 'rejected';

/** One thing that happened to a case. `by` never names a person. */
export type ComplaintStep = {
  at: string;
  what:
    | 'received'
    | 'forwarded'
    | 'taken'
    | 'asked'
    | 'answered'
    | 'said'
    | 'solved'
    | 'disputed'
    | 'confirmed'
    | 'closed'
    | 'escalated'
    | 'sent-1111'
    | 'status-1111';
  by: 'reporter' | 'office' | 'coordinator' | 'service' | '1111';
  /** With 'status-1111' the words of 1111, as they came. */
  words?: string;
  /** As those of a case. */
  photos?: string[];
  /** Why a solution has no photo: `NOTHING_TO_SHOW`, or words. */
  whyNoPhoto?: string;
  status?: Status1111;
};

/** In place of words: there is nothing that a photo could show. */
export const NOTHING_TO_SHOW = 'nothing-to-show';

/** What is complained about: an office (its public code), or a place; without a position only its area is known. */
export type ComplaintTarget = { pin: string; name: Name } | { position?: Position; area: Name };

/** A case as its reporter sees it. */
export type OwnCase = {
  code: string;
  state: ComplaintState;
  level: ComplaintLevel;
  category: ComplaintCategory;
  target: ComplaintTarget;
  words: string;
  /** Each is "id-key": it opens at /photos/{id}-{key}.jpg and, small, at /photos/{id}-small-{key}.jpg. */
  photos: string[];
  steps: ComplaintStep[];
  /** When the next step is due, ISO date. */
  dueOn?: string;
  /** The number the case has at 1111, and how it stands there. */
  at1111?: { number: string; status: Status1111 };
  /** A question of the office that waits for the reporter's answer. */
  question?: string;
  /** The person follows a case somebody else reported. */
  isFollowed: boolean;
  reopened: number;
  /** It does not go to 1111, or could not. */
  notAt1111?: NotAt1111;
};

/**
 * Why a case is not at 1111: cases like it do not go there, it was refused (with the HTTP status), nobody answered, or it
 * was closed before.
 */
export type NotAt1111 = { reason: 'not-sent' | 'refused' | 'unanswered' | 'closed'; status?: number };

/** The same for who handles it: with the contact when the reporter gave one, never with who the reporter is. */
export type HandledCase = Omit<OwnCase, 'isFollowed'> & {
  isOverdue: boolean;
  contact?: string;
  followers: number;
  /** Whether somebody took it, and whether that is the person who looks. */
  takenBy?: { mine: boolean; name: string };
};
