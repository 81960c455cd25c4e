/** Carrying out what a conversation decided. Each write is keyed by ids that the flow derived, so twice equals once. */
import type { Effect, Effects, Outcome } from '../../flows/effects.ts';
import { areaAt } from '../../models/address.ts';
import type { ComplaintCategory } from '../../models/complaint-document.ts';
import { removePhotosOf } from '../../models/photo.ts';
import { discardDraft, keepDraft, NotYours, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import type { ContentClient } from '../line/content.ts';
import { createComplaintDoers } from './perform-complaints.ts';
import { createCopyDoers } from './perform-copies.ts';
import { createDeadlineDoers } from './perform-deadlines.ts';
import { createMyDataDoers } from './perform-my-data.ts';
import { createPeopleDoers } from './perform-people.ts';
import { createPinDoers } from './perform-pins.ts';
import { createPlaceDoers } from './perform-places.ts';
import { createPosterDoers } from './perform-posters.ts';
import { createProcedureDoers } from './perform-procedures.ts';
import { createProgressDoers } from './perform-progress.ts';
import { createRatingDoers } from './perform-ratings.ts';
import { createReminderDoers } from './perform-reminders.ts';
import { createReportDoers } from './perform-reports.ts';
import { createSurveyDoers } from './perform-survey.ts';
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
  /** Whether complaints of a category go on to 1111; without it none do. */
  forwards?: ((category: ComplaintCategory) => boolean) | undefined;
  /** Told that a person was erased in the turn in hand, so that the turn itself can be erased when it is answered. */
  onErased?: (person: string) => void;
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
  forwards,
  onErased = () => {},
}: Surroundings): Perform {
  const doers: { [Name in keyof Effects]: Doer<Name> } = {
    ...createPinDoers({ now, onPublished, content }),
    ...createPeopleDoers({ now, newId, invitationSecret }),
    ...createProcedureDoers(now),
    ...createSurveyDoers(now),
    ...createCopyDoers(now),
    ...createReportDoers(now),
    ...createRatingDoers({ now, content, newId }),
    ...createComplaintDoers({ now, newId, random, content, ...(forwards && { forwards }) }),
    ...createPlaceDoers(now),
    ...createPosterDoers(now),
    ...createDeadlineDoers(now),
    ...createReminderDoers(now),
    ...createProgressDoers({ now, invitationSecret }),
    ...createMyDataDoers({ now, secret: invitationSecret, onErased }),
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
