/** The lines of a transcript that say when offices are open, how they are reached, and which days are holidays. */
import { parseOpeningHours } from '../../flows/answers/opening-hours.ts';
import { parsePhones } from '../../flows/answers/phone.ts';
import { putHolidays } from '../../models/holiday.ts';
import { PinModel } from '../../models/pin-document.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const TOLD = /^"([^"]+)" (.+)$/;
const HOLIDAY = /^(\d{4}-\d\d-\d\d) "([^"]+)" "([^"]+)"$/;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const officeLines = {
  opens: (rest) => readTold(rest, hoursIn),
  phones: (rest) => readTold(rest, phonesIn),
  website: (rest) => readTold(rest, (website) => ({ website })),
  holiday: readHoliday,
} satisfies Record<string, ReadSetUp>;

function readTold(
  rest: string,
  fieldsIn: (told: string) => Record<string, unknown> | undefined,
): SetUp | undefined {
  const [, name, told = ''] = TOLD.exec(rest) ?? [];
  const fields = fieldsIn(told);
  if (!name || !fields) return undefined;
  return ({ pins }) => {
    const pin = pins.get(name);
    if (!pin) throw new Error(`no pin is called "${name}"`);
    // Written directly: whose pin it is does not matter here.
    return PinModel.updateOne({ _id: pin.id }, { $set: fields });
  };
}

function hoursIn(told: string): { hours: unknown } | undefined {
  const parsed = parseOpeningHours(told);
  return parsed.ok ? { hours: parsed.value } : undefined;
}

function phonesIn(told: string): { phones: unknown } | undefined {
  const parsed = parsePhones(told);
  return parsed.ok ? { phones: parsed.value } : undefined;
}

function readHoliday(rest: string): SetUp | undefined {
  const [, date, th, en] = HOLIDAY.exec(rest) ?? [];
  if (!date || !th || !en) return undefined;
  return ({ now }) => putHolidays([{ date, name: { th, en } }], { at: now });
}
