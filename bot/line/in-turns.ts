/** Keeping a pace: calls begin one after another, so many milliseconds apart. */

/** Each call resolves `milliseconds` after the one before at the earliest; the first, and one after a pause, at once. */
export function inTurns(milliseconds: number): () => Promise<void> {
  let next = 0;
  return async () => {
    // The machine's own steady clock: pauses are real, whatever time it is.
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + milliseconds;
    if (turn > now) await new Promise((resolve) => setTimeout(resolve, turn - now));
  };
}
