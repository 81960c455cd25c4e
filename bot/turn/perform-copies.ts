/** Doing the writes about copies. Each is keyed by the turn's own id; who may do them the models decide. */
import type { CopyEffects } from '../../flows/copies/copy-effects.ts';
import { flagCopy } from '../../models/copy-flag.ts';
import { changeCopies, undoCopies } from '../../models/copy-record.ts';

type Doer<Name extends keyof CopyEffects> = (
  takes: CopyEffects[Name]['takes'],
  person: string,
) => Promise<CopyEffects[Name]['gives']>;

/** The doers of these writes. */
export function createCopyDoers(now: () => Date): { [Name in keyof CopyEffects]: Doer<Name> } {
  return {
    changeCopies: ({ id, ...wish }, by) => changeCopies({ ...wish, by, at: now(), key: `copies:${id}` }),
    undoCopies: ({ id, undoes, ...subject }, by) =>
      undoCopies({ ...subject, by, at: now(), key: `copies:${id}`, undoes: `copies:${undoes}` }),
    flagCopy: ({ id, ...flag }, by) => flagCopy({ ...flag, by, at: now(), key: `flag:${id}` }),
  };
}
