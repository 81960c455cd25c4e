/** Pinning an office: the look at all of it before it is published, photos, pins that may be the same, publication. */
import type { PinFields } from './effects.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from './engine/accepts.ts';
import type { Advance } from './engine/flow.ts';
import { answer, directionsUri, link, type Message, type Option, open } from './engine/message.ts';
import { labelsOf } from './engine/text.ts';
import { officeKindName } from './office-kinds.ts';
import { photosOpening, picture } from './photo-opening.ts';
import { coordinates } from './pin-fields.ts';
import {
  type At,
  bothOf,
  closing,
  completePin,
  type Data,
  madeFor,
  pinAnother,
  question,
  type StepName,
  text,
} from './pin-office-steps.ts';
import type { RememberedName } from './remembered-name.ts';

const changes = choiceOf(
  text,
  {
    publish: 'publish',
    photos: 'addPhotos',
    position: 'changePosition',
    spot: 'changeSpot',
    name: 'changeName',
    kind: 'changeKind',
    discard: 'discard',
  },
  'publish',
);

/** The steps from the look at the map to the publication. */
export const reviewSteps = {
  confirm: question({
    async ask({ data: { pin = '', fields: given }, find, person }) {
      const photos = (await find.pins.photosForWork(pin, person)) ?? [];
      return { messages: overview(given ?? {}, photos.length) };
    },
    accepts: anyOf(picture, anyOf(yesOrNo('publish'), changes.accept)),
    next: (choice, at) => decide(choice, at),
  }),
  similar: question({
    ask: ({ data: { similar = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text('similar'),
          options: [...similar.flatMap(similarOptions), answer(text('stillNew'), 'new')],
        },
      ],
    }),
    accepts: ({ data: { similar = [] } }) =>
      oneOfOptions([
        ...similar.flatMap(({ code, name }) => [
          { value: `same ${code}`, labels: spoken('itIs', name) },
          { value: `inside ${code}`, labels: spoken('insideIt', name) },
        ]),
        { value: 'new', labels: bothOf('stillNew') },
      ]),
    next(chosen, at) {
      const [how, code = ''] = chosen.split(' ');
      if (how === 'same')
        return {
          to: 'same',
          set: { same: code },
          effects: [{ do: 'discardDraft', id: at.data.pin ?? '' }],
        };
      return publish(at, how === 'inside' ? code : undefined);
    },
  }),
  same: closing(({ data: { same = '' } }) => ({
    messages: [{ kind: 'say', text: text('sameOne') }],
    handOver: { flow: 'find-office', opening: { value: `code ${same}`, words: '' } },
  })),
  /** Photos belong to a draft that is kept. They are looked at, added and deleted where all photos are. */
  photos: closing(({ data: { pin = '', image } }) => ({
    messages: [],
    handOver: {
      flow: 'pin-photos',
      opening: { value: photosOpening({ pin, ...(image && { image }) }), words: '' },
    },
  })),
  published: closing(({ outcomes, data: { fields: given } }) => {
    const done = outcomes.find((outcome) => outcome.of === 'publishPin');
    const code = done?.result === 'published' ? done.code : '';
    const { position = [0, 0], nameTh = '' } = given ?? {};
    if (!code) return { messages: [{ kind: 'say', text: text('notPublished') }], quick: [pinAnother] };
    return {
      messages: [
        {
          kind: 'question',
          text: text('published', { name: nameTh, code }),
          options: [
            open(text('seeIt'), 'find-office', `code ${code}`),
            link(text('wayThere'), directionsUri(position)),
          ],
        },
      ],
      quick: [open(text('addMore'), 'edit-pin', code), pinAnother],
    };
  }),
};

async function decide(
  choice: 'publish' | 'discard' | 'photos' | 'position' | 'spot' | 'name' | 'kind' | { image: string },
  at: At,
): Promise<Advance<Data, StepName>> {
  const { pin = '', fields: given } = at.data;
  if (typeof choice === 'object') return toPhotos(at, choice.image);
  if (choice === 'photos') return toPhotos(at);
  if (choice === 'discard') return { to: 'discarded', effects: [{ do: 'discardDraft', id: pin }] };
  if (choice !== 'publish') return { to: choice };
  const { position, nameTh } = given ?? {};
  if (!position || !nameTh) return publish(at);
  const found = await at.find.pins.similarPins(position, nameTh, pin);
  if (found.length === 0) return publish(at);
  const similar = found.map(({ code, name, metres }) => ({ code, name, metres }));
  return { to: 'similar', set: { similar } };
}

function toPhotos(
  { data: { pin = '', fields: given = {} }, who }: At,
  image?: string,
): Advance<Data, StepName> {
  const draft = { id: pin, fields: given, step: 'confirm', ...madeFor(who) };
  return { to: 'photos', set: { image }, effects: [{ do: 'keepDraft', ...draft }] };
}

function publish({ data: { pin = '', fields: given }, who }: At, parent?: string): Advance<Data, StepName> {
  const complete = completePin(given ?? {});
  if (!complete) return { to: firstMissing(given ?? {}) };
  const whole = { ...complete, ...(parent && { parent }) };
  return { to: 'published', effects: [{ do: 'publishPin', id: pin, pin: whole, ...madeFor(who) }] };
}

function similarOptions({
  code,
  name,
  metres,
}: {
  code: string;
  name: RememberedName;
  metres: number;
}): Option[] {
  return [
    answer(text('itIs', { name, distance: { metres } }), `same ${code}`),
    answer(text('insideIt', { name }), `inside ${code}`),
  ];
}

/** How an option about a pin of this name may be typed: up to the distance, which nobody types. */
function spoken(key: 'itIs' | 'insideIt', name: RememberedName): string[] {
  const { th, en } = text.texts[key];
  return labelsOf(name).flatMap((called) =>
    [th, en].map((label) => label.replace('{{name}}', called).replace(/ \(.*$/, '')),
  );
}

function firstMissing(given: PinFields): 'position' | 'spot' | 'name' | 'kind' {
  if (!given.position) return 'position';
  if (!given.spot) return 'spot';
  return given.nameTh ? 'kind' : 'name';
}

function overview(given: PinFields, photos: number): Message[] {
  const { position = [0, 0], nameTh = '', kind = 'other', spot = 'entrance', address = '' } = given;
  return [
    { kind: 'place', title: nameTh, address: address || coordinates(position), position },
    {
      kind: 'summary',
      title: text('confirm'),
      rows: [
        { label: text('nameLabel'), value: nameTh },
        { label: text('kindLabel'), value: officeKindName(kind) },
        { label: text('spotLabel'), value: text(spot) },
        { label: text('positionLabel'), value: coordinates(position) },
        {
          label: text('photosLabel'),
          value: photos > 0 ? text('photosThere', { count: photos }) : text('photosToCome'),
        },
      ],
      options: changes.options,
    },
  ];
}
