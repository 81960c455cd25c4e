/** Personal data of citizens: ratings, complaints, and the offices they know. */
import { deleteOldComplaintDrafts, discardComplaintDraft } from './complaint-draft.ts';
import { forgetOldReporters, forgetReporter } from './complaint-erase.ts';
import { deleteOldForwardings, forwardingsOf } from './complaint-forwarding.ts';
import { deleteOldUpdates } from './complaint-update.ts';
import { forgetPlaces, forgetPlacesUnusedSince, placesStoredOf } from './known-place.ts';
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';
import { eraseRater, forgetOldWords, forgetRaters, ratingsKnownOf } from './rating-forget.ts';
import { RATING_WORDS_KEPT_DAYS } from './rating-key.ts';
import { eraseQuestions, forgetOldQuestions, questionsKnownOf } from './rating-question.ts';
import { deleteOldWaysAsked, eraseWaysAsked } from './way-asked.ts';

/** Ratings: whose they are can be told for at most 38 days (a month and 7 days, see `rating-key.ts`); then they are numbers. */
export const ratings: PersonalKind = {
  id: 'ratings',
  stays: true,
  collections: ['ratings', 'rating_keys'],
  keptDays: 38,
  since: 'rated',
  async show(person, now) {
    const known = await ratingsKnownOf(person, now);
    return known.map(({ pin, day, stars, tags }) => ({ pin, day, stars, tags }));
  },
  async erase({ person, now }) {
    await eraseRater(person, now);
  },
  async deleteOld(now) {
    const gone = await forgetRaters(now);
    return gone.ratings + gone.withdrawn;
  },
};

/** What was said in ratings, and their photos. So long its author can be told, to have it erased; see `rating-key.ts`. */
export const ratingWords: PersonalKind = {
  id: 'rating-words',
  collections: ['ratings', 'rating_keys', 'photoAlbums', 'photos.files'],
  keptDays: RATING_WORDS_KEPT_DAYS,
  since: 'said',
  async show(person, now) {
    const known = await ratingsKnownOf(person, now);
    return known.flatMap(({ pin, day, comment, hasPhoto }) =>
      comment || hasPhoto ? [{ pin, day, comment, hasPhoto }] : [],
    );
  },
  async erase({ person, now }) {
    await eraseRater(person, now);
  },
  deleteOld: forgetOldWords,
};

/** About which offices somebody was asked how it was, and whether they want to be. */
export const ratingQuestions: PersonalKind = {
  id: 'rating-questions',
  collections: ['rating_questions'],
  keptDays: 365,
  since: 'said',
  async show(person) {
    const known = await questionsKnownOf(person);
    return known.isUnwanted || known.asked > 0 ? [known] : [];
  },
  async erase({ person }) {
    await eraseQuestions(person);
  },
  deleteOld: forgetOldQuestions,
};

/** To which offices somebody asked the way. */
export const waysAsked: PersonalKind = {
  id: 'ways-asked',
  collections: ['ways_asked'],
  keptDays: 3,
  since: 'said',
  async show(person) {
    const stored = await documentsOf('ways_asked').find({ person }).sort({ at: 1 }).toArray();
    return stored.map(({ pin, at }) => ({ pin, at }));
  },
  async erase({ person }) {
    await eraseWaysAsked(person);
  },
  deleteOld: deleteOldWaysAsked,
};

/** Complaints reported and followed. The case stays with its office, the person does not. */
export const complaints: PersonalKind = {
  id: 'complaints',
  stays: true,
  collections: ['complaints', 'photoAlbums', 'photos.files'],
  keptDays: 365,
  since: 'closed',
  async show(person) {
    const stored = await documentsOf('complaints')
      .find({ $or: [{ reporter: person }, { followers: person }] })
      .sort({ createdAt: 1 })
      .toArray();
    return stored.map((one) => (one.reporter === person ? ownCase(one) : followedCase(one)));
  },
  async erase({ person, replace }) {
    await forgetReporter(person);
    await replaceIn('complaints', { $or: [{ takenBy: person }, { 'unaudited.by': person }] }, replace);
  },
  deleteOld: (now) => forgetOldReporters(daysBefore(now, complaints.keptDays ?? 0)),
};

type StoredCase = Record<string, unknown>;

/** What the reporter said, where and about what; the ids of their photos; the place, an office or a point, as it was told. */
function ownCase({ code, category, state, words, contact, createdAt, steps, ...stored }: StoredCase) {
  const { pin, name, position, photos } = stored;
  const said = (Array.isArray(steps) ? steps : [])
    .filter((step: StoredCase) => step.by === 'reporter' && step.words)
    .map((step: StoredCase) => ({ what: step.what, words: step.words, at: step.at }));
  const about = pin ? { pin, name } : { name, position };
  return { code, category, state, about, words, photos, said, contact, createdAt, isMine: true };
}

const followedCase = ({ code, category, state, pin, name }: StoredCase) => ({
  code,
  category,
  state,
  about: pin ? { pin, name } : { name },
  isMine: false,
});

/** What went on to 1111: codes and numbers of cases, and nothing of their reporters, so that there is nothing to erase. */
export const forwardings: PersonalKind = {
  id: 'forwardings',
  stays: true,
  collections: ['complaintForwardings', 'complaintUpdates'],
  keptDays: 365,
  since: 'closed',
  async show(person) {
    const cases = await documentsOf('complaints').find({ reporter: person }).toArray();
    return [...(await forwardingsOf(cases.map(({ code }) => String(code)))).values()];
  },
  erase: async () => {},
  async deleteOld(now) {
    const before = daysBefore(now, forwardings.keptDays ?? 0);
    return (await deleteOldForwardings(before)) + (await deleteOldUpdates(before));
  },
};

/** An unfinished complaint. */
export const complaintDrafts: PersonalKind = {
  id: 'complaint-drafts',
  collections: ['complaintDrafts', 'photoAlbums', 'photos.files'],
  keptDays: 30,
  since: 'last-used',
  async show(person) {
    const stored = await documentsOf('complaintDrafts').findOne({ _id: person });
    return stored ? [{ fields: stored.fields, updatedAt: stored.updatedAt }] : [];
  },
  erase: ({ person }) => discardComplaintDraft(person),
  deleteOld: (now) => deleteOldComplaintDrafts(daysBefore(now, complaintDrafts.keptDays ?? 0)),
};

/** Favourites and the offices looked at last. */
export const places: PersonalKind = {
  id: 'places',
  collections: ['known_places'],
  keptDays: 365,
  since: 'last-used',
  async show(person) {
    const { favourites, visited } = await placesStoredOf(person);
    return [
      ...favourites.map((one) => ({ ...one, isFavourite: true })),
      ...visited.map((one) => ({ ...one, isFavourite: false })),
    ];
  },
  async erase({ person }) {
    await forgetPlaces(person);
  },
  deleteOld: (now) => forgetPlacesUnusedSince(daysBefore(now, places.keptDays ?? 0)),
};
