/** `export WHAT --scope … FILE`: the survey, the copies and the complaints as tables. */
import { agencyByCode, isScopeKnown } from '../../models/agency.ts';
import { readScope } from '../../models/scope.ts';
import type { ResponsesWanted } from '../../models/survey-newest.ts';
import { allRounds, currentRound } from '../../models/survey-round.ts';
import { type Call, type Command, textOption, WrongCall } from './command.ts';
import { complaintColumns, complaintRows } from './export-complaints.ts';
import { copyColumns, copyTableRows } from './export-copies.ts';
import { surveyColumns, surveyRows } from './export-survey.ts';
import { writeTable } from './table-file.ts';

type Export = (file: string, wanted: ResponsesWanted, now: Date) => Promise<number>;

const exports: Record<string, Export> = {
  survey: (file, wanted, now) => writeTable(file, surveyColumns, surveyRows(wanted, now)),
  complaints: (file, { of }, now) => writeTable(file, complaintColumns, complaintRows(of, now)),
  copies: (file, wanted, now) => writeTable(file, copyColumns, copyTableRows(wanted, now)),
};

/** The command. */
export const exportCommand: Command = {
  usage: `export survey|copies|complaints --scope SCOPE FILE.xlsx|FILE.csv [--round ID]
                                            SCOPE is country, province:21, district:2101,
                                            department:NAME or agency:CODE`,
  options: { scope: { type: 'string' }, round: { type: 'string' } },
  async run(call) {
    const [what = '', file] = call.words;
    const write = Object.hasOwn(exports, what) ? exports[what] : undefined;
    if (!write || file === undefined)
      throw new WrongCall(`export needs one of ${Object.keys(exports).join(', ')}, --scope, and a file`);
    const rows = await write(file, { of: await scopeOf(call), round: await roundOf(call) }, call.now);
    call.print(`${rows} rows written to ${file}`);
    return undefined;
  },
};

async function scopeOf(call: Call): Promise<ResponsesWanted['of']> {
  const written = textOption(call, 'scope') ?? '';
  const [, code] = /^agency:(\d{9})$/.exec(written) ?? [];
  if (code && (await agencyByCode(code))) return { level: 'agency', code };
  const scope = readScope(written);
  if (scope && (await isScopeKnown(scope))) return scope;
  throw new WrongCall(
    `--scope ${written || '(missing)'}: should be country, or a province:21, district:2101, department:NAME or agency:CODE of the register`,
  );
}

async function roundOf(call: Call): Promise<string> {
  const wanted = textOption(call, 'round');
  if (wanted === undefined) return (await currentRound(call.now)).id;
  const rounds = await allRounds();
  if (rounds.some(({ id }) => id === wanted)) return wanted;
  throw new WrongCall(
    `--round ${wanted}: should be one of ${rounds.map(({ id }) => id).join(', ') || '(none yet)'}`,
  );
}
