/** Where answers about deadlines lead, and what is written. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { exampleBefore, exampleMonthEnd } from '../answers/example-date.ts';
import type { Advance, At, Move, Opening } from '../engine/flow.ts';
import { type Asking, say } from '../engine/message.ts';
import { roleOf } from '../engine/who.ts';
import { closingDays } from './deadline-answers.ts';
import type { Data, Draft, Shown, StepName } from './deadline-data.ts';
import type { DeadlineWish } from './deadline-effects.ts';
import type { DeadlineFields, ShownDeadline } from './deadline-look-ups.ts';
import { text } from './deadline-texts.ts';
import { USUAL_DAY_AFTER, USUAL_DAYS } from './remind-answer.ts';

type Going = Advance<Data, StepName>;

/** Scopes and kinds that are offered to tap; others can be typed. */
const OFFERED_AT_MOST = 30;

/** What is asked one after the other. */
const ASKED: Readonly<Record<'make' | 'tighten', readonly StepName[]>> = {
  make: ['titleTh', 'titleEn', 'what', 'scope', 'kinds', 'opens', 'closes', 'remind'],
  tighten: ['scope', 'closes'],
};

/** Opens the list, one deadline, or an agency's own; `value` comes from buttons. */
export async function started({ value }: Opening, at: At<Data>): Promise<Going> {
  const [deed = '', id = ''] = value.split(' ');
  if (!isCoordinating(at) || (deed === 'mine' && roleOf('official', at.who))) return { to: 'mine' };
  if (deed === 'make') return begin(at);
  if (deed === 'restore')
    return { to: 'restored', effects: [{ do: 'restoreDeadline', id, key: `${at.run}:restore` }] };
  const chosen = deed === 'one' ? await at.find.deadlines.seen(id, at.person) : undefined;
  return chosen ? { to: 'one', set: { chosen: remembered(chosen) } } : toList(at);
}

/** Who works as an official sees their agency's, unless they only coordinate. */
function isCoordinating({ who }: At<Data>): boolean {
  const kind = who.acting?.role ?? who.roles[0]?.role;
  return kind === 'coordinator' || kind === 'administrator';
}

/** The list; its first page. */
export async function toList({ find, person }: At<Data>): Promise<Going> {
  const list = (await find.deadlines.seenBy(person)).map(remembered);
  return { to: 'list', set: { list, skip: 0, chosen: undefined, job: undefined, draft: undefined } };
}

/** A look-up may give more than is remembered. */
function remembered({ remindAfter, within, ...deadline }: ShownDeadline): Shown {
  return {
    ...deadline,
    ...(remindAfter !== undefined && { remindAfter }),
    ...(within !== undefined && { within }),
  };
}

/** A new deadline. */
export function begin({ now }: At<Data>): Going {
  const draft = { opensOn: bangkokDate(now), remindBefore: [...USUAL_DAYS], remindAfter: USUAL_DAY_AFTER };
  return { to: 'titleTh', set: { job: 'make', draft, chosen: undefined, single: false } };
}

/** What can be done with the deadline in hand. */
export async function doWith(deed: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const { chosen } = at.data;
  if (deed === 'list' || !chosen) return toList(at);
  if (deed === 'cancel') return { to: 'cancelReason' };
  const { id, isCancelled: _, mayChange: _may, mayTighten: _might, changedAt: _at, ...said } = chosen;
  if (deed === 'change') return { to: 'review', set: { job: 'change', draft: said, single: false } };
  const draft: Draft = { ...said, within: id, scope: undefined, place: undefined, closesOn: undefined };
  const next = { ...at, data: { ...at.data, job: 'tighten' as const, draft, single: false } };
  return withSet(await goTo('scope', next), { job: 'tighten', draft, single: false });
}

function withSet(going: Going, set: NonNullable<Going['set']>): Going {
  return { ...going, set: { ...set, ...going.set } };
}

/** Keeps an answer and goes on to what is asked next, or back to the look at all of it. */
export async function keep(answered: StepName, given: Draft, at: At<Data>): Promise<Going> {
  const { job, single } = at.data;
  const draft = { ...at.data.draft, ...given };
  const asked = job === 'tighten' ? ASKED.tighten : ASKED.make;
  const isLast = single || job === 'change';
  const next = isLast ? 'review' : (asked[asked.indexOf(answered) + 1] ?? 'review');
  return withSet(await goTo(next, { ...at, data: { ...at.data, draft } }), { draft });
}

/** To a question; what it offers is read before. */
export async function goTo(
  step: StepName,
  { data, find, person }: Pick<At<Data>, 'data' | 'find' | 'person'>,
): Promise<Going> {
  if (step === 'review') return { to: 'review', set: { single: false } };
  if (step !== 'scope' && step !== 'kinds') return { to: step };
  const wider = await widerOf({ data, find, person });
  if (step === 'scope') {
    const scopes = await find.deadlines.scopes(person, wider?.scope ?? 'country');
    return { to: 'scope', set: { scopes: scopes.slice(0, OFFERED_AT_MOST) } };
  }
  const kinds = await find.deadlines.kinds(data.draft?.scope ?? '');
  const within = wider?.kinds ?? [];
  const fitting = within.length > 0 ? kinds.filter(({ kind }) => within.includes(kind)) : kinds;
  // Where all are of one kind there is nothing to ask.
  if (fitting.length < 2 && !data.single) return { to: 'opens' };
  return { to: 'kinds', set: { kinds: fitting.slice(0, OFFERED_AT_MOST) } };
}

/** The wider deadline that the one in hand tightens, as it is now. */
async function widerOf({
  data: { draft },
  find,
  person,
}: Pick<At<Data>, 'data' | 'find' | 'person'>): Promise<ShownDeadline | undefined> {
  return draft?.within === undefined ? undefined : find.deadlines.seen(draft.within, person);
}

/** A scope by its name. */
export async function scopeTyped(words: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const within = (await widerOf(at))?.scope ?? 'country';
  const found = await at.find.deadlines.scopesNamed(at.person, within, words);
  const [only, ...more] = found;
  if (!only) return { again: text('noScope', { query: words.slice(0, 80) }) };
  if (more.length > 0) return { to: 'scope', set: { scopes: found } };
  return keep('scope', { scope: only.scope, place: only.name }, at);
}

/** A first day that is not after the last one. */
export function opensOn(day: string, at: At<Data>): Move<Data, StepName> | Promise<Move<Data, StepName>> {
  const { closesOn } = at.data.draft ?? {};
  if (closesOn !== undefined && day > closesOn)
    return { again: text('afterClosing', { date: { date: day }, closes: { date: closesOn } }) };
  return keep('opens', { opensOn: day }, at);
}

/** Asks for the last day; where it tightens a wider deadline, for one before that. */
export async function closesQuestion(at: At<Data>): Promise<Asking> {
  const wider = await widerOf(at);
  if (!wider)
    return { messages: [say(text('closes', { example: exampleMonthEnd(at.now) }))], quick: closingDays };
  const { closesOn: end } = wider;
  const words = text('closesEarlier', { date: { date: end }, example: exampleBefore(end, at.now) });
  return { messages: [say(words)] };
}

/** A last day that lies ahead, not before the first, and before that of the wider deadline. */
export async function closesOn(day: string, at: At<Data>): Promise<Move<Data, StepName>> {
  const { draft } = at.data;
  const date = { date: day };
  if (day < bangkokDate(at.now)) return { again: text('passed', { date }) };
  const wider = await widerOf(at);
  if (wider && day >= wider.closesOn)
    return { again: text('notEarlier', { date: { date: wider.closesOn } }) };
  if (draft?.opensOn !== undefined && day < draft.opensOn)
    return { again: text('beforeOpening', { date, opens: { date: draft.opensOn } }) };
  return keep('closes', { closesOn: day }, at);
}

/** Announces what is new; what is changed needs a reason first. What has ceased to be earlier is not lost. */
export async function confirmed(at: At<Data>): Promise<Move<Data, StepName>> {
  const {
    data: { job, draft },
    run,
    turn,
  } = at;
  const wider = await widerOf(at);
  if (wider && !wider.isCancelled && (draft?.closesOn ?? '') >= wider.closesOn)
    return { again: text('widerMoved', { date: { date: wider.closesOn } }) };
  if (job === 'change') return { to: 'reason' };
  const fields = draft && fieldsOf(draft);
  if (!fields) return { to: 'titleTh', set: { single: false } };
  return { to: 'stored', effects: [{ do: 'makeDeadline', id: run, key: turn, fields }] };
}

function fieldsOf(draft: Draft): DeadlineFields | undefined {
  const { title, what, scope, opensOn: opens, closesOn: closes, place: _, ...others } = draft;
  if (!title || !what || !scope || !opens || !closes) return undefined;
  return {
    ...others,
    title,
    what,
    scope,
    opensOn: opens,
    closesOn: closes,
    kinds: others.kinds ?? [],
    remindBefore: others.remindBefore ?? [],
  };
}

/** Stores what was changed. */
export function changedBecause(reason: string, { data: { chosen, draft }, turn }: At<Data>): Going {
  if (!chosen || !draft) return { to: 'stored' };
  const { title, scope, kinds, opensOn: opens, closesOn: closes, remindBefore } = draft;
  const remindAfter = draft.remindAfter ?? null;
  const change: DeadlineWish = {
    title,
    scope,
    kinds,
    opensOn: opens,
    closesOn: closes,
    remindBefore,
    remindAfter,
  };
  const { id, changedAt: seen } = chosen;
  return { to: 'stored', effects: [{ do: 'changeDeadline', id, key: turn, seen, change, reason }] };
}
