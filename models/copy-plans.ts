/**
 * The way to zero copies as officials and coordinators see it: an agency's plans, and for a scope which agencies are
 * behind. Who may see what is asked here (roles from the database).
 */
import { agenciesByCodes, agencyByCode } from './agency.ts';
import { AgencyModel } from './agency-document.ts';
import { stateAt, statesAtPin } from './copy-at-pin.ts';
import { CopyModel } from './copy-document.ts';
import { disagreements, FlagModel } from './copy-flag-document.ts';
import { manualsAmong } from './copy-manual.ts';
import type { CopySubject } from './copy-record.ts';
import { type CopyRow, copyRow, copyRowsOf, rowPin } from './copy-rows.ts';
import { asks } from './copy-state.ts';
import { publishedBehind } from './merged-into.ts';
import { personById } from './person.ts';
import type { PinName, StoredPin } from './pin-document.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { codesOfAgencies } from './procedure.ts';
import { lookAfterScope } from './role.ts';
import { readScope, type Scope, scopeFilter } from './scope.ts';
import { bangkokDate } from './thai/calendar.ts';
import { naturalOrder } from './thai/natural-order.ts';
import { looseForm } from './thai/normal-form.ts';

/** One page of plans; the counts are of all pages. */
export type Plans = { plans: CopyRow[]; all: number; overdue: number; asking: number };

/** Which plans: of the whole agency, or those at one pin (its public code); only those with `words` in their title. */
export type PlansQuestion = {
  pin?: string | undefined;
  words?: string | undefined;
  skip: number;
  limit: number;
};

/** An agency that is behind: plans past their target date, and plans done that citizens say are not. */
export type AgencyBehind = {
  code: string;
  name: PinName;
  overdue: number;
  disputed: number;
  citizens: number;
};

/** One page of them; the counts are of all pages. */
export type AgenciesBehind = { agencies: AgencyBehind[]; all: number };

/**
 * An agency's plans: overdue ones first (the longest overdue before the others), then those that ask for copies, then
 * those done that citizens dispute, then the rest. Undefined when the person may not see them.
 */
export async function plansOf(
  agency: string,
  person: string,
  now: Date,
  { pin, words, skip, limit }: PlansQuestion,
): Promise<Plans | undefined> {
  const known = await agencyByCode(agency);
  if (!known || !(await mayWorkForAgency(person, agency))) return undefined;
  const rows = pin === undefined ? await copyRowsOf([known], now) : await rowsAtPin(agency, pin, now);
  const part = words ? looseForm(words) : '';
  const fitting = (rows ?? []).filter(({ title: { th, en = '' } }) =>
    [th, en].some((title) => looseForm(title).includes(part)),
  );
  return {
    plans: fitting.toSorted(byUrgency).slice(skip, skip + limit),
    all: fitting.length,
    overdue: fitting.filter(({ isOverdue }) => isOverdue).length,
    asking: fitting.filter((row) => asks(row.now)).length,
  };
}

/** The sort is stable: within one urgency the order of titles stays. */
function byUrgency(a: CopyRow, b: CopyRow): number {
  const byDate = a.isOverdue && b.isOverdue ? (a.target ?? '').localeCompare(b.target ?? '') : 0;
  return urgencyOf(a) - urgencyOf(b) || byDate;
}

function urgencyOf({ isOverdue, now, disagreeing }: CopyRow): number {
  if (isOverdue) return 0;
  if (asks(now)) return 1;
  return disagreeing > 0 ? 2 : 3;
}

async function rowsAtPin(agency: string, code: string, now: Date): Promise<CopyRow[] | undefined> {
  const pin = await pinOf(agency, code);
  if (!pin) return undefined;
  const [states, flagged] = await Promise.all([statesAtPin(pin), disagreements({ pin: pin._id }, now)]);
  return states.map(({ manual, state }) =>
    copyRow({
      agency,
      manual,
      state,
      against: flagged.filter(({ procedure }) => procedure === manual.code),
      today: bangkokDate(now),
      pin: rowPin(pin),
    }),
  );
}

async function pinOf(agency: string, code: string): Promise<StoredPin | undefined> {
  const pin = await publishedBehind(code);
  return pin?.agency === agency ? pin : undefined;
}

/** One procedure's plan at a pin, or for all pins; undefined when there is none or the person may not see it. */
export async function planOf(
  { agency, procedure, pin: code }: CopySubject,
  person: string,
  now: Date,
): Promise<CopyRow | undefined> {
  const known = await agencyByCode(agency);
  if (!known || !(await mayWorkForAgency(person, agency))) return undefined;
  if (!(await codesOfAgencies([agency])).includes(procedure)) return undefined;
  if (code === undefined)
    return (await copyRowsOf([known], now)).find((row) => row.procedure === procedure && !row.pin);
  const [pin, [manual]] = await Promise.all([pinOf(agency, code), manualsAmong([procedure])]);
  if (!pin || !manual) return undefined;
  const state = await stateAt(agency, procedure, pin._id);
  const against = (await disagreements({ pin: pin._id }, now)).filter((one) => one.procedure === procedure);
  return copyRow({ agency, manual, state, against, today: bangkokDate(now), pin: rowPin(pin) });
}

/**
 * The agencies of a scope that are behind, by code. Undefined when the person does not look after all of that scope
 * (written as `readScope` reads it).
 */
export async function overdueIn(
  scope: string,
  person: string,
  now: Date,
  { skip, limit }: { skip: number; limit: number },
): Promise<AgenciesBehind | undefined> {
  const asked = readScope(scope);
  if (!asked || !lookAfterScope((await personById(person)).roles, asked)) return undefined;
  const counted = await behindAmong(await candidates(asked, now), now);
  return { agencies: counted.slice(skip, skip + limit), all: counted.length };
}

/** Agencies that have a record past its date, or a flag that disagrees: only these are looked at closely. */
async function candidates(scope: Scope, now: Date): Promise<string[]> {
  const covered = scope.level === 'country' ? {} : { agency: { $in: await codesIn(scope) } };
  const late = { target: { $lt: bangkokDate(now) }, $or: [{ idCard: true }, { house: true }] };
  const [overdue, flagged]: [string[], string[]] = await Promise.all([
    CopyModel.distinct('agency', { ...late, ...covered }),
    FlagModel.distinct('agency', { disagrees: true, ...covered }),
  ]);
  return [...new Set([...overdue, ...flagged])].filter((code) => code).sort();
}

async function codesIn(scope: Scope): Promise<string[]> {
  const stored = await AgencyModel.find(scopeFilter(scope), { _id: 1 }).lean<{ _id: string }[]>();
  return stored.map(({ _id }) => _id);
}

async function behindAmong(codes: readonly string[], now: Date): Promise<AgencyBehind[]> {
  const agencies = await agenciesByCodes(codes);
  const rows = Map.groupBy(await copyRowsOf(agencies, now), ({ agency }) => agency);
  return agencies
    .map(({ code, name }) => ({ code, name, ...countsOf(rows.get(code) ?? []) }))
    .filter(({ overdue, disputed }) => overdue + disputed > 0)
    .sort((a, b) => naturalOrder.compare(a.name.th, b.name.th) || (a.code < b.code ? -1 : 1));
}

function countsOf(rows: readonly CopyRow[]) {
  const disputed = rows.filter(({ disagreeing, pin }) => disagreeing > 0 && !pin);
  return {
    overdue: rows.filter(({ isOverdue }) => isOverdue).length,
    disputed: disputed.length,
    citizens: disputed.reduce((sum, { disagreeing }) => sum + disagreeing, 0),
  };
}
