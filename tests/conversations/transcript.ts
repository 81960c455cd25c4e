/**
 * Reading a `.chat` transcript: what people do, what happens around them, and, under each, the lines that say what
 * comes of it. `tests/conversations/HOW-TO-READ.md` tells the same for people who do not program.
 */
import type { SetUp } from './setting.ts';
import { readSetUp } from './setup-lines.ts';

/** One line of a transcript that makes something happen. */
export type Action =
  | { kind: 'clock'; at: string }
  | { kind: 'people'; names: string[] }
  | { kind: 'covers'; sorts: string[] }
  | { kind: 'deploy'; flow: string; version: number }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'set'; setUp: SetUp }
  | { kind: 'did'; person: string; what: string };

/** An action as it is written, the lines that follow from it, and the comments before the next action. */
export type Entry = { line: number; source: string; action: Action; outcome: string[]; comments: string[] };

/** A transcript: the comments at its head, and what happens. */
export type Transcript = { head: string[]; entries: Entry[] };

/** Reads a transcript. Throws with the number of the line that cannot be understood. */
export function readTranscript(source: string): Transcript {
  const head: string[] = [];
  const entries: Entry[] = [];
  source.split('\n').forEach((text, index) => {
    const line = text.trimEnd();
    const last = entries.at(-1);
    if (line.startsWith('#') || (line === '' && !last)) (last?.comments ?? head).push(line);
    else if (isOutcome(line)) outcomeOf(last, index).push(line);
    else
      entries.push({
        line: index + 1,
        source: line,
        action: readAction(line, index + 1),
        outcome: [],
        comments: [],
      });
  });
  return { head, entries: entries.map(settled) };
}

/** The transcript as text, with these outcomes instead of the written ones. */
export function writeTranscript({ head, entries }: Transcript, outcomes: readonly string[][]): string {
  const parts = entries.flatMap(({ source, comments }, index) => [
    source,
    ...(outcomes[index] ?? []),
    ...comments,
  ]);
  return `${[...head, ...parts].join('\n').trimEnd()}\n`;
}

const isOutcome = (line: string): boolean => line === '' || /^(?: |bot: |effect |!! )/.test(line);

function outcomeOf(entry: Entry | undefined, index: number): string[] {
  if (!entry) throw new Error(`line ${index + 1}: nobody has said anything yet`);
  return entry.comments.length > 0 ? entry.comments : entry.outcome;
}

/** Empty lines at the end of an outcome set entries apart and say nothing. */
function settled(entry: Entry): Entry {
  const outcome = [...entry.outcome];
  const apart: string[] = [];
  while (outcome.at(-1) === '') apart.push(outcome.pop() ?? '');
  return { ...entry, outcome, comments: [...apart, ...entry.comments] };
}

const UNITS: Record<string, number> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function readAction(source: string, line: number): Action {
  const [, keyword = '', rest = ''] = /^([\w-]+):? ?(.*)$/.exec(source) ?? [];
  const action = source.startsWith(`${keyword}:`) ? readSpoken(keyword, rest) : readEvent(keyword, rest);
  if (!action) throw new Error(`line ${line}: "${source}" cannot be understood`);
  return action;
}

function readSpoken(keyword: string, rest: string): Action {
  return keyword === 'covers'
    ? { kind: 'covers', sorts: rest.split(' ') }
    : { kind: 'did', person: keyword, what: rest };
}

function readEvent(keyword: string, rest: string): Action | undefined {
  const [first = '', second = ''] = rest.split(' ');
  switch (keyword) {
    case 'clock':
      return Number.isNaN(Date.parse(rest)) ? undefined : { kind: 'clock', at: rest };
    case 'people':
      return { kind: 'people', names: rest.split(' ') };
    case 'deploy':
      return { kind: 'deploy', flow: first, version: Number(second) };
    case 'wait':
      return readWait(first, second);
    default: {
      const setUp = readSetUp(keyword, rest);
      return setUp && { kind: 'set', setUp };
    }
  }
}

function readWait(count: string, unit: string): Action | undefined {
  const length = UNITS[unit.replace(/s$/, '')];
  return length === undefined ? undefined : { kind: 'wait', milliseconds: Number(count) * length };
}
