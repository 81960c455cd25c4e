/** The writes about routes. `id` is the turn's own key, so that twice equals once. */
import type { RouteId } from './report-look-ups.ts';

export type ReportEffects = {
  /** A coordinator decides on another route than the rule's, with a reason; `null` goes back to the rule. */
  overrideRoute: {
    takes: { id: string; agency: string; route: RouteId | null; reason: string };
    gives: { result: 'overridden' | 'unchanged' | 'not-yours' };
  };
};
