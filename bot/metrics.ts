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
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  let asked: Promise<Ages> | undefined;
  const askOnce = () => {
    asked ??= ages()
      .catch(() => unknownAges)
      .finally(() => setImmediate(() => (asked = undefined)));
    return asked;
  };
  const age = (name: string, help: string, pick: (ages: Ages) => number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(pick(await askOnce()));
      },
    });
  age(
    'pakmud_inbox_oldest_waiting_seconds',
    'Age of the oldest event not yet answered',
    (all) => all.oldestWaitingEvent,
  );
  age(
    'pakmud_outbox_oldest_unsent_seconds',
    'Age of the oldest message not yet sent',
    (all) => all.oldestUnsentMessage,
  );
  return {
    registry,
    webhooks: new Counter({
      name: 'pakmud_webhooks_total',
      help: 'Webhook requests by result',
      labelNames: ['result'] as const,
      registers,
    }),
    events: new Counter({
      name: 'pakmud_events_total',
      help: 'Webhook events by type, new or seen before',
      labelNames: ['type', 'seen'] as const,
      registers,
    }),
    turns: new Counter({
      name: 'pakmud_turns_total',
      help: 'Turns taken by result',
      labelNames: ['result'] as const,
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'pakmud_turn_seconds',
      help: 'From the event kept to its answer delivered',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    }),
    deliveries: new Counter({
      name: 'pakmud_deliveries_total',
      help: 'Messages handed to LINE by way and result',
      labelNames: ['way', 'result'] as const,
      registers,
    }),
  };
}
