/** The month's allowance of paid messages: pushes and multicasts count by recipient, replies are free. */

/** Starts anew with each calendar month of Japan, where LINE counts. `limit` null is unlimited. */
export class Quota {
  limit: number | null;
  readonly #now: () => Date;
  #month: string;
  #used = 0;

  constructor(limit: number | null, now: () => Date) {
    this.limit = limit;
    this.#now = now;
    this.#month = this.#currentMonth();
  }

  get used(): number {
    this.#turnPage();
    return this.#used;
  }

  /** Takes the whole number or nothing. */
  take(recipients: number): boolean {
    this.#turnPage();
    if (this.limit !== null && this.#used + recipients > this.limit) return false;
    this.#used += recipients;
    return true;
  }

  #turnPage(): void {
    const month = this.#currentMonth();
    if (month === this.#month) return;
    this.#month = month;
    this.#used = 0;
  }

  #currentMonth(): string {
    const japan = 9 * 3_600_000;
    return new Date(this.#now().getTime() + japan).toISOString().slice(0, 7);
  }
}
