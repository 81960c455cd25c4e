// One or several choices out of a list, named by number, letter or label.

import { looseForm, normalForm } from '../../models/thai/normal-form.ts';
import { readNumberWords } from '../../models/thai/number-words.ts';
import { type Parsed, refused, understood } from './parsed.ts';
import { withoutParticles } from './politeness.ts';

/** One choice: what it means to the program, and everything it may be called, in either language. */
export type ChoiceOption<Value extends string = string> = { value: Value; labels: readonly string[] };

/** Why no choice was understood; `part` is the piece of the answer that was not. */
export type ChoiceRefusal<Value extends string = string> =
  | { why: 'empty' }
  | { why: 'no-match'; part: string }
  | { why: 'out-of-range'; part: string; count: number }
  | { why: 'ambiguous'; part: string; candidates: Value[] };

const THAI_LETTERS = 'กขคงจฉชซฌญ';
const LATIN_LETTERS = 'abcdefghij';
const BEFORE_POSITION =
  /^(?:(?:ขอ)?เลือก)?\s*(?:ข้อ(?:ที่)?|ตัวเลือก(?:ที่)?|อัน(?:ที่)?|หมายเลข|เบอร์|#|(?:the|no|number|option|choice)(?=[\s\d(]))?\s*/;
/** The first few as people say them; behind "ข้อ", "อัน" or "the". */
const ORDINALS = [
  ['แรก', 'แรกสุด', 'first', '1st', 'first one'],
  ['second', '2nd', 'second one'],
  ['third', '3rd', 'third one'],
];
const RANGE = /^(.+?)\s*(?:-|–|—|ถึง|\bto\b)\s*(.+)$/;
const ALL = ['ทั้งหมด', 'ทุกข้อ', 'ทุกอย่าง', 'all', 'everything', 'all of them'].map(normalForm);
/** Nobody lists choices at this length; it also bounds the work. */
const LONGEST_LIST = 200;
/** From the surest sign of a list to the weakest, since "และ" and spaces also stand inside labels. */
const SEPARATORS = [/[,;\n、]/, /\s*(?:และ|กับ|แล้วก็|&|\+|\band\b)\s*/i, /\s+/];

/** What the numbers mean where that is not the order of the options: the values as shown, null for what is no choice. */
type Places = readonly (string | null)[];

/**
 * Reads one choice: by number ("2", "๒", "ข้อ 2", "สอง", "อันแรก"), by letter (ก ข ค or a b c), by a label or by the
 * beginning of just one option's labels, in either language, with or without tone marks and spaces. Labels win over
 * numbers. With `shown`, numbers and letters count what was shown, and choose nothing else.
 */
export function parseChoice<Value extends string>(
  text: string,
  options: readonly ChoiceOption<Value>[],
  shown?: Places,
): Parsed<Value, ChoiceRefusal<Value>> {
  const said = normalForm(text);
  const bare = withoutParticles(said);
  if (bare === '' && said === '') return refused({ why: 'empty' });
  const named = byLabel(said, options, sameWords) ?? byLabel(bare, options, sameWords);
  return (
    named ??
    byPosition(bare, options, shown) ??
    byBeginning(bare, options) ??
    refused({ why: 'no-match', part: said })
  );
}

/**
 * Reads several choices ("1,3 และ 4", "1-3", "ก ค", "ทั้งหมด"); the values come in the order of the options, each once.
 * If one part is not understood, nothing is taken and that part is named.
 */
export function parseChoices<Value extends string>(
  text: string,
  options: readonly ChoiceOption<Value>[],
): Parsed<Value[], ChoiceRefusal<Value>> {
  if (ALL.includes(withoutParticles(normalForm(text)))) return understood(options.map(({ value }) => value));
  const chosen = chosenIn(text.replace(/(ข้อ(?:ที่)?)\s+/g, '$1'), options, SEPARATORS);
  if (!chosen.ok) return chosen;
  return understood(options.map(({ value }) => value).filter((value) => chosen.value.includes(value)));
}

type Refused<Value extends string> = Extract<Parsed<never, ChoiceRefusal<Value>>, { ok: false }>;

function chosenIn<Value extends string>(
  text: string,
  options: readonly ChoiceOption<Value>[],
  separators: readonly RegExp[],
): Parsed<Value[], ChoiceRefusal<Value>> {
  const one = oneOrRange(text, options);
  const [separator, ...weaker] = separators;
  if (one.ok || separator === undefined || text.length > LONGEST_LIST) return one;
  const parts = text.split(separator).filter((part) => part.trim() !== '');
  if (parts.length < 2) return chosenIn(parts[0] ?? text, options, weaker);
  const each = parts.map((part) => chosenIn(part, options, weaker));
  // A phrase whose pieces mean nothing was one label: what was said about the whole is the better answer.
  if (each.every((part) => !part.ok && part.why !== 'out-of-range')) return one;
  return each.find((part): part is Refused<Value> => !part.ok) ?? understood(each.flatMap(valuesOf));
}

function valuesOf<Value>(part: Parsed<Value[], { why: string }>): Value[] {
  return part.ok ? part.value : [];
}

function oneOrRange<Value extends string>(
  text: string,
  options: readonly ChoiceOption<Value>[],
): Parsed<Value[], ChoiceRefusal<Value>> {
  const one = parseChoice(text, options);
  if (one.ok) return understood([one.value]);
  const [, first = '', last = ''] = RANGE.exec(withoutParticles(normalForm(text))) ?? [];
  const ends = [first, last].map(positionIn);
  const [from, to] = ends;
  if (from === undefined || to === undefined) return one;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low < 1 || high > options.length) return outOfRange(normalForm(text), options);
  return understood(options.slice(low - 1, high).map(({ value }) => value));
}

/** The place in a list (from 1, perhaps beyond its end) that a text names and nothing else: "2", "ข้อ ๒", "ข", "first". */
export function positionOf(text: string): number | undefined {
  return positionIn(withoutParticles(normalForm(text)));
}

function positionIn(form: string): number | undefined {
  const name = form.replace(BEFORE_POSITION, '').replace(/^\(|\)$/g, '');
  const ordinal = ORDINALS.findIndex((names) => names.includes(name));
  if (ordinal >= 0) return ordinal + 1;
  if (/^\d{1,3}$/.test(name)) return Number(name);
  const letter =
    [...name].length === 1 ? Math.max(THAI_LETTERS.indexOf(name), LATIN_LETTERS.indexOf(name)) : -1;
  return letter >= 0 ? letter + 1 : readNumberWords(name);
}

function byPosition<Value extends string>(
  form: string,
  options: readonly ChoiceOption<Value>[],
  shown: Places = options.map(({ value }) => value),
): Parsed<Value, ChoiceRefusal<Value>> | undefined {
  const position = positionIn(form);
  if (position === undefined) return undefined;
  const option = options.find(({ value }) => value === shown[position - 1]);
  // A letter beyond the list may still be the beginning of a label.
  if (!option && /^\p{L}$/u.test(form)) return undefined;
  return option ? understood(option.value) : outOfRange(form, options);
}

function outOfRange<Value extends string>(
  part: string,
  options: readonly ChoiceOption<Value>[],
): Refused<Value> {
  return refused({ why: 'out-of-range', part, count: options.length });
}

type Comparison = (label: string, said: string) => boolean;
const sameWords: Comparison = (label, said) => label === said;
const beginsWith: Comparison = (label, said) => said.length >= 2 && label.startsWith(said);

function byBeginning<Value extends string>(
  form: string,
  options: readonly ChoiceOption<Value>[],
): Parsed<Value, ChoiceRefusal<Value>> | undefined {
  return byLabel(form, options, beginsWith);
}

/** Exact spelling first; without tone marks and spaces only if nothing else fits. */
function byLabel<Value extends string>(
  form: string,
  options: readonly ChoiceOption<Value>[],
  fits: Comparison,
): Parsed<Value, ChoiceRefusal<Value>> | undefined {
  for (const spelling of [normalForm, looseForm]) {
    const said = spelling(form);
    const fitting = options.filter(
      ({ labels }) => said !== '' && labels.some((label) => fits(spelling(label), said)),
    );
    const candidates = [...new Set(fitting.map(({ value }) => value))];
    const [only] = candidates;
    if (candidates.length > 1) return refused({ why: 'ambiguous', part: form, candidates });
    if (only !== undefined) return understood(only);
  }
  return undefined;
}
