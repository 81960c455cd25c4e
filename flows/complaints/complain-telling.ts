/** Making a complaint: the words, the photos, and whether to give a contact. */
import { anyOf, choiceOf } from '../engine/accepts.ts';
import type { Accept } from '../engine/flow.ts';
import { say } from '../engine/message.ts';
import { contactAnswer, wordsOf } from './case-answers.ts';
import { collecting, filled, question } from './complain-data.ts';
import { text } from './complain-texts.ts';
import {
  askForPhotos,
  hasRoom,
  MOST_PHOTOS,
  photoAnswer,
  photosFor,
  photoTexts,
} from './photo-collecting.ts';

/** Less cannot be understood by anybody. */
const WORDS_LENGTH = { min: 10 };

const contacts = choiceOf(text, { anonymous: 'anonymous', give: 'giveContact' });

/** Words that are no try at a number or an address want the buttons. */
const typedContact: Accept<string> = {
  freeText: true,
  read(input, now) {
    const isTry = input.kind === 'text' && /[\p{Nd}@]/u.test(input.text);
    if (isTry) return contactAnswer.read(input, now);
    return input.kind === 'text' ? { ok: false, why: text('contactWrong') } : { ok: false };
  },
};

/** The steps from the words to the contact. */
export const tellingSteps = {
  words: question({
    ask: () => ({ messages: [say(text('words'))] }),
    accepts: wordsOf(WORDS_LENGTH),
    next: (words, at) => filled(at, { words }),
  }),
  photos: question({
    ask: (at) => askForPhotos(at, collecting(at), text('photos')),
    accepts: photoAnswer,
    async next(given, at) {
      if (given === 'done' || given === 'none') return filled(at, { photosDone: true });
      const album = collecting(at);
      const photos = await photosFor(at, album);
      if (given === 'takeOut') {
        const last = photos.at(-1);
        return { to: 'photos', set: { without: [...album.without, ...(last ? [last.id] : [])] } };
      }
      if (!hasRoom(photos, at.turn)) return { again: photoTexts('noRoom', { most: MOST_PHOTOS }) };
      const { complaint } = album;
      return {
        to: 'photos',
        set: { complaint },
        effects: [{ do: 'addComplaintPhoto', id: at.turn, complaint, messageId: given.image }],
      };
    },
  }),
  contact: question({
    ask: () => ({ messages: [{ kind: 'question', text: text('contact'), options: contacts.options }] }),
    // A number or an address may as well be typed right away.
    accepts: anyOf(contacts.accept, typedContact),
    next(given, at) {
      if (given === 'give') return { to: 'contactDetail' };
      return given === 'anonymous'
        ? filled(at, { isAnonymous: true, contact: undefined })
        : filled(at, { isAnonymous: undefined, contact: given });
    },
  }),
  contactDetail: question({
    ask: () => ({ messages: [say(text('contactDetail'))] }),
    accepts: contactAnswer,
    next: (contact, at) => filled(at, { isAnonymous: undefined, contact }),
  }),
};
