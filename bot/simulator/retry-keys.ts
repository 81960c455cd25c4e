/** Accepted retry keys: a request sent again under the same key is not carried out again. */

/** What was answered to the request that was accepted first. */
export type Accepted = { requestId: string; answer: Record<string, unknown> };

const day = 24 * 60 * 60_000;

/** Keys are remembered for 24 hours after the request was accepted. */
export class RetryKeys {
  readonly #accepted = new Map<string, Accepted & { at: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  find(key: string): Accepted | undefined {
    this.#forgetOld();
    return this.#accepted.get(key.toLowerCase());
  }

  remember(key: string, accepted: Accepted): void {
    this.#forgetOld();
    this.#accepted.set(key.toLowerCase(), { ...accepted, at: this.#now().getTime() });
  }

  /** The map is in order of time, so the old ones stand in front. */
  #forgetOld(): void {
    const oldest = this.#now().getTime() - day;
    for (const [key, { at }] of this.#accepted) {
      if (at >= oldest) return;
      this.#accepted.delete(key);
    }
  }
}
