/**
 * Collecting photos for a complaint or as evidence: pictures are simply sent, the last one can be taken out again, and
 * a tap goes on. Which pictures there are is read from where they are kept, so that an unsent one is gone here too.
 */
import type { Outcome } from '../effects.ts';
import { anyOf, choiceOf } from '../engine/accepts.ts';
import type { Accept, At } from '../engine/flow.ts';
import { type Asking, type Message, say } from '../engine/message.ts';
import { defineTexts, type Text, type Words } from '../engine/text.ts';
import { photoMessage } from '../photo-message.ts';
import { picture } from '../photo-opening.ts';
import type { ShownPhoto } from '../pin-look-ups.ts';

/** So many photos show one complaint, or one solution. */
export const MOST_PHOTOS = 5;

export const photoTexts = defineTexts('complaint-photos', {
  none: { th: 'ไม่มีรูป', en: 'No photo' },
  done: { th: 'เสร็จแล้ว', en: 'Done' },
  takeOut: { th: 'เอารูปล่าสุดออก', en: 'Take the last one out' },
  more: {
    th: 'ได้รับแล้ว {{count}} จาก {{most}} รูป ส่งรูปต่อไปได้เลย หรือแตะ “เสร็จแล้ว”',
    en: 'That makes {{count}} of {{most}} photos. Send another, or tap “Done”.',
  },
  full: {
    th: 'ครบ {{most}} รูปแล้ว แตะ “เสร็จแล้ว” เพื่อไปต่อ',
    en: 'That makes {{most}} photos, which is the most. Tap “Done” to go on.',
  },
  noRoom: {
    th: 'รูปนี้ไม่ได้เก็บ เพราะมีครบ {{most}} รูปแล้ว หากจะเปลี่ยน แตะ “เอารูปล่าสุดออก” ก่อน',
    en: 'That photo was not kept: there are {{most}} already. To swap one, tap “Take the last one out” first.',
  },
  sendOne: {
    th: 'ส่งรูปมาได้เลย หรือแตะปุ่มเพื่อไปต่อ',
    en: 'Send a photo, or tap a button to go on.',
  },
  notAPicture: {
    th: 'ไฟล์นี้ไม่ใช่รูปที่เปิดดูได้ จึงไม่ได้เก็บ ลองถ่ายหรือส่งใหม่',
    en: 'That is no picture that can be opened, so it was not kept. Please try another.',
  },
  tooSmall: {
    th: 'รูปนี้เล็กเกินไปจนดูไม่ออก จึงไม่ได้เก็บ ลองส่งรูปที่ใหญ่กว่านี้',
    en: 'That picture is too small to make anything out, so it was not kept. Please send a larger one.',
  },
  tooLarge: {
    th: 'รูปนี้ใหญ่เกินไป จึงไม่ได้เก็บ ลองส่งรูปที่เล็กกว่านี้',
    en: 'That picture is too large, so it was not kept. Please send a smaller one.',
  },
  gone: {
    th: 'รูปนี้เก็บไม่ได้ เพราะยกเลิกการส่งไปแล้ว หรือเรื่องนี้เปลี่ยนไปแล้ว',
    en: 'That picture was not kept: it was unsent, or the case has moved on.',
  },
  tryAgain: { th: 'รับรูปไม่สำเร็จ ขอให้ส่งอีกครั้ง', en: 'The picture did not arrive. Please send it again.' },
  shown: { th: 'รูปที่แนบ', en: 'Photos so far' },
});

const buttons = choiceOf(photoTexts, { done: 'done', none: 'none', takeOut: 'takeOut' });

/** What was answered: a picture to keep, to go on, or to take the last one out. */
export type PhotoAnswer = { image: string } | 'done' | 'none' | 'takeOut';

const refusal: Accept<never> = {
  freeText: false,
  read: (input) => (input.kind === 'text' ? { ok: false, why: photoTexts('sendOne') } : { ok: false }),
};

/** Takes a picture or a button. */
export const photoAnswer: Accept<PhotoAnswer> = anyOf(picture, anyOf(byLabel(), refusal));

/** A bare number is no button here. */
function byLabel(): Accept<'done' | 'none' | 'takeOut'> {
  return {
    freeText: false,
    read: (input, now) =>
      input.kind === 'text' && /^\s*\p{Nd}+\s*$/u.test(input.text)
        ? { ok: false }
        : buttons.accept.read(input, now),
  };
}

/** For which complaint (its run, or a case's code), and which of its pictures were taken out. */
export type Collecting = { complaint: string; without: readonly string[] };

/** The photos kept so far. */
export async function photosFor(
  { find, person }: Pick<At<unknown>, 'find' | 'person'>,
  { complaint, without }: Collecting,
): Promise<ShownPhoto[]> {
  const all = await find.complaints.photos(complaint, person);
  return all.filter(({ id }) => !without.includes(id)).slice(0, MOST_PHOTOS);
}

/** Whether one more may come; one that this very turn brought already is not counted against itself. */
export function hasRoom(photos: readonly ShownPhoto[], turn: string): boolean {
  const own = turn.replace(/[^0-9A-Za-z]/g, '');
  return photos.filter(({ id }) => id !== own).length < MOST_PHOTOS;
}

/** Asks for photos: `asks` before the first, how many there are after it. */
export async function askForPhotos(at: At<unknown>, collecting: Collecting, asks: Text): Promise<Asking> {
  const photos = await photosFor(at, collecting);
  const [done, none, takeOut] = buttons.options;
  const quick = (photos.length > 0 ? [done, takeOut] : [none]).flatMap((option) => option ?? []);
  return { messages: [...at.outcomes.flatMap(photoNews), say(guide(photos.length, asks))], quick };
}

function guide(count: number, asks: Text): Words {
  if (count === 0) return asks;
  const most = MOST_PHOTOS;
  return count < most ? photoTexts('more', { count, most }) : photoTexts('full', { most });
}

/** Photos side by side; none, no message. */
export function photosShown(title: Words, photos: readonly ShownPhoto[]): Message[] {
  return photos.length > 0 ? [photoMessage(title, photos)] : [];
}

/** A photo that is not kept is never passed over. */
function photoNews(outcome: Outcome): Message[] {
  if (outcome.of !== 'addComplaintPhoto' || outcome.result === 'stored') return [];
  return [say(whyNotKept(outcome.result))];
}

function whyNotKept(
  result: 'too-many' | 'not-a-picture' | 'too-small' | 'too-large' | 'gone' | 'try-again',
): Text {
  switch (result) {
    case 'too-many':
      return photoTexts('noRoom', { most: MOST_PHOTOS });
    case 'not-a-picture':
      return photoTexts('notAPicture');
    case 'too-small':
      return photoTexts('tooSmall');
    case 'too-large':
      return photoTexts('tooLarge');
    case 'gone':
      return photoTexts('gone');
    case 'try-again':
      return photoTexts('tryAgain');
  }
}
