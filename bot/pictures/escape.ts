/** Words inside of SVG. */

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As text or attribute of XML; control characters, which have no place there, become blanks. */
export function escaped(words: string): string {
  return words.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
