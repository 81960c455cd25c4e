/**
 * A search by name over records of the database, in this process's memory. It is read at the start and kept
 * current by asking for changes, so that what is changed anywhere is soon found everywhere.
 */
import { createNameIndex, type NameHit } from './name-search.ts';

/** A record that was added, changed or removed; `item` is there while it is to be found. */
export type Change<Item> = { id: string; changedAt: Date; item?: Item };

/** Where to read on: at an instant, or behind the last change of a full page. */
export type Since = Date | { changedAt: Date; id: string };

/** The records that are searched. */
export type NameSource<Item> = {
  /** Changes at or after `since`, the oldest first, changes of one instant by their ids. */
  changesSince(since: Since, limit: number): Promise<Change<Item>[]>;
  /** What an item is found by; `code` alone finds exactly it. */
  entryOf(item: Item): { texts: readonly string[]; area: string; code: string };
  /** The code that was typed, if it is one. */
  readCode(words: string): string | undefined;
  /** Ways to put the question, of which the one that fits something best counts; without it as it was typed. */
  waysToAsk?(words: string): string[];
};

/** `pollMilliseconds` from the end of one reading to the next; failed readings go to `onError` and are repeated. */
export type PollingSettings = {
  pollMilliseconds: number;
  now: () => Date;
  onError: (error: unknown) => void;
};

const BATCH = 1000;
/** So many hits cost no more than one. */
const LEAST_ASKED = 200;
/**
 * How far before the last reading each one begins: what was stored late, or by a machine whose clock is behind,
 * is still seen. Reading something twice changes nothing.
 */
const OVERLAP_MILLISECONDS = 2 * 60_000;
/** Now and then a reading begins a day earlier, against clocks that are badly wrong. */
const WIDE_OVERLAP_MILLISECONDS = 24 * 3_600_000;
const WIDE_EVERY = 60;

/** Starts reading at once. */
export class PolledNames<Item> {
  readonly #source: NameSource<Item>;
  readonly #settings: PollingSettings;
  readonly #index = createNameIndex();
  readonly #items = new Map<string, { item: Item; code: string; changedAt: Date }>();
  readonly #idOfCode = new Map<string, string>();
  /** When the last complete reading began. */
  #readAt: Date | undefined;
  #readings = 0;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  /** The last question and its answer: within a turn the same words are asked about more than once. */
  #last: { words: string; limit: number; hits: NameHit[] } | undefined;

  constructor(source: NameSource<Item>, settings: PollingSettings) {
    this.#source = source;
    this.#settings = settings;
    this.#poll();
  }

  /** The best hits first. Waits for the first reading of the database and rejects when that fails. */
  async search(words: string, limit: number): Promise<{ item: Item; score: number }[]> {
    if (!this.#readAt) await this.refresh();
    return this.#remembered(words, limit).flatMap(({ id, score }) => {
      const known = this.#items.get(id);
      return known ? [{ item: known.item, score }] : [];
    });
  }

  /** All items by their ids, as of the last reading. Waits for the first and rejects when that fails. */
  async items(): Promise<ReadonlyMap<string, { item: Item }>> {
    if (!this.#readAt) await this.refresh();
    return this.#items;
  }

  /** A reading under way may have begun before the change: then another one follows it, one for all who ask. */
  refresh(): Promise<void> {
    if (this.#waiting) return this.#waiting;
    const turn = this.#running.then(() => {
      this.#waiting = undefined;
      return this.#read();
    });
    this.#waiting = turn;
    this.#running = turn.catch(() => {});
    return turn;
  }

  /** Stops asking for changes. Resolves when no reading is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #poll(): void {
    this.refresh()
      .catch(this.#settings.onError)
      .finally(() => {
        if (!this.#stopped) this.#timer = setTimeout(() => this.#poll(), this.#settings.pollMilliseconds);
      });
  }

  async #read(): Promise<void> {
    const startedAt = this.#settings.now();
    let since: Since = this.#beginning();
    for (;;) {
      const changes: Change<Item>[] = await this.#source.changesSince(since, BATCH);
      for (const change of changes) this.#take(change);
      const last = changes.at(-1);
      if (!last || changes.length < BATCH) break;
      since = last;
    }
    this.#readAt = startedAt;
    this.#readings++;
  }

  #beginning(): Date {
    if (!this.#readAt) return new Date(0);
    const overlap = this.#readings % WIDE_EVERY === 0 ? WIDE_OVERLAP_MILLISECONDS : OVERLAP_MILLISECONDS;
    return new Date(this.#readAt.getTime() - overlap);
  }

  #take({ id, changedAt, item }: Change<Item>): void {
    const known = this.#items.get(id);
    if (known && item && known.changedAt.getTime() === changedAt.getTime()) return;
    this.#last = undefined;
    if (known) this.#idOfCode.delete(known.code);
    if (!item) {
      this.#items.delete(id);
      this.#index.remove(id);
      return;
    }
    const { texts, area, code } = this.#source.entryOf(item);
    this.#items.set(id, { item, code, changedAt });
    this.#idOfCode.set(code, id);
    this.#index.put({ id, texts, area });
  }

  #remembered(words: string, limit: number): NameHit[] {
    if (this.#last?.words !== words || this.#last.limit < limit) {
      const asked = Math.max(limit, LEAST_ASKED);
      this.#last = { words, limit: asked, hits: this.#hits(words, asked) };
    }
    return this.#last.hits.slice(0, limit);
  }

  #hits(words: string, limit: number): NameHit[] {
    const id = this.#idOfCode.get(this.#source.readCode(words) ?? '');
    if (id !== undefined) return [{ id, score: 1 }];
    const ways = this.#source.waysToAsk?.(words) ?? [words];
    return ways
      .map((way) => this.#index.search(way, { limit }))
      .reduce((best, hits) => ((hits[0]?.score ?? 0) > (best[0]?.score ?? 0) ? hits : best));
  }
}
