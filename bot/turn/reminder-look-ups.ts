/** What conversations read about reminders, answered from the database. */
import type { ReminderLookUps } from '../../flows/reminders/reminder-look-ups.ts';
import { NotAllowed, peopleByIds, personById } from '../../models/person.ts';
import { countHeldIn, heldIn } from '../../models/reminder-held.ts';
import { costOfReminder } from '../../models/reminder-manual.ts';
import { isOffOn, reminderSettingsOf } from '../../models/reminder-settings.ts';
import { lookAfterScope } from '../../models/role.ts';
import { readScope, type Scope } from '../../models/scope.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';

/** Officials named at one agency. */
const NAMED_AT_MOST = 4;

/** Look-ups about reminders. */
export function createReminderLookUps(now: () => Date): ReminderLookUps {
  return {
    async settings(person) {
      const settings = await reminderSettingsOf(person);
      return isOffOn(settings, bangkokDate(now())) ? settings : { hour: settings.hour };
    },
    async cost(wanted, person) {
      try {
        return await costOfReminder(wanted, { by: person, now: now() });
      } catch (error) {
        if (error instanceof NotAllowed) return undefined;
        throw error;
      }
    },
    async held(written, person, { skip, limit }) {
      const scope = await lookedAfter(written, person);
      if (!scope) return undefined;
      const held = await heldIn(scope, now());
      const shown = held.slice(skip, skip + limit);
      const known = await peopleByIds(shown.flatMap(({ people }) => people.slice(0, NAMED_AT_MOST)));
      return {
        all: held.length,
        people: new Set(held.flatMap(({ people }) => people)).size,
        agencies: shown.map(({ agency: { code, name }, people }) => ({
          code,
          name,
          people: people.length,
          officials: people.slice(0, NAMED_AT_MOST).flatMap((id) => {
            const profile = known.get(id)?.profile;
            return profile ? [`${profile.firstName} ${profile.lastName}`] : [];
          }),
        })),
      };
    },
    async countHeld(written, person) {
      const scope = await lookedAfter(written, person);
      return scope ? countHeldIn(scope, now()) : 0;
    },
  };
}

/** The scope, if the person looks after all of it. */
async function lookedAfter(written: string, person: string): Promise<Scope | undefined> {
  const scope = readScope(written);
  return scope && lookAfterScope((await personById(person)).roles, scope) ? scope : undefined;
}
