/** `audit`: who changed what, when, from what to what; the newest first. */
import { type AuditEntry, type AuditQuestion, lastChanges } from '../../models/audit.ts';
import { readPinCode } from '../../models/pin-code.ts';
import { type Call, type Command, textOption, WrongCall } from './command.ts';

const STANDARD_LIMIT = 50;
const MOST = 10_000;
/** What would move the cursor of a terminal or break the line. */
const CONTROL = /\p{Cc}/gu;

/** The command. */
export const auditCommand: Command = {
  usage: `audit [--agency CODE] [--pin CODE] [--person ID] [--limit 50]
                                            the last changes: of an agency and what belongs to it, of a
                                            pin, or about and by a person`,
  options: {
    agency: { type: 'string' },
    pin: { type: 'string' },
    person: { type: 'string' },
    limit: { type: 'string' },
  },
  async run(call) {
    const entries = await lastChanges(questionOf(call), limitOf(call));
    for (const line of entries.flatMap(linesOf)) call.print(line);
    if (entries.length === 0) call.print('no changes');
    return undefined;
  },
};

function questionOf(call: Call): AuditQuestion {
  const agency = textOption(call, 'agency');
  const pin = textOption(call, 'pin');
  const person = textOption(call, 'person');
  const given = [agency, pin, person].filter((value) => value !== undefined);
  if (given.length > 1) throw new WrongCall('audit takes one of --agency, --pin and --person');
  if (agency !== undefined) return { agencies: [agency] };
  if (person !== undefined) return { person };
  if (pin === undefined) return 'all';
  const id = readPinCode(pin);
  if (id === undefined) throw new WrongCall(`${pin} is no code of a pin`);
  return { about: { kind: 'pin', id } };
}

function limitOf(call: Call): number {
  const written = textOption(call, 'limit') ?? String(STANDARD_LIMIT);
  const limit = Number(written);
  if (!/^\d+$/.test(written) || limit < 1 || limit > MOST)
    throw new WrongCall(`--limit should be a number from 1 to ${MOST}`);
  return limit;
}

/** One line for each field. */
function linesOf({ at, by, about, changes }: AuditEntry): string[] {
  return changes.map(
    ({ field, from, to }) =>
      `${at.toISOString()}  ${plain(by)}  ${about.kind} ${plain(about.id)}  ${plain(field)}: ${inWords(from)} → ${inWords(to)}`,
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '(nothing)';
  return plain(typeof value === 'string' ? value : JSON.stringify(value));
}

function plain(text: string): string {
  return text.replace(CONTROL, ' ');
}
