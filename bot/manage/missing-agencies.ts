/** `missing-agencies`: what people could not find in the register of agencies, and how each report ended. */
import { lastMissingAgencies, type MissingAgencyReport } from '../../models/missing-agency.ts';
import { type Call, type Command, textOption, WrongCall } from './command.ts';

const STANDARD_LIMIT = 50;
const MOST = 1_000;
/** What would move the cursor of a terminal or break the line. */
const CONTROL = /\p{Cc}/gu;
const EMAIL = /\S+@\S+/gu;
/** Seven digits or more, however they are grouped: people write their numbers into what they report. */
const NUMBER = /[\d๐-๙](?:[\s().+-]*[\d๐-๙]){6,}/gu;

/** The command. */
export const missingAgenciesCommand: Command = {
  usage: `missing-agencies [--open] [--limit 50]
                                            agencies that people missed in the register, the newest first;
                                            e-mail addresses and phone numbers are left out`,
  options: { open: { type: 'boolean' }, limit: { type: 'string' } },
  async run(call) {
    const reports = await lastMissingAgencies(limitOf(call));
    const shown = call.options.open === true ? reports.filter(({ ended }) => !ended) : reports;
    if (shown.length === 0) call.print('no reports');
    else for (const line of table(shown)) call.print(line);
    return undefined;
  },
};

function limitOf(call: Call): number {
  const written = textOption(call, 'limit') ?? String(STANDARD_LIMIT);
  const limit = Number(written);
  if (!/^\d+$/.test(written) || limit < 1 || limit > MOST)
    throw new WrongCall(`--limit should be a number from 1 to ${MOST}`);
  return limit;
}

/** The words come last: Thai letters have no one width. */
function table(reports: readonly MissingAgencyReport[]): string[] {
  const rows = [['reported', 'place', 'state', 'words'], ...reports.map(rowOf)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function rowOf({ at, provinceCode, districtCode, words, ended }: MissingAgencyReport): string[] {
  const place = districtCode ?? provinceCode ?? '-';
  if (!ended) return [at.toISOString(), place, 'open', plain(words)];
  const state = 'agency' in ended ? `is ${ended.agency}` : 'closed';
  const answer = 'reason' in ended ? ` → ${plain(ended.reason)}` : '';
  return [at.toISOString(), place, state, plain(words) + answer];
}

function plain(text: string): string {
  return text.replace(CONTROL, ' ').replace(EMAIL, '…').replace(NUMBER, '…');
}
