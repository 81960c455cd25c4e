/** Telling what words mean that look for an office: a code, a kind of office, a service, or a name. */
import { areaPoint } from './area-point.ts';
import type { Reading } from './found-reading.ts';
import type { KnownAreas } from './known-areas.ts';
import { searchForm } from './name-grams.ts';
import { kindBefore, placesIn, readKind, withoutNear } from './office-kind-words.ts';
import { readPinCode } from './pin-code.ts';
import type { PinName } from './pin-document.ts';
import type { PolledNames } from './polled-names.ts';
import type { NamedProcedure } from './procedure-document.ts';
import { pinByCode } from './published-pins.ts';
import type { SearchedPin } from './searched-pins.ts';
import { fitOf } from './service-fit.ts';
import { serviceWords } from './service-words.ts';

/** Where it is looked up. */
type Sources = {
  names: PolledNames<SearchedPin>;
  services: PolledNames<NamedProcedure>;
  areas: KnownAreas;
};

/** A reading with how well it fits: up to 1, and more for what leaves no doubt. */
type Scored = { reading: Reading; score: number };

/** Services offered to choose from, and how far below the best one they may score. */
const SERVICES = 5;
const LOOKED_AT = 12;
const NEARLY_AS_GOOD = 0.75;
/** Words of a place behind a service. */
const MOST_AREA_WORDS = 3;
const NO_DOUBT = 2;
const LITTLE_DOUBT = 1.5;
/** Surer than a kind in a place, less sure than a name that is exactly that. */
const HARDLY_A_DOUBT = 1.55;
/** When nothing else fits. */
const BETTER_THAN_NOTHING = 0.01;
/** A title that holds all the words is more than a name that is only like them. */
const TITLE_DOUBT = 1.2;
/** What makes words a district or province. */
const AREA_MARK = /^(?:อำเภอ|อ\.|เขต|จังหวัด|จ\.|amphoe )|\s(?:district|province)$/i;
/** Shorter words stand in titles by chance. Characters without tone marks. */
const LEAST_LETTERS = 5;

/** What the words can mean, the likeliest first; empty when nothing fits them. */
export async function readingsOf(words: string, sources: Sources): Promise<Reading[]> {
  const code = await existingCode(words, sources);
  if (code) return [{ by: 'code', code }];
  const said = withoutNear(words);
  const found = [
    await nameReading(said.words || words, sources),
    kindReading(said.words, sources.areas),
    await serviceReading(said.words, sources),
    await areaReading(said.words, sources),
  ];
  return found
    .flatMap((one) => one ?? [])
    .sort((a, b) => b.score - a.score)
    .map(({ reading }) => reading);
}

/** The code of the pin that was typed, or of the one it was merged into. */
async function existingCode(words: string, { names }: Sources): Promise<string | undefined> {
  const code = readPinCode(words);
  if (code === undefined) return undefined;
  const [hit] = await names.search(words, 1);
  return hit?.item.pin.code === code ? code : (await pinByCode(code))?.code;
}

/** A name that is exactly that leaves little doubt, whatever else the words are. */
async function nameReading(words: string, { names }: Sources): Promise<Scored | undefined> {
  const [best] = await names.search(words, 1);
  if (!best) return undefined;
  const form = searchForm(words);
  const { th, en } = best.item.pin.name;
  const isExact = [th, en ?? th].some((name) => searchForm(name) === form);
  return { reading: { by: 'name', words }, score: isExact ? LITTLE_DOUBT + 0.1 : best.score };
}

/** A kind alone, or with a place that is one. */
function kindReading(words: string, areas: KnownAreas): Scored | undefined {
  const said = readKind(words);
  if (!said) return undefined;
  const { kind, rest } = said;
  if (rest === '') return { reading: { by: 'kind', kind }, score: NO_DOUBT };
  const [area] = placesIn(rest).flatMap((place) => areas.named(place)?.name ?? []);
  if (area) return { reading: { by: 'kind', kind, area }, score: LITTLE_DOUBT };
  const alone = kindBefore(words);
  return alone === undefined
    ? undefined
    : { reading: { by: 'kind', kind: alone }, score: BETTER_THAN_NOTHING };
}

/** A district or province alone. A name of offices elsewhere goes before it, unless the words say what they mean. */
async function areaReading(words: string, { names, areas }: Sources): Promise<Scored | undefined> {
  const form = searchForm(words);
  const isMarked = AREA_MARK.test(words.trim());
  const area = areas.named(form)?.name ?? (isMarked ? (await areaPoint(words))?.name : undefined);
  if (!area) return undefined;
  const [best] = isMarked ? [] : await names.search(words, 1);
  const { th = '', en = '' } = best?.item.pin.name ?? {};
  const isName = [th, en].some((name) => searchForm(name).includes(form));
  return { reading: { by: 'area', area }, score: isName ? BETTER_THAN_NOTHING : HARDLY_A_DOUBT };
}

async function serviceReading(words: string, { services, areas }: Sources): Promise<Scored | undefined> {
  const { asked, area } = withoutArea(words, areas);
  const question = serviceWords(asked);
  const hits = await services.search(question, LOOKED_AT);
  const fits = hits.map(({ item, score }) => ({ item, score, fit: fitOf(question, titlesOf(item)) }));
  const isGuess = !fits.some(({ fit }) => fit === 'named');
  const fitting = fits.filter(({ fit }) => fit === (isGuess ? 'maybe' : 'named'));
  const [best] = fitting;
  if (!best) return undefined;
  const holds = (item: NamedProcedure) =>
    question.length >= LEAST_LETTERS && titlesOf(item).some((title) => title.includes(question));
  const good = fitting.filter(({ item, score }) => score >= NEARLY_AS_GOOD * best.score || holds(item));
  const offered = good.slice(0, SERVICES).map(({ item: { code, title } }) => ({ code, title }));
  const score = good.some(({ item }) => holds(item)) ? TITLE_DOUBT : best.score;
  return {
    reading: { by: 'service', services: offered, ...(isGuess && { isGuess }), ...(area && { area }) },
    score,
  };
}

function titlesOf({ title: { th, en } }: NamedProcedure): string[] {
  return (en ? [th, en] : [th]).map(serviceWords);
}

/** The words before those that name a place: "ทำบัตรประชาชน อ.ชุมแสง" */
function withoutArea(words: string, areas: KnownAreas): { asked: string; area?: PinName } {
  const parts = words.split(' ');
  for (let count = Math.min(MOST_AREA_WORDS, parts.length - 1); count > 0; count -= 1) {
    const place = parts
      .slice(-count)
      .join(' ')
      .replace(/^(?:ใน|ที่|in|at)\s*/, '');
    const area = areas.named(searchForm(place))?.name;
    if (area) return { asked: parts.slice(0, -count).join(' '), area };
  }
  return { asked: words };
}
