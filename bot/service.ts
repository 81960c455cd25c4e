/**
 * The bot's service, put together from its parts: webhook → inbox → turn → delivery. `main.ts` gives it the real
 * world; tests give it a fake clock, and watch or break single hops through `adjust`.
 */
import { hostname } from 'node:os';
import type { Express } from 'express';
import { allTexts, repertoire } from '../flows/registry.ts';
import { type AgencySearch, startAgencySearch } from '../models/agency-search.ts';
import { storeTurn } from '../models/conversation.ts';
import { isDatabaseFailure } from '../models/database-failure.ts';
import {
  chatsWaiting,
  claimNext,
  endClaim,
  forgetMessage,
  keepEvents,
  oldestWaiting,
  stillHeld,
} from '../models/inbox.ts';
import { oldestUnsent } from '../models/outbox.ts';
import { removePhotoOfMessage } from '../models/photo.ts';
import { type PinSearch, startPinSearch } from '../models/pin-search.ts';
import type { ContentClient } from './line/content.ts';
import { type Delivery, startDelivery } from './line/delivery.ts';
import type { LineClient } from './line/line-client.ts';
import { createRenderer } from './line/render/renderer.ts';
import type { Log } from './log.ts';
import { type Ages, createMetrics, type Metrics } from './metrics.ts';
import { Dispatcher } from './turn/dispatcher.ts';
import { loadWithRoles } from './turn/load-with-roles.ts';
import { createLookUps } from './turn/look-ups.ts';
import { createPerform } from './turn/perform.ts';
import { type TurnParts, takeTurn } from './turn/take-turn.ts';
import { createApp } from './web/app.ts';
import { readiness } from './web/readiness.ts';
import { webhookRouter } from './webhook/webhook.ts';

/** What the service needs from outside. */
export type Surroundings = {
  channelSecret: string;
  /** Where people's phones reach this service, without a slash at the end. */
  publicUrl: string;
  line: LineClient;
  /** Where the pictures that people send are fetched; without it none can be had. */
  content?: ContentClient;
  now: () => Date;
  random: () => number;
  /** A new UUID. */
  newId: () => string;
  log: Log;
  timing?: Partial<Timing>;
  /** Lets tests watch or break single hops. */
  adjust?: (parts: TurnParts) => TurnParts;
};

/** Milliseconds: how long a claim lasts, and how often the inbox, the outbox and the published pins are looked at. */
export type Timing = { lease: number; sweep: number; pollOutbox: number; pollPins: number };

/** A running service. After `stop`, `app` still answers; close its server first. */
export type Service = { app: Express; stop(graceMilliseconds: number): Promise<void> };

const TIMING: Timing = {
  // Longer than the slowest turn: three tries of a reply with their time-outs, and the database's.
  lease: 20_000,
  sweep: 1_000,
  pollOutbox: 1_000,
  // A pin published elsewhere is to be found within ten seconds.
  pollPins: 3_000,
};
/** Turns at once: enough to keep two cores and the database busy, few enough to keep each quick. */
const CONCURRENCY = 16;
/** Chats taken up by one sweep. */
const SWEPT_AT_ONCE = 500;
/** How long LINE shows that an answer is coming, unless one comes. Seconds, in steps of five. */
const LOADING_SECONDS = 20;

/** Starts taking turns; the app is ready to listen. The database must be connected. */
export function startService(surroundings: Surroundings): Service {
  const { channelSecret, line, now, random, newId, log, publicUrl } = surroundings;
  const timing = { ...TIMING, ...surroundings.timing };
  const metrics = createMetrics(() => agesAt(now()));
  const { render } = createRenderer(allTexts, publicUrl);
  const search = startPinSearch({
    pollMilliseconds: timing.pollPins,
    now,
    onError: (error) => log.warn({ err: error }, 'published pins could not be read'),
  });
  const agencies = startAgencySearch({
    pollMilliseconds: timing.pollPins,
    now,
    onError: (error) => log.warn({ err: error }, 'agencies could not be read'),
  });
  const delivery = startDelivery({ line, render, now, random, newId, timing, log, metrics });
  const standard = turnParts(surroundings, { timing, metrics, search, agencies, delivery });
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
    app: createApp({
      webhook,
      readiness: async () => (stopping ? { ready: false, why: 'stopping' } : readiness(now())),
      metrics,
      log,
    }),
    async stop(graceMilliseconds) {
      stopping = true;
      await dispatcher.stop(graceMilliseconds);
      await delivery.stop();
      await Promise.all([search.stop(), agencies.stop()]);
    },
  };
}

const noContent: ContentClient = { fetchContent: async () => ({ ok: false, why: 'unclear' }) };

type Running = {
  timing: Timing;
  metrics: Metrics;
  search: PinSearch;
  agencies: AgencySearch;
  delivery: Delivery;
};

function turnParts(
  { channelSecret, line, content = noContent, now, random, newId, log }: Surroundings,
  { timing, metrics, search, agencies, delivery }: Running,
): TurnParts {
  const holder = () => `${hostname()}:${newId()}`;
  return {
    claim: (chat) => claimNext(chat, { holder: holder(), now: now(), leaseMilliseconds: timing.lease }),
    load: loadWithRoles,
    perform: createPerform({
      now,
      random,
      onPublished: () => search.refresh(),
      content,
      newId,
      invitationSecret: channelSecret,
    }),
    store: (person, turn) => storeTurn(person, turn, now()),
    deliver: delivery.deliver,
    end: (claim, ending) => endClaim(claim, ending, now()),
    stillHeld,
    async forget(chat, messageId) {
      await forgetMessage(chat, messageId);
      await removePhotoOfMessage(messageId);
    },
    showLoading: (chat) => void line.showLoading(chat, LOADING_SECONDS),
    markAsRead: (token) => void line.markAsRead(token),
    isPassing: isDatabaseFailure,
    find: createLookUps(search, agencies, now),
    repertoire,
    now,
    log,
    metrics,
  };
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

async function agesAt(now: Date): Promise<Ages> {
  const [event, message] = await Promise.all([oldestWaiting(), oldestUnsent()]);
  const seconds = (since: Date | undefined) => (since ? (now.getTime() - since.getTime()) / 1000 : 0);
  return { oldestWaitingEvent: seconds(event), oldestUnsentMessage: seconds(message) };
}
