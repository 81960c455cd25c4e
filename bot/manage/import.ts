/** `import WHAT FILE`: fills the registers from files. */
import { access } from 'node:fs/promises';
import { newPinCode } from '../../models/pin-code.ts';
import { type Call, type Command, WrongCall } from './command.ts';
import { agencyRows, openAgencies } from './import-agencies.ts';
import { boundaryRows, openBoundaries } from './import-boundaries.ts';
import { deadlineRows, openDeadlines } from './import-deadlines.ts';
import { holidayRows, openHolidays } from './import-holidays.ts';
import { openPins, pinRows } from './import-pins.ts';
import { openPlaces, placeRows } from './import-places.ts';
import { openProcedures, procedureRows } from './import-procedures.ts';
import { UnreadableFile } from './import-source.ts';
import { runImport } from './run-import.ts';

type Import = (file: string, call: Call) => Promise<'failed' | undefined>;

const imports: Record<string, Import> = {
  places: async (file, call) => runImport(await openPlaces(file), placeRows({ at: call.now }), call),
  boundaries: async (file, call) =>
    runImport(await openBoundaries(file), boundaryRows({ at: call.now }), call),
  agencies: async (file, call) => runImport(await openAgencies(file), agencyRows({ at: call.now }), call),
  deadlines: async (file, call) => runImport(await openDeadlines(file), deadlineRows({ at: call.now }), call),
  holidays: async (file, call) => runImport(await openHolidays(file), holidayRows({ at: call.now }), call),
  procedures: async (file, call) =>
    runImport(await openProcedures(file), procedureRows({ at: call.now }), call),
  pins: async (file, call) => {
    const newCode = () => newPinCode(call.random);
    return runImport(await openPins(file), pinRows({ at: call.now, newCode }), call);
  },
};

/** The command. */
export const importCommand: Command = {
  usage: `import WHAT FILE [--skip-bad] [--progress]
                                            WHAT is places, boundaries, agencies, holidays,
                                            procedures, pins or deadlines; nothing is changed
                                            unless all rows are good or --skip-bad is given`,
  options: { 'skip-bad': { type: 'boolean' }, progress: { type: 'boolean' } },
  run: runFile,
};

async function runFile(call: Call): Promise<'failed' | undefined> {
  const [what = '', file] = call.words;
  const wanted = Object.hasOwn(imports, what) ? imports[what] : undefined;
  if (!wanted || file === undefined)
    throw new WrongCall(`import needs one of ${Object.keys(imports).join(', ')}, and a file`);
  try {
    await readable(file);
    return await wanted(file, call);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    call.print(error.message);
    return 'failed';
  }
}

async function readable(file: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new UnreadableFile(`${file} cannot be read`, { cause });
  });
}
