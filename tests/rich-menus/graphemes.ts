/** What LINE counts in labels: letters as people see them. */
export function graphemesOf(text: string): number {
  return [...new Intl.Segmenter('th').segment(text)].length;
}
