/** Doing the writes about digests and leave. Each is keyed by the run; who may do them the models decide. */
import type { Message } from '../../flows/engine/message.ts';
import type { ProgressEffects } from '../../flows/progress/progress-effects.ts';
import { keepDigestFrequency } from '../../models/digest-settings.ts';
import { invitationCodeFor, invitationHash } from '../../models/invitation.ts';
import { putNote } from '../../models/note.ts';
import { endLeave, takeLeave } from '../../models/stand-in.ts';
import { addDays, startOfBangkokDay } from '../../models/thai/calendar.ts';

type Surroundings = { now: () => Date; invitationSecret: string };
type Doer<Name extends keyof ProgressEffects> = (
  takes: ProgressEffects[Name]['takes'],
  person: string,
) => Promise<ProgressEffects[Name]['gives']>;

/** The doers of these writes. */
export function createProgressDoers({ now, invitationSecret }: Surroundings): {
  [Name in keyof ProgressEffects]: Doer<Name>;
} {
  return {
    async setDigest({ frequency }, person) {
      await keepDigestFrequency(person, frequency);
      return { result: 'kept' };
    },
    async takeLeave({ id, standIn, from, until, tell }, by) {
      const codeHash = invitationHash(invitationCodeFor(id, invitationSecret));
      const whom = standIn === undefined ? { codeHash } : { standIn };
      const done = await takeLeave({ id, by, from, until, ...whom }, now());
      if (done.result === 'taken' && standIn !== undefined) await note(`leave:${id}`, standIn, tell, until);
      return done;
    },
    endLeave: async ({ leave }, by) => ({ result: (await endLeave(leave, by, now())) ? 'ended' : 'over' }),
  };

  /** It rides along with the next answer; after the leave it says nothing any more. */
  async function note(key: string, person: string, messages: Message[], until: string): Promise<void> {
    const expiresAt = startOfBangkokDay(addDays(until, 1));
    await putNote({ key, person, messages, notBefore: now(), expiresAt });
  }
}
