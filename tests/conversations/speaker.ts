/**
 * Puts what a turn says into plain words, independently of `bot/line/render`: a mistake there shows as a difference
 * between what it says and what stands in the transcript.
 */
import type { Bilingual, Language, Name, TextVariable, Words } from '../../flows/engine/text.ts';
import { formatDate } from '../../models/thai/calendar.ts';

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
    if (typeof words === 'string') return words;
    if (!('key' in words)) return nameIn(words, language);
    const pair = pairs.get(words.key);
    if (!pair) throw new Error(`there is no text "${words.key}"`);
    return pair[language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = words.vars?.[name];
      if (value === undefined) throw new Error(`"${words.key}" misses its ${name}`);
      return variableIn(value, language, speak);
    });
  };
  return speak;
}

function variableIn(value: TextVariable, language: Language, speak: Speak): string {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string' || !('metres' in value || 'date' in value || 'invitationOf' in value))
    return speak(value, language);
  if ('date' in value) return formatDate(value.date, language);
  if ('invitationOf' in value) throw new Error(`the code of ${value.invitationOf} was not put in`);
  return distanceIn(value.metres, language);
}

function nameIn({ th, en }: Name, language: Language): string {
  return (language === 'en' && en) || th;
}

function distanceIn(metres: number, language: Language): string {
  const thai = language === 'th';
  const whole = Math.round(metres);
  if (whole < 1000) return `${whole} ${thai ? 'ม.' : 'm'}`;
  return `${Number((whole / 1000).toFixed(1)).toLocaleString('en-US')} ${thai ? 'กม.' : 'km'}`;
}
