/** Personal data about reminders: when somebody wants them, and which they were sent. */
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf } from './personal-data-replace.ts';
import { deleteOldBatches } from './reminder-batch.ts';
import { REMINDER_CLAIMS } from './reminder-claim.ts';
import { REMINDER_SETTINGS } from './reminder-settings.ts';
import { bangkokDate } from './thai/calendar.ts';

const KEPT_DAYS = 90;

/** The hour and the leave of reminders. */
export const reminderSettings: PersonalKind = {
  id: 'reminder-settings',
  collections: [REMINDER_SETTINGS],
  async show(person) {
    const stored = await documentsOf(REMINDER_SETTINGS).findOne({ _id: person });
    return stored ? [{ hour: stored.hour, off: stored.off }] : [];
  },
  async erase({ person }) {
    await documentsOf(REMINDER_SETTINGS).deleteOne({ _id: person });
  },
};

/** What the person was reminded of. Who sent a reminder by hand is taken out of it. */
export const reminders: PersonalKind = {
  id: 'reminders',
  collections: [REMINDER_CLAIMS],
  keptDays: KEPT_DAYS,
  since: 'sent',
  async show(person) {
    const stored = await documentsOf(REMINDER_CLAIMS).find({ person }).sort({ day: 1 }).toArray();
    return stored.map(({ day, items, extra, state, words }) => ({ day, items, extra, state, words }));
  },
  async erase({ person, pseudonym }) {
    await documentsOf(REMINDER_CLAIMS).deleteMany({ person });
    await documentsOf(REMINDER_CLAIMS).updateMany({ by: person }, { $set: { by: pseudonym } });
  },
  async deleteOld(now) {
    const before = daysBefore(now, KEPT_DAYS);
    await deleteOldBatches(bangkokDate(before));
    return (await documentsOf(REMINDER_CLAIMS).deleteMany({ createdAt: { $lt: before } })).deletedCount;
  },
};
