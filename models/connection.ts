/** The one connection to MongoDB, and making its indexes equal to what the models declare. */
import mongoose from 'mongoose';

/** How long an operation waits for a reachable server before it fails, in milliseconds. */
const SERVER_SELECTION_MILLISECONDS = 10_000;

/**
 * Connects and makes sure that every index the models declare exists. Call once at the start; import all models
 * before. The driver reconnects by itself after that. `databaseName` is for a URI that names none.
 */
export async function connectModels(uri: string, databaseName?: string): Promise<void> {
  mongoose.set('strictQuery', true);
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: SERVER_SELECTION_MILLISECONDS,
    autoIndex: false,
    maxPoolSize: 50,
    // What LINE was told is kept must survive a crash of the database.
    writeConcern: { w: 'majority', journal: true },
    ...(databaseName && { dbName: databaseName }),
  });
  await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
}

/** Whether the database answers within `milliseconds`. */
export async function databaseAnswers(milliseconds: number): Promise<boolean> {
  const { db } = mongoose.connection;
  if (!db) return false;
  const late = new Promise<false>((resolve) => setTimeout(resolve, milliseconds, false).unref());
  const pong = db.command({ ping: 1 }).then(
    () => true,
    () => false,
  );
  return Promise.race([pong, late]);
}

/** Closes the connection; operations in hand are finished first. */
export async function disconnectModels(): Promise<void> {
  await mongoose.disconnect();
}
