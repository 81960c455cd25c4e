/**
 * How a button's meaning travels through LINE and back: `1a|flow|run|step|value`. The digit is the version of this
 * form, the letter the kind. Only `|` and `%` are escaped, so that Thai stays as short as it is.
 */
import type { Button, GlobalWord } from '../engine/message.ts';

/** What a button may carry, in UTF-16 units. Source: LINE Messaging API, postback action, `data`. */
export const BUTTON_DATA_AT_MOST = 300;

/** A button says more than LINE carries: its flow's identifiers or values are too long. */
export class ButtonTooLong extends Error {
  readonly code = 'button-too-long';
  readonly property = 'data';
  readonly limit = BUTTON_DATA_AT_MOST;

  constructor(data: string) {
    super(
      `A button carries at most ${BUTTON_DATA_AT_MOST} characters, not ${data.length}: ${data.slice(0, 80)}…`,
    );
    this.name = 'ButtonTooLong';
  }
}

const VERSION = '1';

/** The words a button may say; the type makes sure that none is forgotten. */
const isWord: Record<GlobalWord, true> = {
  back: true,
  cancel: true,
  help: true,
  continue: true,
  thai: true,
  english: true,
  thanks: true,
};

/** The button as postback data. Throws `ButtonTooLong` beyond 300 UTF-16 units. */
export function encodeButton(button: Button): string {
  const data = VERSION + partsOf(button).map(escaped).join('|');
  if (data.length > BUTTON_DATA_AT_MOST) throw new ButtonTooLong(data);
  return data;
}

/** The button that postback data mean, or undefined where they are not of ours or of another version. Never throws. */
export function decodeButton(data: string): Button | undefined {
  if (!data.startsWith(VERSION) || data.length > BUTTON_DATA_AT_MOST) return undefined;
  const fields = data.slice(VERSION.length).split('|');
  if (!fields.every(isWellEscaped)) return undefined;
  const [kind, ...parts] = fields.map(unescaped);
  return buttonOf(kind ?? '', parts);
}

function partsOf(button: Button): string[] {
  switch (button.kind) {
    case 'answer':
      return ['a', button.flow, button.run, button.step, button.value];
    case 'open':
      return ['o', button.flow, button.value];
    case 'word':
      return ['w', button.word];
  }
}

function buttonOf(kind: string, parts: string[]): Button | undefined {
  const [first = '', second = '', third = '', fourth = ''] = parts;
  switch (`${kind}${parts.length}`) {
    case 'a4':
      return { kind: 'answer', flow: first, run: second, step: third, value: fourth };
    case 'o2':
      return { kind: 'open', flow: first, value: second };
    case 'w1':
      return isGlobalWord(first) ? { kind: 'word', word: first } : undefined;
    default:
      return undefined;
  }
}

const isGlobalWord = (word: string): word is GlobalWord => Object.hasOwn(isWord, word);

const escaped = (part: string): string => part.replaceAll('%', '%25').replaceAll('|', '%7C');

const isWellEscaped = (part: string): boolean => !/%(?!25|7C)/.test(part);

const unescaped = (part: string): string => part.replaceAll('%7C', '|').replaceAll('%25', '%');
