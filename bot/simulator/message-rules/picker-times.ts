/** The date and time forms of the datetime picker action, without a time zone. */

export type PickerMode = 'date' | 'time' | 'datetime';

const forms: Record<PickerMode, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d$/,
  datetime: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d$/,
};

const anyDay = '2000-01-01';

/** In the mode's form, a real date or time, and between the years 1900 and 2100. */
export function isPickerTime(mode: PickerMode, text: string): boolean {
  if (!forms[mode].test(text)) return false;
  const full = mode === 'time' ? `${anyDay}T${text}` : mode === 'date' ? `${text}T00:00` : text.toUpperCase();
  const instant = new Date(`${full}:00Z`);
  // A 31 February would come back as a day of March.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(full);
  return isReal && instant.getUTCFullYear() >= 1900 && instant.getUTCFullYear() <= 2100;
}
