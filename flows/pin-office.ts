/**
 * Pinning an office (ปักหมุด): position, where at the office it stands, name, kind, a look at the map, published.
 * Leaving half-way keeps a draft; opening it again goes on with it.
 */
import { z } from 'zod';
import type { CompletePin, PinFields } from './effects.ts';
import { anyOf, choiceOf, oneOfOptions, placeAnswer, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import {
  type Asking,
  answer,
  directionsUri,
  link,
  type Message,
  type Option,
  open,
  type Position,
} from './engine/message.ts';
import { defineTexts, type Words } from './engine/text.ts';
import { roleOf, type Who } from './engine/who.ts';
import { officeKindName, officeKinds } from './office-kinds.ts';
import { coordinates } from './pin-fields.ts';
import type { KeptDraft } from './pin-look-ups.ts';

const fields = z.object({
  position: z.tuple([z.number(), z.number()]).optional(),
  spot: z.enum(['entrance', 'counter']).optional(),
  nameTh: z.string().optional(),
  kind: z.string().optional(),
  address: z.string().optional(),
});
const data = z.object({
  /** Id of the pin being made; none while choosing between drafts. */
  pin: z.string().optional(),
  fields: fields.optional(),
  /** Drafts as they were listed, so that a typed number means what was seen. */
  drafts: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Published pins that may be the same office. */
  similar: z.array(z.object({ code: z.string(), name: z.string(), metres: z.number() })).optional(),
  /** The pin that is this very office. */
  same: z.string().optional(),
  /** All questions are answered once: a changed answer leads straight back to the look at the map. */
  complete: z.boolean().optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'drafts'
  | 'position'
  | 'turned'
  | 'abroad'
  | 'outside'
  | 'spot'
  | 'name'
  | 'kind'
  | 'confirm'
  | 'similar'
  | 'same'
  | 'published'
  | 'discarded';

/** Longest Thai name asked for; the longest real one of the programme's list is about 90. Characters as people see them. */
const NAME_LENGTH = { min: 3, max: 120 };
/** Drafts offered at once. */
const DRAFTS_SHOWN = 5;
/** Thailand with a margin, degrees. Only a reason to ask, never to refuse: some offices are abroad. */
const THAILAND = { south: 5.5, north: 20.6, west: 97.2, east: 105.8 };

const text = defineTexts('pin-office', {
  title: { th: 'ปักหมุดสำนักงาน', en: 'Pin an office' },
  drafts: {
    th: 'มีหมุดที่ทำค้างไว้ จะทำต่อหรือเริ่มใหม่',
    en: 'You have unfinished pins. Go on with one, or start a new one?',
  },
  newPin: { th: 'เริ่มหมุดใหม่', en: 'Start a new pin' },
  unnamedDraft: { th: 'หมุดที่ยังไม่มีชื่อ', en: 'A pin without a name' },
  position: {
    th: 'สำนักงานอยู่ที่ไหน\nยืนที่ประตูทางเข้าหลัก หรือเคาน์เตอร์บริการ แล้วแตะ “ส่งตำแหน่ง”',
    en: 'Where is the office?\nStand at the main entrance or the service counter, then tap “Send location”.',
  },
  sendLocation: { th: 'ส่งตำแหน่ง', en: 'Send location' },
  abroad: {
    th: 'ตำแหน่งนี้อยู่นอกประเทศไทย ({{place}}) ใช่ที่ตั้งสำนักงานจริงหรือไม่',
    en: 'That place is outside Thailand ({{place}}). Is the office really there?',
  },
  turned: {
    th: 'ตำแหน่งนี้อยู่นอกประเทศไทย ดูเหมือนละติจูดกับลองจิจูดสลับกัน ตั้งใจให้เป็น {{place}} หรือไม่',
    en: 'That place is outside Thailand; latitude and longitude seem to be swapped. Did you mean {{place}}?',
  },
  outside: {
    th: 'ตำแหน่งนี้อยู่ใน {{found}} ห่างจากเขต {{own}} ของหน่วยงานคุณ {{distance}} ใช่ที่ตั้งสำนักงานจริงหรือไม่',
    en: 'That place is in {{found}}, {{distance}} outside of {{own}}, your agency’s district. Is the office really there?',
  },
  similar: {
    th: 'มีหมุดชื่อคล้ายกันอยู่ใกล้มาก เป็นที่เดียวกันหรือไม่',
    en: 'There is a pin of a similar name very close by. Is it the same office?',
  },
  itIs: { th: 'ที่นี่เลย: {{name}} (ห่าง {{distance}})', en: 'This is it: {{name}} ({{distance}} away)' },
  insideIt: { th: 'อีกหน่วยงานในอาคารของ {{name}}', en: 'Another office inside {{name}}' },
  stillNew: { th: 'คนละที่ ปักเป็นหมุดใหม่', en: 'A different one, pin it' },
  sameOne: { th: 'สำนักงานนี้ปักหมุดไว้แล้ว', en: 'This office is pinned already.' },
  reallyThere: { th: 'ใช่ อยู่ที่นั่นจริง', en: 'Yes, it is there' },
  turnThem: { th: 'ใช่ สลับให้เลย', en: 'Yes, swap them' },
  sendAgain: { th: 'ไม่ใช่ ส่งใหม่', en: 'No, send it again' },
  spot: { th: 'ตำแหน่งที่ส่งคือจุดไหนของสำนักงาน', en: 'Which spot of the office is that?' },
  entrance: { th: 'ประตูทางเข้าหลัก', en: 'The main entrance' },
  counter: { th: 'เคาน์เตอร์บริการ', en: 'The service counter' },
  name: {
    th: 'ชื่อภาษาไทยของสำนักงาน เช่น “องค์การบริหารส่วนตำบลเขาใหม่”',
    en: 'The office’s Thai name, such as “องค์การบริหารส่วนตำบลเขาใหม่”',
  },
  notThai: {
    th: 'ขอชื่อเป็นภาษาไทย เช่น “เทศบาลตำบลบึงทอง”',
    en: 'Please give the name in Thai, such as “เทศบาลตำบลบึงทอง”.',
  },
  kind: { th: 'เป็นสำนักงานประเภทใด', en: 'What kind of office is it?' },
  confirm: { th: 'ตรวจดูอีกครั้งก่อนเผยแพร่', en: 'Please look it over before it is published' },
  nameLabel: { th: 'ชื่อ', en: 'Name' },
  kindLabel: { th: 'ประเภท', en: 'Kind' },
  spotLabel: { th: 'จุดที่ปัก', en: 'Spot' },
  positionLabel: { th: 'พิกัด', en: 'Coordinates' },
  publish: { th: 'ถูกต้อง เผยแพร่เลย', en: 'All right, publish it' },
  changePosition: { th: 'แก้ตำแหน่ง', en: 'Change the position' },
  changeSpot: { th: 'แก้จุดที่ปัก', en: 'Change the spot' },
  changeName: { th: 'แก้ชื่อ', en: 'Change the name' },
  changeKind: { th: 'แก้ประเภท', en: 'Change the kind' },
  discard: { th: 'ทิ้งหมุดนี้', en: 'Discard this pin' },
  published: {
    th: 'ปักหมุด “{{name}}” แล้ว ขอบคุณมาก\nรหัสหมุด {{code}} ประชาชนค้นหาเจอได้ทันที',
    en: '“{{name}}” is pinned. Thank you!\nIts pin code is {{code}}; citizens can find it from now on.',
  },
  notPublished: {
    th: 'ยังเผยแพร่ไม่ได้ เพราะหมุดนี้เป็นของผู้อื่น เริ่มหมุดใหม่ได้ด้วยการพิมพ์ “ปักหมุด”',
    en: 'It was not published, because this pin belongs to somebody else. Type “pin” to start a new one.',
  },
  discarded: { th: 'ทิ้งหมุดนี้แล้ว', en: 'This pin is discarded.' },
  draftKept: {
    th: 'เก็บหมุดนี้เป็นร่างไว้แล้ว พิมพ์ “ปักหมุด” เมื่อพร้อมทำต่อ',
    en: 'This pin is kept as a draft. Type “pin” when you want to go on.',
  },
  pinAnother: { th: 'ปักหมุดอีกแห่ง', en: 'Pin another office' },
  addMore: { th: 'เพิ่มรูปและข้อมูล', en: 'Add photos, details' },
  seeIt: { th: 'ดูหมุด', en: 'See the pin' },
  wayThere: { th: 'นำทาง', en: 'Directions' },
});

const spots = choiceOf(text, { entrance: 'entrance', counter: 'counter' });
const turnedAnswers = choiceOf(text, { there: 'turnThem', again: 'sendAgain' });
const abroadAnswers = choiceOf(text, { there: 'reallyThere', again: 'sendAgain' });
const changes = choiceOf(
  text,
  {
    publish: 'publish',
    position: 'changePosition',
    spot: 'changeSpot',
    name: 'changeName',
    kind: 'changeKind',
    discard: 'discard',
  },
  'publish',
);

const { question, closing } = stepsOf<Data, StepName>();

export const pinOffice = defineFlow({
  id: 'pin-office',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ปักหมุด', 'ปักหมุดสำนักงาน'], en: ['pin', 'pin an office'] },
  takesWords: false,
  needsConsent: true,
  async start({ value, position }, { find, person, run }) {
    const named = value && value !== 'new' ? await find.pins.draftForWork(value, person) : undefined;
    if (named) return goOnWith(named);
    const drafts = await find.draftsOf(person);
    if (position) return { to: 'spot', set: { pin: run, fields: { position } } };
    if (drafts.length === 0 || value === 'new') return { to: 'position', set: { pin: run, fields: {} } };
    return { to: 'drafts', set: { drafts: drafts.slice(0, DRAFTS_SHOWN).map(listed) } };
  },
  steps: {
    drafts: question({
      ask: ({ data: { drafts = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('drafts'),
            options: [...drafts.map(draftOption), answer(text('newPin'), 'new')],
          },
        ],
      }),
      accepts: ({ data: { drafts = [] } }) =>
        oneOfOptions([
          ...drafts.map(({ id, name }) => ({ value: id, labels: name ? [name] : bothOf('unnamedDraft') })),
          { value: 'new', labels: bothOf('newPin') },
        ]),
      async next(chosen, { find, person, run }) {
        const wanted = (await find.draftsOf(person)).find((draft) => draft.id === chosen);
        return wanted
          ? goOnWith(wanted)
          : { to: 'position', set: { pin: run, fields: {}, drafts: undefined } };
      },
    }),
    position: question({
      ask: () => ({
        messages: [{ kind: 'say', text: text('position') }],
        quick: [{ label: text('sendLocation'), do: { act: 'location' } }],
      }),
      accepts: placeAnswer,
      next({ position, address, turned }, at) {
        const set = { position, address };
        if (turned) return { to: 'turned', set: { fields: { ...at.data.fields, ...set } } };
        if (!isInThailand(position)) return { to: 'abroad', set: { fields: { ...at.data.fields, ...set } } };
        return placed(at, set);
      },
    }),
    turned: question({
      ask: (at) => askAbout('turned', turnedAnswers.options, at),
      accepts: anyOf(yesOrNo('there', 'again'), turnedAnswers.accept),
      next: (choice, at) => (choice === 'again' ? { to: 'position' } : placed(at, {})),
    }),
    abroad: question({
      ask: (at) => askAbout('abroad', abroadAnswers.options, at),
      accepts: anyOf(yesOrNo('there', 'again'), abroadAnswers.accept),
      next: (choice, at) => (choice === 'again' ? { to: 'position' } : placed(at, {})),
    }),
    outside: question({
      ask: askOutside,
      accepts: anyOf(yesOrNo('there', 'again'), abroadAnswers.accept),
      next: (choice, at) => (choice === 'again' ? { to: 'position' } : filled(at, {}, 'spot')),
    }),
    spot: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('spot'), options: spots.options }] }),
      accepts: spots.accept,
      next: (spot, at) => filled(at, { spot }, 'name'),
    }),
    name: question({
      ask: () => ({ messages: [{ kind: 'say', text: text('name') }] }),
      accepts: textOf(NAME_LENGTH),
      next: (nameTh, at) =>
        /[\u0e01-\u0e2e]/.test(nameTh) ? filled(at, { nameTh }, 'kind') : { again: text('notThai') },
    }),
    kind: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('kind'), options: officeKinds.options }] }),
      accepts: officeKinds.accept,
      next: (kind, at) => filled(at, { kind }, 'confirm'),
    }),
    confirm: question({
      ask: ({ data: { fields: given } }) => ({ messages: overview(given ?? {}) }),
      accepts: anyOf(yesOrNo('publish'), changes.accept),
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
    discarded: closing(() => ({ messages: [{ kind: 'say', text: text('discarded') }], quick: [pinAnother] })),
  },
  leave({ data: { pin, fields: given }, who }, step) {
    if (!pin || !given || Object.keys(given).length === 0) return null;
    return {
      effects: [{ do: 'keepDraft', id: pin, fields: given, step, ...madeFor(who) }],
      say: text('draftKept'),
      resume: pin,
    };
  },
});

const pinAnother: Option = open(text('pinAnother'), 'pin-office', 'new');

/** One more answer: on to the next question, or back to the look at the map when all was answered before. */
function filled(at: At<Data>, set: PinFields, next: StepName): Advance<Data, StepName> {
  const isLast = next === 'confirm';
  return {
    to: at.data.complete ? 'confirm' : next,
    set: { fields: { ...at.data.fields, ...set }, complete: at.data.complete || isLast || undefined },
  };
}

/** A draft goes on at the question it was left at, if that question still exists. */
function goOnWith({ id, step, fields: kept }: KeptDraft): Advance<Data, StepName> {
  const complete = completePin(kept) !== undefined;
  const asked = (
    ['position', 'turned', 'abroad', 'outside', 'spot', 'name', 'kind', 'confirm'] as const
  ).find((name) => name === step);
  // A position that is still in question is asked about first, however complete the rest is.
  const isInQuestion = asked === 'turned' || asked === 'abroad' || asked === 'outside';
  return {
    to: complete && !isInQuestion ? 'confirm' : (asked ?? 'position'),
    set: { pin: id, fields: kept, drafts: undefined, complete: complete || undefined },
  };
}

async function decide(
  choice: 'publish' | 'discard' | 'position' | 'spot' | 'name' | 'kind',
  at: At<Data>,
): Promise<Advance<Data, StepName>> {
  const { pin = '', fields: given } = at.data;
  if (choice === 'discard') return { to: 'discarded', effects: [{ do: 'discardDraft', id: pin }] };
  if (choice !== 'publish') return { to: choice };
  const { position, nameTh } = given ?? {};
  if (!position || !nameTh) return publish(at);
  const found = await at.find.pins.similarPins(position, nameTh, pin);
  if (found.length === 0) return publish(at);
  const similar = found.map(({ code, name, metres }) => ({ code, name: name.th, metres }));
  return { to: 'similar', set: { similar } };
}

function publish(
  { data: { pin = '', fields: given }, who }: At<Data>,
  parent?: string,
): Advance<Data, StepName> {
  const complete = completePin(given ?? {});
  if (!complete) return { to: firstMissing(given ?? {}) };
  const whole = { ...complete, ...(parent && { parent }) };
  return { to: 'published', effects: [{ do: 'publishPin', id: pin, pin: whole, ...madeFor(who) }] };
}

/** A position given: on to the next question, unless it lies far outside of the agency's district. */
async function placed(at: At<Data>, set: PinFields): Promise<Advance<Data, StepName>> {
  const fields = { ...at.data.fields, ...set };
  const agency = roleOf('official', at.who)?.agency;
  const outside = agency && fields.position && (await at.find.pins.outsideDistrict(fields.position, agency));
  return outside ? { to: 'outside', set: { fields } } : filled(at, set, 'spot');
}

async function askOutside({ data: { fields: given }, find, who }: At<Data>): Promise<Asking> {
  const position = given?.position ?? [0, 0];
  const outside = await find.pins.outsideDistrict(position, roleOf('official', who)?.agency ?? '');
  const { metres = 0, own = '', found = coordinates(position) } = outside ?? {};
  const sentence = text('outside', { distance: { metres }, own, found });
  return { messages: [{ kind: 'question', text: sentence, options: abroadAnswers.options }] };
}

function similarOptions({ code, name, metres }: { code: string; name: string; metres: number }): Option[] {
  return [
    answer(text('itIs', { name, distance: { metres } }), `same ${code}`),
    answer(text('insideIt', { name }), `inside ${code}`),
  ];
}

/** How an option about a pin of this name may be typed: up to the distance, which nobody types. */
function spoken(key: 'itIs' | 'insideIt', name: string): string[] {
  const { th, en } = text.texts[key];
  return [th, en].map((label) => label.replace('{{name}}', name).replace(/ \(.*$/, ''));
}

/** What an official makes is the agency's. */
function madeFor(who: Who): { agency?: string } {
  const official = roleOf('official', who);
  return official ? { agency: official.agency } : {};
}

function completePin(given: PinFields): CompletePin | undefined {
  const { position, spot, nameTh, kind, address } = given;
  if (!position || !spot || !nameTh || !kind) return undefined;
  return { position, spot, nameTh, kind, ...(address && { address }) };
}

function firstMissing(given: PinFields): 'position' | 'spot' | 'name' | 'kind' {
  if (!given.position) return 'position';
  if (!given.spot) return 'spot';
  return given.nameTh ? 'kind' : 'name';
}

function overview(given: PinFields): Message[] {
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
      ],
      options: changes.options,
    },
  ];
}

function askAbout(
  key: 'turned' | 'abroad',
  options: Option[],
  { data: { fields: given } }: At<Data>,
): Asking {
  const place = coordinates(given?.position ?? [0, 0]);
  return { messages: [{ kind: 'question', text: text(key, { place }), options }] };
}

function isInThailand([lng, lat]: Position): boolean {
  return lat >= THAILAND.south && lat <= THAILAND.north && lng >= THAILAND.west && lng <= THAILAND.east;
}

function listed({ id, fields: kept }: KeptDraft): { id: string; name: string } {
  return { id, name: kept.nameTh ?? '' };
}

function draftOption({ id, name }: { id: string; name: string }): Option {
  const label: Words = name || text('unnamedDraft');
  return answer(label, id);
}

function bothOf(key: 'newPin' | 'unnamedDraft' | 'stillNew'): string[] {
  const { th, en } = text.texts[key];
  return [th, en];
}
