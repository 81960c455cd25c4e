/**
 * Complaints as they are handed out. Every shape names its fields: for handlers and followers none of them holds who
 * the reporter is, and the contact stands in the handlers' only.
 */
import type {
  ComplaintCategory,
  ComplaintLevel,
  ComplaintState,
  Status1111,
  StoredComplaint,
  StoredStep,
} from './complaint-document.ts';
import { isOverdue } from './complaint-time-limits.ts';
import { type PinName, type PinPosition, plainName, positionOf } from './pin-document.ts';

/** What it is about: an office by its public code, or a place; without a position only its area is known. */
export type ShownTarget = { pin: string; name: PinName } | { position?: PinPosition; area: PinName };

/** A step; `at` is an ISO instant, `photos` are ids. */
export type ShownStep = Omit<StoredStep, 'at'> & { at: string };

/** A case in a list. */
export type ListedComplaint = {
  code: string;
  state: ComplaintState;
  level: ComplaintLevel;
  category: ComplaintCategory;
  target: ShownTarget;
  dueOn?: string;
  isOverdue: boolean;
};

/** A case as its reporter sees it; a follower sees it without words and photos of the reporter's. */
export type OwnComplaint = Omit<ListedComplaint, 'isOverdue'> & {
  words: string;
  photos: string[];
  steps: ShownStep[];
  at1111?: { number: string; status: Status1111 };
  question?: string;
  isFollowed: boolean;
  reopened: number;
};

/** A case as who handles it sees it. `takenBy` is a handler's id. */
export type HandledComplaint = Omit<OwnComplaint, 'isFollowed'> & {
  isOverdue: boolean;
  contact?: string;
  followers: number;
  takenBy?: string;
};

/** A case in a list, as of `now`. */
export function listedComplaint(stored: StoredComplaint, now: Date): ListedComplaint {
  return { ...facts(stored), isOverdue: isOverdue(stored.dueOn ?? undefined, now) };
}

/** The reporter's view; `photos` says which photos are still there. */
export function ownComplaint(stored: StoredComplaint, photos: ReadonlySet<string>): OwnComplaint {
  return { ...whole(stored, photos), isFollowed: false };
}

/** A follower's view: of what was said, only the solution; of a place, only whereabouts; how it stands at 1111. */
export function followedComplaint(stored: StoredComplaint, photos: ReadonlySet<string>): OwnComplaint {
  const steps = stored.steps.map((step) => {
    const isSolution = step.what === 'solved';
    return shownStep(
      isSolution ? step : { at: step.at, what: step.what, by: step.by, status: step.status },
      photos,
    );
  });
  const { target, ...rest } = facts(stored);
  return {
    ...rest,
    target: 'pin' in target || !target.position ? target : { ...target, position: roughly(target.position) },
    words: '',
    photos: [],
    steps,
    isFollowed: true,
    reopened: stored.disputes,
  };
}

/** The handlers' view. */
export function handledComplaint(
  stored: StoredComplaint,
  photos: ReadonlySet<string>,
  now: Date,
): HandledComplaint {
  const { contact, followers, takenBy } = stored;
  return {
    ...whole(stored, photos),
    isOverdue: isOverdue(stored.dueOn ?? undefined, now),
    ...(contact && { contact }),
    followers: followers.length,
    ...(takenBy && { takenBy }),
  };
}

/** The ids of all photos of a case. */
export function photosOfComplaint({ photos, steps }: StoredComplaint): string[] {
  return [...photos, ...steps.flatMap((step) => step.photos ?? [])];
}

function whole(stored: StoredComplaint, photos: ReadonlySet<string>): Omit<OwnComplaint, 'isFollowed'> {
  const { words, steps, question, disputes, at1111 } = stored;
  return {
    ...facts(stored),
    words,
    photos: stored.photos.filter((id) => photos.has(id)),
    steps: steps.map((step) => shownStep(step, photos)),
    ...(at1111 && { at1111: { number: at1111.number, status: at1111.status } }),
    ...(question && { question }),
    reopened: disputes,
  };
}

function facts(stored: StoredComplaint): Omit<ListedComplaint, 'isOverdue'> {
  const { code, state, level, category, dueOn } = stored;
  return { code, state, level, category, target: shownTarget(stored), ...(dueOn && { dueOn }) };
}

/** What a case is about. */
export function shownTarget({ pin, name, position, area }: StoredComplaint): ShownTarget {
  if (pin) return { pin, name: plainName(name) };
  return { ...(!area && { position: positionOf(position.coordinates) }), area: plainName(name) };
}

type AnyStep = Pick<StoredComplaint['steps'][number], 'at' | 'what' | 'by'> & {
  words?: string | null | undefined;
  photos?: readonly string[] | null | undefined;
  whyNoPhoto?: string | null | undefined;
  status?: Status1111 | null | undefined;
};

function shownStep(
  { at, what, by, words, photos, whyNoPhoto, status }: AnyStep,
  listed: ReadonlySet<string>,
): ShownStep {
  const shown = photos?.filter((id) => listed.has(id)) ?? [];
  return {
    at: at.toISOString(),
    what,
    by,
    ...(words && { words }),
    ...(status && { status }),
    ...(shown.length > 0 && { photos: shown }),
    ...(whyNoPhoto && { whyNoPhoto }),
  };
}

/** To some hundred metres: enough to know which place is meant, too little to know whose door. */
function roughly([lng, lat]: PinPosition): PinPosition {
  return [Number(lng.toFixed(3)), Number(lat.toFixed(3))];
}
