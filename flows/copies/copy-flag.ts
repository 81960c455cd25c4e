/** ยังถูกขอสำเนา: a citizen was still asked for a copy; it counts, and the officials find it among their tasks. */
import { z } from 'zod';
import { looseForm } from '../../models/thai/normal-form.ts';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from '../engine/accepts.ts';
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At, Closing, Move, Opening } from '../engine/flow.ts';
import { answer, type Message, open, say } from '../engine/message.ts';
import { encodeSearch } from '../office-search.ts';
import { text } from './copy-flag-texts.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const named = z.object({ code: z.string(), name });
const data = z.object({
  /** Offices and services are kept as they were shown, so that a typed number means what was seen. */
  offices: z.object({ query: z.string(), found: z.array(named) }).optional(),
  office: named.optional(),
  services: z
    .object({ skip: z.number(), all: z.number(), words: z.string().optional(), shown: z.array(named) })
    .optional(),
  service: named.optional(),
  words: z.string().optional(),
});
type Data = z.infer<typeof data>;
type Named = z.infer<typeof named>;
type StepName = 'office' | 'service' | 'sure' | 'sent' | 'dropped' | 'gone' | 'noServices';
type Next = Advance<Data, StepName>;

const PAGE = 8;
/** Offices to choose from. */
const OFFICES = 6;
const QUERY = { min: 2, max: 80 };
const WORDS_LENGTH = { min: 2, max: 500 };

const sureAnswers = choiceOf(text, { yes: 'yes', no: 'no' }, 'yes');
const { question, closing } = stepsOf<Data, StepName>();

export const copyFlag = defineFlow({
  id: 'copy-flag',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['ยังถูกขอสำเนา'], en: ['still asked'] },
  takesWords: true,
  needsConsent: true,
  start: started,
  steps: {
    office: question({
      ask: ({ data: { offices } }) => ({ messages: [officeQuestion(offices)] }),
      accepts: ({ data: { offices } }) => anyOf(oneOfOptions(optionsOf(offices?.found)), textOf(QUERY)),
      next: async (given, at) => {
        const chosen = at.data.offices?.found.find(({ code }) => code === given);
        if (chosen) return servicesAt(chosen, at);
        return (await officeNamed(given, at)) ?? { again: text('noOffice', { query: given }) };
      },
    }),
    service: question({
      ask: ({ data: { office, services } }) => {
        const { skip = 0, all = 0, words, shown = [] } = services ?? {};
        const part = { office: office?.name ?? '', from: skip + 1, to: skip + shown.length, all };
        return {
          messages: [
            {
              kind: 'question',
              text: text('service', part),
              options: [
                ...shown.map(({ code, name: called }) => answer(called, code)),
                ...(skip + PAGE < all ? [answer(text('next'), 'next')] : []),
                ...(words ? [answer(text('everything'), 'everything')] : []),
              ],
            },
          ],
        };
      },
      accepts: ({ data: { services } }) =>
        anyOf(
          oneOfOptions([...optionsOf(services?.shown), labelled('next'), labelled('everything')]),
          textOf(QUERY),
        ),
      next: chosenService,
    }),
    sure: question({
      ask: ({ data: { office, service, words } }) => ({
        messages: [
          ...(words ? [say(text('told', { words }))] : []),
          {
            kind: 'question',
            text: text('sure', { office: office?.name ?? '', service: service?.name ?? '' }),
            ...(!words && { hint: text('tellMore') }),
            options: sureAnswers.options,
          },
        ],
      }),
      accepts: anyOf(anyOf(yesOrNo('yes', 'no'), sureAnswers.accept), textOf(WORDS_LENGTH)),
      next(given, { data: { office, service, words }, turn }) {
        if (given === 'no') return { to: 'dropped' };
        if (given !== 'yes') return { to: 'sure', set: { words: given } };
        const about = { pin: office?.code ?? '', procedure: service?.code ?? '', ...(words && { words }) };
        return { to: 'sent', effects: [{ do: 'flagCopy', id: turn, ...about }] };
      },
    }),
    sent: closing(({ outcomes, data: { office } }) => {
      const result = outcomes.find((outcome) => outcome.of === 'flagCopy')?.result ?? 'gone';
      const words = { counted: 'thanks', already: 'already', gone: 'gone', 'too-many': 'tooMany' } as const;
      return withOffice(text(words[result]), result === 'gone' ? undefined : office);
    }),
    dropped: closing(({ data: { office } }) => withOffice(text('dropped'), office)),
    gone: closing(() => ({ messages: [say(text('gone'))] })),
    noServices: closing(({ data: { office } }) => ({
      messages: [say(text('noServices', { office: office?.name ?? '' }))],
      quick: [open(text('reportPin'), 'report-pin', office?.code)],
    })),
  },
});

async function started({ value, words }: Opening, at: At<Data>): Promise<Next> {
  const [code = '', procedure = ''] = value.trim().split(/\s+/);
  if (code) return openedAt(code, procedure, at);
  if (!words) return { to: 'office' };
  return (await officeNamed(words.slice(0, QUERY.max), at)) ?? { to: 'office' };
}

async function openedAt(code: string, procedure: string, at: At<Data>): Promise<Next> {
  const pin = await at.find.pin(code);
  if (!pin) return { to: 'gone' };
  const office = { code: pin.code, name: pin.name };
  if (!procedure) return servicesAt(office, at);
  const service = (await offeredAt(office, at)).find((one) => one.code === procedure);
  return service ? { to: 'sure', set: { office, service } } : { to: 'gone' };
}

/** The office that is meant, or those to choose from; undefined when none fits. */
async function officeNamed(query: string, at: At<Data>): Promise<Next | undefined> {
  const found = await at.find.pinsNamed(query, { skip: 0, limit: OFFICES });
  const offices = found.map(({ code, name: called }) => ({ code, name: called }));
  const [only, ...others] = offices;
  if (!only) return undefined;
  return others.length === 0
    ? servicesAt(only, at)
    : { to: 'office', set: { offices: { query, found: offices } } };
}

async function offeredAt({ code }: Named, { find }: At<Data>): Promise<Named[]> {
  const offered = await find.procedures.ofPin(code);
  return offered.map((procedure) => ({ code: procedure.code, name: procedure.title }));
}

async function servicesAt(office: Named, at: At<Data>, skip = 0, words?: string): Promise<Next> {
  const offered = await offeredAt(office, at);
  if (offered.length === 0) return { to: 'noServices', set: { office } };
  const part = words ? looseForm(words) : '';
  const fitting = offered.filter(({ name: { th, en = '' } }) =>
    [th, en].some((title) => looseForm(title).includes(part)),
  );
  const shown = fitting.slice(skip, skip + PAGE);
  return { to: 'service', set: { office, services: { skip, all: fitting.length, words, shown } } };
}

async function chosenService(given: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const { office, services } = at.data;
  const service = services?.shown.find(({ code }) => code === given);
  if (service) return { to: 'sure', set: { service } };
  if (!office) return { to: 'office' };
  if (given === 'everything') return servicesAt(office, at);
  if (given === 'next') return servicesAt(office, at, nextPage(services), services?.words);
  const found = await servicesAt(office, at, 0, given);
  return found.set?.services?.all === 0 ? { again: text('noService', { words: given }) } : found;
}

/** Beyond the last page the list begins again. */
function nextPage(services: Data['services']): number {
  const { skip = 0, all = 0 } = services ?? {};
  return skip + PAGE < all ? skip + PAGE : 0;
}

function officeQuestion(offices: Data['offices']): Message {
  if (!offices) return say(text('office'));
  const options = offices.found.map(({ code, name: called }) =>
    answer(text('listed', { name: called, code }), code),
  );
  return { kind: 'question', text: text('pick', { query: offices.query }), options };
}

function optionsOf(items: readonly Named[] = []): { value: string; labels: string[] }[] {
  return items.map(({ code, name: { th, en } }) => ({ value: code, labels: en ? [th, en] : [th] }));
}

function labelled(value: 'next' | 'everything'): { value: string; labels: string[] } {
  const { th, en } = text.texts[value];
  return { value, labels: [th, en] };
}

function withOffice(words: ReturnType<typeof text>, office: Named | undefined): Closing {
  const value = office && encodeSearch({ by: 'code', code: office.code });
  return {
    messages: [say(words)],
    quick: value ? [open(text('showOffice'), 'find-office', value)] : [],
  };
}
