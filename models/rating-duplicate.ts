/** Inserting what somebody else inserts at the same moment. */
import mongoose from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** Does a write; false when it met a unique key that is taken. */
export async function ignoreDuplicate(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}
