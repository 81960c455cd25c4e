/** Adding a procedure that the manuals miss: its title, its papers one by one, and a look over both. */
import { looseForm } from '../../models/thai/normal-form.ts';
import { parsePlainText } from '../answers/plain-text.ts';
import { isWord } from '../answers/words.ts';
import { choiceOf, textOf, valueNumbered } from '../engine/accepts.ts';
import type { Accept, Move } from '../engine/flow.ts';
import { answer, say } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import { type At, type Data, type Next, question, type StepName } from './manual-data.ts';
import { text } from './manual-texts.ts';
import { registersNamed } from './paper-register.ts';
import type { Paper } from './procedure.ts';

const TITLE = { min: 3, max: 150 };
const LONGEST_PAPER = 100;
const MOST_PAPERS = 20;

/** The papers to tap: their names, and the register each comes from. */
const KNOWN = { idCard: 'id-card', house: 'house-registration' } as const;
type KnownPaper = keyof typeof KNOWN;

const needs = choiceOf(text, { original: 'original', copy: 'copy', both: 'both' });
const reviewing = choiceOf(
  text,
  { addIt: 'addIt', changeTitle: 'changeTitle', changePapers: 'changePapers' },
  'addIt',
);

type PaperAnswer = 'complete' | { known: KnownPaper } | { lines: string[] };

const papersAnswer: Accept<PaperAnswer> = {
  freeText: true,
  read(input) {
    if (input.kind === 'chosen') return readTap(input.value);
    if (input.kind !== 'text') return { ok: false };
    const numbered = valueNumbered(input);
    if (numbered !== undefined) return readTap(numbered);
    const isLabel = (name: 'complete' | KnownPaper) =>
      isWord(input.text, [text.texts[name].th, text.texts[name].en]);
    if (isLabel('complete')) return { ok: true, value: 'complete' };
    if (isLabel('idCard')) return { ok: true, value: { known: 'idCard' } };
    return isLabel('house') ? { ok: true, value: { known: 'house' } } : readLines(input.text);
  },
};

function readTap(value: string): { ok: true; value: PaperAnswer } | { ok: false } {
  if (value === 'complete') return { ok: true, value };
  return value === 'idCard' || value === 'house' ? { ok: true, value: { known: value } } : { ok: false };
}

function readLines(said: string): { ok: true; value: PaperAnswer } | { ok: false; why: Text } {
  const lines: string[] = [];
  for (const line of said.split('\n')) {
    const parsed = parsePlainText(line, { min: 1, max: LONGEST_PAPER });
    if (parsed.ok) lines.push(parsed.value);
    else if (parsed.why !== 'empty') return { ok: false, why: text('paperTooLong', { max: LONGEST_PAPER }) };
  }
  if (lines.some((line) => registersNamed(line).length > 1)) return { ok: false, why: text('oneByOne') };
  return lines.length > 0
    ? { ok: true, value: { lines } }
    : { ok: false, why: text('paperTooLong', { max: LONGEST_PAPER }) };
}

/** The steps. */
export const adding = {
  newTitle: question({
    ask: () => ({ messages: [say(text('askTitle'))] }),
    accepts: textOf(TITLE),
    async next(title, { data: { agency = '', papers }, find }): Promise<Move<Data, StepName>> {
      const there = await find.procedures.ofAgency(agency);
      const twin = there.find((one) => looseForm(one.title.th) === looseForm(title));
      if (twin) return { again: text('alreadyThere', { title: twin.title }) };
      // With papers there already, only the title was to be changed.
      return { to: papers ? 'review' : 'newPapers', set: { newTitle: title } };
    },
  }),
  newPapers: question({
    ask: ({ data: { newTitle: title = '', papers = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text('askPapers', { title }),
          ...(papers.length > 0 && { hint: text('papersSoFar', { papers: papersInWords(papers) }) }),
          options: [
            ...(['idCard', 'house'] as const).map((known) => answer(text(known), known)),
            answer(text('complete'), 'complete', 'main'),
          ],
        },
      ],
    }),
    accepts: papersAnswer,
    next: (given, { data: { papers = [] } }): Move<Data, StepName> => {
      if (given === 'complete') return { to: 'review', set: { papers } };
      const names = 'known' in given ? [text.texts[given.known].th] : given.lines;
      if (papers.length + names.length > MOST_PAPERS)
        return { again: text('tooManyPapers', { max: MOST_PAPERS }) };
      return withPending(names, papers);
    },
  }),
  newNeed: question({
    ask: ({ data: { pending: [paper = ''] = [] } }) => ({
      messages: [
        {
          kind: 'question',
          text: text('askNeed', { paper: paperOf(paper, 'original').name }),
          options: needs.options,
        },
      ],
    }),
    accepts: needs.accept,
    next: (need, { data: { pending: [name = '', ...rest] = [], papers = [] } }) =>
      withPending(rest, [...papers, paperOf(name, need)]),
  }),
  review: question({
    ask: ({ data: { newTitle: title = '', papers = [] } }) => ({
      messages: [
        {
          kind: 'summary',
          title: text('review'),
          rows: [
            { label: text('name'), value: title },
            { label: text('papers'), value: papersInWords(papers) },
          ],
          options: reviewing.options,
        },
      ],
    }),
    accepts: reviewing.accept,
    next: (choice, at): Next => {
      if (choice === 'changeTitle') return { to: 'newTitle' };
      return choice === 'changePapers' ? { to: 'newPapers', set: { papers: undefined } } : added(at);
    },
  }),
};

/** A name that says it is a copy needs no question. Thai names are kept as they were written. */
function withPending(names: readonly string[], papers: readonly Paper[]): Next {
  const [name, ...rest] = names;
  if (name === undefined) return { to: 'newPapers', set: { papers: [...papers], pending: undefined } };
  if (name.startsWith('สำเนา')) return withPending(rest, [...papers, paperOf(name, 'copy')]);
  return { to: 'newNeed', set: { papers: [...papers], pending: [...names] } };
}

function paperOf(name: string, need: Paper['need']): Paper {
  const [of] = registersNamed(name);
  const known = Object.keys(KNOWN)
    .filter(isKnown)
    .find((one) => text.texts[one].th === name);
  return { name: known ? { ...text.texts[known] } : { th: name }, need, ...(of && { of }) };
}

function isKnown(name: string): name is KnownPaper {
  return Object.hasOwn(KNOWN, name);
}

function papersInWords(papers: readonly Paper[]): Words {
  const [first, ...others] = papers.map(({ name, need }) =>
    text('paperNeed', { paper: name, need: text(need) }),
  );
  return first
    ? others.reduce((before, next) => text('two', { first: before, second: next }), first)
    : text('none');
}

/** The list of the pin follows, and says what became of it. */
function added({ data: { agency = '', newTitle: titleTh = '', papers = [], pin }, turn }: At): Next {
  const wanted = { agency, titleTh, papers, ...(pin && { pin: pin.code }) };
  return {
    to: 'ticks',
    // The new one may stand on this page: what is on it is seen only when it is shown.
    set: { papers: undefined, pending: undefined, shown: undefined },
    effects: [{ do: 'addProcedure', id: turn, ...wanted }],
  };
}
