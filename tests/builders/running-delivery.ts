/** Delivery as it runs, with the outbox of a real database and the clock of the test. */
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { startDelivery } from '../../bot/line/delivery.ts';
import type { LineClient } from '../../bot/line/line-client.ts';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { allTexts } from '../../flows/registry.ts';
import { keptLog } from '../fakes/kept-log.ts';
import { until } from './until.ts';

/** A document of the outbox, as much as tests look at. */
export type OutboxRow = {
  _id: string;
  state: string;
  attempts: number;
  retryKey: string;
  dueAt: Date;
  createdAt: Date;
  failure?: { reason: string; status?: number; message: string };
};

/** How long a push is in one pair of hands. Milliseconds. */
export const LEASE = 20_000;

/** Starts delivery; the models must be connected. */
export function runDelivery(line: LineClient, now: () => Date = () => new Date()) {
  const { log, lines } = keptLog();
  const metrics = createMetrics(async () => ({ oldestWaitingEvent: 0, oldestUnsentMessage: 0 }));
  const { render } = createRenderer(allTexts, { address: 'https://pakmud.example.go.th', chartKey: 'key' });
  const delivery = startDelivery({
    line,
    render,
    now,
    random: () => 0.5,
    newId: randomUUID,
    timing: { lease: LEASE, pollOutbox: 10 },
    log,
    metrics,
  });
  return { ...delivery, lines };
}

/** All documents of the outbox. */
export function outboxRows(): Promise<OutboxRow[]> {
  return mongoose.connection.collection<OutboxRow>('outbox').find().toArray();
}

/** Resolves when nothing in the outbox waits any more. */
export async function outboxEmptied(): Promise<void> {
  await until('all of the outbox is sent or given up', async () =>
    (await outboxRows()).every(({ state }) => state !== 'waiting'),
  );
}
