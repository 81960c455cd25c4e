// Plays single steps of the story with the simulated LINE, and judges the answers.

import type { Simulator } from '../simulator/start-simulator.ts';
import { actionLabelled, chartsOf, wordsOf } from './read-messages.ts';
import type { Deed, StoryStep } from './story-step.ts';

type Platform = Simulator['platform'];

/** How long an answer may take before the step counts as failed. Milliseconds. */
const PATIENCE = 15_000;

/**
 * Returns what plays one step and prints it: false when the answer lacks something. `url` is where the service
 * listens. What a step keeps, the later ones of the same stage know.
 */
export function createStage(
  platform: Platform,
  url: string,
  print: (line: string) => void,
): (step: StoryStep) => Promise<boolean> {
  const kept = new Map<string, string>();
  /** The last entry each person has read, so that nothing that came by itself is taken for an answer. */
  const read = new Map<string, number>();
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (all, name: string) => kept.get(name) ?? all);

  return async ({ who, does, expect, keeps = {}, showsChart }) => {
    const deed = 'text' in does ? { text: fill(does.text) } : does;
    const after = 'hears' in deed ? read.get(who.userId) : platform.chat(who.userId).at(-1)?.id;
    print(`${who.displayName}: ${inWords(deed)}`);
    await act(who.userId, deed, platform);
    const answers = await platform.waitForReply(who.userId, after ?? 0, PATIENCE);
    read.set(who.userId, answers.at(-1)?.id ?? 0);
    const messages = answers.flatMap((entry) => (entry.from === 'bot' ? [entry.message] : []));
    const words = wordsOf(messages).join('\n');
    print(`  ปักหมุด: ${asRead(messages)}\n`);
    const missing = [
      ...expect.map(fill).filter((phrase) => !words.includes(phrase)),
      ...keep(keeps, words, kept),
      ...(showsChart && !(await isDrawn(chartsOf(messages)[0], url)) ? ['a chart that is drawn'] : []),
    ];
    for (const what of missing) print(`  ✗ the answer should hold “${what}”`);
    return missing.length === 0;
  };
}

async function act(userId: string, deed: Deed, platform: Platform): Promise<void> {
  if ('text' in deed) await platform.say(userId, deed.text);
  else if ('location' in deed) await platform.sendLocation(userId, deed.location);
  else if ('tap' in deed) await tap(userId, deed.tap, platform);
}

async function tap(userId: string, label: string, platform: Platform): Promise<void> {
  const shown = platform.chat(userId).flatMap((entry) => (entry.from === 'bot' ? [entry.message] : []));
  const action = actionLabelled(label, shown.toReversed());
  if (!action) throw new Error(`no button is labelled “${label}”`);
  await platform.tapPostback(userId, { data: action.data, displayText: label });
}

function inWords(deed: Deed): string {
  if ('text' in deed) return deed.text;
  if ('tap' in deed) return `[${deed.tap}]`;
  if ('hears' in deed) return '…';
  return `📍 ${deed.location.latitude}, ${deed.location.longitude}`;
}

/** The words for a transcript: a list's rows once, though they stand on the button and beside it; and the charts. */
function asRead(messages: readonly unknown[]): string {
  const words = wordsOf(messages).filter((word, at, all) => all[at - 1] !== `[${word}]`);
  const charts = chartsOf(messages).map((address) => `📊 ${address}`);
  return [...charts, ...words].join('\n').replaceAll('\n', '\n           ');
}

/** Keeps what the patterns find, and returns the names of those that find nothing. */
function keep(patterns: Record<string, RegExp>, words: string, kept: Map<string, string>): string[] {
  return Object.entries(patterns).flatMap(([name, pattern]) => {
    const found = pattern.exec(words)?.[1];
    if (found !== undefined) kept.set(name, found);
    return found === undefined ? [`{${name}}`] : [];
  });
}

/** Whether the service at `url` draws the chart when LINE asks for it. */
async function isDrawn(chart: string | undefined, url: string): Promise<boolean> {
  if (chart === undefined) return false;
  const response = await fetch(new URL(new URL(chart).pathname, url));
  return response.ok && response.headers.get('content-type') === 'image/png';
}
