/**
 * The search for published pins by name, in this process's memory. It is read from the database at the start and
 * kept current by asking for changes, so that a pin published anywhere is soon found everywhere.
 */
import { metresBetween } from './distance.ts';
import { createNameIndex, type NameHit } from './name-search.ts';
import { pinsChangedSince } from './pin.ts';
import { readPinCode } from './pin-code.ts';
import type { ChangedPin, PinPosition, PublishedPin } from './pin-document.ts';

/** A published pin that was searched for; `metres` from where the person is, when that is known. */
export type FoundPin = PublishedPin & { metres?: number };

/** One page of what is found; `near` is where the person is. */
export type SearchPage = { skip: number; limit: number; near?: PinPosition };

/** A running search. */
export type PinSearch = {
  /**
   * Pins whose name, place or code fits the words, the best first; with `near`, those that fit equally well by
   * distance. Waits for the first reading of the database and rejects when that fails.
   */
  search(words: string, page: SearchPage): Promise<FoundPin[]>;
  /** Reads what has changed until now: after publishing a pin, the publisher finds it at once. */
  refresh(): Promise<void>;
  /** Stops asking for changes. Resolves when no reading is under way any more. */
  stop(): Promise<void>;
};

/** `pollMilliseconds` from the end of one reading to the next; failed readings go to `onError` and are repeated. */
export type PinSearchSettings = {
  pollMilliseconds: number;
  now: () => Date;
  onError: (error: unknown) => void;
};

const BATCH = 1000;
/**
 * How far before the last reading each one begins: what was stored late, or by a machine whose clock is behind,
 * is still seen. Reading something twice changes nothing.
 */
const OVERLAP_MILLISECONDS = 2 * 60_000;
/** Now and then a reading begins a day earlier, against clocks that are badly wrong. */
const WIDE_OVERLAP_MILLISECONDS = 24 * 3_600_000;
const WIDE_EVERY = 60;
/** So many names are put in order by distance at most. */
const MOST_ORDERED = 200;
/** Scores nearer to each other than this are the same: the last digits depend on the order of summing up. */
const SAME_SCORE = 0.001;

/** Starts reading at once. */
export function startPinSearch(settings: PinSearchSettings): PinSearch {
  return new PollingSearch(settings);
}

class PollingSearch implements PinSearch {
  readonly #settings: PinSearchSettings;
  readonly #index = createNameIndex();
  readonly #pins = new Map<string, { pin: PublishedPin; changedAt: Date }>();
  readonly #idOfCode = new Map<string, string>();
  /** When the last complete reading began. */
  #readAt: Date | undefined;
  #readings = 0;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(settings: PinSearchSettings) {
    this.#settings = settings;
    this.#poll();
  }

  async search(words: string, { skip, limit, near }: SearchPage): Promise<FoundPin[]> {
    if (!this.#readAt) await this.refresh();
    const hits = this.#hits(words, Math.max(MOST_ORDERED, skip + limit));
    const found = hits.flatMap(({ id, score }) => {
      const pin = this.#pins.get(id)?.pin;
      return pin
        ? [{ score, pin: near ? { ...pin, metres: metresBetween(near, pin.position) } : { ...pin } }]
        : [];
    });
    return inOrder(found).slice(skip, skip + limit);
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
    let since: Date | ChangedPin = this.#beginning();
    for (;;) {
      const changes = await pinsChangedSince(since, BATCH);
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

  #take({ id, changedAt, pin }: ChangedPin): void {
    const known = this.#pins.get(id);
    if (known && pin && known.changedAt.getTime() === changedAt.getTime()) return;
    if (known) this.#idOfCode.delete(known.pin.code);
    if (!pin) {
      this.#pins.delete(id);
      this.#index.remove(id);
      return;
    }
    this.#pins.set(id, { pin, changedAt });
    this.#idOfCode.set(pin.code, id);
    const { name, area } = pin;
    this.#index.put({
      id,
      texts: name.en ? [name.th, name.en] : [name.th],
      area: `${area.th} ${area.en ?? ''}`,
    });
  }

  #hits(words: string, limit: number): NameHit[] {
    const id = this.#idOfCode.get(readPinCode(words) ?? '');
    return id ? [{ id, score: 1 }] : this.#index.search(words, { limit });
  }
}

/** Hits come best first; among equals the nearest go first. */
function inOrder(found: readonly { score: number; pin: FoundPin }[]): FoundPin[] {
  const groups: { score: number; pins: FoundPin[] }[] = [];
  for (const { score, pin } of found) {
    const group = groups.at(-1);
    if (group && group.score - score < SAME_SCORE) group.pins.push(pin);
    else groups.push({ score, pins: [pin] });
  }
  return groups.flatMap(({ pins }) => pins.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)));
}
