/** `import holidays FILE.csv`: the table of public holidays. */
import { z } from 'zod';
import { type Holiday, putHolidays } from '../../models/holiday.ts';
import { isCalendarDate } from '../../models/thai/calendar.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { cell } from './import-columns.ts';
import type { RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const row = z.object({
  date: cell.word.refine(isCalendarDate, 'should be a day such as 2018-05-29 (Christian year)'),
  name_th: cell.name,
  name_en: cell.name.optional(),
});

const columns: Columns = { needed: ['date', 'name_th'], optional: ['name_en'] };

/** Opens the file. */
export const openHolidays = (file: string): Promise<Source> => openCsv(file, columns);

/** How its rows are checked and written. */
export function holidayRows({ at }: { at: Date }): RowKind<Holiday> {
  return {
    schema: row.transform(({ date, name_th, name_en }) => ({ date, name: { th: name_th, en: name_en } })),
    keyOf: ({ date }) => ({ column: 'date', key: date }),
    write: (holidays) => putHolidays(holidays, { at }),
  };
}
