/** `import deadlines FILE.csv`: what is to be done by which day. Deadlines that were called off in a chat stay so. */
import { z } from 'zod';
import { type Deadline, DONE_KINDS, REMIND_AFTER, REMIND_BEFORE } from '../../models/deadline.ts';
import { faultyDeadlines, putDeadlines } from '../../models/deadline-register.ts';
import type { DeadlineFault } from '../../models/deadline-rules.ts';
import { readScope } from '../../models/scope.ts';
import { isCalendarDate } from '../../models/thai/calendar.ts';
import { type Columns, openCsv } from './csv-file.ts';
import { cell } from './import-columns.ts';
import type { BadRow, RowKind } from './import-rows.ts';
import type { Source } from './import-source.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/i;
/** Kinds and days stand in one cell, with spaces, commas or bars between them. */
const BETWEEN = /[\s,|;]+/;

const day = cell.word.refine(isCalendarDate, 'should be a day such as 2021-01-31 (Christian year)');
const words = z.string().transform((written) => written.split(BETWEEN).filter(Boolean));
const days = words
  .refine((given) => given.every((one) => /^\d{1,2}$/.test(one)), 'should be days such as 14 7 3 1 0')
  .transform((given) => [...new Set(given.map(Number))].sort((a, b) => b - a));

const row = z.object({
  id: cell.word.regex(ID, 'should be letters, digits and hyphens, at most 40'),
  title_th: cell.name,
  title_en: cell.name.optional(),
  what: z.enum(DONE_KINDS, `should be one of ${DONE_KINDS.join(', ')}`),
  scope: cell.name.refine(
    (written) => readScope(written) !== undefined,
    'should be country, province:21, district:2101 or department:NAME',
  ),
  kinds: words.optional(),
  opens: day,
  closes: day,
  remind_before: days.optional(),
  remind_after: z
    .string()
    .regex(/^(?:none|\d{1,2})$/, 'should be a number of days, or none')
    .optional(),
  within: cell.word.optional(),
});

const columns: Columns = {
  needed: ['id', 'title_th', 'what', 'scope', 'opens', 'closes'],
  optional: ['title_en', 'kinds', 'remind_before', 'remind_after', 'within'],
};

/** In which column each fault is, and how it is told. */
const FAULTS: Readonly<Record<DeadlineFault, [column: string, reason: string]>> = {
  'ends-before-it-opens': ['closes', 'is before it opens'],
  'no-scope': ['scope', 'is no scope'],
  'reminder-days': ['remind_before', 'should be at most 10 days from 0 to 90, and after it from 1 to 90'],
  'wider-unknown': ['within', 'is no deadline of this file or the register, or one that was called off'],
  'not-earlier': ['closes', 'should be before the day of the wider deadline'],
  'outside-wider': ['scope', 'reaches with its kinds beyond the wider deadline'],
  'opens-with-wider': ['opens', 'should be the day on which the wider deadline opens'],
};

/** Opens the file. */
export const openDeadlines = (file: string): Promise<Source> => openCsv(file, columns);

/** How its rows are checked and written. */
export function deadlineRows({ at }: { at: Date }): RowKind<Deadline> {
  const all = new Map<string, { at: number; row: Deadline }>();
  return {
    schema: row.transform(deadlineOf),
    keyOf: ({ id }) => ({ column: 'id', key: id }),
    check: async (rows) => {
      for (const one of rows) all.set(one.row.id, one);
      return [];
    },
    // An inner deadline may stand before its wider one.
    checkTogether: async () => {
      const faults = await faultyDeadlines([...all.values()].map(({ row: deadline }) => deadline));
      return [...faults].flatMap(([id, why]): BadRow[] => {
        const [column, reason] = FAULTS[why];
        const line = all.get(id);
        return line ? [{ at: line.at, column, reason }] : [];
      });
    },
    write: (deadlines) => putDeadlines(deadlines, { by: 'import', at }),
  };
}

function deadlineOf(given: z.infer<typeof row>): Deadline {
  const { id, title_th, title_en, what, scope, kinds = [], opens, closes, within } = given;
  const { remind_before = [...REMIND_BEFORE], remind_after = String(REMIND_AFTER) } = given;
  return {
    id,
    title: { th: title_th, en: title_en },
    what,
    scope,
    kinds,
    opensOn: opens,
    closesOn: closes,
    remindBefore: remind_before,
    ...(remind_after !== 'none' && { remindAfter: Number(remind_after) }),
    ...(within && { within }),
  };
}
