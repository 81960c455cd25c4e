/** What is counted and measured, for `GET /metrics`. Labels are kinds and results, never people. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Ages at the moment of asking, in seconds; 0 when nothing waits. Unknown (NaN) while the database is away. */
export type Ages = { oldestWaitingEvent: number; oldestUnsentMessage: number };

/** Counters are still told while the database is away: that is when they are needed most. */
const unknownAges: Ages = { oldestWaitingEvent: Number.NaN, oldestUnsentMessage: Number.NaN };

/** The process's own set of metrics. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the metrics. `ages` is asked each time somebody looks. */
export function createMetrics(ages: () => Promise<Ages>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureAges(registry, ages);
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    webhooks: counter('pakmud_webhooks_total', 'Webhook requests by result', ['result']),
    events: counter('pakmud_events_total', 'Webhook events by type, new or seen before', ['type', 'seen']),
    turns: counter('pakmud_turns_total', 'Turns taken by result', ['result']),
    turnSeconds: new Histogram({
      name: 'pakmud_turn_seconds',
      help: 'From the event kept to its answer delivered',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    }),
    deliveries: counter('pakmud_deliveries_total', 'Messages handed to LINE by way and result', [
      'way',
      'result',
    ]),
  };
}

/** Both ages come of one look into the database. */
function measureAges(registry: Registry, ages: () => Promise<Ages>): void {
  const askOnce = once(() => ages().catch(() => unknownAges));
  const gauge = (name: string, help: string, pick: (all: Ages) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(pick(await askOnce()));
      },
    });
  gauge(
    'pakmud_inbox_oldest_waiting_seconds',
    'Age of the oldest event not yet answered',
    (all) => all.oldestWaitingEvent,
  );
  gauge(
    'pakmud_outbox_oldest_unsent_seconds',
    'Age of the oldest message not yet sent',
    (all) => all.oldestUnsentMessage,
  );
}

/**
 * Tells for each job how long ago it last ended well, and for one that never did how long it has been without. Unknown while
 * the database is away.
 */
export function measureJobs(registry: Registry, secondsOf: () => Promise<JobSeconds>): void {
  const nothing: JobSeconds = { sinceSuccess: new Map(), withoutSuccess: new Map() };
  const askOnce = once(() => secondsOf().catch(() => nothing));
  const gauge = (name: string, help: string, pick: (all: JobSeconds) => ReadonlyMap<string, number>) =>
    new Gauge({
      name,
      help,
      labelNames: ['job'],
      registers: [registry],
      async collect() {
        const found = pick(await askOnce());
        this.reset();
        for (const [job, seconds] of found) this.set({ job }, seconds);
      },
    });
  gauge(
    'pakmud_job_seconds_since_success',
    'How long ago the job last ended well',
    (all) => all.sinceSuccess,
  );
  gauge(
    'pakmud_job_seconds_without_success',
    'For how long a job that never ended well is known, or the service has run',
    (all) => all.withoutSuccess,
  );
}

/** Jobs that ended well once, and those that never did; in seconds. */
export type JobSeconds = {
  sinceSuccess: ReadonlyMap<string, number>;
  withoutSuccess: ReadonlyMap<string, number>;
};

/** Reminders that wait for pushes, and pushes left of the month and the budget; without a limit nothing is said of these. */
export type PushCounts = { remindersHeld: number; pushesLeft: number | undefined };

/** Tells them; unknown while the database is away. */
export function measurePushes(registry: Registry, counts: () => Promise<PushCounts>): void {
  const unknown: PushCounts = { remindersHeld: Number.NaN, pushesLeft: Number.NaN };
  const askOnce = once(() => counts().catch(() => unknown));
  new Gauge({
    name: 'pakmud_reminders_held',
    help: 'Reminders held for want of pushes that are still of use',
    registers: [registry],
    async collect() {
      this.set((await askOnce()).remindersHeld);
    },
  });
  new Gauge({
    name: 'pakmud_pushes_left',
    help: 'Pushes left of the month and the budget',
    // A label makes a series that can be left out where nothing limits them.
    labelNames: ['channel'],
    registers: [registry],
    async collect() {
      const { pushesLeft } = await askOnce();
      this.reset();
      if (pushesLeft !== undefined) this.set({ channel: 'line' }, pushesLeft);
    },
  });
}

/** Several gauges come of one look into the database. */
function once<Found>(ask: () => Promise<Found>): () => Promise<Found> {
  let asked: Promise<Found> | undefined;
  return () => {
    asked ??= ask().finally(() => setImmediate(() => (asked = undefined)));
    return asked;
  };
}
