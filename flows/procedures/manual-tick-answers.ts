/** What is taken for an answer at a tick list: taps, what stands under it by its label, and any other words. */
import { isWord } from '../answers/words.ts';
import type { Accept } from '../engine/flow.ts';
import { text } from './manual-texts.ts';

/** What stands under the list; each is also the key of its label. */
const CONTROLS = [
  'save',
  'selectAll',
  'selectNone',
  'next',
  'previous',
  'everything',
  'everywhere',
  'add',
] as const;
export type Control = (typeof CONTROLS)[number];

/** What the value of the button begins with that takes an added procedure away; its code follows. */
export const WITHDRAW = 'withdraw:';

/** A tick on or off: what the button said when it was shown, so that a second tap changes nothing. */
export type Tick = { code: string; isWanted: boolean };

type Ticking = { control: Control } | { tick: Tick } | { withdraw: string } | { said: string };

const SHORTEST_PART = 2;
const LONGEST_PART = 60;

/** Words may be numbers or titles of the list as well as a part of a name: the step knows the list. */
export const tickAnswer: Accept<Ticking> = {
  freeText: true,
  read(input) {
    if (input.kind === 'chosen') return { ok: true, value: tapOf(input.value) };
    if (input.kind !== 'text' || input.text.trim() === '') return { ok: false };
    const control = CONTROLS.find((name) => isWord(input.text, [text.texts[name].th, text.texts[name].en]));
    return { ok: true, value: control ? { control } : { said: input.text.trim() } };
  },
};

function tapOf(value: string): Ticking {
  const control = CONTROLS.find((name) => name === value);
  if (control) return { control };
  return value.startsWith(WITHDRAW)
    ? { withdraw: value.slice(WITHDRAW.length) }
    : { tick: { code: value.slice(1), isWanted: value.startsWith('+') } };
}

/** The value of the button of a procedure that is ticked or not. */
export function tickValue(code: string, isTicked: boolean): string {
  return (isTicked ? '-' : '+') + code;
}

/** A part of a name to look for; undefined when it is too short to mean anything. */
export function partOfName(said: string): string | undefined {
  const words = said.slice(0, LONGEST_PART).toWellFormed();
  return words.length >= SHORTEST_PART ? words : undefined;
}
