/** The single writes of merging two pins, each done once however often it is asked for; `pin-merge.ts` puts them in order. */
import { type AuditEntry, type AuditedValues, type FieldChange, recordAllChanges } from './audit.ts';
import { moveComplaints } from './complaint-merge.ts';
import { officeTarget } from './complaint-target.ts';
import { moveCopyRecords } from './copy-move.ts';
import { changesTo } from './field-changes.ts';
import { movePhotos } from './photo.ts';
import { moveEntries } from './pin-change.ts';
import { type Merging, PinModel, type StoredPin } from './pin-document.ts';
import { isInsideItself } from './pin-parent.ts';
import { movePoster } from './poster.ts';
import { linkedPin, moveProcedureLinks } from './procedure-link.ts';
import { moveRatings } from './rating-move.ts';
import { moveTasks } from './task.ts';

/** The two pins, also in the order in which they are claimed. */
export type Pair = { keep: StoredPin; away: StoredPin; lower: StoredPin; higher: StoredPin };

/** Each round only repeats what somebody else changed at the same moment. */
const MOST_ROUNDS = 50;
/** Values that are taken over where the pin that stays has none. An address goes whole: its languages belong together. */
const TAKEN_OVER = ['phones', 'website', 'hours', 'contact'] as const;

/**
 * Both pins as they are stored now. The one that is claimed first is read first: who finds it claimed and the other
 * one not knows then that the other was not claimed later than that.
 */
export async function storedPair({ keepId, awayId }: Merging): Promise<Pair> {
  const lower = await storedPin(keepId < awayId ? keepId : awayId);
  const higher = await storedPin(keepId < awayId ? awayId : keepId);
  const [keep, away] = lower._id === keepId ? [lower, higher] : [higher, lower];
  return { keep, away, lower, higher };
}

async function storedPin(id: string): Promise<StoredPin> {
  const stored = await PinModel.findById(id).lean<StoredPin>();
  if (!stored) throw new Error('pins that were published are never deleted');
  return stored;
}

/** Claims a published pin for a merge, unless another merge has it. */
export async function claim(id: string, merging: Merging): Promise<void> {
  await PinModel.updateOne({ _id: id, state: 'published', merging: null }, { $set: { merging } });
}

/** Gives a pin back. */
export async function release(id: string, key: string): Promise<void> {
  await PinModel.updateOne({ _id: id, 'merging.key': key }, { $unset: { merging: 1 } });
}

/** Takes the pin that goes off the map: this decides the merge. False when it was retired in another way. */
export async function retireMerged({ away }: Pair, merging: Merging, now: Date): Promise<boolean> {
  const { awayId, keep, by, at, key } = merging;
  const entry = entryOf(merging, 'away', away.agency, [
    { field: 'state', from: 'published', to: 'retired' },
    { field: 'mergedInto', from: null, to: keep },
  ]);
  await PinModel.updateOne(
    { _id: awayId, state: 'published', 'merging.key': key },
    {
      $set: { state: 'retired', retired: { reason: 'merged', at, by }, mergedInto: keep, updatedAt: now },
      $push: { unaudited: entry },
    },
  );
  const { state, mergedInto } = await storedPin(awayId);
  return state === 'retired' && mergedInto === keep;
}

/** Gives the pin that stays what it has not got; only what is still missing at the moment of writing. */
export async function fillIn(merging: Merging, now: Date): Promise<void> {
  const { keepId, key, away: code } = merging;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { keep, away } = await storedPair(merging);
    if (keep.merging?.key !== key || keep.merging.filled) return;
    const changes = changesTo({ ...keep }, { ...missing(keep, away), ...(await parentAfter(keep, away)) });
    const unread = changes.map(({ field, from }) => ({ [field]: from === null ? null : { $eq: from } }));
    const entry = entryOf(merging, 'keep', keep.agency, [
      { field: 'mergedFrom', from: null, to: code },
      ...changes,
    ]);
    const given = changes.filter(({ to }) => to !== null).map(({ field, to }) => [field, to]);
    const taken = changes.filter(({ to }) => to === null).map(({ field }) => [field, 1 as const]);
    const { matchedCount } = await PinModel.updateOne(
      { _id: keepId, 'merging.key': key, 'merging.filled': null, ...(unread.length > 0 && { $and: unread }) },
      {
        $set: { ...Object.fromEntries(given), 'merging.filled': true, updatedAt: now },
        ...(taken.length > 0 && { $unset: Object.fromEntries(taken) }),
        $push: { unaudited: entry },
      },
    );
    if (matchedCount === 1) return;
  }
  throw new Error(`pin ${merging.keep} never came to rest`);
}

/** What the pin that stays has not got, by dotted paths. */
function missing(keep: StoredPin, away: StoredPin): AuditedValues<'pin'> {
  const wanted: { -readonly [Path in keyof AuditedValues<'pin'>]: unknown } = {};
  for (const field of TAKEN_OVER)
    if (isNothing(keep[field]) && !isNothing(away[field])) wanted[field] = away[field];
  if (!keep.name?.en && away.name?.en) wanted['name.en'] = away.name.en;
  if (!keep.area?.th && away.area?.th) Object.assign(wanted, namePaths('area', away.area));
  if (!keep.address?.th && away.address?.th) Object.assign(wanted, namePaths('address', away.address));
  return wanted;
}

/** The building that stays what it is, or is taken over; none where the pin would come to stand inside of itself. */
async function parentAfter(keep: StoredPin, away: StoredPin): Promise<{ parent?: string | null }> {
  const own = keep.parent === away.code ? undefined : keep.parent;
  const parent = own ?? (away.parent === keep.code ? undefined : away.parent);
  if (!keep.parent && !parent) return {};
  return { parent: parent && !(await isInsideItself(keep.code ?? '', parent)) ? parent : null };
}

function namePaths(path: string, { th, en }: { th: string; en?: string | null | undefined }) {
  return { [`${path}.th`]: th, ...(en && { [`${path}.en`]: en }) };
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** One kind of document that hangs on a pin, and how it goes over to the pin that stays. */
type MovingStep = {
  what: string;
  /** Done again after a crash: twice must equal once. `pair` is both pins as they are after the merge was decided. */
  move: (merging: Merging, pair: Pair) => Promise<void>;
};

/** All that moves, in this order. A new kind of document that names a pin adds its step here. */
const MOVING_STEPS: readonly MovingStep[] = [
  { what: 'tasks', move: moveTasksOver },
  { what: 'photos', move: movePhotosOver },
  { what: 'procedures', move: moveProceduresOver },
  { what: 'complaints', move: moveComplaintsOver },
  { what: 'ratings', move: moveRatingsOver },
  { what: 'poster', move: ({ awayId, keepId }) => movePoster(awayId, keepId) },
  { what: 'copies', move: ({ awayId, keepId, ...work }) => moveCopyRecords(awayId, keepId, work) },
];

/** Moves what hangs on the pin that goes, then copies what was done into the audit trail. */
export async function moveRest(merging: Merging): Promise<void> {
  const pair = await storedPair(merging);
  for (const { move } of MOVING_STEPS) await move(merging, pair);
  await moveEntries(merging.keepId);
  await moveEntries(merging.awayId);
}

/** A person's two ratings of one day become one. */
function moveRatingsOver({ away, keep: pin }: Merging, { keep: { agency } }: Pair): Promise<void> {
  return moveRatings(away, { pin, agency });
}

/** Tasks that are closed move too: what was said of an office is counted where it is now. */
async function moveTasksOver(merging: Merging, { keep, away }: Pair): Promise<void> {
  const { owner, agency } = keep;
  const change: FieldChange<'pin'> = { field: 'task', from: merging.away, to: merging.keep };
  await moveTasks(merging.away, { pin: merging.keep, owner, ...(agency && { agency }) }, (task) => {
    const [gone, come] = [
      entryOf(merging, 'away', away.agency, [change]),
      entryOf(merging, 'keep', agency, [change]),
    ];
    return recordAllChanges([gone, come].map((entry) => ({ ...entry, key: `${entry.key}:task:${task}` })));
  });
}

async function movePhotosOver(merging: Merging, { keep, away }: Pair): Promise<void> {
  await movePhotos(away._id, keep._id, (photo) =>
    recordAllChanges([
      photoEntry(merging, 'away', away.agency, { field: 'photo', from: photo, to: null }),
      photoEntry(merging, 'keep', keep.agency, { field: 'photo', from: null, to: photo }),
    ]),
  );
}

async function moveComplaintsOver({ away }: Merging, { keep }: Pair): Promise<void> {
  const target = await officeTarget(keep);
  if (target) await moveComplaints(away, target);
}

/** What either of the two offered is offered at the pin that stays. */
function moveProceduresOver({ by, at, key }: Merging, { keep, away }: Pair): Promise<void> {
  return moveProcedureLinks(linkedPin(away), linkedPin(keep), { by, at, key });
}

function photoEntry(
  merging: Merging,
  which: 'keep' | 'away',
  agency: string | null | undefined,
  change: FieldChange<'pin'>,
): AuditEntry<'pin'> {
  const entry = entryOf(merging, which, agency, [change]);
  return { ...entry, key: `${entry.key}:photo:${change.from ?? change.to}` };
}

/** The key of the entry in the trail of one of the two pins. */
export const entryKey = (key: string, which: 'keep' | 'away'): string => `${key}:${which}`;

function entryOf(
  { key, by, at, keep, away }: Merging,
  which: 'keep' | 'away',
  agency: string | null | undefined,
  changes: FieldChange<'pin'>[],
): AuditEntry<'pin'> {
  const about = { kind: 'pin' as const, id: which === 'keep' ? keep : away };
  return { key: entryKey(key, which), at, by, about, ...(agency && { agency }), changes };
}
