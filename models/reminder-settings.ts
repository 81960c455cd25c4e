/** When somebody wants to be reminded: at which hour, and whether at all. One document for each person who chose. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { FIRST_HOUR, QUIET_FROM } from './reminder-days.ts';
import type { CalendarDate } from './thai/calendar.ts';

/**
 * `hour` of Bangkok, 8 to 19. `off`: no reminders at all, `'always'`, or up to and with a day, as somebody on leave
 * wants it.
 */
export type ReminderSettings = { hour: number; off?: 'always' | { until: CalendarDate } };

/** The hour where nobody chose another. */
const USUAL_HOUR = 9;

/** What those have who chose nothing. */
export const USUAL_SETTINGS: ReminderSettings = { hour: USUAL_HOUR };

/** Name of the collection. */
export const REMINDER_SETTINGS = 'reminder_settings';

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    hour: { type: Number, min: FIRST_HOUR, max: QUIET_FROM - 1 },
    /** 'always', or the last day of leave as YYYY-MM-DD. */
    off: { type: String },
  },
  { collection: REMINDER_SETTINGS, versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const SettingsModel = mongoose.model('ReminderSettings', schema);

/** What somebody chose, or the usual. */
export async function reminderSettingsOf(person: string): Promise<ReminderSettings> {
  return (await reminderSettingsOfAll([person])).get(person) ?? USUAL_SETTINGS;
}

/** What these people chose; who chose nothing is left out. */
export async function reminderSettingsOfAll(
  people: readonly string[],
): Promise<Map<string, ReminderSettings>> {
  // In one batch: there is one for each of them at most.
  const stored = await SettingsModel.find({ _id: { $in: [...people] } })
    .batchSize(people.length + 1)
    .lean<Stored[]>();
  return new Map(stored.map((one) => [one._id, settingsOf(one)]));
}

/** Keeps what somebody chose; `off: null` switches reminders on again. What is left out stays. */
export async function keepReminderSettings(
  person: string,
  { hour, off }: { hour?: number | undefined; off?: ReminderSettings['off'] | null | undefined },
): Promise<void> {
  const set = {
    ...(hour !== undefined && { hour }),
    ...(off && { off: off === 'always' ? off : off.until }),
  };
  await SettingsModel.updateOne(
    { _id: person },
    { ...(Object.keys(set).length > 0 && { $set: set }), ...(off === null && { $unset: { off: 1 } }) },
    { upsert: true, runValidators: true },
  );
}

/** Whether somebody with these settings is left alone on a day. */
export function isOffOn({ off }: ReminderSettings, day: CalendarDate): boolean {
  return off === 'always' || (off !== undefined && day <= off.until);
}

function settingsOf({ hour, off }: Stored): ReminderSettings {
  const chosen = off === 'always' ? off : off ? { until: off } : undefined;
  return { hour: hour ?? USUAL_HOUR, ...(chosen && { off: chosen }) };
}
