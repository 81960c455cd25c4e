/**
 * Digests come once, however many processes send them and wherever one dies. A digest is *claimed* before it is sent: one
 * write puts the day, what it says and its retry key into the person's document, if no later day stands there. What is
 * claimed is then handed over, as a push to the outbox or as a note for the next reply, both under a key of the person and
 * the day, which are taken once. Whoever runs next hands over what a dead process left, and ends what arrived. What
 * does not arrive gives back what was told before, so that the next digest says it.
 */
import { createHash } from 'node:crypto';
import { uuidOf } from './complaint-telling.ts';
import {
  type DigestClaim,
  type DigestCounts,
  DigestModel,
  type DigestState,
  type StoredDigest,
} from './digest-settings.ts';
import { ignoreDuplicates } from './duplicate-key.ts';
import { notesSaid, putNote, withdrawNote } from './note.ts';
import { outboxStates, putManyInOutbox } from './outbox.ts';
import { lastNotesOf } from './reminder-people.ts';
import type { CalendarDate } from './thai/calendar.ts';

/** So long a digest waits for the next reply of somebody who is talking. Milliseconds. */
const NOTE_WAITS = 30 * 60_000;
/** A turn takes less, from reading a note to storing that it was said. Milliseconds. */
const TURN_AT_MOST = 120_000;
/** The database takes several at once. */
const AT_ONCE = 8;

/** A digest to be claimed; `state` is what was known of the person's digests before. */
export type ReadyDigest = {
  person: string;
  slot: CalendarDate;
  counts: DigestCounts;
  state: DigestState | undefined;
  saying: { messages: readonly unknown[] };
  language: string;
  /** Somebody who is talking gets it with the next reply, for nothing. */
  way: 'push' | 'note';
};

/** The key of a digest: one for each person and day, without saying who it is. */
function digestKey(person: string, slot: CalendarDate): string {
  return `digest:${slot}:${createHash('sha256').update(person).digest('hex').slice(0, 16)}`;
}

/** Claims digests and hands them over. `sendBefore`: when a push is too late. */
export async function sendDigestsOnce(
  ready: readonly ReadyDigest[],
  { now, sendBefore }: { now: Date; sendBefore: Date },
): Promise<void> {
  if (ready.length === 0) return;
  const claims = ready.map(({ person, slot, counts, state, saying, language, way }) => {
    const claim: DigestClaim = {
      slot,
      way,
      saying,
      language,
      retryKey: uuidOf(digestKey(person, slot)),
      noteUntil: new Date(now.getTime() + NOTE_WAITS),
      sendBefore,
      claimedAt: now,
      before: state?.counts && state.sentAt ? { counts: state.counts, sentAt: state.sentAt } : null,
    };
    return onceFor(person, slot, { slot, counts, sentAt: now, claim });
  });
  await ignoreDuplicates(() => DigestModel.bulkWrite(claims, { ordered: false }));
  const slots = [...new Set(ready.map(({ slot }) => slot))];
  const open = await claimed({
    _id: { $in: ready.map(({ person }) => person) },
    'claim.slot': { $in: slots },
  });
  await handOver(open, now);
}

/** Notes that a day's digests of these people were looked at and had nothing to say. */
export async function noteQuietDigests(
  quiet: readonly { person: string; slot: CalendarDate }[],
): Promise<void> {
  if (quiet.length === 0) return;
  const looked = quiet.map(({ person, slot }) => onceFor(person, slot, { slot }));
  await ignoreDuplicates(() => DigestModel.bulkWrite(looked, { ordered: false }));
}

/** Where a day stands already, nothing is found, and what would be put in instead is a duplicate. */
const onceFor = (person: string, slot: CalendarDate, set: Record<string, unknown>) => ({
  updateOne: { filter: { _id: person, slot: { $not: { $gte: slot } } }, update: { $set: set }, upsert: true },
});

type OpenDigest = StoredDigest & { claim: DigestClaim };

async function claimed(filter: Record<string, unknown>): Promise<OpenDigest[]> {
  const stored = await DigestModel.find(filter).sort({ _id: 1 }).lean<StoredDigest[]>();
  return stored.flatMap((one) => (one.claim ? [{ ...one, claim: one.claim }] : []));
}

async function handOver(open: readonly OpenDigest[], now: Date): Promise<void> {
  for (let from = 0; from < open.length; from += AT_ONCE)
    await Promise.all(open.slice(from, from + AT_ONCE).map((one) => handOverOne(one, now)));
}

async function handOverOne({ _id: person, claim }: OpenDigest, now: Date): Promise<void> {
  const { slot, way, saying, language, retryKey, noteUntil, sendBefore, claimedAt } = claim;
  const key = digestKey(person, slot);
  if (way === 'push')
    return putManyInOutbox({ key, recipients: [person], saying, language, retryKey, sendBefore }, now);
  // Written by `sendDigestsOnce` from a saying of ours.
  const { messages } = saying as { messages: unknown[] };
  if (noteUntil > now) await putNote({ key, person, messages, notBefore: claimedAt, expiresAt: noteUntil });
}

/** What is left to be done with claims of before. `mayGet`: who still is to get one; `mayPush`: how many may be pushed now. */
export type Settling = {
  now: Date;
  mayGet: (people: readonly string[]) => Promise<ReadonlySet<string>>;
  mayPush: number | undefined;
};

/** Ends what arrived or never will, hands over what a dead process left, and pushes what waited for a reply in vain. */
export async function settleDigests({
  now,
  mayGet,
  mayPush = Number.POSITIVE_INFINITY,
}: Settling): Promise<void> {
  const open = await claimed({ 'claim.slot': { $exists: true } });
  if (open.length === 0) return;
  const keys = open.map(({ _id, claim }) => digestKey(_id, claim.slot));
  const [outbox, said, last, wanted] = await Promise.all([
    outboxStates(keys),
    notesSaid(keys),
    lastNotesOf(open.map(({ _id }) => _id)),
    mayGet(open.map(({ _id }) => _id)),
  ]);
  let left = mayPush;
  for (const one of open) {
    const key = digestKey(one._id, one.claim.slot);
    const inOutbox = outbox.get(key)?.state;
    const isSaid = said.has(key) || last.get(one._id) === key || inOutbox === 'sent';
    if (isSaid) await end(one, {});
    else if (inOutbox === 'failed') await giveBack(one);
    else if (inOutbox === undefined) left -= await goOn(one, { now, isWanted: wanted.has(one._id), left });
  }
}

/** One that is neither said nor in the outbox; how many pushes it took. */
async function goOn(
  one: OpenDigest,
  { now, isWanted, left }: { now: Date; isWanted: boolean; left: number },
): Promise<number> {
  const { claim, _id: person } = one;
  const key = digestKey(person, claim.slot);
  const waits = claim.way === 'note' && now.getTime() <= claim.noteUntil.getTime() + TURN_AT_MOST;
  if (waits && isWanted) {
    await handOverOne(one, now);
    return 0;
  }
  if (claim.way === 'note') {
    // Said at the last moment after all: the next look sees it.
    if (!(await withdrawNote(key)) && (await notesSaid([key])).has(key)) return 0;
  }
  if (!isWanted || now >= claim.sendBefore) {
    await giveBack(one);
    return 0;
  }
  if (left < 1) return 0;
  await DigestModel.updateOne(sameClaim(one), { $set: { 'claim.way': 'push' } });
  await handOver(await claimed({ _id: person, 'claim.slot': claim.slot, 'claim.way': 'push' }), now);
  return 1;
}

const sameClaim = ({ _id, claim }: OpenDigest) => ({ _id, 'claim.slot': claim.slot, 'claim.way': claim.way });

type Ending = { set?: Record<string, unknown>; unset?: Record<string, 1> };

async function end(one: OpenDigest, { set, unset }: Ending): Promise<void> {
  await DigestModel.updateOne(sameClaim(one), { ...(set && { $set: set }), $unset: { claim: 1, ...unset } });
}

/** It never arrived: what was told last is what was told before it. */
async function giveBack(one: OpenDigest): Promise<void> {
  const { before } = one.claim;
  await end(one, before ? { set: before } : { unset: { counts: 1, sentAt: 1 } });
}
