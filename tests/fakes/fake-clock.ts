/** A clock that stands still until a test moves it. */

/** `now` is handed to what is tested. */
export class FakeClock {
  #instant: number;

  constructor(start = '2026-03-02T04:00:00Z') {
    this.#instant = Date.parse(start);
  }

  readonly now = (): Date => new Date(this.#instant);

  /** Moves on by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#instant += milliseconds;
  }
}
