/**
 * Which office is inside of which: no pin is inside of itself, along whatever chain. There are no transactions, and two
 * pins of one chain are two documents: so the chain is walked before a parent is written and once more behind it. Of two
 * who close a circle from both sides at once, the later one to look behind its write sees both, and takes its own back.
 */
import { recordedKeys } from './audit.ts';
import { publishedBehind } from './merged-into.ts';
import {
  type Changed,
  entriesOf,
  finished,
  isDone,
  MOST_ROUNDS,
  type PinWork,
  workable,
  write,
} from './pin-change.ts';
import { PinModel, type StoredPin } from './pin-document.ts';

/** A chain of buildings inside of buildings that is longer than this is a mistake. */
const DEEPEST = 50;

/**
 * Whether the pin `code` would be inside of itself if it were inside of `parent` (codes). Pins that were merged count as
 * those that took their places. A chain too long to be true counts as one.
 */
export async function isInsideItself(code: string, parent: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let next: string | undefined = parent; next !== undefined; ) {
    if (next === code || seen.size >= DEEPEST) return true;
    const pin: StoredPin | undefined = (await publishedBehind(next)) ?? (await pinOf(next));
    if (!pin?.code || seen.has(pin.code)) return false;
    if (pin.code === code) return true;
    seen.add(pin.code);
    next = pin.parent ?? undefined;
  }
  return false;
}

async function pinOf(code: string): Promise<StoredPin | undefined> {
  return (await PinModel.findOne({ code }, { code: 1, parent: 1 }).lean<StoredPin>()) ?? undefined;
}

/** Does `set`, which makes `parent` what the pin is inside of, and undoes it should that close a circle. */
export async function setParent<Result extends Changed | undefined>(
  work: PinWork,
  parent: string,
  set: () => Promise<Result>,
): Promise<Result | Changed> {
  const stored = await workable(work.pin, work.by);
  if (!stored) return { result: 'not-yours', fields: [] };
  const isRepeated = await isDone(work.key, stored);
  if (!isRepeated && (await isInsideItself(work.pin, parent))) return { result: 'round-about', fields: [] };
  const changed = await set();
  return changed?.result === 'changed' ? withoutCircle(work, changed) : changed;
}

/**
 * Looks behind a change that is written: if the pin is inside of itself now, the change is taken back, and the trail has
 * both. Doing it again after a crash comes to the same.
 */
async function withoutCircle(work: PinWork, changed: Changed): Promise<Changed> {
  const key = `${work.key}:round-about`;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if ((await recordedKeys([key])).has(key)) return { result: 'round-about', fields: [] };
    const stored = await workable(work.pin, work.by);
    if (!stored?.parent || !(await isInsideItself(work.pin, stored.parent))) return changed;
    const before = await parentBefore(work);
    // Somebody else has set another one since: theirs is theirs to look behind.
    if (!before || before.to !== stored.parent) return changed;
    const back = { field: 'parent' as const, from: stored.parent, to: before.from };
    if (await write(stored, [back], { ...work, key, undoes: work.key }))
      await finished(stored, { ...work, key });
  }
  throw new Error(`pin ${work.pin} never came to rest`);
}

/** What this very change made of the parent. */
async function parentBefore({ pin, key }: PinWork) {
  const own = (await entriesOf(pin)).find((entry) => entry.key === key);
  return own?.changes.find(({ field }) => field === 'parent');
}
