/** Moves of everybody from one rich menu to another, as the platform works through them beside its answers. */

/** One step: everybody linked to `from`, or to any menu at all, is linked to another one or to none. */
export type BatchOperation =
  | { type: 'link'; from: string; to: string }
  | { type: 'unlink'; from: string }
  | { type: 'unlinkAll' };

type Phase = 'ongoing' | 'succeeded' | 'failed';

/** How far a request is, in LINE's form. */
export type BatchProgress = { phase: Phase; acceptedTime: string; completedTime?: string };

/** Who is still to be moved, and to which menu. */
type Work = { acceptedAt: Date; left: Map<string, string | undefined> };
type Request = { acceptedAt: Date; completedAt?: Date; phase: Phase; work: Work };

/** For so long LINE knows a key and tells how far a request is: 14 days. Source: Messaging API reference. */
const REMEMBERED = 336 * 3_600_000;
const mostRemembered = 1000;

type Moves = {
  now: () => Date;
  /** Who is linked to what. */
  links: () => Iterable<readonly [string, string]>;
  /** Links somebody, or unlinks them. */
  move: (userId: string, richMenuId: string | undefined) => void;
};

/** The requests of the last two weeks. */
export class RichMenuBatches {
  /** Mutable: what becomes of the next requests. `held` go on with `finish()`; `failed` stop half-way. */
  fate: 'done' | 'held' | 'failed' = 'done';
  readonly #requests = new Map<string, Request>();
  readonly #works = new Map<string, Work>();
  readonly #moves: Moves;

  constructor(moves: Moves) {
    this.#moves = moves;
  }

  /** The same key again goes on with those who are not moved yet, whatever the operations say. */
  accept(requestId: string, operations: readonly BatchOperation[], key: string | undefined): void {
    const acceptedAt = this.#moves.now();
    const known = key === undefined ? undefined : this.#works.get(key);
    const isKnown = known !== undefined && this.#isRemembered(known.acceptedAt);
    const work = isKnown ? known : { acceptedAt, left: this.#allOf(operations) };
    if (key !== undefined) keep(this.#works, key, work);
    const request: Request = { acceptedAt, phase: 'ongoing', work };
    keep(this.#requests, requestId, request);
    if (this.fate === 'failed') this.#work(request, Math.floor(work.left.size / 2), 'failed');
    if (this.fate === 'done') this.#work(request, work.left.size, 'succeeded');
  }

  /** Ends what was held. */
  finish(): void {
    for (const request of this.#requests.values())
      if (request.phase === 'ongoing') this.#work(request, request.work.left.size, 'succeeded');
  }

  progress(requestId: string): BatchProgress | undefined {
    const request = this.#requests.get(requestId);
    if (!request || !this.#isRemembered(request.acceptedAt)) return undefined;
    const { phase, acceptedAt, completedAt } = request;
    return {
      phase,
      acceptedTime: acceptedAt.toISOString(),
      ...(completedAt && { completedTime: completedAt.toISOString() }),
    };
  }

  /** By what each person was linked to before the request, so that A→B and B→C do not chain. */
  #allOf(operations: readonly BatchOperation[]): Map<string, string | undefined> {
    const moved = new Map<string, string | undefined>();
    for (const [userId, linked] of this.#moves.links()) {
      const step = operations.find((one) => one.type === 'unlinkAll' || one.from === linked);
      if (step) moved.set(userId, step.type === 'link' ? step.to : undefined);
    }
    return moved;
  }

  #work(request: Request, count: number, phase: Phase): void {
    const { left } = request.work;
    for (const [userId, richMenuId] of [...left].slice(0, count)) {
      this.#moves.move(userId, richMenuId);
      left.delete(userId);
    }
    request.phase = phase;
    request.completedAt = this.#moves.now();
  }

  #isRemembered(acceptedAt: Date): boolean {
    return this.#moves.now().getTime() - acceptedAt.getTime() <= REMEMBERED;
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostRemembered && oldest !== undefined) map.delete(oldest);
}
