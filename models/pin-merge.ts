/**
 * Merging two pins of one office: one stays, the other goes off the map and leads to it. What moves: photos that
 * still fit, open tasks, and the values the pin that stays has not got.
 *
 * There are no transactions. Both pins are claimed first, the one with the smaller id before the other, each claim
 * holding all that is needed to finish; retiring the pin that goes is the one write that decides. Whoever meets a
 * claim of somebody else finishes that merge first. So a crash between any two writes is made good by the same call
 * or by the next one on either pin, and of two merges in opposite directions the later one finds the first one done.
 */
import { agencyByCode } from './agency.ts';
import { recordedKeys } from './audit.ts';
import { publishedBehind } from './merged-into.ts';
import { NotAllowed, personById } from './person.ts';
import { type Merging, PinModel, type StoredPin } from './pin-document.ts';
import {
  claim,
  entryKey,
  fillIn,
  moveRest,
  type Pair,
  release,
  retireMerged,
  storedPair,
} from './pin-merge-steps.ts';
import { lookAfter } from './role.ts';

/** `keep` and `away` are public codes; `key` is the idempotency key. */
export type MergeWish = { keep: string; away: string; by: string; at: Date; key: string };

/**
 * What became of it. `code` is the pin that is on the map now. `already-merged`: they, or the one to go, had been merged before;
 * `gone`: one of the two is not on the map; `same`: they are one pin. Nothing was changed then.
 */
export type Merged = { result: 'merged' | 'already-merged'; code: string } | { result: 'same' | 'gone' };

/** Each round only finishes what somebody else had begun. */
const MOST_ROUNDS = 50;

/**
 * Merges the pin `away` into the pin `keep`, or, where that one was merged itself, into the one that took its place.
 * Throws `NotAllowed` unless `by` looks after the agencies of both; pins without an agency are for administrators and
 * for coordinators of the whole country.
 */
export async function mergePins(given: MergeWish): Promise<Merged> {
  if (given.keep === given.away) return { result: 'same' };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wish = await followed(given);
    const ids = await idsOf(wish);
    if (!ids) return { result: 'gone' };
    const merging: Merging = { ...ids, ...wish };
    const pair = await storedPair(merging);
    const underWay = pair.lower.merging ?? pair.higher.merging;
    if (underWay) {
      await finish(underWay, wish.at);
      continue;
    }
    if (await isRecorded(wish)) return { result: 'merged', code: wish.keep };
    await mustLookAfter(wish.by, pair);
    const hindrance = await hindranceOf(pair);
    if (hindrance) return hindrance;
    await claim(pair.lower._id, merging);
  }
  throw new Error(`merging ${given.away} into ${given.keep} never came to rest`);
}

/** The wish with the pin that stands in the place of the one to be kept, unless that is the one to go. */
async function followed(wish: MergeWish): Promise<MergeWish> {
  const living = (await publishedBehind(wish.keep))?.code;
  return living && living !== wish.away ? { ...wish, keep: living } : wish;
}

/** Which of these codes belong to published pins that the person may merge. */
export async function mergeable(codes: readonly string[], person: string): Promise<string[]> {
  const stored = await PinModel.find(
    { code: { $in: [...codes] }, state: 'published' },
    { code: 1, agency: 1 },
  ).lean<StoredPin[]>();
  const allowed = await Promise.all(stored.map(async (pin) => (await looksAfter(person, pin)) && pin.code));
  return codes.filter((code) => allowed.includes(code));
}

async function idsOf({ keep, away }: MergeWish): Promise<{ keepId: string; awayId: string } | undefined> {
  const [kept, gone] = await Promise.all(
    [keep, away].map((code) =>
      PinModel.findOne({ code, state: { $ne: 'draft' } }, { _id: 1 }).lean<StoredPin>(),
    ),
  );
  return kept && gone ? { keepId: kept._id, awayId: gone._id } : undefined;
}

/** The entry of the pin that goes is in the trail before the claims are released. */
async function isRecorded({ key }: MergeWish): Promise<boolean> {
  const entry = entryKey(key, 'away');
  return (await recordedKeys([entry])).has(entry);
}

async function mustLookAfter(by: string, { keep, away }: Pair): Promise<void> {
  for (const pin of [keep, away]) {
    if (!(await looksAfter(by, pin))) throw new NotAllowed(`pin ${pin.code} is outside the scope`);
  }
}

async function looksAfter(person: string, { agency }: Pick<StoredPin, 'agency'>): Promise<boolean> {
  const [{ roles }, known] = await Promise.all([
    personById(person),
    agency ? agencyByCode(agency) : undefined,
  ]);
  return lookAfter(roles, known ?? {});
}

/** Why these two cannot be merged as they stand. */
async function hindranceOf({ keep, away }: Pair): Promise<Merged | undefined> {
  const merged = [away, keep].find(({ state, mergedInto }) => state === 'retired' && mergedInto);
  const behind = merged?.code ? await publishedBehind(merged.code) : undefined;
  if (behind?.code) return { result: 'already-merged', code: behind.code };
  return keep.state === 'published' && away.state === 'published' ? undefined : { result: 'gone' };
}

/**
 * Carries a merge on from wherever it stands until its claims are released, whoever began it. Nothing is left of it
 * when one of the pins went off the map before the merge was decided. `now` is the instant of writing.
 */
async function finish(merging: Merging, now: Date): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const pair = await storedPair(merging);
    const [hasLower, hasHigher] = [pair.lower, pair.higher].map((pin) => pin.merging?.key === merging.key);
    if (hasLower && hasHigher && (await retireMerged(pair, merging, now))) {
      await fillIn(merging, now);
      await moveRest(merging);
      return releaseBoth(merging);
    }
    const isFree = pair.keep.state === 'published' && pair.away.state === 'published';
    // A higher pin that is not claimed yet can be; in all other cases the merge is over.
    if (!hasLower || hasHigher || !isFree) return releaseBoth(merging);
    // Claims are waited for in the order of ids, so that no two merges wait for each other.
    if (pair.higher.merging) await finish(pair.higher.merging, now);
    else await claim(pair.higher._id, merging);
  }
  throw new Error(`merging ${merging.away} into ${merging.keep} never came to rest`);
}

/** The pin that stays first: as long as the other one is claimed, the next call finds the merge. */
async function releaseBoth({ keepId, awayId, key }: Merging): Promise<void> {
  await release(keepId, key);
  await release(awayId, key);
}
