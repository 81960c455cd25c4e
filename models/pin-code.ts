/** The short public code of a pin, as it stands on a poster and is typed by people: five symbols and a check symbol. */
import { codeOf, plainCode, readCode, SYMBOLS } from './code-symbols.ts';

const LENGTH = 6;

/** Makes a code, e.g. "C4KM7X"; `random` gives numbers from 0 up to but not including 1. */
export function newPinCode(random: () => number): string {
  return codeOf(Array.from({ length: LENGTH - 1 }, () => Math.floor(random() * SYMBOLS)));
}

/**
 * Reads a code as people type it: small letters, spaces, hyphens, Thai digits, and look-alikes where only one
 * symbol can be meant. `undefined` when it is no code or has a mistake in it.
 */
export function readPinCode(text: string): string | undefined {
  return readCode(plainCode(text), LENGTH);
}
