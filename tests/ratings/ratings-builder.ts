// Offices of HERE and people who rate them, on the real engine.
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { rateOffice } from '../../models/rating.ts';
import { satisfactionOf } from '../../models/rating-counts.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { HERE, MALEE } from '../models/copies-builder.ts';
import { aPin } from '../models/pin-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { seededRandom } from '../models/search-queries.ts';

export const CITIZEN = 'U00000000000000000000000000000021';
export const OTHER = 'U00000000000000000000000000000022';

const random = seededRandom(4);

/** Publishes an office of HERE and gives its code. */
export async function office(id: string): Promise<string> {
  const publication = { id, owner: MALEE, agency: HERE, pin: aPin(), now: NOON };
  return (await publishPin({ ...publication, newCode: () => newPinCode(random) })).code;
}

/** Somebody rates an office: Citizen five stars at noon, unless told otherwise. */
export function give(
  pin: string,
  key: string,
  { by = CITIZEN, stars = 5, at = NOON, day = bangkokDate(at) } = {},
) {
  return rateOffice({ pin, by, day, stars, at, key }, randomUUID);
}

/** As if somebody had first talked to us so long before noon. */
export async function firstSeen(person: string, daysBefore: number): Promise<void> {
  const startedAt = new Date(NOON.getTime() - daysBefore * 86_400_000);
  await mongoose.connection
    .collection<{ _id: string }>('conversations')
    .updateOne({ _id: person }, { $set: { revision: 1, startedAt } }, { upsert: true });
}

/** The counts of one office. */
export async function counts(pin: string): Promise<{ n: number; leftOut: number }> {
  const { n = -1, leftOut = -1 } = (await satisfactionOf([pin])).get(pin) ?? {};
  return { n, leftOut };
}

/** Everything stored, as one text. */
export async function everythingStored(): Promise<string> {
  const { db } = mongoose.connection;
  const collections = (await db?.collections()) ?? [];
  const rows = await Promise.all(
    collections
      .filter(({ collectionName }) => /^rating/.test(collectionName))
      .map((one) => one.find().toArray()),
  );
  return JSON.stringify(rows);
}
