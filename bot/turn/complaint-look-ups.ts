/** What conversations about complaints read, answered from the database. Photos come as "id-key": with the key of their address. */
import type { HandledCase, NotAt1111, OwnCase } from '../../flows/complaints/complaint.ts';
import type { ComplaintLookUps } from '../../flows/complaints/complaint-look-ups.ts';
import { areasSaid } from '../../models/area-said.ts';
import { complaintDraft } from '../../models/complaint-draft.ts';
import { forwardingOf } from '../../models/complaint-forwarding.ts';
import { complaintPhotos } from '../../models/complaint-photo.ts';
import {
  complaintsAlike,
  complaintsOf,
  countOverdue,
  handledComplaintByCode,
  handledComplaints,
  ownComplaintByCode,
} from '../../models/complaint-read.ts';
import { wordsToKeep } from '../../models/complaint-send.ts';
import type { HandledComplaint, ShownStep } from '../../models/complaint-views.ts';
import { personById } from '../../models/person.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';

/** Look-ups about complaints. */
export function createComplaintLookUps(now: () => Date, photoKeys: PhotoKeys): ComplaintLookUps {
  const withKeys = withPhotoKeys(photoKeys);
  return {
    async own(code, person) {
      const found = await ownComplaintByCode(code, person);
      return found && withForwarding(withKeys(found));
    },
    ownCases: (person, page) => complaintsOf(person, page, now()),
    draft: complaintDraft,
    photos: async (complaint, person) =>
      (await complaintPhotos(complaint, person)).map((id) => ({ id, key: photoKeys.keyOf(id) })),
    areas: areasSaid,
    masked: async (words) => wordsToKeep(words, undefined),
    alike: (position, category) => complaintsAlike(position, category, now()),
    handled: (question) => handledComplaints(question, now()),
    countOverdue: (question) => countOverdue(question, now()),
    async handledCase(code, person) {
      const found = await handledComplaintByCode(code, person, now());
      return found && withForwarding(await withTaker(withKeys(found), person));
    },
  };
}

/** Makes photos open: under their plain address those of complaints stay closed to everybody. */
function withPhotoKeys({ keyOf }: PhotoKeys) {
  const address = (id: string) => `${id}-${keyOf(id)}`;
  return <Case extends { photos: string[]; steps: ShownStep[] }>(found: Case): Case => ({
    ...found,
    photos: found.photos.map(address),
    steps: found.steps.map((step) => (step.photos ? { ...step, photos: step.photos.map(address) } : step)),
  });
}

/** Handlers may know which colleague has a case. */
async function withTaker({ takenBy, ...found }: HandledComplaint, person: string): Promise<HandledCase> {
  if (!takenBy) return found;
  const { profile } = await personById(takenBy);
  const name = profile ? `${profile.firstName} ${profile.lastName}` : '';
  return { ...found, takenBy: { mine: takenBy === person, name } };
}

/** Says of a case that is not at 1111 why; nothing while it waits to go there, of a closed one and to who follows it. */
async function withForwarding<Case extends OwnCase | HandledCase>(found: Case): Promise<Case> {
  if (found.at1111 || found.state === 'closed' || ('isFollowed' in found && found.isFollowed)) return found;
  const forwarding = await forwardingOf(found.code);
  const notAt1111: NotAt1111 | undefined = forwarding ? forwarding.failure : { reason: 'not-sent' };
  return notAt1111 ? { ...found, notAt1111 } : found;
}
