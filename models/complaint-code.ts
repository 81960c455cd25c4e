/**
 * The tracking code of a complaint, e.g. "RY-4F7K2-M9": RY, six symbols drawn by chance and a check symbol. There are
 * over 100 million of them, so that trying codes one after another finds nothing; and a code alone opens nothing.
 */
import { createHash } from 'node:crypto';
import { codeOf, plainCode, readCode, readSymbols, SYMBOLS } from './code-symbols.ts';

const LENGTH = 7;
/** Symbols before the second hyphen: what one reads out in a breath. */
const FIRST_GROUP = 5;
const PREFIX = /^RY/;

/** Makes a code from something that nobody can guess and that never comes twice, such as a new UUID. */
export function newComplaintCode(unguessable: string): string {
  const drawn = createHash('sha256').update(unguessable).digest();
  return written(codeOf([...drawn.subarray(0, LENGTH - 1)].map((byte) => byte % SYMBOLS)));
}

/** Reads a code as people type it, with or without RY and hyphens. `undefined` when it is none or has a mistake in it. */
export function readComplaintCode(typed: string): string | undefined {
  const code = readCode(plainCode(typed).replace(PREFIX, ''), LENGTH);
  return code === undefined ? undefined : written(code);
}

/** How a code begins of which only the first group was typed ("4F7K2", "RY-4F7K2"); undefined when that is none. */
export function readCodeBeginning(typed: string): string | undefined {
  const symbols = readSymbols(plainCode(typed).replace(PREFIX, ''));
  return symbols?.length === FIRST_GROUP ? written(symbols) : undefined;
}

function written(symbols: string): string {
  return `RY-${symbols.slice(0, FIRST_GROUP)}-${symbols.slice(FIRST_GROUP)}`;
}
