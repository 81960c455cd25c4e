/** What conversations about copies read, answered from the database. */
import type { CopyLookUps, CopyPlan } from '../../flows/copies/copy-look-ups.ts';
import { copiesAtPin } from '../../models/copy-at-pin.ts';
import { overdueIn, planOf, plansOf } from '../../models/copy-plans.ts';
import type { CopyRow } from '../../models/copy-rows.ts';

/** Look-ups about copies. */
export function createCopyLookUps(now: () => Date): CopyLookUps {
  return {
    atPin: copiesAtPin,
    async plansOf(agency, person, page) {
      const found = await plansOf(agency, person, now(), page);
      return found && { ...found, plans: found.plans.map(planFrom) };
    },
    async plan(question, person) {
      const row = await planOf(question, person, now());
      return row && planFrom(row);
    },
    overdueIn: (scope, person, page) => overdueIn(scope, person, now(), page),
  };
}

function planFrom({ agency: _agency, before: _before, now, pin, ...row }: CopyRow): CopyPlan {
  return { ...row, ...now, ...(pin && { pin: pin.code, pinName: pin.name }) };
}
