/**
 * On which days the job of reminders ran, and until when: what tells a day on which somebody had nothing to be told from one
 * on which nobody was at work to tell it.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import { addDays, bangkokDate, type CalendarDate } from './thai/calendar.ts';
import { type Holidays, workingDayOnOrBefore } from './thai/working-days.ts';

const schema = new mongoose.Schema(
  {
    /** The day, as YYYY-MM-DD in Bangkok. */
    _id: { type: String, required: true },
    /** The instant for which the last run worked that came to its end. */
    until: { type: Date, required: true },
  },
  { collection: 'reminder_days', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const RunDayModel = mongoose.model('ReminderRunDay', schema);

/** What was missed longer ago than this many working days is not made up for. */
const MADE_UP_FOR = 2;

/** A working day; without `until` there was no run at all. */
export type RunDay = { day: CalendarDate; until?: Date };

/** Notes that a run as of `now` came to its end. */
export async function noteReminderRun(now: Date): Promise<void> {
  await RunDayModel.updateOne({ _id: bangkokDate(now) }, { $max: { until: now } }, { upsert: true });
}

/**
 * The last two working days before this one, the latest first, with how far reminders came on each; without those before
 * the first run of all: nobody was waiting for it.
 */
export async function runDaysBefore(day: CalendarDate, holidays: Holidays): Promise<RunDay[]> {
  const days: CalendarDate[] = [];
  for (let at = day; days.length < MADE_UP_FOR; days.push(at))
    at = workingDayOnOrBefore(addDays(at, -1), holidays);
  const earliest = days.at(-1) ?? day;
  const [first, ran] = await Promise.all([
    RunDayModel.findOne().sort({ _id: 1 }).lean<Stored>(),
    RunDayModel.find({ _id: { $gte: earliest, $lt: day } }).lean<Stored[]>(),
  ]);
  const until = new Map(ran.map((one) => [one._id, one.until]));
  return days
    .filter((one) => first && first._id <= one)
    .map((one) => {
      const last = until.get(one);
      return { day: one, ...(last && { until: last }) };
    });
}
