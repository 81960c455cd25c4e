/** The tick list of one pin: which of the agency's procedures are used there, page by page or by a part of the name. */
import { looseForm } from '../../models/thai/normal-form.ts';
import { parseChoices } from '../answers/choice.ts';
import type { Move } from '../engine/flow.ts';
import { answer, type Message, type Option, say } from '../engine/message.ts';
import type { Name, Text, Words } from '../engine/text.ts';
import { type At, type Data, data, type Next, nothingNew, question, type StepName } from './manual-data.ts';
import { text } from './manual-texts.ts';
import {
  type Control,
  partOfName,
  type Tick,
  tickAnswer,
  tickValue,
  WITHDRAW,
} from './manual-tick-answers.ts';
import type { ListedProcedure } from './procedure.ts';

/** Procedures on one page. */
const PAGE = 8;

/** One page of what fits, and how many are ticked in all. */
type Page = {
  items: ListedProcedure[];
  fitting: number;
  all: number;
  isTicked: (code: string) => boolean;
  ticked: number;
};

/** The list of a pin that is opened. */
export async function openTicks(pin: { code: string; name: Name }, agency: string, at: At): Promise<Next> {
  return turnTo(0, at, { agency, pin, on: [], off: [], words: undefined, ...nothingNew });
}

/** A page of the list, with the items on it remembered so that a typed number means what was seen. */
async function turnTo(from: number, at: At, set: NonNullable<Next['set']> = {}): Promise<Next> {
  const { items } = await pageAt({ ...at, data: withoutGaps({ ...at.data, ...set, from }) });
  return { to: 'ticks', set: { isOneGone: undefined, ...set, from, shown: items.map(shownAs) } };
}

function withoutGaps(changed: { [K in keyof Data]?: Data[K] | undefined }): Data {
  return data.parse(Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)));
}

function shownAs({ code, title }: ListedProcedure): { code: string; title: Name } {
  return { code, title };
}

async function pageAt({
  data: { agency = '', pin, from = 0, words, on = [], off = [] },
  find,
}: At): Promise<Page> {
  const [all, linked] = await Promise.all([
    find.procedures.ofAgency(agency),
    pin ? find.procedures.ofPin(pin.code) : [],
  ]);
  const stored = new Set(linked.map(({ code }) => code));
  const isTicked = (code: string) => (stored.has(code) || on.includes(code)) && !off.includes(code);
  const fitting = all.filter((one) => isNamed(one, words));
  return {
    items: fitting.slice(from, from + PAGE),
    fitting: fitting.length,
    all: all.length,
    isTicked,
    ticked: all.filter(({ code }) => isTicked(code)).length,
  };
}

function isNamed({ title: { th, en = '' } }: ListedProcedure, words: string | undefined): boolean {
  const part = looseForm(words ?? '');
  return [th, en].some((written) => looseForm(written).includes(part));
}

/** The tick list. */
export const ticks = question({
  async ask(at) {
    const page = await pageAt(at);
    const { items, isTicked } = page;
    const body: Message = {
      kind: 'question',
      text: page.all === 0 ? text('noProcedures') : heading(at.data, page),
      options: items.map((one) =>
        answer(ticked(one, isTicked(one.code)), tickValue(one.code, isTicked(one.code))),
      ),
    };
    const { news, undo } = newsOf(at);
    const controls = controlsOf(at.data, page).map((control) => answer(text(control), control));
    const gone = at.data.isOneGone ? [say(text('gone'))] : [];
    return { messages: [...news, ...gone, body], quick: [...undo, ...controls] };
  },
  accepts: tickAnswer,
  next: (given, at) => {
    if ('control' in given) return controlled(given.control, at);
    if ('tick' in given) return withTicks([given.tick], at);
    return 'withdraw' in given ? withdrawn(given.withdraw, at) : typed(given.said, at);
  },
});

function heading({ pin, from = 0, words }: Data, { items, fitting, all, ticked: count }: Page): Text {
  const part = { from: from + 1, to: from + items.length, ticked: count };
  return words
    ? text('ticksWith', { ...part, words, fitting })
    : text('ticks', { ...part, all, pin: pin?.name ?? '' });
}

function ticked({ title, own }: ListedProcedure, isTicked: boolean): Words {
  const called = own ? text('own', { title }) : title;
  return text(isTicked ? 'ticked' : 'unticked', { title: called });
}

function controlsOf({ from = 0, words }: Data, { all, fitting, ticked: count }: Page): Control[] {
  return [
    ...(all > 0 ? (['save'] as const) : []),
    ...(from + PAGE < fitting ? (['next'] as const) : []),
    ...(from > 0 ? (['previous'] as const) : []),
    ...(words ? (['everything'] as const) : []),
    ...(count < all ? (['selectAll'] as const) : []),
    ...(count === all && all > 0 ? (['selectNone'] as const) : []),
    ...(all > 0 ? (['everywhere'] as const) : []),
    'add',
  ];
}

/** What came of adding a procedure or taking it away, and the way to undo it. */
function newsOf({ outcomes, data: { newTitle: title = '' } }: At): { news: Message[]; undo: Option[] } {
  for (const outcome of outcomes) {
    if (outcome.of === 'withdrawProcedure')
      return { news: [say(text(outcome.result === 'withdrawn' ? 'takenAway' : 'refused'))], undo: [] };
    if (outcome.of !== 'addProcedure') continue;
    if (outcome.result === 'added')
      return {
        news: [say(text('added', { title }))],
        undo: [answer(text('takeAway'), WITHDRAW + outcome.code)],
      };
    return {
      news: [say(outcome.result === 'too-many' ? text('tooMany', { title }) : text('refused'))],
      undo: [],
    };
  }
  return { news: [], undo: [] };
}

async function controlled(control: Control, at: At): Promise<Move<Data, StepName>> {
  const { from = 0, pin, on = [], off = [], agency = '' } = at.data;
  switch (control) {
    case 'save':
      return {
        to: 'saved',
        effects: [{ do: 'linkProcedures', id: at.turn, pin: pin?.code ?? '', add: on, remove: off }],
      };
    case 'next':
      return turnTo(from + PAGE, at);
    case 'previous':
      return turnTo(Math.max(0, from - PAGE), at);
    case 'everything':
      return turnTo(0, at, { words: undefined });
    case 'selectAll':
      return tickAll(true, at);
    case 'selectNone':
      return tickAll(false, at);
    case 'everywhere':
      return askAll(agency, at);
    case 'add':
      return { to: 'newTitle', set: nothingNew };
  }
}

async function tickAll(isWanted: boolean, { data: { agency = '', pin }, find }: At): Promise<Next> {
  const all = (await find.procedures.ofAgency(agency)).map(({ code }) => code);
  const linked = new Set((await find.procedures.ofPin(pin?.code ?? '')).map(({ code }) => code));
  return isWanted
    ? { to: 'ticks', set: { on: all.filter((code) => !linked.has(code)), off: [] } }
    : { to: 'ticks', set: { on: [], off: all.filter((code) => linked.has(code)) } };
}

/** Asks before everything is used everywhere, with the numbers. */
export async function askAll(agency: string, { find, person }: At): Promise<Next> {
  const [procedures, found] = await Promise.all([
    find.procedures.ofAgency(agency),
    find.procedures.pinsOf(agency, person, { skip: 0, limit: 1 }),
  ]);
  if (!found) return { to: 'notYours' };
  return { to: 'confirmAll', set: { agency, numbers: { pins: found.all, procedures: procedures.length } } };
}

/** Several numbers or titles of the page as it was shown, or else a part of a name. */
async function typed(said: string, at: At): Promise<Move<Data, StepName>> {
  const shown = at.data.shown ?? (await pageAt(at)).items.map(shownAs);
  const several = parseChoices(
    said,
    shown.map(({ code, title: { th, en = th } }) => ({ value: code, labels: [th, en] })),
  );
  if (several.ok) {
    const { isTicked } = await pageAt(at);
    return withTicks(
      several.value.map((code) => ({ code, isWanted: !isTicked(code) })),
      at,
    );
  }
  if (several.why === 'out-of-range') return { again: text('outOfRange', { count: shown.length }) };
  const words = partOfName(said);
  const found = words ? await turnTo(0, at, { words }) : undefined;
  return found?.set?.shown?.length ? found : { again: text('noneWith', { words: said }) };
}

/** What is wanted but not stored is ticked on, what is stored but not wanted is ticked off. */
async function withTicks(wishes: readonly Tick[], at: At): Promise<Move<Data, StepName>> {
  const { from = 0, on = [], off = [], agency = '', pin } = at.data;
  const offered = (await at.find.procedures.ofAgency(agency)).map(({ code }) => code);
  if (!wishes.every(({ code }) => offered.includes(code))) return turnTo(from, at, { isOneGone: true });
  const linked = (await at.find.procedures.ofPin(pin?.code ?? '')).map(({ code }) => code);
  const others = (list: readonly string[]) => list.filter((one) => wishes.every(({ code }) => code !== one));
  const changed = (isWanted: boolean) =>
    wishes.filter((wish) => wish.isWanted === isWanted && linked.includes(wish.code) !== isWanted);
  const codesOf = (list: readonly Tick[]) => list.map(({ code }) => code);
  return turnTo(from, at, {
    on: [...others(on), ...codesOf(changed(true))],
    off: [...others(off), ...codesOf(changed(false))],
  });
}

async function withdrawn(code: string, at: At): Promise<Next> {
  const { on = [], off = [] } = at.data;
  const others = (list: readonly string[]) => list.filter((one) => one !== code);
  return {
    to: 'ticks',
    set: { on: others(on), off: others(off), shown: undefined },
    effects: [{ do: 'withdrawProcedure', id: at.turn, code }],
  };
}
