/** Token buckets, one for each endpoint, by the documentation's table "Rate limits". */

/** So many calls in so many milliseconds; the bucket holds `calls` and fills evenly. */
export type RateLimit = { calls: number; milliseconds: number };

const second = 1000;
const hour = 3_600_000;

export const defaultLimit: RateLimit = { calls: 2000, milliseconds: second };
export const multicastLimit: RateLimit = { calls: 200, milliseconds: second };
export const loadingLimit: RateLimit = { calls: 100, milliseconds: second };
export const menuListLimit: RateLimit = { calls: 10, milliseconds: second };
export const webhookEndpointLimit: RateLimit = { calls: 1000, milliseconds: 60 * second };
export const hourlyTestLimit: RateLimit = { calls: 60, milliseconds: hour };
export const menuWriteLimit: RateLimit = { calls: 100, milliseconds: hour };
export const menuBatchLimit: RateLimit = { calls: 3, milliseconds: hour };

type Bucket = { tokens: number; filledAt: number };

/** Limits can be replaced by endpoint name, to try a bot against a small bucket. */
export class RateLimits {
  readonly overrides = new Map<string, RateLimit>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Takes one token of the endpoint's bucket; `false` when it is empty. */
  take(endpoint: string, documented: RateLimit): boolean {
    const limit = this.overrides.get(endpoint) ?? documented;
    const now = this.#now().getTime();
    const bucket = this.#buckets.get(endpoint) ?? { tokens: limit.calls, filledAt: now };
    const refill = (Math.max(0, now - bucket.filledAt) * limit.calls) / limit.milliseconds;
    const tokens = Math.min(limit.calls, bucket.tokens + refill);
    this.#buckets.set(endpoint, { tokens: tokens >= 1 ? tokens - 1 : tokens, filledAt: now });
    return tokens >= 1;
  }
}
