// What every answer parser gives back.

/**
 * What a person's answer was understood as, or why it was not. Each parser names its own refusals, a union of
 * `{ why: '…' }` with whatever the reply to the person needs.
 */
export type Parsed<T, Refusal extends { why: string }> = { ok: true; value: T } | ({ ok: false } & Refusal);

/** An answer that was understood. */
export function understood<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** An answer that was not understood, and why. */
export function refused<const Refusal extends { why: string }>(refusal: Refusal): { ok: false } & Refusal {
  return { ok: false, ...refusal };
}
