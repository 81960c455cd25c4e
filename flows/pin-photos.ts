/** The photos of a published pin: looking at them, adding by simply sending pictures, deleting one after a second look. */
import { z } from 'zod';
import { parseWholeNumber } from './answers/whole-number.ts';
import type { Outcome } from './effects.ts';
import { anyOf, choiceOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Accept, At } from './engine/flow.ts';
import { answer, type Message, type Option, open, say } from './engine/message.ts';
import { defineTexts, type Text } from './engine/text.ts';
import { photoMessage } from './photo-message.ts';

const data = z.object({
  pin: z.string().optional(),
  /** The photo to be deleted, until that is confirmed. */
  photo: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'photos' | 'which' | 'sure' | 'done' | 'notYours';

/** A pin has at most so many; the models keep to it. */
const MOST_PHOTOS = 10;

const text = defineTexts('pin-photos', {
  title: { th: 'รูปถ่ายของหมุด', en: 'Photos of a pin' },
  shown: { th: 'รูปของหมุดนี้ {{count}} จาก 10 รูป', en: 'Photos of this pin: {{count}} of 10' },
  guide: {
    th: 'ส่งรูปมาในแชตนี้ได้เลย ทีละรูป\n• ยืนห่างพอให้เห็นทั้งป้ายหรือทั้งทางเข้า หันหลังให้แดด\n• ถ่ายป้ายสำนักงาน ประตูทางเข้าหลัก หรือเคาน์เตอร์บริการ\n• เลี่ยงใบหน้าคน ทะเบียนรถ และเอกสาร',
    en: 'Just send pictures here, one at a time.\n• Stand far enough away to show the whole sign or entrance, with the sun behind you.\n• Take the office’s sign, the main entrance or the service counter.\n• Leave out faces, number plates and papers.',
  },
  full: {
    th: 'มีครบ 10 รูปแล้ว ลบรูปเก่าก่อนจึงเพิ่มได้',
    en: 'There are 10 photos already. Delete one before adding another.',
  },
  remove: { th: 'ลบรูป', en: 'Delete a photo' },
  finish: { th: 'เสร็จแล้ว', en: 'Done' },
  which: { th: 'ลบรูปที่เท่าไร', en: 'Which photo shall be deleted?' },
  number: { th: 'รูป {{number}}', en: 'Photo {{number}}' },
  sure: { th: 'ลบรูปนี้หรือไม่', en: 'Delete this photo?' },
  deleteIt: { th: 'ลบเลย', en: 'Delete it' },
  keepIt: { th: 'เก็บไว้', en: 'Keep it' },
  noSuchPhoto: {
    th: 'ไม่มีรูปนั้น พิมพ์หมายเลขรูป เช่น ลบ 1',
    en: 'There is no such photo. Type its number, such as delete 1.',
  },
  sendOne: {
    th: 'ส่งรูปมาได้เลย หรือแตะ “เสร็จแล้ว” หากจะลบ พิมพ์ เช่น ลบ 1',
    en: 'Send a picture, or tap “Done”. To delete one, type for example delete 1.',
  },
  stored: { th: 'เก็บรูปแล้ว ({{count}} จาก 10)', en: 'The photo is kept ({{count}} of 10).' },
  notAPicture: {
    th: 'ไฟล์นี้ไม่ใช่รูปถ่ายที่อ่านได้ ลองถ่ายใหม่',
    en: 'That is no picture that can be read. Please take another.',
  },
  tooSmall: {
    th: 'รูปเล็กเกินไปจนดูไม่ออก ลองส่งรูปที่ใหญ่กว่านี้',
    en: 'That picture is too small to make anything out. Please send a larger one.',
  },
  tooLarge: { th: 'รูปใหญ่เกินไป ลองส่งรูปที่เล็กกว่านี้', en: 'That picture is too large. Please send a smaller one.' },
  gone: { th: 'รูปนี้ถูกยกเลิกการส่งไปแล้ว', en: 'That picture was unsent.' },
  tryAgain: { th: 'รับรูปไม่สำเร็จ ลองส่งอีกครั้ง', en: 'The picture did not arrive. Please send it again.' },
  deleted: { th: 'ลบรูปแล้ว', en: 'The photo is deleted.' },
  notYours: {
    th: 'หมุดนี้ยังเพิ่มรูปไม่ได้ เพราะไม่อยู่ในหมุดที่คุณแก้ไขได้ หรือถอดออกจากแผนที่แล้ว',
    en: 'Photos cannot be added here: this pin is not among those you may change, or it is off the map.',
  },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
});

const buttons = choiceOf(text, { finish: 'finish', remove: 'remove' });
const sure = choiceOf(text, { yes: 'deleteIt', no: 'keepIt' });

type Given = { image: string } | { remove: number } | 'finish' | 'remove';

/** A picture; or "ลบ 2", "delete 2". */
const pictureOrDelete: Accept<Given> = {
  freeText: false,
  read(input) {
    if (input.kind === 'image') return { ok: true, value: { image: input.messageId } };
    const said = input.kind === 'text' ? input.text.trim() : '';
    const [, number = ''] = /^(?:ลบรูปที่|ลบรูป|ลบ|delete photo|delete)\s*(.+)$/i.exec(said) ?? [];
    const parsed = parseWholeNumber(number, { min: 1, max: MOST_PHOTOS });
    return parsed.ok ? { ok: true, value: { remove: parsed.value } } : { ok: false, why: text('sendOne') };
  },
};

/** A button's tap or whole label: a bare number is no button here. */
const byLabel: Accept<'finish' | 'remove'> = {
  freeText: false,
  read: (input, now) =>
    input.kind === 'text' && /^.?$|\p{Nd}/u.test(input.text.trim())
      ? { ok: false }
      : buttons.accept.read(input, now),
};

const numberOfPhoto: Accept<number> = {
  freeText: false,
  read(input) {
    const written =
      input.kind === 'chosen' || input.kind === 'text'
        ? input.kind === 'chosen'
          ? input.value
          : input.text
        : '';
    const parsed = parseWholeNumber(written.replace(/^\s*(?:รูปที่|รูป|photo)\s*/i, ''), {
      min: 1,
      max: MOST_PHOTOS,
    });
    return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, why: text('noSuchPhoto') };
  },
};

const { question, closing } = stepsOf<Data, StepName>();

export const pinPhotos = defineFlow({
  id: 'pin-photos',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['รูปหมุด', 'รูปถ่ายหมุด'], en: ['pin photos'] },
  takesWords: true,
  needsConsent: true,
  async start({ value, words }, { find, person }) {
    const pin = await find.pins.pinForWork(value || words, person);
    return pin?.state === 'published' ? { to: 'photos', set: { pin: pin.code } } : { to: 'notYours' };
  },
  steps: {
    photos: question({
      async ask(at) {
        const photos = await at.find.pins.photosOfPin(at.data.pin ?? '');
        const pictures =
          photos.length > 0 ? [photoMessage(text('shown', { count: photos.length }), photos)] : [];
        const guide = say(text(photos.length < MOST_PHOTOS ? 'guide' : 'full'));
        return {
          messages: [...at.outcomes.flatMap(newsOf), ...pictures, guide],
          quick: photos.length > 0 ? buttons.options : buttons.options.slice(0, 1),
        };
      },
      accepts: anyOf(byLabel, pictureOrDelete),
      async next(given, at) {
        const { pin = '' } = at.data;
        if (given === 'finish') return { to: 'done' };
        if (given === 'remove') return { to: 'which' };
        if ('remove' in given) return toDelete(given.remove, at);
        return { to: 'photos', effects: [{ do: 'addPhoto', id: at.turn, pin, messageId: given.image }] };
      },
    }),
    which: question({
      async ask(at) {
        const photos = await at.find.pins.photosOfPin(at.data.pin ?? '');
        const options: Option[] = photos.map((_, index) =>
          answer(text('number', { number: index + 1 }), String(index + 1)),
        );
        return {
          messages: [
            ...(photos.length > 0 ? [photoMessage(text('shown', { count: photos.length }), photos)] : []),
            { kind: 'question', text: text('which'), options },
          ],
        };
      },
      accepts: numberOfPhoto,
      next: (number, at) => toDelete(number, at),
    }),
    sure: question({
      ask: ({ data: { photo = '' } }) => ({
        messages: [
          photoMessage(text('sure'), [photo]),
          { kind: 'question', text: text('sure'), options: sure.options },
        ],
      }),
      accepts: anyOf(yesOrNo('yes', 'no'), sure.accept),
      next(choice, { data: { pin = '', photo = '' }, turn }) {
        const set = { photo: undefined };
        return choice === 'no'
          ? { to: 'photos', set }
          : { to: 'photos', set, effects: [{ do: 'deletePhoto', id: turn, pin, photo }] };
      },
    }),
    done: closing(({ data: { pin = '' } }) => ({
      messages: [],
      handOver: { flow: 'edit-pin', opening: { value: pin, words: '' } },
    })),
    notYours: closing(() => ({
      messages: [say(text('notYours'))],
      quick: [open(text('myPins'), 'my-pins')],
    })),
  },
});

/** The photo is named by its id from here on: while it is looked at, a colleague may delete another one. */
async function toDelete(number: number, { find, data: { pin = '' } }: At<Data>) {
  const photo = (await find.pins.photosOfPin(pin))[number - 1];
  return photo === undefined ? { again: text('noSuchPhoto') } : { to: 'sure' as const, set: { photo } };
}

function newsOf(outcome: Outcome): Message[] {
  if (outcome.of === 'deletePhoto') return [say(text(outcome.result === 'deleted' ? 'deleted' : 'notYours'))];
  return outcome.of === 'addPhoto' ? [say(photoNews(outcome))] : [];
}

function photoNews(outcome: Extract<Outcome, { of: 'addPhoto' }>): Text {
  switch (outcome.result) {
    case 'stored':
      return text('stored', { count: outcome.count });
    case 'too-many':
      return text('full');
    case 'not-a-picture':
      return text('notAPicture');
    case 'too-small':
      return text('tooSmall');
    case 'too-large':
      return text('tooLarge');
    case 'gone':
      return text('gone');
    case 'try-again':
      return text('tryAgain');
    case 'not-yours':
      return text('notYours');
  }
}
