// Thai digits ๐–๙ and Arabic digits 0–9, one for one.

const THAI_ZERO = 0x0e50;

/** Writes every Thai digit in the text as an Arabic one; all else stays as it is. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/** Writes every Arabic digit in the text as a Thai one; all else stays as it is. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}
