/** Following a case that somebody else reported. */
import { ComplaintModel, type StoredComplaint, storedComplaint } from './complaint-document.ts';
import type { CaseWork } from './complaint-step.ts';

/** `already`: the person follows it, or reported it. `gone`: there is no such open case. */
export type Followed = { result: 'followed' | 'already' | 'gone' };

/** Follows it; the same turn again ends the same way. */
export async function followComplaint({ code, by, key }: CaseWork): Promise<Followed> {
  await ComplaintModel.updateOne(
    { code, state: { $ne: 'closed' }, followers: { $ne: by }, reporter: { $ne: by } },
    {
      $push: { followers: by, outcomes: { $each: [{ key, outcome: FOLLOWED }], $slice: -50 } },
      $inc: { revision: 1 },
    },
  );
  const stored = await storedComplaint(code);
  if (stored?.outcomes.some((outcome) => outcome.key === key)) return FOLLOWED;
  return stored && isConcerned(stored, by) ? { result: 'already' } : { result: 'gone' };
}

const FOLLOWED = { result: 'followed' } as const;

/** Whether the person reported or follows the case. */
export function isConcerned({ reporter, followers }: StoredComplaint, person: string): boolean {
  return reporter === person || followers.includes(person);
}
