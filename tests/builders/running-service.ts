/** The service as it runs, on a database of the test's own, with a fake LINE. */
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { startService } from '../../bot/service.ts';
import type { Surroundings } from '../../bot/surroundings.ts';
import { FakeLine } from '../fakes/fake-line.ts';
import { keptLog } from '../fakes/kept-log.ts';
import { channelSecret, postEvents } from './signed-request.ts';
import { until } from './until.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** Nothing looks for work by itself: what a test sees was nudged. Milliseconds. */
const hour = 3_600_000;
/** Only the nudge after a webhook starts turns. */
const quietTiming = { lease: 20_000, sweep: hour, pollOutbox: hour, pollPins: hour };
/** What was left is taken up again at once. */
export const quickTiming = { lease: 300, sweep: 20, pollOutbox: 20, pollPins: hour };

/** A document of the inbox, as much as tests look at. */
export type InboxRow = {
  _id: string;
  chat: string;
  state: string;
  attempts: number;
  body: Record<string, unknown>;
};

/** Starts the service; the models must be connected. `stop` it before the database closes. */
export function runService(changes: Partial<Surroundings> = {}) {
  const line = new FakeLine();
  const { log, lines } = keptLog();
  const service = startService({
    channelSecret,
    publicUrl: 'https://pakmud.example.go.th',
    line,
    now: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    log,
    timing: quietTiming,
    ...changes,
  });
  return {
    app: service.app,
    line,
    lines,
    /** Sends events in one webhook and waits until all that was kept is answered. */
    async send(...events: WebhookEvent[]): Promise<void> {
      await postEvents(service.app, ...events).expect(200);
      await allEnded();
    },
    stop: () => service.stop(5_000),
  };
}

/** All documents of the inbox. */
export function inboxRows(): Promise<InboxRow[]> {
  return mongoose.connection.collection<InboxRow>('inbox').find().toArray();
}

/** Resolves when no event waits and none is in hand. */
export async function allEnded(): Promise<void> {
  await until('every event is done or failed', async () => {
    const open = { state: { $in: ['waiting', 'taken'] } };
    return (await mongoose.connection.collection('inbox').countDocuments(open)) === 0;
  });
}

/** Empties every collection; the indexes stay. */
export async function emptyDatabase(): Promise<void> {
  const collections = Object.values(mongoose.models).map((model) => model.collection);
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}
