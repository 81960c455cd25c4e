// Ratings of a country: 400,000 of them over 40,000 offices, one office far ahead. What people and reports read, and rating.
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import { rateOffice } from '../../models/rating.ts';
import { ratingCounts, satisfactionOf } from '../../models/rating-counts.ts';
import { RatingModel } from '../../models/rating-document.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { seededRandom } from '../models/search-queries.ts';
import { percentile, type Row } from './row.ts';

const OFFICES = 40_000;
const RATINGS = 400_000;
/** So many of them are about one office. */
const AHEAD = 20_000;
/** Offices one after another belong to one of so many provinces. */
const PROVINCES = 77;
const BATCH = 5_000;
const READS = 2_000;
const RATED = 500;
const REPORTS = 77;
const NOW = new Date('2018-05-08T05:00:00Z');
const TODAY = '2018-05-08';

/** Fills a database and measures cards, lists, reports and rating. */
export async function benchRatings(): Promise<Row[]> {
  const database = await openTestDatabase();
  await connectModels(`${database.uri}${database.uri.includes('?') ? '&' : '?'}monitorCommands=true`);
  try {
    const codes = await putOffices();
    await putRatings(codes);
    return [...(await reads(codes)), ...(await rating(codes))];
  } finally {
    await disconnectModels();
    await database.close();
  }
}

async function reads(codes: readonly string[]): Promise<Row[]> {
  const random = seededRandom(2561);
  const any = () => codes[Math.floor(random() * codes.length)] ?? '';
  const perProvince = Math.ceil(codes.length / PROVINCES);
  let province = 0;
  const scores = async (count: number) => satisfactionOf(Array.from({ length: count }, any));
  return [
    await measured('score of an office card', READS, () => scores(1)),
    await measured('scores of five results of a search', READS, () => scores(5)),
    await measured(`counts of the ${perProvince} offices of a province`, REPORTS, async () => {
      const from = perProvince * province++;
      for await (const _ of ratingCounts(codes.slice(from, from + perProvince)));
    }),
    await measured(`counts of all ${OFFICES} offices`, 3, async () => {
      for await (const _ of ratingCounts());
    }),
  ];
}

/** By somebody else each time, as most ratings are. */
async function rating(codes: readonly string[]): Promise<Row[]> {
  const [ahead = '', ...others] = codes;
  const random = seededRandom(42);
  let given = 0;
  const rate = (pin: string, by: string) =>
    rateOffice({ pin, by, day: TODAY, stars: 4, at: NOW, key: `rate:${++given}` }, randomUUID);
  const any = () => others[Math.floor(random() * others.length)] ?? '';
  // The first one of a month makes its key.
  await rate(any(), 'U0');
  return [
    await measured('rating an office', RATED, (n) => rate(any(), `U${n}`)),
    await measured('replacing the rating of the day', RATED, () => rate(others[0] ?? '', 'U1')),
    await measured(`rating the office with ${AHEAD} ratings`, RATED / 5, (n) => rate(ahead, `U${n}`)),
  ];
}

async function measured(what: string, times: number, act: (n: number) => Promise<unknown>): Promise<Row> {
  let trips = 0;
  const client = mongoose.connection.getClient();
  const counting = () => {
    trips += 1;
  };
  client.on('commandStarted', counting);
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await act(n);
    taken.push(performance.now() - started);
  }
  client.off('commandStarted', counting);
  const at = (share: number) => percentile(taken, share).toFixed(1);
  return {
    what,
    figures: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${(trips / times).toFixed(1)} round trips`,
  };
}

/** Published pins; their public codes. */
async function putOffices(): Promise<string[]> {
  const random = seededRandom(40_000);
  const codes = new Set<string>();
  while (codes.size < OFFICES) codes.add(newPinCode(random));
  const pins = [...codes].map((code, n) => ({
    _id: `office ${n}`,
    state: 'published' as const,
    code,
    owner: 'U00000000000000000000000000000001',
    agency: `agency ${n % 7_800}`,
    name: { th: `สำนักงาน ${n}` },
    area: { th: 'อ.เมือง' },
    kind: 'other',
    position: { type: 'Point' as const, coordinates: [99 + 5 * random(), 13 + 5 * random()] },
    spot: 'entrance' as const,
    createdAt: NOW,
    updatedAt: NOW,
    publishedAt: NOW,
  }));
  for (let at = 0; at < pins.length; at += BATCH) await PinModel.insertMany(pins.slice(at, at + BATCH));
  return [...codes];
}

/** Ratings of the months before, and what they come to; as `recount` leaves it. */
async function putRatings(codes: readonly string[]): Promise<void> {
  const random = seededRandom(7);
  // Past mongoose: checking so many would take minutes.
  const ratings = mongoose.connection.collection<ReturnType<typeof someRating>>('ratings');
  for (let from = 0; from < RATINGS; from += BATCH)
    await ratings.insertMany(
      Array.from({ length: BATCH }, (_, index) => someRating(from + index, codes, random)),
    );
  const starsOf = (star: number) => ({ $sum: { $cond: [{ $eq: ['$stars', star] }, 1, 0] } });
  const [one, two, three, four, five] = [1, 2, 3, 4, 5].map(starsOf);
  await RatingModel.aggregate([
    { $group: { _id: '$pin', one, two, three, four, five } },
    {
      $project: {
        version: { $literal: 1 },
        stars: ['$one', '$two', '$three', '$four', '$five'],
        leftOut: { $literal: 0 },
      },
    },
    { $merge: { into: 'rating_counts' } },
  ]);
}

function someRating(n: number, codes: readonly string[], random: () => number) {
  const pin = codes[n < AHEAD ? 0 : Math.floor(random() * codes.length)];
  const at = new Date(NOW.getTime() - (1 + random() * 200) * 86_400_000);
  const newcomer = random() < 0.1;
  const stars = 1 + Math.floor(random() * 5);
  const day = at.toISOString().slice(0, 10);
  // As mongoose would store it: without the marks, whose month's key is gone.
  return { _id: `rating ${n}`, pin, day, state: 'given', stars, at, newcomer, leftOut: false };
}
