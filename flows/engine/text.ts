/**
 * What is said, as data: a key into a flow's own texts with its variables, or people's own words.
 * Nothing here knows a language at run time; `bot/line/render` puts it into words.
 */

/** The two languages Pakmud speaks. Thai comes first everywhere. */
export type Language = 'th' | 'en';

/**
 * One text in both languages. `{{name}}` marks a variable; both languages use the same ones. `enOne` is said in English
 * where the variable `count` is 1: "{{count}} agency" beside "{{count}} agencies". Thai needs no such thing.
 */
export type Bilingual = { th: string; en: string; enOne?: string };

/** A text of ours: `key` is `namespace:name`, e.g. `pin-office:askKind`. */
export type Text = { key: string; vars?: Record<string, TextVariable> };

/**
 * What a variable may hold: words, a number, a distance in metres, a calendar date `YYYY-MM-DD` (ค.ศ.), the same as
 * people would type it (`shortDate`, for examples), or the invitation made under a key: its code is put in at the moment of delivery only, so that it is stored nowhere.
 */
export type TextVariable =
  | Words
  | number
  | { metres: number }
  | { date: string }
  | { shortDate: string }
  | InvitationOf;

/** An invitation's code, by the key of the effect that made it. */
export type InvitationOf = { invitationOf: string };

/** Anything that can be shown: a text of ours, a name held in two languages, or people's own words as they are. */
export type Words = string | Text | Name;

/** A name as the data holds it. English may be missing; the Thai name then stands for both. */
export type Name = { th: string; en?: string | undefined };

/** A name in each language it has, to compare with what people type. */
export function labelsOf(name: string | Name): string[] {
  if (typeof name === 'string') return [name];
  return [name.th, ...(name.en ? [name.en] : [])];
}

type VariableNames<S extends string> = S extends `${string}{{${infer V}}}${infer Rest}`
  ? V | VariableNames<Rest>
  : never;

type Arguments<T extends Record<string, Bilingual>, K extends keyof T> = [VariableNames<T[K]['th']>] extends [
  never,
]
  ? []
  : [vars: Record<VariableNames<T[K]['th']>, TextVariable>];

/**
 * Makes a `Text` of a flow: `text('askName')`, or `text('found', { count: 3 })`. A key that does not exist and
 * a variable that is missing or misspelled do not compile.
 */
export type TextMaker<T extends Record<string, Bilingual> = Record<string, Bilingual>> = {
  <K extends keyof T & string>(key: K, ...vars: Arguments<T, K>): Text;
  readonly namespace: string;
  readonly texts: T;
};

/** The texts, of which each `enOne` has `count` and the very variables of its text; any other does not compile. */
type FitForOne<T extends Record<string, Bilingual>> = {
  [K in keyof T]: T[K] extends { th: infer Th extends string; enOne: infer One extends string }
    ? SameVariables<Th, One> extends true
      ? Bilingual
      : { th: string; en: string; enOne: never }
    : Bilingual;
};

type SameVariables<A extends string, B extends string> = [VariableNames<A>, VariableNames<B>] extends [
  VariableNames<B>,
  VariableNames<A>,
]
  ? 'count' extends VariableNames<A>
    ? true
    : false
  : false;

/** Declares the texts of one flow. `namespace` is the flow's id. */
export function defineTexts<const T extends Record<string, Bilingual>>(
  namespace: string,
  texts: T & FitForOne<T>,
): TextMaker<T> {
  const make = (key: string, vars?: Record<string, TextVariable>): Text =>
    vars ? { key: `${namespace}:${key}`, vars } : { key: `${namespace}:${key}` };
  return Object.assign(make, { namespace, texts });
}

/** The language somebody writes in, if their letters tell. */
export function languageOf(words: string): Language | undefined {
  if (/\p{Script=Thai}/u.test(words)) return 'th';
  return /\p{Script=Latin}/u.test(words) ? 'en' : undefined;
}
