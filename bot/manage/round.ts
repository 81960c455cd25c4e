/** `round`: opens and corrects rounds of the readiness survey, and lists them. */
import { allRounds, currentRound, isRoundId, putRound, type SurveyRound } from '../../models/survey-round.ts';
import {
  addDays,
  bangkokDate,
  type CalendarDate,
  calendarDate,
  startOfBangkokDay,
  toChristianYear,
} from '../../models/thai/calendar.ts';
import { type Call, type Command, textOption, WrongCall } from './command.ts';

/** A year from this one on is a Buddhist one. */
const FIRST_BUDDHIST_YEAR = 2400;

/** The command. */
export const roundCommand: Command = {
  usage: `round open ID --title-th TITLE --title-en TITLE --opens DATE [--closes DATE] | round list
                                            a round of the survey, from the first day to the last one it
                                            should be answered on (2018-05-07 or 2561-05-07); the same ID
                                            again corrects it`,
  options: {
    'title-th': { type: 'string' },
    'title-en': { type: 'string' },
    opens: { type: 'string' },
    closes: { type: 'string' },
  },
  async run(call) {
    const [what] = call.words;
    if (what === 'list') await list(call);
    else if (what === 'open') await open(call);
    else throw new WrongCall('round needs to be told: open ID … or list');
    return undefined;
  },
};

async function open(call: Call): Promise<void> {
  const round = wantedRound(call);
  const { added, changed } = await putRound(round, { by: 'manage', at: call.now });
  const done = changed > 0 ? 'changed' : 'unchanged';
  call.print(`round ${round.id}: ${added > 0 ? 'added' : done}`);
  call.print(lineOf(round, (await currentRound(call.now)).id));
}

async function list(call: Call): Promise<void> {
  const rounds = await allRounds();
  if (rounds.length === 0) {
    call.print('no rounds; the first one is made when somebody answers');
    return;
  }
  const { id: current } = await currentRound(call.now);
  for (const round of rounds) call.print(lineOf(round, current));
}

function wantedRound(call: Call): SurveyRound {
  const [, id = '', ...more] = call.words;
  if (!isRoundId(id) || more.length > 0)
    throw new WrongCall('round open needs one ID of up to 20 letters, digits and hyphens, such as 2561-2');
  const th = textOption(call, 'title-th')?.trim();
  const en = textOption(call, 'title-en')?.trim();
  if (!th || !en) throw new WrongCall('round open needs --title-th and --title-en');
  const opens = dateOption(call, 'opens');
  if (!opens) throw new WrongCall('round open needs --opens DATE, such as --opens 2018-05-07');
  const closes = dateOption(call, 'closes');
  if (closes && closes < opens) throw new WrongCall('--closes should not be before --opens');
  return {
    id,
    title: { th, en },
    opensAt: startOfBangkokDay(opens),
    ...(closes && { closesAt: endOfBangkokDay(closes) }),
  };
}

function dateOption(call: Call, name: string): CalendarDate | undefined {
  const written = textOption(call, name);
  if (written === undefined) return undefined;
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written);
  const year = Number(match?.[1]);
  const christian = year >= FIRST_BUDDHIST_YEAR ? toChristianYear(year) : year;
  const date = match ? calendarDate(christian, Number(match[2]), Number(match[3])) : undefined;
  if (!date) throw new WrongCall(`--${name} should be a day such as 2018-05-07 or 2561-05-07`);
  return date;
}

/** Its last millisecond, so that the deadline is still on that day. */
function endOfBangkokDay(date: CalendarDate): Date {
  return new Date(startOfBangkokDay(addDays(date, 1)).getTime() - 1);
}

function lineOf({ id, title, opensAt, closesAt }: SurveyRound, current: string): string {
  const days = `${bangkokDate(opensAt)} – ${closesAt ? bangkokDate(closesAt) : ''}`.trim();
  const names = title.en ? `${title.th} / ${title.en}` : title.th;
  return `${id}  ${days}  ${names}${id === current ? '  (current)' : ''}`;
}
