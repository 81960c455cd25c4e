/**
 * Finding a service point: near a position, or by name. Results are last words, not a question: more pages and
 * details are buttons that carry the whole search and so never go stale.
 */
import { z } from 'zod';
import { onTheMap, parseCoordinates } from './answers/coordinates.ts';
import { daysSince } from './days-since.ts';
import { anyOf, placeAnswer, textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { At, Closing, Opening } from './engine/flow.ts';
import {
  type Card,
  directionsUri,
  link,
  type Message,
  type Option,
  open,
  type Position,
  pageOf,
  type Row,
} from './engine/message.ts';
import { defineTexts, type Words } from './engine/text.ts';
import type { FoundPin } from './look-ups.ts';
import { officeKindName } from './office-kinds.ts';
import { encodeSearch, readSearch, type Search, search } from './office-search.ts';
import { photoMessage } from './photo-message.ts';
import { fieldTexts, hoursInWords, phonesInWords } from './pin-fields.ts';

const data = z.object({ search: search.optional() });
type Data = z.infer<typeof data>;

/** Cards on one page: few enough to read on a small screen. */
const PAGE = 5;
/** Numbers to tap on an office’s card. */
const CALLED_AT_MOST = 3;
/** No name is longer; of what is, the beginning is searched for. UTF-16 units, so that a button can carry it. */
const QUERY_AT_MOST = 80;
/** LINE's longest text. */
const ANY_TEXT = { min: 1, max: 5_000 };

const text = defineTexts('find-office', {
  title: { th: 'ค้นหาสำนักงาน', en: 'Find an office' },
  ask: {
    th: 'หาสำนักงานไหนดี\nส่งตำแหน่งเพื่อดูที่ใกล้คุณ หรือพิมพ์ชื่อ เช่น “อบต.เขาใหม่” หรือรหัสหมุด',
    en: 'Which office are you looking for?\nSend your location to see those near you, or type a name, such as “Khao Mai”, or a pin code.',
  },
  sendLocation: { th: 'ส่งตำแหน่งของฉัน', en: 'Send my location' },
  near: { th: 'สำนักงานใกล้ตำแหน่งนี้ ใกล้ที่สุดก่อน', en: 'Offices near that place, nearest first' },
  named: { th: 'สำนักงานที่ตรงกับ “{{query}}”', en: 'Offices that fit “{{query}}”' },
  more: { th: 'ดูเพิ่ม', en: 'More' },
  wayThere: { th: 'นำทาง', en: 'Directions' },
  onMap: { th: 'ดูบนแผนที่', en: 'Show on map' },
  distance: { th: 'ระยะทาง', en: 'Distance' },
  distanceIs: { th: '{{distance}}', en: '{{distance}}' },
  kind: { th: 'ประเภท', en: 'Kind' },
  area: { th: 'พื้นที่', en: 'Area' },
  code: { th: 'รหัสหมุด', en: 'Pin code' },
  noneNear: {
    th: 'ยังไม่มีหมุดใกล้ตำแหน่งนี้ ลองพิมพ์ชื่อสำนักงานแทน',
    en: 'There are no pins near that place yet. Try typing the office’s name instead.',
  },
  noneNamed: {
    th: 'ไม่พบสำนักงานที่ตรงกับ “{{query}}”\nลองพิมพ์ให้สั้นลง เช่นเฉพาะชื่อตำบล หรือส่งตำแหน่งเพื่อดูที่ใกล้คุณ',
    en: 'No office fits “{{query}}”.\nTry fewer words, such as the subdistrict alone, or send your location to see those near you.',
  },
  noMore: { th: 'หมดแล้ว ไม่มีสำนักงานเพิ่มเติม', en: 'That was all; there are no more.' },
  gone: { th: 'หมุดนี้ไม่ได้เผยแพร่แล้ว ลองค้นหาใหม่', en: 'This pin is no longer published. Please search again.' },
  checked: { th: 'ตรวจสอบล่าสุด', en: 'Last checked' },
  daysAgo: { th: '{{days}} วันก่อน', en: '{{days}} days ago' },
  today: { th: 'วันนี้', en: 'today' },
  call: { th: 'โทร {{phone}}', en: 'Call {{phone}}' },
  openWebsite: { th: 'เปิดเว็บไซต์', en: 'Open the website' },
  report: { th: 'ย้ายแล้ว/ข้อมูลผิด', en: 'Moved or wrong' },
  photos: { th: 'รูปถ่าย', en: 'Photos' },
  unknownArea: { th: 'ไม่ระบุพื้นที่', en: 'Area not given' },
});

const { question, closing } = stepsOf<Data, 'ask' | 'results' | 'office'>();

const sendLocation: Option = { label: text('sendLocation'), do: { act: 'location' } };

export const findOffice = defineFlow({
  id: 'find-office',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ค้นหา', 'หาสำนักงาน', 'ใกล้ฉัน'], en: ['find', 'search', 'near me'] },
  takesWords: true,
  needsConsent: false,
  start(opening) {
    const asked = searchOf(opening);
    if (!asked) return { to: 'ask' };
    return { to: asked.by === 'code' ? 'office' : 'results', set: { search: asked } };
  },
  steps: {
    ask: question({
      ask: () => ({ messages: [{ kind: 'say', text: text('ask') }], quick: [sendLocation] }),
      accepts: anyOf(placeAnswer, textOf(ANY_TEXT)),
      next: (given) => ({
        to: 'results',
        set: { search: typeof given === 'string' ? byName(given) : near(given.position) },
      }),
    }),
    results: closing((at) =>
      at.data.search?.by === 'place' ? nearResults(at.data.search, at) : namedResults(at.data.search, at),
    ),
    office: closing(oneOffice),
  },
});

function searchOf({ value, words, position }: Opening): Search | undefined {
  if (position) return near(onTheMap(position)?.position ?? position);
  if (!words) return readSearch(value);
  const place = parseCoordinates(words);
  return place.ok ? near(place.value.position) : byName(words);
}

function near(position: Position): Search {
  return { by: 'place', position, skip: 0 };
}

function byName(words: string): Search {
  const seen = [...new Intl.Segmenter('th').segment(words.trim().replace(/\s+/g, ' '))];
  const fitting = seen.filter(({ index, segment }) => index + segment.length <= QUERY_AT_MOST);
  return { by: 'name', words: fitting.map(({ segment }) => segment).join(''), skip: 0 };
}

async function nearResults(asked: Extract<Search, { by: 'place' }>, { find }: At<Data>): Promise<Closing> {
  const found = await find.pinsNear(asked.position, { skip: asked.skip, limit: PAGE + 1 });
  if (found.length === 0) return nothing(text(asked.skip > 0 ? 'noMore' : 'noneNear'));
  return results(text('near'), found, asked);
}

async function namedResults(asked: Search | undefined, { find }: At<Data>): Promise<Closing> {
  if (asked?.by !== 'name') return nothing(text('ask'));
  const found = await find.pinsNamed(asked.words, { skip: asked.skip, limit: PAGE + 1 });
  if (found.length === 0)
    return nothing(asked.skip > 0 ? text('noMore') : text('noneNamed', { query: asked.words }));
  return results(text('named', { query: asked.words }), found, asked);
}

function nothing(words: Words): Closing {
  return { messages: [{ kind: 'say', text: words }], quick: [sendLocation] };
}

function results(heading: Words, found: FoundPin[], asked: Exclude<Search, { by: 'code' }>): Closing {
  const { items, more } = pageOf(found, 0, PAGE);
  const next: Option[] = more
    ? [open(text('more'), 'find-office', encodeSearch({ ...asked, skip: asked.skip + PAGE }))]
    : [];
  return {
    messages: [{ kind: 'cards', text: heading, cards: items.map(card) }],
    quick: [...next, sendLocation],
  };
}

function card(pin: FoundPin): Card {
  return {
    title: pin.name,
    subtitle: areaOf(pin),
    rows: [{ label: text('kind'), value: officeKindName(pin.kind) }, ...distanceRow(pin)],
    options: [
      link(text('wayThere'), directionsUri(pin.position)),
      open(text('onMap'), 'find-office', encodeSearch({ by: 'code', code: pin.code })),
    ],
  };
}

function distanceRow({ metres }: FoundPin) {
  return metres === undefined
    ? []
    : [{ label: text('distance'), value: text('distanceIs', { distance: { metres } }) }];
}

async function oneOffice({ data: { search: asked }, find, now }: At<Data>): Promise<Closing> {
  const pin = asked?.by === 'code' ? await find.pin(asked.code) : undefined;
  if (!pin) return nothing(text('gone'));
  const rows = [
    { label: text('kind'), value: officeKindName(pin.kind) },
    { label: text('area'), value: areaOf(pin) },
    ...detailRows(pin, now),
    { label: text('code'), value: pin.code },
  ];
  const photos = await find.pins.photosOfPin(pin.code);
  const messages: Message[] = [
    { kind: 'place', title: pin.name, address: areaOf(pin), position: pin.position },
    {
      kind: 'summary',
      title: pin.name,
      rows,
      options: [
        link(text('wayThere'), directionsUri(pin.position)),
        ...waysToReach(pin),
        open(text('report'), 'report-pin', pin.code),
      ],
    },
    ...(photos.length > 0 ? [photoMessage(text('photos'), photos)] : []),
  ];
  return { messages, quick: [sendLocation] };
}

function detailRows(pin: FoundPin, now: string): Row[] {
  const days = pin.checkedAt && daysSince(pin.checkedAt, now);
  return [
    ...(pin.address ? [{ label: fieldTexts('addressTh'), value: pin.address }] : []),
    ...(pin.hours ? [{ label: fieldTexts('hours'), value: hoursInWords(pin.hours) }] : []),
    ...(pin.phones ? [{ label: fieldTexts('phones'), value: phonesInWords(pin.phones) }] : []),
    ...(pin.website ? [{ label: fieldTexts('website'), value: pin.website }] : []),
    ...(days === undefined
      ? []
      : [{ label: text('checked'), value: days === 0 ? text('today') : text('daysAgo', { days }) }]),
  ];
}

/** A few numbers to call, and the website. Extensions are dialled when somebody answers. */
function waysToReach({ phones = [], website }: FoundPin): Option[] {
  const calls = phones
    .slice(0, CALLED_AT_MOST)
    .map((phone) => link(text('call', { phone: phonesInWords([phone]) }), `tel:${phone.number}`));
  return [...calls, ...(website ? [link(text('openWebsite'), website)] : [])];
}

function areaOf({ area, address }: FoundPin): Words {
  return area.th ? area : (address ?? text('unknownArea'));
}
