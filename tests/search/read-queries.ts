/** The written questions in `queries/*.csv`: one heading line, then one question a line; no cell holds a comma. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The cells of each question, by heading. */
export function readQueries(file: string): Record<string, string>[] {
  const written = readFileSync(path.join(import.meta.dirname, 'queries', file), 'utf8').trimEnd();
  const [heading = '', ...lines] = written.split('\n');
  const names = heading.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
