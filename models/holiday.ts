/** Public holidays: an editable table. No rule of ours knows substitute days or the lunar calendar; the cabinet says. */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { PinName } from './pin-document.ts';
import { type PutCounts, putRows, type UnauditedRegister } from './register.ts';
import { addDays, type CalendarDate } from './thai/calendar.ts';

/** A holiday. */
export type Holiday = { date: CalendarDate; name: PinName };

const schema = new mongoose.Schema(
  {
    /** The day, as YYYY-MM-DD. */
    _id: { type: String, required: true },
    name: {
      type: new mongoose.Schema(
        { th: { type: String, required: true }, en: { type: String } },
        { _id: false },
      ),
      required: true,
    },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'holidays', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const HolidayModel = mongoose.model('Holiday', schema);
const register: UnauditedRegister = { model: HolidayModel.modelName };

/** How far around a day holidays are looked up. Nothing that counts working days reaches farther. */
const DAYS_AROUND = 400;

/** Adds and updates holidays, each day once; days that stay the same are not touched. */
export async function putHolidays(batch: readonly Holiday[], { at }: { at: Date }): Promise<PutCounts> {
  const rows = batch.map(({ date, name }) => ({
    id: date,
    values: { 'name.th': name.th, 'name.en': name.en ?? null },
  }));
  return putRows(register, rows, { by: 'import', at });
}

/** Takes days out of the table, e.g. when the cabinet has moved one; how many were there. */
export async function removeHolidays(dates: readonly CalendarDate[]): Promise<number> {
  return (await HolidayModel.deleteMany({ _id: { $in: [...dates] } })).deletedCount;
}

/** The holidays of some 400 days before and after, by date. */
export async function holidaysAround(date: CalendarDate): Promise<ReadonlyMap<CalendarDate, PinName>> {
  const range = { $gte: addDays(date, -DAYS_AROUND), $lte: addDays(date, DAYS_AROUND) };
  const stored = await HolidayModel.find({ _id: range }).sort({ _id: 1 }).lean<Stored[]>();
  return new Map(
    stored.map(({ _id, name }) => [_id, name.en ? { th: name.th, en: name.en } : { th: name.th }]),
  );
}
