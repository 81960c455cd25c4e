/** Doing the writes about procedures. Each is keyed by the turn's own id; who may do them the models decide. */
import type { ProcedureEffects } from '../../flows/procedures/procedure-effects.ts';
import { linkAllProcedures, linkProcedures, takeBackLinks } from '../../models/procedure-link.ts';
import { addOwnProcedure, withdrawOwnProcedure } from '../../models/procedure-own.ts';

type Doer<Name extends keyof ProcedureEffects> = (
  takes: ProcedureEffects[Name]['takes'],
  person: string,
) => Promise<ProcedureEffects[Name]['gives']>;

/** The doers of these writes. */
export function createProcedureDoers(now: () => Date): { [Name in keyof ProcedureEffects]: Doer<Name> } {
  const deed = (id: string, by: string) => ({ by, at: now(), key: keyOf(id) });
  return {
    linkProcedures: ({ id, pin, add, remove }, by) => linkProcedures({ ...deed(id, by), pin, add, remove }),
    linkAllProcedures: ({ id, agency }, by) => linkAllProcedures({ ...deed(id, by), agency }),
    unlinkProcedures: ({ id, agency, of }, by) => takeBackLinks({ ...deed(id, by), agency, of: keyOf(of) }),
    async addProcedure({ id, pin, ...wanted }, by) {
      const added = await addOwnProcedure({ ...wanted, ...deed(id, by) });
      if (pin && added.result === 'added')
        await linkProcedures({ ...deed(id, by), pin, add: [added.code], remove: [] });
      return added;
    },
    withdrawProcedure: ({ id, code }, by) => withdrawOwnProcedure({ ...deed(id, by), code }),
  };
}

const keyOf = (id: string): string => `procedures:${id}`;
