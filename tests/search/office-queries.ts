/** Questions for offices, made from their names in every way people type them, and which answers are right. */
import { expandAbbreviations } from '../../models/thai/abbreviations.ts';
import { abbreviated, startOfOwnName, withTypo } from '../models/search-queries.ts';
import type { ServicePoint } from '../models/service-points.ts';

/** A written question: the wanted office’s name, and where it must stand (empty: anywhere). */
export type OfficeQuery = { sort: Sort; words: string; office: string; district: string; province: string };

export const SORTS = [
  'abbreviation',
  'typo',
  'abbreviation + typo + province',
  'abbreviation and district',
  'no tone marks',
  'no dots and glued to the province',
  'English',
  'English with a typo',
  'Thai digits',
] as const;
export type Sort = (typeof SORTS)[number];

const LATIN = 'abdeghiklmnoprstuw';

/** `count` questions of one sort about different offices. */
export function officeQueries(
  points: readonly ServicePoint[],
  sort: Sort,
  count: number,
  random: () => number,
): OfficeQuery[] {
  const fitting = points.filter((point) => fits(point, sort));
  return Array.from({ length: fitting.length > 0 ? count : 0 }, () => {
    const point = fitting[Math.floor(random() * fitting.length)];
    if (!point) throw new Error('no such office');
    return { sort, ...asked(point, sort, random) };
  });
}

/** Whether a found office is one that was wanted. */
export function isWanted(query: OfficeQuery, found: ServicePoint): boolean {
  const isNamed =
    query.sort === 'Thai digits' ? found.name.th === query.office : found.office === query.office;
  const isThere =
    [found.district, ''].includes(query.district) && [found.province, ''].includes(query.province);
  return isNamed && isThere;
}

function fits({ name, district }: ServicePoint, sort: Sort): boolean {
  if (sort === 'Thai digits') return /\d/.test(name.th);
  if (sort.startsWith('English')) return name.en !== '';
  return sort !== 'abbreviation and district' || district !== '';
}

function asked(
  { name, office, district, province }: ServicePoint,
  sort: Sort,
  random: () => number,
): Omit<OfficeQuery, 'sort'> {
  const anywhere = { office, district: '', province: '' };
  const short = abbreviated(office);
  switch (sort) {
    case 'abbreviation':
      return { ...anywhere, words: short };
    case 'typo':
      return { ...anywhere, words: withTypo(office, startOfOwnName(office), random) };
    case 'abbreviation + typo + province': {
      const words = `${withTypo(short, short.indexOf('.') + 1, random)} ${province}`;
      return { words, office, district: '', province };
    }
    case 'abbreviation and district':
      return { words: `${short.replace('.', ' ').trim()} ${district}`, office, district, province: '' };
    case 'no tone marks':
      return { ...anywhere, words: office.replace(/[่-๋]/g, '') };
    case 'no dots and glued to the province': {
      const glued = `${short.replaceAll('.', '')}${province}`;
      // Some abbreviations cannot be told from words without their dots; nobody writes those so.
      const words = expandAbbreviations(glued) === glued ? `${office}${province}` : glued;
      return { words, office, district: '', province };
    }
    case 'English':
      return { ...anywhere, words: englishOf(name.en).toLowerCase() };
    case 'English with a typo':
      return { ...anywhere, words: latinTypo(englishOf(name.en), random) };
    case 'Thai digits':
      return { words: thaiDigits(name.th), office: name.th, district, province };
  }
}

function englishOf(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

function thaiDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** One letter mistaken in the first words, which are the office's own. */
function latinTypo(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, Math.min(name.length, 8) - 1));
  const other = LATIN.charAt(Math.floor(random() * LATIN.length));
  return name.slice(0, at) + other + name.slice(at + 1);
}
