/** Doing the writes about deadlines. Each is keyed by the turn; who may do them the models decide. */
import type { DeadlineEffects } from '../../flows/deadlines/deadline-effects.ts';
import {
  cancelDeadline,
  changeDeadline,
  type DeadlineFields,
  type DeadlineRefusal,
  makeDeadline,
  restoreDeadline,
} from '../../models/deadline-work.ts';

type Doer<Name extends keyof DeadlineEffects> = (
  takes: DeadlineEffects[Name]['takes'],
  person: string,
) => Promise<DeadlineEffects[Name]['gives']>;

/** The doers of these writes. */
export function createDeadlineDoers(now: () => Date): { [Name in keyof DeadlineEffects]: Doer<Name> } {
  const change = (by: string, key: string) => ({ by, at: now(), key: `deadline:${key}` });
  return {
    makeDeadline: async ({ id, key, fields }, by) =>
      withoutDeadline(await makeDeadline(id, given(fields), change(by, key))),
    changeDeadline: async ({ id, key, seen, change: wish, reason }, by) =>
      withoutDeadline(
        await changeDeadline(id, { change: wish, seen: new Date(seen), reason }, change(by, key)),
      ),
    cancelDeadline: async ({ id, key, reason }, by) =>
      withoutDeadline(await cancelDeadline(id, reason, change(by, key))),
    restoreDeadline: async ({ id, key }, by) => withoutDeadline(await restoreDeadline(id, change(by, key))),
  };
}

function given({
  remindAfter,
  within,
  ...fields
}: DeadlineEffects['makeDeadline']['takes']['fields']): DeadlineFields {
  return {
    ...fields,
    ...(remindAfter !== undefined && { remindAfter }),
    ...(within !== undefined && { within }),
  };
}

/** What is stored is read where it is shown; an outcome says only what became of it. */
function withoutDeadline<Result extends string>(
  done: { result: Result; deadline: unknown } | DeadlineRefusal,
): { result: Result } | DeadlineRefusal {
  return 'why' in done ? done : { result: done.result };
}
