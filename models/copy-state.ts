/** The rules about which copies are asked for: what follows from a change, and when something is overdue. Pure. */
import { BLOCKERS, type Blocker, type CopyNeeds, type CopyState } from './copy-document.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** What can be changed; `null` takes a value away. `blockerText` has at most 500 characters as people see them. */
export type CopyChange = Partial<CopyNeeds> & {
  blockers?: Blocker[] | undefined;
  blockerText?: string | null | undefined;
  target?: CalendarDate | null | undefined;
};

/** A record's fields as they are compared and set; `null` where there is no value. */
export type CopyFields = CopyNeeds & {
  blockers: Blocker[];
  blockerText: string | null;
  target: CalendarDate | null;
  since: CalendarDate | null;
  doneOn: CalendarDate | null;
};

/** Characters, as people see them, of what is said about blockers and of a citizen's words. */
const WORDS_AT_MOST = 500;

/** Whether any copy is asked for. */
export const asks = ({ idCard, house }: CopyNeeds): boolean => idCard || house;

/** Whether the target date has passed in Bangkok and a copy is still asked for. */
export function isOverdue(state: CopyNeeds & { target?: CalendarDate }, today: CalendarDate): boolean {
  return asks(state) && state.target !== undefined && state.target < today;
}

/** What a state is where nothing was recorded: as the manual has it. */
export function unrecorded(manual: CopyNeeds): CopyState {
  return { ...manual, blockers: [], before: manual };
}

/** A state as its fields. */
export function fieldsOf(state: CopyState): CopyFields {
  const { idCard, house, blockers, blockerText, target, since, doneOn } = state;
  return {
    idCard,
    house,
    blockers,
    blockerText: blockerText ?? null,
    target: target ?? null,
    since: since ?? null,
    doneOn: doneOn ?? null,
  };
}

/**
 * The fields after a change on a day of Bangkok. The last copy that is no longer asked for is done on that day; asked
 * for again, it is not done. Throws RangeError when the words are too long.
 */
export function fieldsAfter(state: CopyState, change: CopyChange, today: CalendarDate): CopyFields {
  const now = fieldsOf(state);
  const { idCard = now.idCard, house = now.house, blockers } = change;
  const isChanged = idCard !== now.idCard || house !== now.house;
  const doneOn = asks({ idCard, house }) ? null : asks(now) ? today : now.doneOn;
  return {
    idCard,
    house,
    blockers: blockers ? BLOCKERS.filter((blocker) => blockers.includes(blocker)) : now.blockers,
    blockerText: change.blockerText === undefined ? now.blockerText : shortEnough(change.blockerText),
    target: change.target === undefined ? now.target : change.target,
    since: isChanged ? today : now.since,
    doneOn: isChanged ? doneOn : now.doneOn,
  };
}

/** Words as they are kept, or none. Throws RangeError beyond 500 characters. */
export function shortEnough(words: string | null): string | null {
  const length = words === null ? 0 : [...new Intl.Segmenter('th').segment(words)].length;
  if (length > WORDS_AT_MOST) throw new RangeError(`${length} characters, not at most ${WORDS_AT_MOST}`);
  return words?.trim() || null;
}
