/** The lines of a transcript that say which procedures an agency has and which survey rounds there are. */
import { putProcedures } from '../../models/procedure.ts';
import type { Manual } from '../../models/procedure-document.ts';
import { putRound } from '../../models/survey-round.ts';
import { startOfBangkokDay } from '../../models/thai/calendar.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const PROCEDURES = /^(\d{9})((?: "[^"]+")+)$/;
const COUNTED = /^(\d{9}) (\d+) "([^"]+)"$/;
const ROUND = /^(\S+) "([^"]+)" (\S+) (\S+)$/;
const MANAGE = 'manage';

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const surveyLines = {
  'has-procedures': (rest) => readCounted(rest) ?? readProcedures(rest),
  'survey-round': readRound,
} satisfies Record<string, ReadSetUp>;

function readProcedures(rest: string): SetUp | undefined {
  const [, agency, titles] = PROCEDURES.exec(rest) ?? [];
  if (!agency || !titles) return undefined;
  return putTitles(
    agency,
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? ''),
  );
}

function readCounted(rest: string): SetUp | undefined {
  const [, agency, count = '', name] = COUNTED.exec(rest) ?? [];
  if (!agency) return undefined;
  const numbers = Array.from({ length: Number(count) }, (_, index) =>
    String(index + 1).padStart(count.length, '0'),
  );
  return putTitles(
    agency,
    numbers.map((number) => `${name} ${number}`),
  );
}

/** A title may have its English after it in brackets. */
function putTitles(agency: string, titles: readonly string[]): SetUp {
  const manuals = titles.map((title, index): Manual => {
    const [, th = title, en] = /^(.+) \(([^)]+)\)$/.exec(title) ?? [];
    return {
      code: `${agency}-${index + 1}`,
      title: en ? { th, en } : { th },
      owner: { agency },
      steps: [],
      papers: [],
    };
  });
  return async ({ now }) => {
    await putProcedures(manuals, { by: MANAGE, at: now });
  };
}

function readRound(rest: string): SetUp | undefined {
  const [, id, th, opens, closes] = ROUND.exec(rest) ?? [];
  if (!id || !th || !opens || !closes) return undefined;
  const round = { id, title: { th }, opensAt: startOfBangkokDay(opens), closesAt: startOfBangkokDay(closes) };
  return async ({ now }) => {
    await putRound(round, { by: MANAGE, at: now });
  };
}
