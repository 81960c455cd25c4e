/** Saying words so that LINE takes them, for the person of the turn. */
import type { Language, Words } from '../../../flows/engine/text.ts';
import type { ChartBars } from '../../pictures/bar-chart.ts';
import { chartPath } from '../../pictures/chart-address.ts';
import type { SayWords } from './words.ts';

/** Where our pages are, e.g. `https://pakmud.example`, and the key that signs the addresses of charts. */
export type Site = { address: string; chartKey: string };

/** Says words in the language of the turn. LINE refuses blank texts; `instead` is said then, a dash if not given. */
export type Speak = (words: Words, instead?: string) => string;

/** What rendering needs to know besides the message itself. */
export type Voice = {
  speak: Speak;
  /** The address of a page of ours, percent-encoded. `path` begins with a slash. */
  addressOf(path: string): string;
  /** The address of the picture of these bars. */
  chartOf(bars: ChartBars): string;
};

const NOTHING = '–';

/** Speaks `language` from now on. */
export function voiceIn(language: Language, words: SayWords, site: Site): Voice {
  const addressOf = (path: string) => {
    if (!path.startsWith('/')) throw new Error(`The path of a page begins with a slash: ${path}`);
    return new URL(site.address.replace(/\/$/, '') + path).href;
  };
  return {
    speak(said, instead = NOTHING) {
      const spoken = words(said, language);
      return spoken.trim() === '' ? instead : spoken;
    },
    addressOf,
    chartOf: (bars) => addressOf(chartPath(bars, site.chartKey)),
  };
}
