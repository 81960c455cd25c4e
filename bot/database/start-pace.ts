// How soon a failed or ended engine is started again: quickly at first, slowly when it keeps happening.

/** Times in milliseconds. After `most` starts within `within`, the next ones wait `slow`. */
export type PaceLimits = { first: number; slow: number; within: number; most: number };

export const USUAL_PACE: PaceLimits = { first: 100, slow: 30_000, within: 60_000, most: 5 };

/** Counts the starts of late. */
export class StartPace {
  readonly #limits: PaceLimits;
  #recent = 0;

  constructor(limits: PaceLimits) {
    this.#limits = limits;
  }

  /** Notes a start, whether it will succeed or not. */
  noteStart(): void {
    this.#recent += 1;
    setTimeout(() => {
      this.#recent -= 1;
    }, this.#limits.within).unref();
  }

  /** Whether quick attempts have been of no use. */
  isExhausted(): boolean {
    return this.#recent >= this.#limits.most;
  }

  /** Milliseconds to wait before the next start. */
  delay(): number {
    return this.isExhausted() ? this.#limits.slow : this.#limits.first * 2 ** this.#recent;
  }
}
