/** Carrying out what a conversation decided. Each write is keyed by ids that the flow derived, so twice equals once. */
import type { Effect, Effects, Outcome } from '../../flows/effects.ts';
import { areaAt } from '../../models/address.ts';
import { removePhotosOf } from '../../models/photo.ts';
import { discardDraft, keepDraft, NotYours, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import type { ContentClient } from '../line/content.ts';
import { createPeopleDoers } from './perform-people.ts';
import { createPinDoers } from './perform-pins.ts';
import type { Perform } from './play-turn.ts';

type Surroundings = {
  now: () => Date;
  random: () => number;
  /** Told when a pin was published here, so that this process finds it at once. */
  onPublished: () => Promise<void>;
  /** Where pictures are fetched from. */
  content: ContentClient;
  /** A new UUID. */
  newId: () => string;
  /** Makes invitation codes unguessable; the same for all processes, so that a repeated turn makes the same code. */
  invitationSecret: string;
};

type Doer<Name extends keyof Effects> = (
  takes: Effects[Name]['takes'],
  person: string,
) => Promise<Effects[Name]['gives']>;

/** Does a conversation's writes with the models. */
export function createPerform({
  now,
  random,
  onPublished,
  content,
  newId,
  invitationSecret,
}: Surroundings): Perform {
  const doers: { [Name in keyof Effects]: Doer<Name> } = {
    ...createPinDoers({ now, onPublished, content }),
    ...createPeopleDoers({ now, newId, invitationSecret }),
    keepDraft: (draft, owner) => keepDraft({ ...draft, owner, now: now() }),
    discardDraft: async ({ id }, owner) => {
      if ((await discardDraft({ id, owner })).gone) await removePhotosOf(id);
      return { discarded: true };
    },
    publishPin: async ({ id, agency, pin: { address, ...pin } }, owner) => {
      const area = await areaAt(pin.position);
      return publish({
        id,
        owner,
        agency,
        pin: { ...pin, ...(address && { address: { th: address } }), ...(area && { area }) },
        now: now(),
        newCode: () => newPinCode(random),
      });
    },
  };

  async function publish(
    publication: Parameters<typeof publishPin>[0],
  ): Promise<Effects['publishPin']['gives']> {
    try {
      const { code } = await publishPin(publication);
      await onPublished();
      return { result: 'published', code };
    } catch (error) {
      if (error instanceof NotYours) return { result: 'not-yours' };
      throw error;
    }
  }

  return async (effect, person) => {
    // The compiler cannot see that a doer and its effect come from the same entry of Effects.
    const doer = doers[effect.do] as (takes: Effect, person: string) => Promise<Record<string, unknown>>;
    return { of: effect.do, ...(await doer(effect, person)) } as Outcome;
  };
}
