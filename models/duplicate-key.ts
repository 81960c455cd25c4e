/** Writes that may meet what somebody else is inserting at the same moment. */
import mongoose from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** What a bulk write did. */
export type BulkOutcome = { inserted: number; modified: number };

/**
 * Does an unordered bulk write; operations that met a duplicate key count as not done, any other failure is
 * thrown.
 */
export async function ignoreDuplicates(
  write: () => Promise<{ upsertedCount: number; modifiedCount: number }>,
): Promise<BulkOutcome> {
  try {
    const { upsertedCount, modifiedCount } = await write();
    return { inserted: upsertedCount, modified: modifiedCount };
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || !metOnlyDuplicates(error)) throw error;
    return { inserted: error.upsertedCount, modified: error.modifiedCount };
  }
}

function metOnlyDuplicates(error: mongoose.mongo.MongoBulkWriteError): boolean {
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  const concern = error.result.getWriteConcernError();
  return concern === undefined && failures.every(({ code }) => code === DUPLICATE_KEY);
}
