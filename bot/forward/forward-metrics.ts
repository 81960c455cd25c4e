/** What is measured of forwarding: what waits, what failed, since when the oldest waits, and the posts by result. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { ForwardingStand } from '../../models/complaint-forwarding.ts';

/** Adds the measures to `registry`; `look` is asked each time somebody looks. Gives the counter of posts. */
export function measureForwards(
  registry: Registry,
  look: () => Promise<ForwardingStand>,
  now: () => Date,
): Counter<'result'> {
  const registers = [registry];
  const ask = once(look);
  const gauge = (name: string, help: string, pick: (stand: ForwardingStand) => number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const stand = await ask();
        // Unknown while the database is away.
        this.set(stand ? pick(stand) : Number.NaN);
      },
    });
  gauge('pakmud_forward_waiting', 'Cases that wait to be forwarded', ({ waiting }) => waiting);
  gauge('pakmud_forward_failed', 'Cases that could not be forwarded', ({ failed }) => failed);
  gauge('pakmud_forward_oldest_waiting_seconds', 'Age of the oldest case not yet forwarded', ({ oldest }) =>
    oldest ? (now().getTime() - oldest.getTime()) / 1_000 : 0,
  );
  return new Counter({
    name: 'pakmud_forward_posts_total',
    help: 'Posts of cases by result',
    labelNames: ['result'],
    registers,
  });
}

/** All measures of one moment come of one look into the database. */
function once(look: () => Promise<ForwardingStand>): () => Promise<ForwardingStand | undefined> {
  let asked: Promise<ForwardingStand | undefined> | undefined;
  return () => {
    asked ??= look()
      .catch(() => undefined)
      .finally(() => setImmediate(() => (asked = undefined)));
    return asked;
  };
}
