/** What is typed into the matrix: marks by number or name ("บัตร 1 4 5", "2 ทะเบียนบ้าน"), a page, or words to search for. */
import { normalForm } from '../../models/thai/normal-form.ts';
import { withoutParticles } from '../answers/politeness.ts';
import type { CopyNeeds } from '../procedures/procedure.ts';

/** What a mark sets; what is not in it stays. */
export type Marking = Partial<CopyNeeds>;

/** Procedures by their numbers and names, and what they are marked with. */
export type Marks = { numbers: number[]; names: string[]; set: Marking };

/** What was typed. `whole` is all of it, for a search should the names name nothing. */
export type MatrixWords =
  | { kind: 'marks'; marks: Marks[]; whole: string }
  | { kind: 'numbers'; numbers: number[] }
  | { kind: 'page'; page: number }
  | { kind: 'search'; words: string };

const BOTH: Marking = { idCard: true, house: true };
const NEITHER: Marking = { idCard: false, house: false };
/** The longer words first, since the shorter ones are inside them. */
const KINDS: readonly [words: RegExp, set: Marking][] = [
  [/^(?:ทั้งสองอย่าง|ทั้งสอง|ทั้งคู่|ทั้ง 2|both)/, BOTH],
  [/^(?:สำเนาบัตรประชาชน|บัตรประชาชน|สำเนาบัตร|บัตร|id cards?|id)(?![a-z])/, { idCard: true }],
  [/^(?:สำเนาทะเบียนบ้าน|ทะเบียนบ้าน|ทะเบียน|house registrations?|house)(?![a-z])/, { house: true }],
];
const NOT = /^(?:ไม่ต้องใช้|ไม่ใช้|ไม่เอา|ไม่ต้อง|ไม่|none|neither|without|not|no)(?![a-z])\s*/;
const NUMBER = /^(\d{1,4})(?:\s*(?:-|–|ถึง|to)\s*(\d{1,4}))?(?!\d)/;
const BETWEEN = /^(?:[\s,;:、]+|และ|กับ|and(?![a-z])|&|ข้อที่|ข้อ|รายการที่|รายการ)/;
const PAGE = /^(?:หน้า(?:ที่)?|page)\s*(\d{1,3})$/;
/** A range longer than any list is a slip. */
const RANGE_AT_MOST = 1000;

type Token = { numbers: number[] } | { set: Marking };

/** Reads it. Whatever is no mark, number or page is a search. */
export function readMatrixWords(typed: string): MatrixWords {
  const said = withoutParticles(normalForm(typed));
  const [, page] = PAGE.exec(said) ?? [];
  if (page !== undefined) return { kind: 'page', page: Number(page) };
  const tokens = tokensOf(said);
  if (tokens) return grouped(tokens, said) ?? { kind: 'search', words: typed.trim() };
  return named(typed) ?? { kind: 'search', words: typed.trim() };
}

/** The text as numbers and kinds; undefined when there is anything else in it. */
function tokensOf(said: string): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = said;
  while (rest !== '') {
    const between = BETWEEN.exec(rest)?.[0];
    const read = between === undefined ? firstToken(rest) : undefined;
    if (between === undefined && !read) return undefined;
    if (read) tokens.push(read.token);
    rest = rest.slice(between?.length ?? read?.length ?? 0);
  }
  return tokens.length > 0 ? tokens : undefined;
}

function firstToken(rest: string): { token: Token; length: number } | undefined {
  const [number, first = '', last = first] = NUMBER.exec(rest) ?? [];
  if (number !== undefined)
    return { token: { numbers: range(Number(first), Number(last)) }, length: number.length };
  const kind = firstKind(rest);
  return kind && { token: { set: kind.set }, length: kind.length };
}

function firstKind(rest: string): { set: Marking; length: number } | undefined {
  const not = NOT.exec(rest)?.[0] ?? '';
  for (const [words, set] of KINDS) {
    const found = words.exec(rest.slice(not.length))?.[0];
    if (found !== undefined) return { set: not ? negated(set) : set, length: not.length + found.length };
  }
  return not ? { set: NEITHER, length: not.length } : undefined;
}

function negated(set: Marking): Marking {
  return Object.fromEntries(Object.keys(set).map((copy) => [copy, false]));
}

function range(from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (high - low > RANGE_AT_MOST) return [from, to];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** Numbers with the kind that stands before them, or after them when the text begins with a number. */
function grouped(tokens: readonly Token[], whole: string): MatrixWords | undefined {
  if (tokens.every((token) => 'numbers' in token))
    return { kind: 'numbers', numbers: tokens.flatMap((token) => ('numbers' in token ? token.numbers : [])) };
  const isKindFirst = !('numbers' in (tokens[0] ?? {}));
  const groups = groupsOf(isKindFirst ? tokens : tokens.toReversed());
  if (groups.some(({ numbers }) => numbers.length === 0)) return undefined;
  return { kind: 'marks', marks: isKindFirst ? groups : groups.toReversed(), whole };
}

/** Kinds side by side are one: "บัตร ทะเบียนบ้าน 3". */
function groupsOf(tokens: readonly Token[]): Marks[] {
  const groups: Marks[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if ('numbers' in token) last?.numbers.push(...token.numbers);
    else if (last && last.numbers.length === 0) last.set = { ...last.set, ...token.set };
    else groups.push({ numbers: [], names: [], set: token.set });
  }
  return groups;
}

const APART = /[,;\n、]+/;

/** "บัตร แจ้งเกิด, แจ้งตาย": a kind, a space, and names or numbers with commas between them. */
function named(typed: string): MatrixWords | undefined {
  const parts = typed.split(APART).map((part) => withoutParticles(normalForm(part)));
  const [first = '', ...others] = parts;
  const kind = firstKind(first);
  if (!kind || !/^[\s:]/.test(first.slice(kind.length))) return undefined;
  const marks: Marks = { numbers: [], names: [], set: kind.set };
  for (const part of [first.slice(kind.length).replace(/^[\s:]+/, ''), ...others]) {
    const tokens = tokensOf(part);
    const numbers = tokens?.flatMap((token) => ('numbers' in token ? token.numbers : []));
    if (numbers && tokens?.every((token) => 'numbers' in token)) marks.numbers.push(...numbers);
    else if (part !== '') marks.names.push(part);
  }
  return { kind: 'marks', marks: [marks], whole: typed.trim() };
}
