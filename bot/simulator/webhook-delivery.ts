/** Sends webhooks to the bot: signed, recorded, redelivered when refused, and disturbed when faults say so. */
import { createHmac } from 'node:crypto';
import { type Faults, takeWebhookFaults } from './faults.ts';
import { chatIdOf, type LineEvent } from './webhook-events.ts';

/** How one attempt ended; `status` is missing when no answer came. `durationMilliseconds` is real time. */
export type Attempt = {
  isRedelivery: boolean;
  durationMilliseconds: number;
  status?: number;
  reason?: 'request_timeout' | 'could_not_connect' | 'error_status_code';
};

/** One webhook with all its attempts so far. */
export type Delivery = { events: LineEvent[]; attempts: Attempt[] };

/** Waits between the tries of a refused webhook, in milliseconds; switched off LINE tries only once. */
export type Redelivery = { enabled: boolean; intervals: number[] };

export type DeliverySettings = {
  channelSecret: string;
  destination: string;
  faults: () => Faults;
  /** Called when an event goes out, first or again: its reply token's minute starts. */
  onSending: (event: LineEvent) => void;
  log: { warn: (message: string) => void };
};

const keptDeliveries = 1000;
/** A webhook held back to change places goes out after this time when no other follows. */
const longestHold = 3000;

/** The bot has no webhook URL yet. */
class NoWebhookUrl extends Error {
  readonly code = 'NO_WEBHOOK_URL';
  constructor() {
    super('No webhook URL is set on the simulated platform.');
  }
}

/** The signature of the exact text that is sent: base64 of HMAC-SHA256. */
function sign(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

/** All webhooks of the channel. */
export class WebhookDelivery {
  url: string | undefined;
  /** LINE records a time-out when the bot has not answered after two seconds. */
  answerWithin = 2000;
  readonly redelivery: Redelivery = { enabled: true, intervals: [1000, 5000, 20_000] };
  /** The newest deliveries, oldest first. */
  readonly deliveries: Delivery[] = [];
  readonly #settings: DeliverySettings;
  readonly #waits = new Map<NodeJS.Timeout, () => void>();
  #held: { release: () => void } | undefined;
  #pending = 0;
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(url: string | undefined, settings: DeliverySettings) {
    this.url = url;
    this.#settings = settings;
  }

  /** Resolves when the first attempt has ended; redeliveries follow in the background. */
  async deliver(events: LineEvent[]): Promise<Delivery> {
    if (this.url === undefined) throw new NoWebhookUrl();
    const delivery = this.#record(events);
    const chats = events.flatMap((event) => chatIdOf(event.source) ?? []);
    const faults = takeWebhookFaults(this.#settings.faults(), chats);
    const has = (kind: string) => faults.some((fault) => fault.kind === kind);
    const delay = faults.find((fault) => fault.kind === 'delay');
    if (delay !== undefined) await this.#wait(delay.milliseconds ?? 3000);
    if (has('outOfOrder') && this.#held === undefined) await this.#hold();
    const twin = has('duplicate') ? this.#attempt(delivery, false) : undefined;
    const { status } = await this.#attempt(delivery, false);
    await twin;
    this.#releaseHeld();
    if (has('redeliver')) await this.#attempt(delivery, true);
    else if (!isSuccess(status)) this.#retryInBackground(delivery);
    return delivery;
  }

  /** Sends an already delivered event again, as LINE does now and then even after a 200. */
  async redeliver(webhookEventId: string): Promise<Attempt> {
    const known = this.deliveries.find(({ events }) =>
      events.some((event) => event.webhookEventId === webhookEventId),
    );
    if (known === undefined) throw new Error(`No webhook with the event ${webhookEventId} is remembered.`);
    return this.#attempt(known, true);
  }

  /** The webhook without events that the console's Verify button sends; not recorded. */
  sendEmpty(url: string): Promise<Attempt> {
    return this.#send(url, []);
  }

  /** Resolves when nothing is on its way or waiting for another try. */
  settled(): Promise<void> {
    return this.#pending === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Ends all waiting; what was not sent yet is dropped. */
  close(): void {
    this.#closed = true;
    for (const [timer, resolve] of this.#waits) {
      clearTimeout(timer);
      resolve();
    }
    this.#waits.clear();
    this.#releaseHeld();
  }

  #record(events: LineEvent[]): Delivery {
    const delivery: Delivery = { events, attempts: [] };
    this.deliveries.push(delivery);
    if (this.deliveries.length > keptDeliveries) this.deliveries.shift();
    return delivery;
  }

  async #attempt(delivery: Delivery, isRedelivery: boolean): Promise<Attempt> {
    this.#pending += 1;
    try {
      const events = delivery.events.map((event) => ({ ...event, deliveryContext: { isRedelivery } }));
      for (const event of events) this.#settings.onSending(event);
      const attempt = { ...(await this.#send(this.url ?? '', events)), isRedelivery };
      delivery.attempts.push(attempt);
      return attempt;
    } finally {
      this.#finishOne();
    }
  }

  async #send(url: string, events: LineEvent[]): Promise<Attempt> {
    const body = JSON.stringify({ destination: this.#settings.destination, events });
    const started = performance.now();
    const outcome = await this.#post(url, body);
    return { isRedelivery: false, durationMilliseconds: performance.now() - started, ...outcome };
  }

  async #post(url: string, body: string): Promise<Pick<Attempt, 'status' | 'reason'>> {
    if (this.#closed) return { reason: 'could_not_connect' };
    const signal = AbortSignal.timeout(this.answerWithin);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          'x-line-signature': sign(body, this.#settings.channelSecret),
        },
        body,
        signal,
      });
      await answer.arrayBuffer();
      return isSuccess(answer.status)
        ? { status: answer.status }
        : { status: answer.status, reason: 'error_status_code' };
    } catch {
      const late = signal.aborted;
      this.#settings.log.warn(`The webhook ${late ? 'was not answered in time' : 'could not be reached'}.`);
      return { reason: late ? 'request_timeout' : 'could_not_connect' };
    }
  }

  #retryInBackground(delivery: Delivery): void {
    if (!this.redelivery.enabled) return;
    this.#pending += 1;
    this.#retry(delivery, [...this.redelivery.intervals]).finally(() => this.#finishOne());
  }

  async #retry(delivery: Delivery, intervals: number[]): Promise<void> {
    for (const interval of intervals) {
      await this.#wait(interval);
      if (this.#closed) return;
      const { status } = await this.#attempt(delivery, true);
      if (isSuccess(status)) return;
    }
  }

  #hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#held = { release: resolve };
      void this.#wait(longestHold).then(() => this.#releaseHeld());
    });
  }

  #releaseHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.release();
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waits.delete(timer);
        resolve();
      }, milliseconds);
      this.#waits.set(timer, resolve);
    });
  }

  #finishOne(): void {
    this.#pending -= 1;
    if (this.#pending > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

const isSuccess = (status: number | undefined) => status !== undefined && status >= 200 && status < 300;
