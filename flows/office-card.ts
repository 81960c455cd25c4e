/**
 * An office's card: whether it is open, how far away it is, what people think of it, and what can be done, the most used
 * first; the rest follows on a tap.
 */
import { bangkokDate } from '../models/thai/calendar.ts';
import { officeCopies } from './copies/office-copies.ts';
import { daysSince } from './days-since.ts';
import type { At, Closing } from './engine/flow.ts';
import { link, type Message, type Option, open, type Row } from './engine/message.ts';
import type { Text, Words } from './engine/text.ts';
import { text } from './find-office-texts.ts';
import type { FoundPin } from './found-pin.ts';
import { cardTexts } from './office-card-texts.ts';
import { officeKindName } from './office-kinds.ts';
import { encodeSearch } from './office-search.ts';
import { openInWords } from './open-words.ts';
import { photoMessage } from './photo-message.ts';
import { fieldTexts, hoursInWords, phonesInWords } from './pin-fields.ts';
import { PRIVACY_NOTICE_VERSION } from './privacy-notice.ts';
import type { Satisfaction } from './ratings/rating-look-ups.ts';
import { wayThere } from './ratings/way-there.ts';

/** What a card needs to know of the turn. */
type Here = Pick<At<unknown>, 'find' | 'now' | 'person' | 'consent'>;

/** Numbers to tap. */
const CALLED_AT_MOST = 3;

/** Where an office is, in words. */
export function areaOf({ area, address }: FoundPin): Words {
  return area.th ? area : (address ?? text('unknownArea'));
}

/** How far away it is, when that is known. */
export function distanceRow({ metres }: FoundPin): Row[] {
  return metres === undefined
    ? []
    : [{ label: text('distance'), value: text('distanceIs', { distance: { metres } }) }];
}

/** Whether the person agreed to the notice in force: only then is anything of theirs kept. */
export function hasAgreed({ consent }: Pick<Here, 'consent'>): boolean {
  return consent?.version === PRIVACY_NOTICE_VERSION;
}

/** The card with a map and photos. */
export async function officeCard(pin: FoundPin, here: Here): Promise<Message[]> {
  const { find, now } = here;
  const [parent, services, satisfaction, photos, isStarred] = await Promise.all([
    parentOf(pin, find),
    find.copies.atPin(pin.code),
    find.ratings.satisfaction(pin.code),
    find.pins.photosOfPin(pin.code),
    hasAgreed(here) && find.places.isFavourite(here.person, pin.code),
  ]);
  const copies = officeCopies(pin.code, services);
  const rows: Row[] = [
    ...(await openRow(pin, here)),
    ...distanceRow(pin),
    { label: text('kind'), value: officeKindName(pin.kind) },
    ...(parent ? [{ label: cardTexts('place'), value: cardTexts('inside', { parent: parent.name }) }] : []),
    { label: text('area'), value: areaOf(pin) },
    ...detailRows(pin),
    ...copies.rows,
    { label: cardTexts('score'), value: scoreInWords(satisfaction) },
    ...checkedRow(pin, now),
    { label: text('code'), value: pin.code },
  ];
  const options = [
    wayThere(pin, here, text('wayThere')),
    ...calls(pin).slice(0, 1),
    ...copies.options,
    open(cardTexts('rate'), 'rate', pin.code),
    starOption(pin.code, isStarred),
    open(cardTexts('moreToDo'), 'find-office', encodeSearch({ by: 'more', code: pin.code })),
  ];
  return [
    { kind: 'place', title: pin.name, address: areaOf(pin), position: pin.position },
    { kind: 'summary', title: pin.name, rows, options },
    ...(photos.length > 0
      ? [
          photoMessage(
            cardTexts('photos'),
            photos.map((id) => ({ id })),
          ),
        ]
      : []),
  ];
}

/** What else can be done about an office. */
export async function moreAbout(pin: FoundPin, { find }: Here): Promise<Closing> {
  const parent = await parentOf(pin, find);
  const toOffice = (code: string) => encodeSearch({ by: 'code', code });
  const options = [
    ...calls(pin).slice(1),
    ...(pin.website ? [link(cardTexts('openWebsite'), pin.website)] : []),
    ...(parent ? [open(cardTexts('seeParent'), 'find-office', toOffice(parent.code))] : []),
    open(cardTexts('comments'), 'comments', pin.code),
    open(cardTexts('share'), 'find-office', encodeSearch({ by: 'share', code: pin.code })),
    open(cardTexts('complain'), 'complain', pin.code),
    open(cardTexts('report'), 'report-pin', pin.code),
  ];
  return {
    messages: [{ kind: 'question', text: text('inArea', { name: pin.name, area: areaOf(pin) }), options }],
    quick: [open(cardTexts('back'), 'find-office', toOffice(pin.code))],
  };
}

/** The place this office is inside of, or what that was merged into, as long as it is on the map. */
async function parentOf({ code, parent }: FoundPin, find: Here['find']): Promise<FoundPin | undefined> {
  const place = parent === undefined ? undefined : await find.pin(parent);
  // Merging may have made of the two one.
  return place?.code === code ? undefined : place;
}

async function openRow({ hours }: FoundPin, { find, now }: Here): Promise<Row[]> {
  if (!hours) return [];
  const holidays = await find.places.holidays(bangkokDate(now));
  return [{ label: cardTexts('open'), value: openInWords(hours, now, holidays) }];
}

function detailRows({ address, hours, phones, website }: FoundPin): Row[] {
  return [
    ...(address ? [{ label: fieldTexts('addressTh'), value: address }] : []),
    ...(hours ? [{ label: fieldTexts('hours'), value: hoursInWords(hours) }] : []),
    ...(phones ? [{ label: fieldTexts('phones'), value: phonesInWords(phones) }] : []),
    ...(website ? [{ label: fieldTexts('website'), value: website }] : []),
  ];
}

/** The share of satisfied people, never without its interval and count; what was left out is said too. */
export function scoreInWords({ n, leftOut, score }: Satisfaction): Text {
  const words = scored(n, score);
  return leftOut > 0 ? cardTexts('leftOut', { score: words, count: leftOut }) : words;
}

function scored(count: number, score: Satisfaction['score']): Text {
  if (!score) return count > 0 ? cardTexts('tooFew', { count }) : cardTexts('noScore');
  const percent = (share: number) => Math.round(100 * share);
  const { share, low, high } = score;
  return cardTexts('scoreIs', { share: percent(share), low: percent(low), high: percent(high), count });
}

function checkedRow({ checkedAt }: FoundPin, now: string): Row[] {
  return checkedAt ? [{ label: cardTexts('checked'), value: checkedInWords(daysSince(checkedAt, now)) }] : [];
}

function checkedInWords(days: number): Text {
  if (days > 1) return cardTexts('daysAgo', { count: days });
  return cardTexts(days === 0 ? 'today' : 'yesterday');
}

/** A few numbers to call. Extensions are dialled when somebody answers. */
function calls({ phones = [] }: FoundPin): Option[] {
  return phones
    .slice(0, CALLED_AT_MOST)
    .map((phone) => link(cardTexts('call', { phone: phonesInWords([phone]) }), `tel:${phone.number}`));
}

function starOption(code: string, isStarred: boolean): Option {
  return isStarred
    ? open(cardTexts('unstar'), 'places', `unstar ${code}`)
    : open(cardTexts('star'), 'places', `star ${code}`);
}
