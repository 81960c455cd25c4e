/** Puts words into a language. The only place that knows i18next. */
import { createInstance, type i18n, type Resource } from 'i18next';
import type { Bilingual, Language, Name, Text, TextVariable, Words } from '../../../flows/engine/text.ts';
import { formatDate, formatShortDate } from '../../../models/thai/calendar.ts';
import { UNSENT } from '../../../models/unsent-words.ts';
import { renderTexts } from './texts.ts';

/** The texts of one flow; every `TextMaker` is one. */
export type TextSource = { readonly namespace: string; readonly texts: Readonly<Record<string, Bilingual>> };

/** Says words in a language. Throws `UnknownText` for a text or a variable that does not exist: a bug. */
export type SayWords = (words: Words, language: Language) => string;

/** A text or one of its variables does not exist. `key` is the text's name, or the text that misses a variable. */
export class UnknownText extends Error {
  readonly code = 'unknown-text';
  readonly key: string;

  constructor(key: string, what: string) {
    super(`"${key}": ${what}`);
    this.name = 'UnknownText';
    this.key = key;
  }
}

/** Makes the function that says the texts of `sources`. Throws where two sources have one namespace. */
export function createWords(sources: readonly TextSource[]): SayWords {
  const translator = translatorOf([...sources, renderTexts]);
  const sayText = ({ key, vars = {} }: Text, language: Language): string => {
    const [namespace = '', name = ''] = key.split(':', 2);
    // People's words come in through the variables. Nesting is off and i18next leaves replaced parts alone, so
    // that "{{" or "$t(" in them is only what they wrote.
    const replace = Object.fromEntries(
      Object.entries(vars).map(([v, value]) => [v, sayVariable(value, language)]),
    );
    // i18next chooses the singular by a `count` that is a number.
    const count = typeof vars.count === 'number' ? { count: vars.count } : {};
    return translator.t(name, { ns: namespace, lng: language, replace, nest: false, ...count });
  };
  const sayRaw: SayWords = (words, language) => {
    if (typeof words === 'string') return words;
    return 'key' in words ? sayText(words, language) : sayName(words, language);
  };
  const sayVariable = (value: TextVariable, language: Language): string => {
    if (typeof value === 'number') return grouped.format(value);
    if (typeof value === 'string') return value;
    if ('metres' in value) return sayRaw(distance(value.metres), language);
    // `withCodes` puts the code in before anything is rendered; its key would be worthless to whoever reads it.
    if ('invitationOf' in value) throw new UnknownText(value.invitationOf, 'its code was not put in');
    if ('shortDate' in value) return formatShortDate(value.shortDate, language);
    return 'date' in value ? formatDate(value.date, language) : sayRaw(value, language);
  };
  return (words, language) =>
    showable(sayRaw(words, language)).replaceAll(UNSENT, renderTexts.texts.unsent[language]);
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

function translatorOf(sources: readonly TextSource[]): i18n {
  const translator = createInstance();
  // With its resources at hand and `initAsync` off this is done when it returns; the promise carries nothing more.
  void translator.init({
    initAsync: false,
    resources: { th: resourcesIn('th', sources), en: resourcesIn('en', sources) },
    supportedLngs: ['th', 'en'],
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new UnknownText(key, 'there is no such text');
    },
    missingInterpolationHandler: (text, match: RegExpMatchArray) => {
      throw new UnknownText(text, `the variable ${match[0]} is missing`);
    },
  });
  return translator;
}

function resourcesIn(language: Language, sources: readonly TextSource[]): Resource[string] {
  const namespaces: Resource[string] = {};
  for (const { namespace, texts } of sources) {
    if (namespaces[namespace]) throw new Error(`Two sets of texts are called "${namespace}"`);
    namespaces[namespace] = Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]): [string, string][] => [
        [key, text[language]],
        // i18next's own name for what is said where there is one.
        ...(language === 'en' && text.enOne !== undefined
          ? [[`${key}_one`, text.enOne] satisfies [string, string]]
          : []),
      ]),
    );
  }
  return namespaces;
}

function sayName({ th, en }: Name, language: Language): string {
  return language === 'en' && en ? en : th;
}

/** "350 ม.", and from a kilometre on "1.2 กม.". Throws on what is no distance. */
function distance(metres: number): Text {
  if (!(metres >= 0 && metres < Number.POSITIVE_INFINITY)) throw new RangeError(`No distance: ${metres} m`);
  const whole = Math.round(metres);
  return whole < 1_000
    ? renderTexts('metres', { distance: whole })
    : renderTexts('kilometres', { distance: tenths.format(whole / 1_000) });
}

/**
 * What people wrote, without what would break a screen: half surrogate pairs, control characters other than line
 * breaks, and the marks that turn the direction of everything after them.
 */
function showable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}
