/** Personal data of citizens: ratings, complaints, and the offices they know. */
import { deleteOldComplaintDrafts, discardComplaintDraft } from './complaint-draft.ts';
import { forgetOldReporters, forgetReporter } from './complaint-erase.ts';
import { forgetPlaces, forgetPlacesUnusedSince, placesStoredOf } from './known-place.ts';
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';
import { eraseRater, forgetRaters, ratingsKnownOf } from './rating-forget.ts';
import { eraseQuestions, forgetOldQuestions, questionsKnownOf } from './rating-question.ts';
import { deleteOldWaysAsked, eraseWaysAsked } from './way-asked.ts';

/** Ratings: whose they are can be told for at most 38 days (a month and 7 days, see `rating-key.ts`); then they are numbers. */
export const ratings: PersonalKind = {
  id: 'ratings',
  stays: true,
  collections: ['ratings', 'rating_keys', 'photoAlbums', 'photos.files'],
  keptDays: 38,
  since: 'rated',
  show: (person, now) => ratingsKnownOf(person, now),
  async erase({ person, now }) {
    await eraseRater(person, now);
  },
  async deleteOld(now) {
    const gone = await forgetRaters(now);
    return gone.ratings + gone.withdrawn;
  },
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
    return stored.map(({ code, category, state, words, contact, reporter, createdAt }) =>
      reporter === person
        ? { code, category, state, words, contact, createdAt, isMine: true }
        : { code, category, state, isMine: false },
    );
  },
  async erase({ person, replace }) {
    await forgetReporter(person);
    await replaceIn('complaints', { $or: [{ takenBy: person }, { 'unaudited.by': person }] }, replace);
  },
  deleteOld: (now) => forgetOldReporters(daysBefore(now, complaints.keptDays ?? 0)),
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
