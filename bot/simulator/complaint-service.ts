/**
 * A stand-in for the government's complaint system 1111: it takes cases, gives them numbers, and tells how they stand
 * by signed updates. In memory, and strict about what it is sent.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ComplaintFault } from './complaint-faults.ts';

const name = z.strictObject({ th: z.string().min(1), en: z.string().optional() });
const degrees = (most: number) => z.number().min(-most).max(most);

/** What it takes: no field more, so that nothing about the reporter slips through. */
export const caseBody = z.strictObject({
  code: z.string().regex(/^[A-Z0-9-]{4,20}$/),
  category: z.string().min(1).max(40),
  words: z.string().min(1).max(5_000),
  photos: z.array(z.url()).max(20),
  target: z.union([
    z.strictObject({ office: z.strictObject({ code: z.string().min(1), name }) }),
    z.strictObject({
      place: z.strictObject({
        area: name,
        /** Left out where only the area is known. */
        position: z.strictObject({ latitude: degrees(90), longitude: degrees(180) }).optional(),
      }),
    }),
  ]),
  at: z.iso.datetime(),
});

/** How a case can stand. */
export const complaintStatuses = ['received', 'working', 'done', 'rejected'] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** A case as it came; `posts` counts how often. */
export type TakenCase = {
  number: string;
  key: string;
  body: z.infer<typeof caseBody>;
  receivedAt: Date;
  posts: number;
  status: ComplaintStatus;
};

/** How an update was answered; 0 when nobody answered. */
export type SentUpdate = { id: string; status: number };

export type ComplaintServiceSettings = { token: string; updatesSecret: string; now: () => Date };

/** So many cases are remembered. */
const MOST_CASES = 1_000;
/** Milliseconds. */
const PATIENCE = 5_000;

/** The system itself, usable directly by tests. */
export class ComplaintService {
  /** Mutable: what goes wrong on purpose. */
  faults: ComplaintFault[] = [];
  /** Where updates go; none can be sent before it is set. */
  updatesUrl: string | undefined;
  /** Posts of cases with the right token, those that met a fault included. */
  posts = 0;
  readonly token: string;
  readonly #updatesSecret: string;
  readonly #now: () => Date;
  /** By idempotency key. */
  readonly #cases = new Map<string, TakenCase>();
  #numbered = 0;

  constructor({ token, updatesSecret, now }: ComplaintServiceSettings) {
    this.token = token;
    this.#updatesSecret = updatesSecret;
    this.#now = now;
  }

  /** The cases, oldest first. */
  get cases(): TakenCase[] {
    return [...this.#cases.values()];
  }

  caseOf(number: string): TakenCase | undefined {
    return this.cases.find((taken) => taken.number === number);
  }

  /** Takes a case, once for its key. */
  take(key: string, body: z.infer<typeof caseBody>): { isNew: boolean; number: string } {
    const before = this.#cases.get(key);
    if (before) {
      before.posts += 1;
      return { isNew: false, number: before.number };
    }
    this.#numbered += 1;
    const receivedAt = this.#now();
    const number = `1111-${receivedAt.getUTCFullYear()}-${String(this.#numbered).padStart(6, '0')}`;
    this.#cases.set(key, { number, key, body, receivedAt, posts: 1, status: 'received' });
    const [oldest] = this.#cases.keys();
    if (this.#cases.size > MOST_CASES && oldest !== undefined) this.#cases.delete(oldest);
    return { isNew: true, number };
  }

  /** Tells how a case stands, under an id of its own unless one is given. */
  async sendUpdate(
    number: string,
    {
      status,
      words,
      id = randomUUID(),
    }: { status: ComplaintStatus; words?: string | undefined; id?: string },
  ): Promise<SentUpdate> {
    const taken = this.caseOf(number);
    if (!taken || this.updatesUrl === undefined) return { id, status: 0 };
    taken.status = status;
    const said = words === undefined || words === '' ? {} : { words };
    const text = JSON.stringify({
      id,
      sentAt: this.#now().toISOString(),
      number,
      code: taken.body.code,
      status,
      ...said,
    });
    return { id, status: await this.#post(this.updatesUrl, text) };
  }

  async #post(url: string, text: string): Promise<number> {
    const signature = createHmac('sha256', this.#updatesSecret).update(text).digest('base64');
    const headers = { 'content-type': 'application/json', 'x-signature': signature };
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const response = await fetch(url, { method: 'POST', headers, body: text, signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
