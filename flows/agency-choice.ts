/** Choosing an agency out of a search: the list, its pages, and words typed instead, which are a new search. */
import { z } from 'zod';
import { oneOfOptions } from './engine/accepts.ts';
import { stepsOf } from './engine/define-flow.ts';
import type { Accept, Advance, At, Move, QuestionStep } from './engine/flow.ts';
import { answer, type Option, say } from './engine/message.ts';
import { type Bilingual, defineTexts, type Text } from './engine/text.ts';
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
type AgencySearch = z.infer<typeof agencySearch>;

/** Agencies on one page: with "more" they fit one bubble. */
const PAGE = 6;
/** Characters of a search that are looked at; no name is longer. */
const WORDS_AT_MOST = 80;

/** How agencies are found: all of them, or those somebody looks after. */
type FindAgencies = (words: string, page: { skip: number; limit: number }) => Promise<ListedAgency[]>;

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
function noneFound(words: string): Text {
  return agencyTexts('none', { query: words.slice(0, WORDS_AT_MOST) });
}

/** The list to tap. */
function agencyOptions({ found, more }: AgencySearch): Option[] {
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
type AgencyAnswer = { agency: string } | { other: string } | { words: string };

/** Takes a tap or number on the list, one of the `others` by value with their labels, or any other words. */
function agencyAnswer(
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

/** How a flow finds an agency: what it asks, among which agencies, and where the one chosen leads. */
type AgencyFinding<Data, StepName extends string> = {
  asks: Text;
  /** What stands above the agencies that fit. */
  offers: (query: string) => Text;
  /** Only those that the person looks after, or any. */
  among: 'own' | 'all';
  /** On to the list with this search. */
  show: (search: AgencySearch) => Advance<Data, StepName>;
  chosen: (agency: ListedAgency, at: At<Data>) => Move<Data, StepName> | Promise<Move<Data, StepName>>;
  /** A way on for who does not find theirs, offered beside the agencies. */
  otherwise?: { value: string; label: Text; typed: Bilingual; to: StepName };
  /** Words that mean something else than an agency; undefined when they do not. */
  instead?: (words: string, at: At<Data>) => Advance<Data, StepName> | undefined;
};

/** The two questions that find an agency: `search` takes any words, `pick` one of those that fit, or other words. */
export function agencyQuestions<Data extends { search?: AgencySearch | undefined }, StepName extends string>(
  finding: AgencyFinding<Data, StepName>,
): Record<'search' | 'pick', QuestionStep<Data, StepName>> {
  const { question } = stepsOf<Data, StepName>();
  const { asks, offers, otherwise } = finding;
  const others = otherwise
    ? [{ value: otherwise.value, labels: [otherwise.typed.th, otherwise.typed.en] }]
    : [];
  const ways = otherwise ? [answer(otherwise.label, otherwise.value)] : [];
  const asking = { messages: [say(asks)], ...(ways.length > 0 && { quick: ways }) };
  return {
    search: question({
      ask: () => asking,
      accepts: agencyAnswer(undefined, others),
      next: (given, at) => answered(given, at, finding),
    }),
    pick: question({
      ask: ({ data: { search } }) => {
        if (!search) return asking;
        const options = [...agencyOptions(search), ...ways];
        return { messages: [{ kind: 'question', text: offers(search.words), options }] };
      },
      accepts: ({ data: { search } }) => agencyAnswer(search, others),
      next: (given, at) => answered(given, at, finding),
    }),
  };
}

async function answered<Data extends { search?: AgencySearch | undefined }, StepName extends string>(
  given: AgencyAnswer,
  at: At<Data>,
  finding: AgencyFinding<Data, StepName>,
): Promise<Move<Data, StepName>> {
  const { search } = at.data;
  if ('words' in given) {
    const found =
      finding.instead?.(given.words, at) ?? (await searchAgencies(among(finding, at), given.words));
    if (!found) return { again: noneFound(given.words) };
    return 'to' in found ? found : finding.show(found);
  }
  if ('other' in given && given.other === finding.otherwise?.value) return { to: finding.otherwise.to };
  if (!search) return { again: finding.asks };
  const agency = 'agency' in given && search.found.find(({ code }) => code === given.agency);
  if (agency) return finding.chosen(agency, at);
  const next = await searchAgencies(among(finding, at), search.words, search.skip + PAGE);
  return finding.show(next ?? { ...search, more: false });
}

function among<Data, StepName extends string>(
  { among: which }: AgencyFinding<Data, StepName>,
  { find: { people }, person }: At<Data>,
): FindAgencies {
  return which === 'all'
    ? people.agenciesNamed
    : (words, page) => people.ownAgenciesNamed(person, words, page);
}
