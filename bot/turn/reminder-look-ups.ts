/** What conversations read about reminders, answered from the database. */
import type { ReminderLookUps } from '../../flows/reminders/reminder-look-ups.ts';
import { NotAllowed, personById } from '../../models/person.ts';
import { heldIn } from '../../models/reminder-held.ts';
import { costOfReminder } from '../../models/reminder-manual.ts';
import { isOffOn, reminderSettingsOf } from '../../models/reminder-settings.ts';
import { lookAfterScope } from '../../models/role.ts';
import { readScope } from '../../models/scope.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';

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
    async held(written, person) {
      const scope = readScope(written);
      if (!scope || !lookAfterScope((await personById(person)).roles, scope)) return undefined;
      const held = await heldIn(scope, bangkokDate(now()));
      return held.map(({ agency: { code, name }, people }) => ({ code, name, people }));
    },
  };
}
