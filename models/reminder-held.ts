/** Reminders that were not sent because no pushes were left: for the coordinator to see, by agency. */
import { agenciesByCodes } from './agency.ts';
import type { KnownAgency } from './agency-document.ts';
import { ClaimModel, type StoredClaim } from './reminder-claim.ts';
import { covers, type Scope } from './scope.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** An agency whose officials were not reminded on a day, and how many of them. */
export type HeldReminder = { agency: KnownAgency; deadlines: string[]; people: number };

/** Those of a day in a scope, by code. */
export async function heldIn(scope: Scope, day: CalendarDate): Promise<HeldReminder[]> {
  const held = await ClaimModel.find({ day, state: 'held' }, { person: 1, items: 1 }).lean<StoredClaim[]>();
  const rows = held.flatMap(({ person, items }) =>
    items.map(({ agency, deadline }) => ({ agency, deadline, person })),
  );
  const byAgency = Map.groupBy(rows, ({ agency }) => agency);
  const agencies = await agenciesByCodes([...byAgency.keys()]);
  return agencies
    .filter((agency) => covers(scope, agency))
    .map((agency) => {
      const own = byAgency.get(agency.code) ?? [];
      return {
        agency,
        deadlines: [...new Set(own.map(({ deadline }) => deadline))],
        people: new Set(own.map(({ person }) => person)).size,
      };
    })
    .sort((a, b) => (a.agency.code < b.agency.code ? -1 : 1));
}
