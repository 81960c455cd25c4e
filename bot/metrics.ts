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
  let asked: Promise<Ages> | undefined;
  const askOnce = () => {
    asked ??= ages()
      .catch(() => unknownAges)
      .finally(() => setImmediate(() => (asked = undefined)));
    return asked;
  };
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

/** Tells for each job how long ago it last ended well; a job that never did is not told. Unknown while the database is away. */
export function measureJobs(
  registry: Registry,
  secondsSince: () => Promise<ReadonlyMap<string, number>>,
): void {
  new Gauge({
    name: 'pakmud_job_seconds_since_success',
    help: 'How long ago the job last ended well',
    labelNames: ['job'],
    registers: [registry],
    async collect() {
      const since = await secondsSince().catch(() => new Map<string, number>());
      this.reset();
      for (const [job, seconds] of since) this.set({ job }, seconds);
    },
  });
}
