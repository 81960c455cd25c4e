/** Choosing an agency out of a search: the list, its pages, and words typed instead, which are a new search. */
import { z } from 'zod';
import { oneOfOptions } from './engine/accepts.ts';
import type { Accept, At } from './engine/flow.ts';
import { answer, type Option } from './engine/message.ts';
import { defineTexts, type Text } from './engine/text.ts';
import type { ListedAgency } from './people-look-ups.ts';

export const agencyTexts = defineTexts('agency-choice', {
  inArea: { th: '{{name}} ({{area}})', en: '{{name}} ({{area}})' },
  withCode: { th: '{{name}} ({{code}})', en: '{{name}} ({{code}})' },
  more: { th: 'ดูเพิ่ม', en: 'More' },
  none: {
    th: 'ไม่พบหน่วยงานที่ตรงกับ “{{query}}” ลองพิมพ์ให้สั้นลง เช่นเฉพาะชื่อตำบล หรือรหัส 9 หลัก',
    en: 'No agency fits “{{query}}”. Try fewer words, such as the subdistrict alone, or its nine-digit code.',
  },
});

const name = z.object({ th: z.string(), en: z.string().optional() });
/** An agency as a flow remembers it. */
export const rememberedAgency = z.object({ code: z.string(), name, area: name });
/** A search as it was shown, so that a typed number means what was seen. */
export const agencySearch = z.object({
  words: z.string(),
  skip: z.number().int().min(0),
  found: z.array(rememberedAgency),
  more: z.boolean(),
});
export type AgencySearch = z.infer<typeof agencySearch>;

/** Agencies on one page: with "more" they fit one bubble. */
const PAGE = 6;
/** Characters of a search that are looked at; no name is longer. */
const WORDS_AT_MOST = 80;

/** How agencies are found: all of them, or those somebody looks after. */
export type FindAgencies = (words: string, page: { skip: number; limit: number }) => Promise<ListedAgency[]>;

/** The agencies that `person` looks after. */
export const ownAgencies =
  ({ find, person }: Pick<At<unknown>, 'find' | 'person'>): FindAgencies =>
  (words, page) =>
    find.people.ownAgenciesNamed(person, words, page);

/** One page of a search; undefined when nothing fits. */
export async function searchAgencies(
  find: FindAgencies,
  words: string,
  skip = 0,
): Promise<AgencySearch | undefined> {
  const asked = words.slice(0, WORDS_AT_MOST).trim();
  const found = await find(asked, { skip, limit: PAGE + 1 });
  if (found.length === 0) return undefined;
  return { words: asked, skip, found: found.slice(0, PAGE), more: found.length > PAGE };
}

/** What is said when nothing fits. */
export function noneFound(words: string): Text {
  return agencyTexts('none', { query: words.slice(0, WORDS_AT_MOST) });
}

/** The list to tap. */
export function agencyOptions({ found, more }: AgencySearch): Option[] {
  return [
    ...found.map((agency) => answer(agencyLabel(agency), agency.code)),
    ...(more ? [answer(agencyTexts('more'), 'more')] : []),
  ];
}

/** An agency with what tells it from others of its name: where it stands, or else its code. */
export function agencyLabel({ code, name: called, area }: ListedAgency): Text {
  return area.th
    ? agencyTexts('inArea', { name: called, area })
    : agencyTexts('withCode', { name: called, code });
}

/** What was chosen: an agency, the next page, one of `others`, or words for a new search. */
export type AgencyAnswer = { agency: string } | { other: string } | { words: string };

/** Takes a tap or number on the list, one of the `others` by value with their labels, or any other words. */
export function agencyAnswer(
  shown: AgencySearch | undefined,
  others: readonly { value: string; labels: string[] }[] = [],
): Accept<AgencyAnswer> {
  const listed = (shown?.found ?? []).map(({ code, name: { th, en } }) => ({
    value: code,
    labels: en ? [th, en] : [th],
  }));
  const { th, en } = agencyTexts.texts.more;
  const next = shown?.more ? [{ value: 'more', labels: [th, en] }] : [];
  const options = oneOfOptions([...listed, ...next, ...others]);
  return {
    freeText: true,
    read(input, now) {
      const reading = options.read(input, now);
      if (reading.ok) {
        const isAgency = listed.some(({ value }) => value === reading.value);
        return { ok: true, value: isAgency ? { agency: reading.value } : { other: reading.value } };
      }
      if (input.kind !== 'text' || input.text.trim() === '') return { ok: false };
      return { ok: true, value: { words: input.text.trim() } };
    },
  };
}

/** The agency of the list with this code. */
export function agencyShown(shown: AgencySearch | undefined, code: string): ListedAgency | undefined {
  return shown?.found.find((agency) => agency.code === code);
}

/** The next page; undefined when there is none. */
export function nextPage(find: FindAgencies, shown: AgencySearch): Promise<AgencySearch | undefined> {
  return searchAgencies(find, shown.words, shown.skip + PAGE);
}
