/** That a case arrived at the complaint system 1111; how it stands there since is `complaint-update.ts`. */
import type { Status1111 } from './complaint-document.ts';
import { type Stepped, stepOn } from './complaint-step.ts';

/** Something 1111 did, when, and under which idempotency key. */
export type WorkOf1111 = { code: string; at: Date; key: string };

/** The case arrived at 1111 under a number of its own. */
export function noteSentTo1111(work: WorkOf1111, number: string): Promise<Stepped> {
  const at1111: { number: string; status: Status1111 } = { number, status: 'arrived' };
  return stepOn({ ...work, by: '1111' }, 'note-sent', () => ({ set: { at1111 } }));
}
