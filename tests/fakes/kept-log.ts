/** A log that keeps its lines for the test to look at. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Log } from '../../bot/log.ts';

/** One line, as its fields. Level 30 is info, 40 a warning, 50 an error. */
export type KeptLine = { level: number; msg: string; [field: string]: unknown };

/** A log and its lines so far. */
export function keptLog(): { log: Log; lines: KeptLine[] } {
  const lines: KeptLine[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { log: pino({ level: 'trace', base: null }, stream), lines };
}
