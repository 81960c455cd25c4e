/** A citizen says that an office still asks for a copy; those who keep the office find it among their tasks. */
import { statesAtPin } from './copy-at-pin.ts';
import { FlagModel, type StoredFlag } from './copy-flag-document.ts';
import { asks, shortEnough } from './copy-state.ts';
import { publishedBehind } from './merged-into.ts';
import { reportCopyAsked } from './task.ts';
import { addDays, bangkokDate, startOfBangkokDay } from './thai/calendar.ts';

/** More than anybody is asked for in a day; what is beyond is not a citizen's experience. */
const FLAGS_A_DAY = 20;

/** What somebody says of a procedure at a pin (its public code). `words`: at most 500 characters as people see them. */
export type CopyFlagging = {
  pin: string;
  procedure: string;
  words?: string | undefined;
  by: string;
  at: Date;
  key: string;
};

/**
 * Counts a flag once for each person, procedure, pin and month of Bangkok, and gives the pin's keepers a task.
 * `already`: this person has said so this month; `gone`: the pin is not on the map or does not offer the procedure;
 * `too-many`: more than anybody has to say in a day. Throws RangeError when the words are too long.
 */
export async function flagCopy(
  flagging: CopyFlagging,
): Promise<{ result: 'counted' | 'already' | 'gone' | 'too-many' }> {
  const { procedure, by, at, key } = flagging;
  const words = shortEnough(flagging.words ?? null);
  const pin = await publishedBehind(flagging.pin);
  const there = pin ? (await statesAtPin(pin)).find(({ manual }) => manual.code === procedure) : undefined;
  if (!pin?.code || !there) return { result: 'gone' };
  const month = bangkokDate(at).slice(0, 7);
  const before = await FlagModel.findOne({ by, procedure, pin: pin._id, month }).lean<StoredFlag>();
  if (before && before.key !== key) return { result: 'already' };
  if (!before && (await countToday(by, at)) >= FLAGS_A_DAY) return { result: 'too-many' };
  const { _id: id, agency } = pin;
  const flag = { key, by, procedure, pin: id, month, at, disagrees: !asks(there.state) };
  const kept = await FlagModel.findOneAndUpdate(
    { _id: `${by}:${procedure}:${id}:${month}` },
    { $setOnInsert: { ...flag, ...(words && { words }), ...(agency && { agency }) } },
    { upsert: true, returnDocument: 'after' },
  ).lean<StoredFlag>();
  if (kept?.key !== key) return { result: 'already' };
  await reportCopyAsked({ pin: pin.code, procedure, words: words ?? undefined, by, at: kept.at, key });
  await followMerge(kept._id, pin.code);
  return { result: 'counted' };
}

async function countToday(by: string, at: Date): Promise<number> {
  const today = bangkokDate(at);
  const [midnight, next] = [startOfBangkokDay(today), startOfBangkokDay(addDays(today, 1))];
  return FlagModel.countDocuments({ by, at: { $gte: midnight, $lt: next } });
}

/** The pin may have been merged between looking it up and writing: then its flags have moved already, but for this one. */
async function followMerge(flag: string, pin: string): Promise<void> {
  const behind = await publishedBehind(pin);
  if (behind && behind.code !== pin) await moveFlag(flag, behind);
}

/** Moves the flags of a pin (its id) to the one it was merged into. */
export async function moveFlags(from: string, to: { _id: string; agency?: string | null }): Promise<void> {
  const moving = await FlagModel.find({ pin: from }, { _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id } of moving) await moveFlag(_id, to);
}

async function moveFlag(
  flag: string,
  to: { _id: string; agency?: string | null | undefined },
): Promise<void> {
  const { _id: pin, agency } = to;
  await FlagModel.updateOne(
    { _id: flag },
    { $set: { pin, ...(agency && { agency }) }, ...(!agency && { $unset: { agency: 1 } }) },
  );
}
