/**
 * All rows about copies: for each procedure of an agency what holds at all its pins, and the pins where it is
 * otherwise. Lists, counts and exports are made of these, so that their numbers agree.
 */
import { agenciesInScope } from './agency.ts';
import {
  ALL_PINS,
  type Blocker,
  CopyModel,
  type CopyNeeds,
  type CopyState,
  type StoredCopies,
  stateOf,
} from './copy-document.ts';
import { type Disagreement, disagreements } from './copy-flag-document.ts';
import { type ManualCopies, manualsOf } from './copy-manual.ts';
import { asks, fieldsOf, isOverdue, unrecorded } from './copy-state.ts';
import { changesTo } from './field-changes.ts';
import { PinModel, type PinName, plainName, type StoredPin } from './pin-document.ts';
import type { Scope } from './scope.ts';
import { bangkokDate, type CalendarDate } from './thai/calendar.ts';

/** A published pin as rows name it; `code` is public. */
export type RowPin = { id: string; code: string; name: PinName };

/**
 * A row; without `pin` it is for all pins of the agency. `disagreeing`: how many people said in the last 12 months that
 * they were still asked, while no copy is. Days are those of Bangkok.
 */
export type CopyRow = {
  agency: string;
  procedure: string;
  title: PinName;
  pin?: RowPin;
  before: CopyNeeds;
  now: CopyNeeds;
  since?: CalendarDate;
  blockers: Blocker[];
  blockerText?: string;
  target?: CalendarDate;
  doneOn?: CalendarDate;
  isOverdue: boolean;
  disagreeing: number;
};

/** What is read for a number of agencies at once. */
type Known = {
  records: Map<string, StoredCopies[]>;
  disagreements: Map<string, Disagreement[]>;
  pins: Map<string, RowPin>;
  today: CalendarDate;
};

/** Agencies whose rows are read at once. */
const BATCH = 200;
/** A pin stands in a row of its own when it is otherwise in one of these. */
const TELLING = ['idCard', 'house', 'blockers', 'blockerText', 'target'] as const;

/** All rows of a scope, agency by agency (by code), each by Thai title, the pins behind their procedure. */
export async function* copyRowsIn(scope: Scope, now: Date): AsyncGenerator<CopyRow> {
  for (let skip = 0; ; skip += BATCH) {
    const agencies = await agenciesInScope(scope, { skip, limit: BATCH });
    yield* await copyRowsOf(agencies, now);
    if (agencies.length < BATCH) return;
  }
}

/** The rows of these agencies. */
export async function copyRowsOf(
  agencies: readonly { code: string; kind: string }[],
  now: Date,
): Promise<CopyRow[]> {
  const codes = agencies.map(({ code }) => code);
  const [manuals, known] = await Promise.all([manualsOf(agencies), knownOf(codes, now)]);
  return codes.flatMap((agency) =>
    (manuals.get(agency) ?? []).flatMap((manual) => rowsOf(agency, manual, known)),
  );
}

async function knownOf(codes: string[], now: Date): Promise<Known> {
  const agency = { $in: codes };
  const [records, flagged] = await Promise.all([
    CopyModel.find({ agency }).lean<StoredCopies[]>(),
    disagreements({ agency }, now),
  ]);
  const ids = records.map(({ pin }) => pin).filter((pin) => pin !== ALL_PINS);
  return {
    records: Map.groupBy(records, about),
    disagreements: Map.groupBy(flagged, about),
    pins: await publishedPins(ids),
    today: bangkokDate(now),
  };
}

const about = ({ agency, procedure }: { agency: string; procedure: string }) => `${agency}:${procedure}`;

async function publishedPins(ids: readonly string[]): Promise<Map<string, RowPin>> {
  const stored = await PinModel.find(
    { _id: { $in: [...new Set(ids)] }, state: 'published' },
    { code: 1, name: 1 },
  ).lean<StoredPin[]>();
  return new Map(stored.map((pin) => [pin._id, rowPin(pin)]));
}

/** A stored published pin as rows name it. */
export function rowPin({ _id, code, name }: StoredPin): RowPin {
  return { id: _id, code: code ?? '', name: name ? plainName(name) : { th: code ?? '' } };
}

function rowsOf(agency: string, manual: ManualCopies, known: Known): CopyRow[] {
  const key = about({ agency, procedure: manual.code });
  const records = known.records.get(key) ?? [];
  const general = generalState(records, manual);
  const own = records.flatMap((stored) => {
    const pin = known.pins.get(stored.pin);
    return pin ? [{ pin, state: stateOf(stored) }] : [];
  });
  const flagged = known.disagreements.get(key) ?? [];
  const asking = new Set(own.filter(({ state }) => asks(state)).map(({ pin }) => pin.id));
  const claims = flagged.filter(({ pin }) => !asking.has(pin));
  const row = (state: CopyState, against: readonly Disagreement[], pin?: RowPin) =>
    copyRow({ agency, manual, state, against, today: known.today, pin });
  return [
    row(general, claims),
    ...own
      .filter(({ state }) => isOtherwise(state, general))
      .map(({ pin, state }) =>
        row(
          state,
          flagged.filter((one) => one.pin === pin.id),
          pin,
        ),
      ),
  ];
}

function generalState(records: readonly StoredCopies[], manual: ManualCopies): CopyState {
  const stored = records.find(({ pin }) => pin === ALL_PINS);
  return stored ? stateOf(stored) : unrecorded(manual.needs);
}

function isOtherwise(state: CopyState, general: CopyState): boolean {
  const own = fieldsOf(state);
  return (
    changesTo(fieldsOf(general), Object.fromEntries(TELLING.map((field) => [field, own[field]]))).length > 0
  );
}

/** One row. Whoever disagrees counts once, and only while no copy is asked for. */
export function copyRow({
  agency,
  manual: { code, title },
  state,
  against,
  today,
  pin,
}: {
  agency: string;
  manual: ManualCopies;
  state: CopyState;
  against: readonly Disagreement[];
  today: CalendarDate;
  pin?: RowPin | undefined;
}): CopyRow {
  const { idCard, house, ...rest } = state;
  return {
    ...rest,
    agency,
    procedure: code,
    title,
    ...(pin && { pin }),
    now: { idCard, house },
    isOverdue: isOverdue(state, today),
    disagreeing: asks(state) ? 0 : new Set(against.flatMap(({ people }) => people)).size,
  };
}
