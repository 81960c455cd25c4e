/** Writes that may meet what somebody else is inserting at the same moment. */
import mongoose from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** What a bulk write did; `insertedIds` are the ids of upserts that found nothing. */
export type BulkOutcome = { insertedIds: ReadonlySet<unknown>; modified: number };

type BulkResult = { upsertedIds: Readonly<Record<number, unknown>>; modifiedCount: number };

/**
 * Does an unordered bulk write; operations that met a duplicate key count as not done, any other failure is
 * thrown.
 */
export async function ignoreDuplicates(write: () => Promise<BulkResult>): Promise<BulkOutcome> {
  try {
    return outcomeOf(await write());
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || !metOnlyDuplicates(error)) throw error;
    return outcomeOf(error);
  }
}

function outcomeOf({ upsertedIds, modifiedCount }: BulkResult): BulkOutcome {
  return { insertedIds: new Set(Object.values(upsertedIds)), modified: modifiedCount };
}

function metOnlyDuplicates(error: mongoose.mongo.MongoBulkWriteError): boolean {
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  const concern = error.result.getWriteConcernError();
  return concern === undefined && failures.every(({ code }) => code === DUPLICATE_KEY);
}

/**
 * Does an upsert whose filter names the revision that was read; false when it met the document in another revision,
 * which somebody else wrote meanwhile.
 */
export async function wroteWithoutRival(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}
