/** One line of the bench's table. */
export type Row = { what: string; figures: string };

/** The value below which `share` (0–1) of the sorted `values` lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
