/**
 * Who works on what in this process: chats with waiting events, several at a time, each chat one turn at a time.
 * New events come by `nudge`; a sweep finds what a crash, or another process, left.
 */
import type { NoClaim } from '../../models/inbox.ts';
import type { Log } from '../log.ts';

type Parts = {
  takeTurn: (chat: string) => Promise<'taken' | NoClaim>;
  /** Chats with events that nobody is at work on. */
  chatsWaiting: () => Promise<string[]>;
  /** How many turns at once. */
  concurrency: number;
  sweepMilliseconds: number;
  log: Log;
};

/** How long to wait for another process that holds the chat, growing with each try. Milliseconds. */
const BUSY_WAITS = [50, 100, 200, 400, 800];

/** Turns owed to a chat: one for each nudge, or as many as there are after a sweep found it. */
type Owed = { nudges: number; all: boolean };

/** Hands chats to `takeTurn`. */
export class Dispatcher {
  readonly #parts: Parts;
  /** Chats that are queued or in hand. */
  readonly #owed = new Map<string, Owed>();
  readonly #queue: string[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #inHand = 0;
  #stopped = false;
  #idle: (() => void)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins sweeping. */
  start(): void {
    void this.#sweep();
  }

  /** One event more waits for this chat. */
  nudge(chat: string): void {
    this.#owe(chat, (owed) => {
      owed.nudges += 1;
    });
  }

  /** Turns queued or in hand. */
  get backlog(): number {
    return this.#queue.length + this.#inHand;
  }

  /** Takes no new turns; resolves when those in hand are finished, or after `graceMilliseconds`. What is left stays in the inbox. */
  async stop(graceMilliseconds: number): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#queue.length = 0;
    if (this.#inHand === 0) return;
    const finished = new Promise<void>((resolve) => this.#idle.push(resolve));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMilliseconds);
    });
    await Promise.race([finished, late]);
    clearTimeout(timer);
  }

  #owe(chat: string, change: (owed: Owed) => void): void {
    const known = this.#owed.get(chat);
    const owed = known ?? { nudges: 0, all: false };
    change(owed);
    if (known) return;
    this.#owed.set(chat, owed);
    this.#enqueue(chat);
  }

  #enqueue(chat: string): void {
    this.#queue.push(chat);
    this.#fill();
  }

  #fill(): void {
    while (!this.#stopped && this.#inHand < this.#parts.concurrency) {
      const chat = this.#queue.shift();
      if (chat === undefined) return;
      this.#inHand += 1;
      void this.#work(chat).finally(() => this.#release());
    }
  }

  #release(): void {
    this.#inHand -= 1;
    this.#fill();
    if (this.#inHand > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #work(chat: string, tries = 0): Promise<void> {
    const nudgesBefore = this.#owed.get(chat)?.nudges ?? 0;
    try {
      const result = await this.#parts.takeTurn(chat);
      if (result === 'busy') return this.#waitFor(chat, tries);
      this.#settle(chat, result === 'taken' ? 1 : nudgesBefore, result === 'taken');
    } catch (error) {
      // Its lease runs out and the sweep brings it back; the person waits, nothing is lost.
      this.#parts.log.warn({ err: error }, 'a turn was interrupted and will be tried again');
      this.#settle(chat, nudgesBefore, false);
    }
  }

  /** Strikes off what was owed and queues the chat again if more is, such as a nudge that came meanwhile. */
  #settle(chat: string, nudges: number, mayHaveMore: boolean): void {
    const owed = this.#owed.get(chat);
    if (!owed) return;
    owed.nudges = Math.max(0, owed.nudges - nudges);
    owed.all &&= mayHaveMore;
    if (owed.all || owed.nudges > 0) this.#enqueue(chat);
    else this.#owed.delete(chat);
  }

  /** Somebody else is at work on this chat; its next event is ours to see to, since they may not know of it. */
  #waitFor(chat: string, tries: number): void {
    const wait = BUSY_WAITS[tries];
    if (wait === undefined || this.#stopped) {
      this.#owed.delete(chat);
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#inHand += 1;
      void this.#work(chat, tries + 1).finally(() => this.#release());
    }, wait);
    this.#timers.add(timer);
  }

  async #sweep(): Promise<void> {
    try {
      for (const chat of await this.#parts.chatsWaiting()) {
        this.#owe(chat, (owed) => {
          owed.all = true;
        });
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the inbox could not be swept');
    }
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#sweep();
    }, this.#parts.sweepMilliseconds);
    this.#timers.add(timer);
  }
}
