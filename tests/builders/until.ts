/** Waiting for something to come true, without guessing how long it takes. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when the condition holds; fails with `what` after `patience` milliseconds. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  patience = 30_000,
): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await sleep(10);
  }
}
