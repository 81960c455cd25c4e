/**
 * The bot's service, put together from its parts: webhook → inbox → turn → delivery. `main.ts` gives it the real
 * world; tests give it a fake clock, and watch or break single hops through `adjust`.
 */
import type { Express } from 'express';
import type { Saying } from '../flows/engine/message.ts';
import type { Language } from '../flows/engine/text.ts';
import { allTexts } from '../flows/registry.ts';
import { startAgencySearch } from '../models/agency-search.ts';
import { chatsWaiting, keepEvents } from '../models/inbox.ts';
import { startPinSearch } from '../models/pin-search.ts';
import { agesAt, jobSeconds, pushCounts } from './ages.ts';
import { startForwarding } from './forward/forwarding.ts';
import { startDelivery } from './line/delivery.ts';
import { createRenderer } from './line/render/renderer.ts';
import { watchQuota } from './line/watch-quota.ts';
import { linkBesideTurns } from './menus/with-linking.ts';
import { createMetrics, measureJobs, measurePushes } from './metrics.ts';
import { createPhotoKeys } from './photos/photo-key.ts';
import { chartKeyOf } from './pictures/chart-address.ts';
import { serviceApp } from './service-app.ts';
import { type Surroundings, TIMING, type Timing } from './surroundings.ts';
import { Dispatcher } from './turn/dispatcher.ts';
import { type TurnParts, takeTurn } from './turn/take-turn.ts';
import { withCodes } from './turn/with-codes.ts';
import { type Running, turnParts } from './turn-parts.ts';
import { webhookRouter } from './webhook/webhook.ts';

/** A running service. After `stop`, `app` still answers; close its server first. */
export type Service = { app: Express; stop(graceMilliseconds: number): Promise<void> };

/** Turns at once: enough to keep two cores and the database busy, few enough to keep each quick. */
const CONCURRENCY = 16;
/** Chats taken up by one sweep. */
const SWEPT_AT_ONCE = 500;
/** LINE's counters of pushes are read this often. Milliseconds. */
const QUOTA_EVERY = 180_000;

/** Starts taking turns; the app is ready to listen. The database must be connected. */
export function startService(surroundings: Surroundings): Service {
  const { channelSecret, line, now, random, newId, log } = surroundings;
  const timing = { ...TIMING, ...surroundings.timing };
  const metrics = createMetrics(() => agesAt(now()));
  const startedAt = now();
  measureJobs(metrics.registry, () => jobSeconds(now(), startedAt));
  measurePushes(metrics.registry, () => pushCounts(now()));
  const render = renderWith(surroundings);
  const searches = startSearches(surroundings, timing);
  const stopWatching = watchQuota({
    line,
    budget: surroundings.pushBudget,
    now,
    pollMilliseconds: QUOTA_EVERY,
    log,
  });
  const delivery = startDelivery({ line, render, now, random, newId, timing, log, metrics });
  const linking = linkBesideTurns(surroundings, timing.pollOutbox);
  const standard = linking.around(turnParts(surroundings, { timing, metrics, ...searches, delivery }));
  const forwarding = startForwarder(surroundings, { timing, metrics });
  const dispatcher = startDispatcher(surroundings.adjust?.(standard) ?? standard, timing);

  let stopping = false;
  const webhook = webhookRouter({
    channelSecret,
    keep: (events) => keepEvents(events, now()),
    onKept: (events) => {
      for (const event of events) dispatcher.nudge(event.chat);
    },
    metrics,
    log,
  });
  return {
    app: serviceApp(surroundings, { webhook, metrics, isStopping: () => stopping }),
    async stop(graceMilliseconds) {
      stopping = true;
      await dispatcher.stop(graceMilliseconds);
      await Promise.all([delivery.stop(), forwarding?.stop(), linking.stop(), stopWatching()]);
      await Promise.all([searches.search.stop(), searches.agencies.stop(), stopWatching()]);
    },
  };
}

function startForwarder(
  { forward, channelSecret, publicUrl, now, random, newId, log }: Surroundings,
  { timing, metrics }: Pick<Running, 'timing' | 'metrics'>,
): ReturnType<typeof startForwarding> | undefined {
  if (!forward) return undefined;
  const photoKeys = createPhotoKeys(channelSecret);
  const parts = { publicUrl, photoKeys, now, random, newId, log, metrics };
  return startForwarding({ ...parts, target: forward, pollMilliseconds: timing.pollOutbox });
}

function startDispatcher(parts: TurnParts, { sweep }: Timing): Dispatcher {
  const dispatcher = new Dispatcher({
    takeTurn: (chat) => takeTurn(chat, parts),
    chatsWaiting: () => {
      const now = parts.now();
      // What came in just now is being nudged; the sweep is for what was left.
      return chatsWaiting({ receivedBefore: new Date(now.getTime() - 2 * sweep), now, limit: SWEPT_AT_ONCE });
    },
    concurrency: CONCURRENCY,
    sweepMilliseconds: sweep,
    log: parts.log,
  });
  dispatcher.start();
  return dispatcher;
}

/** Codes are put into messages only here, so that none is stored. */
function renderWith({ channelSecret, publicUrl }: Surroundings) {
  const site = { address: publicUrl, chartKey: chartKeyOf(channelSecret) };
  const { render } = createRenderer(allTexts, site);
  return (saying: Saying, language: Language) => render(withCodes(saying, channelSecret), language);
}

function startSearches({ now, log }: Surroundings, { pollPins: pollMilliseconds }: Timing) {
  const onError = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} could not be read`);
  return {
    search: startPinSearch({ pollMilliseconds, now, onError: onError('published pins') }),
    agencies: startAgencySearch({ pollMilliseconds, now, onError: onError('agencies') }),
  };
}
