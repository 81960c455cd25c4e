/** A coordinator's wish that what is held in a scope goes out before all else, as soon as there are pushes. */
import { recordChanges } from './audit.ts';
import { type Change, NotAllowed, personById } from './person.ts';
import { ClaimModel } from './reminder-claim.ts';
import { MOST_URGENT } from './reminder-claim-manual.ts';
import { heldUntil } from './reminder-held.ts';
import { lookAfterScope } from './role.ts';
import { covers, type Scope } from './scope.ts';
import { bangkokDate } from './thai/calendar.ts';

/** Puts them first; how many people it are. Throws `NotAllowed` where `by` does not look after the scope. */
export async function askForHeld(scope: Scope, { by, key, at: now }: Change): Promise<number> {
  const { roles } = await personById(by);
  if (!lookAfterScope(roles, scope)) throw new NotAllowed('the scope is not looked after');
  const people = new Set<string>();
  const agencies = new Map<string, Set<string>>();
  for await (const { claims, still } of heldUntil(bangkokDate(now), now)) {
    const asked = claims.flatMap((claim) => {
      const items = claim.items.filter(({ agency: code }) => {
        const agency = still.agencyOf(code);
        return agency !== undefined && covers(scope, agency);
      });
      return items.length > 0 ? [{ ...claim, items }] : [];
    });
    for (const { person, items } of asked) {
      people.add(person.id);
      for (const { deadline, agency } of items)
        agencies.set(deadline, (agencies.get(deadline) ?? new Set()).add(agency));
    }
    await ClaimModel.updateMany(
      { _id: { $in: asked.map(({ id }) => id) }, state: 'held' },
      { $set: { urgency: MOST_URGENT } },
    );
  }
  for (const [deadline, codes] of agencies)
    await recordChanges({
      key: `${key}:${deadline}`,
      at: now,
      by,
      about: { kind: 'reminder', id: deadline },
      changes: [{ field: 'agencies', from: null, to: [...codes].sort() }],
    });
  return people.size;
}
