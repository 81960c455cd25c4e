/** Doing the writes about routes. Each is keyed by the turn's own id; who may do them the models decide. */
import type { ReportEffects } from '../../flows/reports/report-effects.ts';
import { NotAllowed } from '../../models/person.ts';
import { chooseRoute } from '../../models/route-choice.ts';

type Doer<Name extends keyof ReportEffects> = (
  takes: ReportEffects[Name]['takes'],
  person: string,
) => Promise<ReportEffects[Name]['gives']>;

/** The doers of these writes. */
export function createReportDoers(now: () => Date): { [Name in keyof ReportEffects]: Doer<Name> } {
  return {
    async overrideRoute({ id, ...choice }, by) {
      try {
        const done = await chooseRoute({ ...choice, by, at: now(), key: `route:${id}` });
        return { result: done === 'chosen' ? 'overridden' : 'unchanged' };
      } catch (error) {
        if (error instanceof NotAllowed) return { result: 'not-yours' };
        throw error;
      }
    },
  };
}
