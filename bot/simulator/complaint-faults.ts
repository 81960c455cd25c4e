/** What can be made to go wrong at the simulated complaint system, on purpose. */
import { z } from 'zod';

/** Every kind. */
export const complaintFaultKinds = [
  'noAnswer',
  'serverError',
  'tooManyRequests',
  'refuse',
  'loseAnswer',
  'lateAnswer',
  'alreadyThere',
] as const;

/** The form of the faults on the wire. */
export const complaintFaultsSchema = z
  .array(
    z.strictObject({
      kind: z.enum(complaintFaultKinds),
      milliseconds: z.number().int().min(0).max(120_000).default(15_000),
      remaining: z.number().int().min(1).max(1_000_000).nullable().default(null),
    }),
  )
  .max(50);

/**
 * A fault in the posts of cases. `noAnswer` takes nothing and is silent for `milliseconds`, `serverError` answers 500,
 * `tooManyRequests` 429, `refuse` 422; `loseAnswer` takes the case and then drops the connection, `lateAnswer` takes it
 * and answers after `milliseconds`, `alreadyThere` takes it and answers as if it had it before. `remaining` null means
 * until switched off.
 */
export type ComplaintFault = {
  kind: (typeof complaintFaultKinds)[number];
  milliseconds?: number;
  remaining?: number | null;
};

/** The fault that hits this post, counted down; and the faults that are left. */
export function takeComplaintFault(faults: readonly ComplaintFault[]): {
  hit: ComplaintFault | undefined;
  left: ComplaintFault[];
} {
  const [hit, ...others] = faults;
  if (!hit) return { hit: undefined, left: [] };
  if (typeof hit.remaining !== 'number') return { hit, left: [...faults] };
  const rest = { ...hit, remaining: hit.remaining - 1 };
  return { hit, left: rest.remaining > 0 ? [rest, ...others] : others };
}
