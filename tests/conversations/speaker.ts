/**
 * Puts what a turn says into plain words, independently of `bot/line/render`: a mistake there shows as a difference
 * between what it says and what stands in the transcript.
 */
import type { Bilingual, Language, Name, TextVariable, Words } from '../../flows/engine/text.ts';
import { formatDate, formatShortDate } from '../../models/thai/calendar.ts';
import { UNSENT } from '../../models/unsent-words.ts';

/** Says words in a language. Throws for a text or a variable that does not exist. */
export type Speak = (words: Words, language: Language) => string;

type Texts = { readonly namespace: string; readonly texts: Readonly<Record<string, Bilingual>> };

/** Makes a speaker of these texts. */
export function createSpeaker(sources: readonly Texts[]): Speak {
  const pairs = new Map(
    sources.flatMap(({ namespace, texts }) =>
      Object.entries(texts).map(([name, pair]): [string, Bilingual] => [`${namespace}:${name}`, pair]),
    ),
  );
  const speak: Speak = (words, language) => {
    if (typeof words === 'string')
      return language === 'en' ? words.replaceAll(UNSENT, '(deleted by its sender)') : words;
    if (!('key' in words)) return nameIn(words, language);
    const pair = pairs.get(words.key);
    if (!pair) throw new Error(`there is no text "${words.key}"`);
    const isOne = language === 'en' && words.vars?.['count'] === 1;
    return ((isOne && pair.enOne) || pair[language]).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = words.vars?.[name];
      if (value === undefined) throw new Error(`"${words.key}" misses its ${name}`);
      return variableIn(value, language, speak);
    });
  };
  return speak;
}

function variableIn(value: TextVariable, language: Language, speak: Speak): string {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string' || !isOfOurs(value)) return speak(value, language);
  if ('shortDate' in value) return formatShortDate(value.shortDate, language);
  if ('date' in value) return formatDate(value.date, language);
  if ('invitationOf' in value) throw new Error(`the code of ${value.invitationOf} was not put in`);
  return distanceIn(value.metres, language);
}

type OfOurs = Exclude<TextVariable, Words | number>;

const isOfOurs = (value: Exclude<TextVariable, string | number>): value is OfOurs =>
  ['metres', 'date', 'shortDate', 'invitationOf'].some((name) => name in value);

function nameIn({ th, en }: Name, language: Language): string {
  return (language === 'en' && en) || th;
}

function distanceIn(metres: number, language: Language): string {
  const thai = language === 'th';
  const whole = Math.round(metres);
  if (whole < 1000) return `${whole} ${thai ? 'ม.' : 'm'}`;
  return `${Number((whole / 1000).toFixed(1)).toLocaleString('en-US')} ${thai ? 'กม.' : 'km'}`;
}
