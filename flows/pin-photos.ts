/**
 * The photos of a pin, be it a draft, published or retired: looking at them, adding by simply sending pictures,
 * deleting one after a second look. Afterwards the draft, the check-up or the correction goes on.
 */
import { z } from 'zod';
import { parseWholeNumber } from './answers/whole-number.ts';
import { anyOf, choiceOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Accept, At, Closing } from './engine/flow.ts';
import { answer, type Message, type Option, open, say } from './engine/message.ts';
import { exampleMessage, photoMessage } from './photo-message.ts';
import { readPhotosOpening } from './photo-opening.ts';
import type { ShownPhoto } from './pin-look-ups.ts';
import { newsOf, text } from './pin-photos-texts.ts';

const data = z.object({
  /** A code, or a draft's id. */
  pin: z.string().optional(),
  isDraft: z.boolean().optional(),
  /** The check-up that asked for photos, and what it noted so far. */
  check: z.string().optional(),
  /** The photo to be deleted, until that is confirmed. */
  photo: z.string().optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'photos' | 'which' | 'sure' | 'done' | 'list' | 'notYours';

/** A pin has at most so many; the models keep to it. */
const MOST_PHOTOS = 10;

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
  async start({ value, words }, { find, person, turn }) {
    const { pin: named, image, check } = value ? readPhotosOpening(value) : { pin: words };
    if (!named) return { to: 'list' };
    const known = await find.pins.pinForWork(named, person);
    const draft = known ? undefined : await find.pins.draftForWork(named, person);
    const pin = known?.code ?? draft?.id;
    if (pin === undefined) return { to: 'notYours' };
    return {
      to: 'photos',
      set: { pin, isDraft: draft ? true : undefined, check },
      ...(image && { effects: [{ do: 'addPhoto' as const, id: turn, pin, messageId: image }] }),
    };
  },
  steps: {
    photos: question({
      async ask(at) {
        const photos = await at.find.pins.photosForWork(at.data.pin ?? '', at.person);
        // Somebody has published, discarded or taken it over: "done" leads on from here.
        if (!photos) return { messages: [say(text('notYours'))], quick: buttons.options.slice(0, 1) };
        const guide = say(text(photos.length < MOST_PHOTOS ? 'guide' : 'full'));
        return {
          messages: [...at.outcomes.flatMap(newsOf), ...shown(photos), ...example(photos, at), guide],
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
        const photos = await photosOf(at);
        const options: Option[] = photos.map((_, index) =>
          answer(text('number', { number: index + 1 }), String(index + 1)),
        );
        return {
          messages: [...shown(photos), { kind: 'question', text: text('which'), options }],
        };
      },
      accepts: numberOfPhoto,
      next: (number, at) => toDelete(number, at),
    }),
    sure: question({
      async ask(at) {
        const photo = (await photosOf(at)).filter(({ id }) => id === at.data.photo);
        return {
          messages: [
            ...(photo.length > 0 ? [photoMessage(text('sure'), photo)] : []),
            { kind: 'question', text: text('sure'), options: sure.options },
          ],
        };
      },
      accepts: anyOf(yesOrNo('yes', 'no'), sure.accept),
      next(choice, { data: { pin = '', photo = '' }, turn }) {
        const set = { photo: undefined };
        return choice === 'no'
          ? { to: 'photos', set }
          : { to: 'photos', set, effects: [{ do: 'deletePhoto', id: turn, pin, photo }] };
      },
    }),
    done: closing(async ({ data: { pin = '', isDraft, check }, find, person }) => {
      if (check !== undefined) return handOver('check-pins', `${pin} photos:${check}`);
      if (!isDraft) return handOver('edit-pin', pin);
      if (await find.pins.draftForWork(pin, person)) return handOver('pin-office', pin);
      return { messages: [say(text('draftGone'))], quick: [open(text('myPins'), 'my-pins')] };
    }),
    list: closing(() => handOver('my-pins', '')),
    notYours: closing(() => ({
      messages: [say(text('notYours'))],
      quick: [open(text('myPins'), 'my-pins')],
    })),
  },
});

/** The photo is named by its id from here on: while it is looked at, a colleague may delete another one. */
async function toDelete(number: number, at: At<Data>) {
  const photo = (await photosOf(at))[number - 1];
  return photo === undefined
    ? { again: text('noSuchPhoto') }
    : { to: 'sure' as const, set: { photo: photo.id } };
}

async function photosOf({ find, data: { pin = '' }, person }: At<Data>): Promise<ShownPhoto[]> {
  return (await find.pins.photosForWork(pin, person)) ?? [];
}

function shown(photos: readonly ShownPhoto[]): Message[] {
  return photos.length > 0 ? [photoMessage(text('shown', { count: photos.length }), photos)] : [];
}

/** Shown once, before the first photo. */
function example(photos: readonly ShownPhoto[], { turn, run }: At<Data>): Message[] {
  return photos.length === 0 && turn === run ? [exampleMessage(text('example'))] : [];
}

function handOver(flow: string, value: string): Closing {
  return { messages: [], handOver: { flow, opening: { value, words: '' } } };
}
