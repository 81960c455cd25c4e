/** Telling the database's failures from our own bugs. */
import mongoose from 'mongoose';

/** Names of the driver's failures that pass when the database is back. */
const PASSING =
  /^(Mongo(Network|ServerSelection|PoolClosed|PoolCleared|NotConnected|TopologyClosed)\w*|MongooseServerSelectionError)$/;

/** Whether the failure is the database's (unreachable, restarted, overloaded): the same operation may work later. */
export function isDatabaseFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (PASSING.test(error.name)) return true;
  const { MongoServerError } = mongoose.mongo;
  return (
    error instanceof MongoServerError &&
    (error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('RetryableError'))
  );
}
