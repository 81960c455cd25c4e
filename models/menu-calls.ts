/**
 * How many of LINE's hourly calls about menus were made: remembered here, so that repeated runs and several processes
 * together stay below the limits. A run holds all calls it may need before its first one, and gives back what it did
 * not use. LINE fills a bucket evenly; at most its size in any hour always fits into it.
 * Source: Messaging API reference, rate limits; they hold for each endpoint and channel.
 */
import mongoose from 'mongoose';
import { wroteWithoutRival } from './duplicate-key.ts';

/** The calls LINE limits by the hour. `move` is the batch that moves everybody from menu to menu. */
export const limitedCalls = ['create', 'delete', 'deleteAlias', 'move', 'moveProgress'] as const;
export type LimitedCall = (typeof limitedCalls)[number];
export type CallCounts = Record<LimitedCall, number>;

/** What LINE takes in an hour. */
export const CALLS_AN_HOUR: Readonly<CallCounts> = {
  create: 100,
  delete: 100,
  deleteAlias: 100,
  move: 3,
  moveProgress: 100,
};

/** A limit that stands in the way. `freeAt`: when enough calls are free again; missing where it never will be. */
export type LackingCalls = { call: LimitedCall; left: number; needed: number; freeAt?: Date };

/** `held` has at least what was needed, and as much of what was wished for as there was. */
export type Holding = { isHeld: true; held: CallCounts } | { isHeld: false; lacking: LackingCalls[] };

type Run = CallCounts & { run: string; until: Date };
type Stored = { _id: string; revision: number; runs: Run[] };

const counts = Object.fromEntries(limitedCalls.map((call) => [call, { type: Number, required: true }]));
const schema = new mongoose.Schema<Stored>(
  {
    /** The channel. */
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    /** The runs whose calls count now. `until`: an hour after the last call it can have made. */
    runs: { type: [{ _id: false, run: String, until: Date, ...counts }], required: true },
  },
  { collection: 'menu_calls', versionKey: false },
);
/** Exported for the test that it stays small. */
export const MenuCallsModel = mongoose.model('MenuCalls', schema);

const HOUR = 3_600_000;
/** Nothing can count for longer; what lies further ahead was written by a clock that was wrong. */
const LONGEST = 2 * HOUR;
const DAY = 24 * HOUR;

type Wanted = {
  /** Names the run for `settleCalls`. */
  run: string;
  needs: CallCounts;
  /** Taken as far as there is room. */
  wishes?: CallCounts;
  now: Date;
  /** How long the run can last at most. */
  holdMilliseconds: number;
};

/** Holds calls for a run: all it needs, or nothing. */
export async function holdCalls(channel: string, wanted: Wanted): Promise<Holding> {
  const { run, needs, wishes = needs, now, holdMilliseconds } = wanted;
  const until = new Date(now.getTime() + holdMilliseconds + HOUR);
  await MenuCallsModel.deleteMany({
    _id: { $ne: channel },
    'runs.until': { $not: { $gt: new Date(now.getTime() - DAY) } },
  });
  for (;;) {
    const stored = await read(channel);
    const counting = countingAt(stored.runs, now);
    const left = leftOf(counting);
    const lacking = limitedCalls.filter((call) => needs[call] > left[call]);
    if (lacking.length > 0)
      return { isHeld: false, lacking: lacking.map((call) => lackingOf(call, needs[call], counting)) };
    const held = each((call) => Math.min(left[call], Math.max(needs[call], wishes[call])));
    if (limitedCalls.every((call) => held[call] === 0)) return { isHeld: true, held };
    if (await write(stored, [...counting, { run, until, ...held }])) return { isHeld: true, held };
  }
}

/** Says what a run really called; the rest is free again, and the calls count for an hour from `now` on. */
export async function settleCalls(channel: string, run: string, used: CallCounts, now: Date): Promise<void> {
  const until = new Date(now.getTime() + HOUR);
  const isNothing = limitedCalls.every((call) => used[call] === 0);
  for (;;) {
    const stored = await read(channel);
    const others = countingAt(stored.runs, now).filter((one) => one.run !== run);
    if (await write(stored, isNothing ? others : [...others, { run, until, ...used }])) return;
  }
}

/** How many of each are left at `now`. */
export async function callsLeft(channel: string, now: Date): Promise<CallCounts> {
  return leftOf(countingAt((await read(channel)).runs, now));
}

async function read(channel: string): Promise<Stored> {
  return (await MenuCallsModel.findById(channel).lean<Stored>()) ?? { _id: channel, revision: 0, runs: [] };
}

/** False when somebody else wrote meanwhile. */
function write({ _id, revision }: Stored, runs: readonly Run[]): Promise<boolean> {
  return wroteWithoutRival(async () => {
    const next = { revision: revision + 1, runs: [...runs] };
    const filter = { _id, revision };
    await MenuCallsModel.updateOne(filter, { $set: next }, { upsert: true });
  });
}

function countingAt(runs: readonly Run[], now: Date): Run[] {
  const [from, to] = [now.getTime(), now.getTime() + LONGEST];
  return runs.filter(({ until }) => until.getTime() > from && until.getTime() <= to);
}

const each = (count: (call: LimitedCall) => number): CallCounts => ({
  create: count('create'),
  delete: count('delete'),
  deleteAlias: count('deleteAlias'),
  move: count('move'),
  moveProgress: count('moveProgress'),
});

const leftOf = (runs: readonly Run[]): CallCounts =>
  each((call) => runs.reduce((left, run) => left - run[call], CALLS_AN_HOUR[call]));

function lackingOf(call: LimitedCall, needed: number, runs: readonly Run[]): LackingCalls {
  const now = leftOf(runs)[call];
  let left = now;
  for (const run of runs.toSorted((one, other) => one.until.getTime() - other.until.getTime())) {
    left += run[call];
    if (left >= needed) return { call, left: now, needed, freeAt: run.until };
  }
  return { call, left: now, needed };
}
