/** Doing the writes about reminders: what somebody chose, and reminders that a coordinator sends. */
import type { ReminderEffects } from '../../flows/reminders/reminder-effects.ts';
import { remindByHand } from '../../jobs/remind-by-hand.ts';
import { NotAllowed } from '../../models/person.ts';
import { askForHeld } from '../../models/reminder-held-asked.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { readScope } from '../../models/scope.ts';

type Doer<Name extends keyof ReminderEffects> = (
  takes: ReminderEffects[Name]['takes'],
  person: string,
) => Promise<ReminderEffects[Name]['gives']>;

/** The doers of these writes. */
export function createReminderDoers(now: () => Date): { [Name in keyof ReminderEffects]: Doer<Name> } {
  return {
    keepReminderSettings: async ({ hour, off }, person) => {
      await keepReminderSettings(person, { hour, off });
      return { kept: true };
    },
    async remindNow({ key, ...wanted }, by) {
      try {
        return { result: 'reminded', ...(await remindByHand(wanted, { by, key, now: now() })) };
      } catch (error) {
        if (error instanceof NotAllowed) return { result: 'not-yours' };
        throw error;
      }
    },
    async remindHeld({ scope: written, key }, by) {
      const scope = readScope(written);
      if (!scope) return { result: 'not-yours' };
      try {
        return { result: 'asked', people: await askForHeld(scope, { by, key, at: now() }) };
      } catch (error) {
        if (error instanceof NotAllowed) return { result: 'not-yours' };
        throw error;
      }
    },
  };
}
