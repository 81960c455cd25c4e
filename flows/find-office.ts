/**
 * Finding a service point: near a position, by name, kind of office, service or code. Results are last words, not a
 * question: more pages and details are buttons that carry the whole search and so never go stale.
 */
import { z } from 'zod';
import { onTheMap, parseCoordinates } from './answers/coordinates.ts';
import { anyOf, type GivenPlace, placeAnswer, textOf } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing, Opening } from './engine/flow.ts';
import { type Option, open, type Position, say } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import { text } from './find-office-texts.ts';
import type { FoundPin } from './found-pin.ts';
import { kindGroupName } from './kind-groups.ts';
import { hasAgreed, moreAbout, officeCard } from './office-card.ts';
import { nothing, resultsOf, sendLocation } from './office-results.ts';
import { encodeSearch, readSearch, type Search, search } from './office-search.ts';
import { knownOnes } from './places/known-ones.ts';
import type { Reading } from './places/place-look-ups.ts';
import { shared } from './share-office.ts';

const data = z.object({
  search: search.optional(),
  /** What else the words may have meant. */
  also: z.array(search).optional(),
});
type Data = z.infer<typeof data>;
type StepName = 'ask' | 'where' | 'services' | 'results' | 'office' | 'more' | 'share';
type Next = Advance<Data, StepName>;

/** No name is longer; of what is, the beginning is searched for. UTF-16 units, so that a button can carry it. */
const QUERY_AT_MOST = 80;
/** LINE's longest text. */
const ANY_TEXT = { min: 1, max: 5_000 };
/** Offers beside the results, so that the quick replies stay few. */
const OFFERED_AT_MOST = 2;

const { question, closing } = stepsOf<Data, StepName>();

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
  browsing: ['ask', 'where'],
  start({ value, words, position }: Opening, at) {
    if (position) return leadTo(near(onTheMap(position)?.position ?? position), at);
    if (words) return understood(words, at);
    const asked = readSearch(value);
    return asked ? leadTo(asked, at) : { to: 'ask' };
  },
  // A search is begun anew more easily than it is gone on with.
  leave: () => null,
  steps: {
    ask: question({
      ask: async (at) => ({
        messages: [say(text('ask')), ...(hasAgreed(at) ? await knownOnes(at) : [])],
        quick: [sendLocation],
      }),
      accepts: anyOf(placeAnswer, textOf(ANY_TEXT)),
      next: (given, at) =>
        typeof given === 'string' ? understood(given, at) : leadTo(near(given.position), at),
    }),
    where: question({
      ask: async (at) => ({
        messages: [say(await whereWords(at))],
        quick: [sendLocation, ...(await otherReadings(at))],
      }),
      accepts: anyOf(placeAnswer, textOf(ANY_TEXT)),
      next: placeFor,
    }),
    services: closing(servicesToChoose),
    results: closing(async (at) => {
      const found = await resultsOf(at.data.search, at);
      return { ...found, quick: [...(await otherReadings(at)), ...(found.quick ?? [])] };
    }),
    office: closing((at) =>
      about(at, async (pin) => ({ messages: await officeCard(pin, at), quick: [sendLocation] })),
    ),
    more: closing((at) => about(at, (pin) => moreAbout(pin, at))),
    share: closing((at) => about(at, (pin) => shared(pin, at))),
  },
});

/** Where a search leads. Offices looked at are remembered for people who agreed to that. */
function leadTo(asked: Search, at: At<Data>, also: Search[] = []): Next {
  const set = { search: asked, also: also.length > 0 ? also : undefined };
  switch (asked.by) {
    case 'code':
      return {
        to: 'office',
        set,
        effects: hasAgreed(at) ? [{ do: 'noteVisit', id: at.turn, pin: asked.code }] : [],
      };
    case 'more':
    case 'share':
    case 'services':
      return { to: asked.by, set };
    case 'kind':
    case 'service':
      return { to: asked.where ? 'results' : 'where', set };
    case 'place':
    case 'name':
    case 'area':
      return { to: 'results', set };
  }
}

/** What somebody's own words lead to: the likeliest reading, and the others to tap. */
async function understood(words: string, at: At<Data>): Promise<Next> {
  const place = parseCoordinates(words);
  if (place.ok) return leadTo(near(place.value.position), at);
  const asked = shortened(words);
  const [first = byName(asked), ...others] = (await at.find.places.readings(asked)).map((reading) =>
    searchOf(reading, asked),
  );
  return leadTo(first, at, others.slice(0, OFFERED_AT_MOST));
}

function searchOf(reading: Reading, asked: string): Search {
  if (reading.by === 'name') return byName(reading.words);
  if (reading.by === 'code') return reading;
  if (reading.by === 'area') return { by: 'area', area: reading.area.th, skip: 0 };
  const where = reading.area && { where: { area: reading.area.th } };
  if (reading.by === 'kind') return { by: 'kind', kind: reading.kind, ...where, skip: 0 };
  const [service, another] = reading.services;
  if (!service || another || reading.isGuess) return { by: 'services', words: asked };
  return { by: 'service', procedure: service.code, ...where, skip: 0 };
}

function near(position: Position): Search {
  return { by: 'place', position, skip: 0 };
}

function byName(words: string): Search {
  return { by: 'name', words, skip: 0 };
}

/** Letters with all their marks, as many as a button can carry. */
function shortened(words: string): string {
  const seen = [...new Intl.Segmenter('th').segment(words.trim().replace(/\s+/g, ' '))];
  const fitting = seen.filter(({ index, segment }) => index + segment.length <= QUERY_AT_MOST);
  return fitting.map(({ segment }) => segment).join('');
}

/** A place for what is looked for; other words are another search. */
async function placeFor(given: string | GivenPlace, at: At<Data>): Promise<Next> {
  const { search: asked } = at.data;
  const isOpen = asked?.by === 'kind' || asked?.by === 'service';
  if (!isOpen) return typeof given === 'string' ? understood(given, at) : leadTo(near(given.position), at);
  if (typeof given !== 'string') return leadTo({ ...asked, where: { position: given.position } }, at);
  const area = await at.find.places.areaNamed(shortened(given));
  return area ? leadTo({ ...asked, where: { area: area.th } }, at) : understood(given, at);
}

async function whereWords({ data: { search: asked }, find }: At<Data>): Promise<Words> {
  if (asked?.by === 'kind') return text('whereKind', { kind: kindGroupName(asked.kind) });
  const service = asked?.by === 'service' ? await find.procedures.procedure(asked.procedure) : undefined;
  return service ? text('whereService', { service: service.title }) : text('noService');
}

/** What else the words may have meant, to tap. */
async function otherReadings({ data: { also = [] } }: At<Data>): Promise<Option[]> {
  return also.map((other) => open(readingLabel(other), 'find-office', encodeSearch(other)));
}

function readingLabel(other: Search): Words {
  if (other.by === 'kind') return text('asKind', { kind: kindGroupName(other.kind) });
  if (other.by === 'area') return text('asArea', { area: other.area });
  return text(other.by === 'name' ? 'asName' : 'asService');
}

async function servicesToChoose({ data: { search: asked }, find }: At<Data>): Promise<Closing> {
  if (asked?.by !== 'services') return nothing(text('ask'));
  const readings = await find.places.readings(asked.words);
  const services = readings.find((reading) => reading.by === 'service');
  if (!services) return nothing(text('noService'));
  const where = services.area && { where: { area: services.area.th } };
  const isName = readings.some(({ by }) => by === 'name');
  return {
    messages: [
      {
        kind: 'question',
        text: text(services.isGuess ? 'meantService' : 'whichService', { words: asked.words }),
        options: services.services.map(({ code, title }) =>
          open(title, 'find-office', encodeSearch({ by: 'service', procedure: code, ...where, skip: 0 })),
        ),
      },
    ],
    quick: isName ? [open(text('asName'), 'find-office', encodeSearch(byName(asked.words)))] : [],
  };
}

/** An office that is on the map, with its distance where that is known. */
async function about(
  { data: { search: asked }, find }: At<Data>,
  tell: (pin: FoundPin) => Closing | Promise<Closing>,
): Promise<Closing> {
  const pin = asked && 'code' in asked ? await find.pin(asked.code) : undefined;
  if (!pin) return nothing(text('gone'));
  const metres = asked?.by === 'code' ? asked.metres : undefined;
  return tell(metres === undefined ? pin : { ...pin, metres });
}
