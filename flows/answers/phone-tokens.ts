// A line of phone numbers cut into the pieces that matter; names, brackets, dots and spaces fall away.

import { toArabicDigits } from '../../models/thai/digits.ts';

/** `comma` parts numbers or extensions, `line` parts numbers only; `fax` says that the next number is no phone. */
export type PhoneToken =
  | { kind: 'digits'; text: string }
  | { kind: 'plus' | 'dash' | 'range' | 'comma' | 'line' | 'extension' | 'fax' };

type Mark = Exclude<PhoneToken['kind'], 'digits'>;

/** ติดต่อ (contact) is read as a word of its own, so that its ending is not taken for ต่อ (extension). */
const PIECE = /\d+|ติดต่อ|โทรสาร|แฟกซ์|แฟ็กซ์|โทร|มือถือ|ต่อ|กด|ภายใน|ถึง|และ|หรือ|กับ|[a-z]+|[-‐-―−~]|[+#,/&;\n]/gu;

const MARKS = new Map<string, Mark>([
  ['+', 'plus'],
  ...(['-', '~'] as const).map((text): [string, Mark] => [text, 'dash']),
  ...(['ถึง', 'to', 'until', 'through'] as const).map((text): [string, Mark] => [text, 'range']),
  ...([',', '/', '&', 'และ', 'หรือ', 'กับ', 'and', 'or'] as const).map((text): [string, Mark] => [
    text,
    'comma',
  ]),
  ...([';', '\n', 'โทร', 'มือถือ', 'tel', 'mobile', 'phone'] as const).map((text): [string, Mark] => [
    text,
    'line',
  ]),
  ...(['ต่อ', 'กด', 'ภายใน', 'ext', 'extension', 'x', 'press', '#'] as const).map((text): [string, Mark] => [
    text,
    'extension',
  ]),
  ...(['โทรสาร', 'แฟกซ์', 'แฟ็กซ์', 'fax'] as const).map((text): [string, Mark] => [text, 'fax']),
]);

/** The pieces of the text in order. */
export function phoneTokens(text: string): PhoneToken[] {
  const plain = toArabicDigits(text.normalize('NFKC')).toLowerCase();
  return (plain.match(PIECE) ?? []).flatMap(tokenOf);
}

function tokenOf(piece: string): PhoneToken[] {
  if (/^\d/.test(piece)) return [{ kind: 'digits', text: piece }];
  const kind = /^[‐-―−]$/.test(piece) ? 'dash' : MARKS.get(piece);
  return kind ? [{ kind }] : [];
}
