/**
 * Changing which copies a procedure asks for, at one pin or at all pins of an agency, and taking a change back. Every
 * operation asks by itself whether the person may (roles from the database).
 */
import { lastChanges } from './audit.ts';
import { changeRecord, firstRecord, insertRecords, moveEntries } from './copy-change.ts';
import {
  ALL_PINS,
  CopyModel,
  type CopyNeeds,
  type CopyPlace,
  copyId,
  type StoredCopies,
} from './copy-document.ts';
import { moveCopyRecords } from './copy-move.ts';
import { type CopyChange, fieldsAfter, fieldsOf } from './copy-state.ts';
import { changesTo } from './field-changes.ts';
import { publishedBehind } from './merged-into.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { codesOfAgencies } from './procedure.ts';
import { bangkokDate } from './thai/calendar.ts';

/** Which copies: of a procedure of an agency, at a pin (its public code) or without one at all its pins. */
export type CopySubject = { agency: string; procedure: string; pin?: string | undefined };

/** Who changes what, when, and under which idempotency key. */
type Deed = { by: string; at: Date; key: string };

/** How far back a change is looked for. */
const ENTRIES_LOOKED_AT = 200;

/**
 * Changes what a procedure asks for at one pin, or at all of them: then pins with a record of their own are aligned in
 * what the change is about. `not-yours`: the person may not work for the agency, the pin is none of its published
 * ones, or the procedure none of its procedures. Throws RangeError when the words are too long.
 */
export async function changeCopies({
  agency,
  procedure,
  pin,
  change,
  by,
  at,
  key,
}: CopySubject & Deed & { change: CopyChange }): Promise<{ result: 'changed' | 'unchanged' | 'not-yours' }> {
  const place = await placeFor({ agency, procedure, pin }, by);
  if (!place) return { result: 'not-yours' };
  const work = { by, at, key };
  const today = bangkokDate(at);
  const result = await changeRecord(place, work, (state) => fieldsAfter(state, change, today));
  if (pin !== undefined) await followMerge(pin, place.pin, work);
  const aligned = place.pin === ALL_PINS && (await alignPins(place, change, work));
  return { result: aligned ? 'changed' : result };
}

/** The place that is meant, if the person may change it. */
async function placeFor(
  { agency, procedure, pin: code }: CopySubject,
  person: string,
): Promise<CopyPlace | undefined> {
  if (!(await mayWorkForAgency(person, agency))) return undefined;
  if (!(await codesOfAgencies([agency])).includes(procedure)) return undefined;
  if (code === undefined) return { agency, procedure, pin: ALL_PINS };
  const stored = await publishedBehind(code);
  return stored?.agency === agency ? { agency, procedure, pin: stored._id } : undefined;
}

/** The pin may have been merged between looking it up and writing: then its records have moved already, but for this one. */
async function followMerge(code: string, pin: string, { by, at, key }: Deed): Promise<void> {
  const behind = await publishedBehind(code);
  if (behind && behind._id !== pin) await moveCopyRecords(pin, behind._id, { by, at, key: `${key}:merged` });
}

/** Whether any pin's own record had to be aligned. What somebody has changed since stays as it is. */
async function alignPins(place: CopyPlace, change: CopyChange, { by, at, key }: Deed): Promise<boolean> {
  const first = (await entryOf(copyId(place), key))?.at ?? at;
  const results = await Promise.all(
    (await ownRecords(place)).map(({ pin }) =>
      changeRecord({ ...place, pin }, { by, at, key: pinKey(key, pin) }, (state, stored) =>
        stored && stored.updatedAt <= first ? fieldsAfter(state, change, bangkokDate(at)) : undefined,
      ),
    ),
  );
  return results.includes('changed');
}

/** The records of single pins about the same procedure. */
async function ownRecords({ agency, procedure }: CopyPlace): Promise<StoredCopies[]> {
  return CopyModel.find({ agency, procedure, pin: { $ne: ALL_PINS } }).lean<StoredCopies[]>();
}

/** The key of what a change did to a single pin's record. */
const pinKey = (key: string, pin: string): string => `${key}:${pin}`;

async function entryOf(id: string, key: string) {
  const entries = await lastChanges({ about: { kind: 'copies', id } }, ENTRIES_LOOKED_AT);
  return entries.find((entry) => entry.key === key);
}

/**
 * Takes back the change that was made under the key `undoes`, in every record it changed, if that still is as the
 * change left it. `changed-since`: somebody has changed the same since, and nothing was taken back.
 */
export async function undoCopies({
  agency,
  procedure,
  pin,
  undoes,
  ...deed
}: CopySubject & Deed & { undoes: string }): Promise<{ result: 'undone' | 'changed-since' | 'not-yours' }> {
  const place = await placeFor({ agency, procedure, pin }, deed.by);
  if (!place) return { result: 'not-yours' };
  const results = [await undoRecord(place, undoes, deed)];
  const own = place.pin === ALL_PINS ? await ownRecords(place) : [];
  for (const { pin: id } of own) {
    const keys = { ...deed, key: pinKey(deed.key, id) };
    results.push(await undoRecord({ ...place, pin: id }, pinKey(undoes, id), keys));
  }
  return { result: results.includes('changed') ? 'undone' : 'changed-since' };
}

async function undoRecord(place: CopyPlace, undoes: string, deed: Deed): Promise<'changed' | 'unchanged'> {
  await moveEntries([copyId(place)]);
  const entry = await entryOf(copyId(place), undoes);
  if (!entry) return 'unchanged';
  const left = Object.fromEntries(entry.changes.map(({ field, to }) => [field, to]));
  const before = Object.fromEntries(entry.changes.map(({ field, from }) => [field, from]));
  return changeRecord(place, { ...deed, undoes }, (state) =>
    changesTo(fieldsOf(state), left).length === 0 ? before : undefined,
  );
}

/** Which copies each procedure needs, by code. */
export type Matrix = Record<string, CopyNeeds>;

/**
 * Takes over what an agency has submitted in its survey, for all its pins: procedures it says something about for the
 * first time, and cells that are not as in the revision before (`previous`). What was changed after `at`, or in chat
 * and not in the survey, stays. Whoever submits was asked for their right to when they did. `key` is the revision's:
 * the same again changes nothing.
 */
export async function applySurveyMatrix({
  agency,
  matrix,
  previous,
  by,
  at,
  key,
}: Deed & { agency: string; matrix: Matrix; previous?: Matrix | undefined }): Promise<void> {
  const places = Object.keys(matrix).map((procedure) => ({ agency, procedure, pin: ALL_PINS }));
  const records = await CopyModel.find({ _id: { $in: places.map(copyId) } }).lean<StoredCopies[]>();
  const byProcedure = new Map(records.map((stored) => [stored.procedure, stored]));
  const work = (procedure: string) => ({ by, at, key: `${key}:copies:${procedure}` });
  const today = bangkokDate(at);
  const fresh = places.filter(({ procedure }) => !byProcedure.has(procedure));
  const areInserted = await insertRecords(
    fresh.map((place) => surveyed(place, matrix, work(place.procedure))),
  );
  // Where somebody else came first with one of them, what they wrote is changed.
  for (const place of areInserted ? places.filter((one) => !fresh.includes(one)) : places) {
    const { procedure } = place;
    const change = cellsChanged(matrix[procedure], previous?.[procedure]);
    if (Object.keys(change).length === 0) continue;
    await changeRecord(place, work(procedure), (state, stored) =>
      stored && stored.updatedAt <= at ? fieldsAfter(state, change, today) : undefined,
    );
  }
  await moveEntries(places.map(copyId));
}

function surveyed(place: CopyPlace, matrix: Matrix, work: Deed) {
  const { idCard = false, house = false } = matrix[place.procedure] ?? {};
  const state = { idCard, house, since: bangkokDate(work.at), blockers: [] };
  const changes = changesTo({}, { idCard, house });
  return firstRecord(place, { before: { idCard, house } }, state, changes, work);
}

function cellsChanged(now: CopyNeeds | undefined, before: CopyNeeds | undefined): CopyChange {
  if (!now) return {};
  return {
    ...(now.idCard !== before?.idCard && { idCard: now.idCard }),
    ...(now.house !== before?.house && { house: now.house }),
  };
}
