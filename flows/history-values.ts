/** The values of audited fields in words. */
import { z } from 'zod';
import { bangkokDate, isCalendarDate } from '../models/thai/calendar.ts';
import { isOpeningHours } from '../models/thai/opening-hours.ts';
import { caseTexts } from './complaints/case-words.ts';
import { blockersInWords, needsInWords } from './copies/copy-words.ts';
import { metresBetween } from './distance.ts';
import type { Name, Text, TextMaker, Words } from './engine/text.ts';
import { historyFieldTexts as text } from './history-field-texts.ts';
import { officeKindName, officeKindTexts } from './office-kinds.ts';
import type { PastChange } from './people-look-ups.ts';
import { coordinates, fieldTexts, hoursInWords, phonesInWords } from './pin-fields.ts';
import { reasonTexts } from './reports/route-texts.ts';

/** What codes and ids among the values are called. */
export type Names = PastChange['names'];
/** A value in words; undefined when it is nothing the field can hold. */
export type InWords = (value: unknown, names: Names) => Words | undefined;

/** Characters of a value that are shown. */
const VALUE_AT_MOST = 60;
const LETTERS = new Intl.Segmenter('th');

export const asWritten: InWords = (value) => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const letters = [...LETTERS.segment(value)].map(({ segment }) => segment);
  return letters.length > VALUE_AT_MOST ? `${letters.slice(0, VALUE_AT_MOST).join('')}…` : value;
};

export const asDay: InWords = (value) => {
  if (typeof value !== 'string') return undefined;
  if (isCalendarDate(value)) return text('day', { date: { date: value } });
  return Number.isNaN(Date.parse(value)) ? undefined : text('day', { date: { date: bangkokDate(value) } });
};

export const yesOr =
  (yes: Text, no: Text): InWords =>
  (value) =>
    typeof value === 'boolean' ? (value ? yes : no) : undefined;

/** All of it, however long: what somebody gave as their reason. */
export const asSaid: InWords = (value) => (typeof value === 'string' ? value : undefined);

/** Who did something: nobody is shown the name of somebody they have nothing to do with, nor anybody an id. */
export const asPerson: InWords = (value, names) =>
  typeof value === 'string' ? (names[value] ?? text('anOfficial')) : undefined;

export const asNamed: InWords = (value, names) =>
  typeof value === 'string' ? (names[value] ?? asWritten(value, names)) : undefined;

export const asNames: InWords = (value, names) =>
  Array.isArray(value) ? joined(value.flatMap((one) => asNamed(one, names) ?? [])) : undefined;

export const asCount: InWords = (value) =>
  Array.isArray(value) ? text('count', { count: value.length }) : undefined;

export const asList: InWords = (value) => (Array.isArray(value) ? value.map(String).join(', ') : undefined);

export const asKinds: InWords = (value) =>
  Array.isArray(value) ? joined(value.map((kind) => kindInWords(String(kind)))) : undefined;

/** One of the texts whose key is the value itself. */
export const asOneOf =
  (maker: TextMaker): InWords =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(maker.texts, value) ? maker(value) : undefined;

const phone = z.object({
  number: z.string(),
  extensions: z.array(z.object({ from: z.string(), to: z.string().exactOptional() })),
});
const contact = z.object({ name: z.string(), phone });
const place = z.tuple([z.number(), z.number()]);
const needs = z.object({ idCard: z.boolean(), house: z.boolean() });
const blockers = z.array(z.enum(['law', 'budget', 'people']));

/** What fits a schema, worded. */
export const asRead =
  <Value>(schema: z.ZodType<Value>, inWords: (value: Value) => Words): InWords =>
  (value) => {
    const read = schema.safeParse(value);
    return read.success ? inWords(read.data) : undefined;
  };

export const asPhones = asRead(z.array(phone), phonesInWords);
export const asContact = asRead(contact, ({ name, phone: one }): Name => {
  const { th, en = th } = phonesInWords([one]);
  return { th: `${name} ${th}`, en: `${name} ${en}` };
});
export const asHours: InWords = (value) => (isOpeningHours(value) ? hoursInWords(value) : undefined);
export const asKind: InWords = (value) => (typeof value === 'string' ? kindInWords(value) : undefined);
export const asPlace = asRead(place, coordinates);
export const asArea = asRead(z.object({ th: z.string(), en: z.string().optional() }), (name): Name => name);
export const asNeeds = asRead(needs, needsInWords);
export const asBlockers = asRead(blockers, blockersInWords);
export const asSpot = asOneOf(fieldTexts);
export const asked = yesOr(text('isAsked'), text('isNotAsked'));
export const isYes = yesOr(text('yes'), text('no'));
export const asRetired: InWords = (value) => (value === null ? undefined : text('isRetired'));
export const asScope: InWords = (value, names) =>
  value === 'country' ? text('country') : asNamed(value, names);
export const asState: InWords = (value) =>
  value === 'published'
    ? text('published')
    : value === 'retired'
      ? text('offMap')
      : (asOneOf(text)(value, {}) ?? asOneOf(caseTexts)(value, {}));

function kindInWords(kind: string): Words {
  return Object.hasOwn(officeKindTexts.texts, kind) ? officeKindName(kind) : kind;
}

function joined(words: readonly Words[]): Words {
  const [first = '', ...others] = words;
  return others.reduce((before, next) => text('and', { first: before, second: next }), first);
}

export function asReasonOrWords(value: unknown, names: Names): Words | undefined {
  return asOneOf(reasonTexts)(value, names) ?? asWritten(value, names);
}

export function asLeave(value: unknown, names: Names): Words | undefined {
  const [from = '', until = ''] = typeof value === 'string' ? value.split('/') : [];
  return isCalendarDate(from) && isCalendarDate(until)
    ? text('days', { from: { date: from }, until: { date: until } })
    : value === 'leave'
      ? text('onLeave')
      : asWritten(value, names);
}

/** How far a pin was moved; undefined where it came from nowhere. */
export function asMove(from: unknown, to: unknown): Text | undefined {
  const [before, after] = [place.safeParse(from), place.safeParse(to)];
  if (!before.success || !after.success) return undefined;
  const metres = metresBetween(before.data, after.data);
  return text('moved', { far: { metres }, from: coordinates(before.data), to: coordinates(after.data) });
}
