/**
 * LINE as the bot sees it, without a network: a reply token works once, a retry key is accepted once, and a test
 * may say what happens to the next calls.
 */
import type { messagingApi } from '@line/bot-sdk';
import type { Handed, LineClient } from '../../bot/line/line-client.ts';

/** A call that hands messages over, and when it was made. */
export type HandedCall = { at: Date; messages: messagingApi.Message[] } & (
  | { way: 'reply'; token: string }
  | { way: 'push'; to: string; retryKey: string }
  | { way: 'multicast'; to: string[]; retryKey: string }
);

/** `lost`: LINE takes the messages, and the answer to the call never arrives. */
export type Fate = Handed['result'] | 'lost' | Handed;

/** The fake. `fates` are those of the next calls, in order; after them all goes well. */
export class FakeLine implements LineClient {
  /** Every call, refused ones included. */
  readonly calls: HandedCall[] = [];
  /** What arrived on people's phones. */
  readonly arrived: HandedCall[] = [];
  readonly loading: { chat: string; seconds: number }[] = [];
  readonly read: string[] = [];
  fates: Fate[] = [];
  /** The fate of every call when `fates` is empty. */
  usualFate: Fate = 'accepted';
  /** What LINE's counters say; nothing unless a test says so. */
  quota: { limit?: number; used: number } | undefined;
  /** While set, calls wait for it before anything happens. */
  hold: Promise<unknown> | undefined;
  readonly #spent = new Set<string>();
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  async reply(token: string, messages: messagingApi.Message[]): Promise<Handed> {
    return this.#take({ way: 'reply', token, messages, at: this.#now() }, token);
  }

  async push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<Handed> {
    return this.#take({ way: 'push', to, messages, retryKey, at: this.#now() }, retryKey);
  }

  async multicast(to: string[], messages: messagingApi.Message[], retryKey: string): Promise<Handed> {
    return this.#take({ way: 'multicast', to, messages, retryKey, at: this.#now() }, retryKey);
  }

  async pushQuota(): Promise<{ limit?: number; used: number } | undefined> {
    return this.quota;
  }

  async showLoading(chat: string, seconds: number): Promise<void> {
    this.loading.push({ chat, seconds });
  }

  async markAsRead(markAsReadToken: string): Promise<void> {
    this.read.push(markAsReadToken);
  }

  /** All that arrived, as one string to look for words in. */
  get said(): string {
    return JSON.stringify(this.arrived.map((call) => call.messages));
  }

  async #take(call: HandedCall, onceOnly: string): Promise<Handed> {
    this.calls.push(call);
    const fate = this.fates.shift() ?? this.usualFate;
    await this.hold;
    if (typeof fate === 'object') return fate;
    if (fate === 'refused') return { result: 'refused', status: 400, message: '{"message":"invalid"}' };
    if (fate !== 'accepted' && fate !== 'lost') return { result: fate };
    // A token used before is dead; a key used before is LINE's 409, which the client takes for accepted.
    if (this.#spent.has(onceOnly)) return { result: call.way === 'reply' ? 'dead-token' : 'accepted' };
    this.#spent.add(onceOnly);
    this.arrived.push(call);
    return { result: fate === 'lost' ? 'unclear' : 'accepted' };
  }
}
