/** What conversations about procedures read, answered from the database. */
import type { Procedure } from '../../flows/procedures/procedure.ts';
import type { ProcedureLookUps } from '../../flows/procedures/procedure-look-ups.ts';
import { procedureByCode, proceduresOf } from '../../models/procedure.ts';
import type { KnownProcedure } from '../../models/procedure-document.ts';
import { proceduresAtPin } from '../../models/procedure-link.ts';
import { pinsWithProcedures } from '../../models/procedure-pins.ts';

/** Look-ups about procedures. */
export function createProcedureLookUps(): ProcedureLookUps {
  return {
    ofAgency: proceduresOf,
    async procedure(code) {
      const known = await procedureByCode(code);
      return known && shown(known);
    },
    ofPin: proceduresAtPin,
    pinsOf: pinsWithProcedures,
  };
}

/** Whose it is, and that it is not retired, is of no use in a chat. */
function shown({ owner: _owner, isRetired: _isRetired, ...manual }: KnownProcedure): Procedure {
  const { fee, duration, law, link, ...rest } = manual;
  return {
    ...rest,
    ...(fee && { fee }),
    ...(duration && { duration }),
    ...(law && { law }),
    ...(link && { link }),
  };
}
