/** JSON logs. Fields are counts, kinds, ids of events and durations; never texts, names, tokens or user ids. */
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** A logger to standard output. Whatever looks like a secret or a person's words is cut out, should it slip in. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        '*.text',
        '*.replyToken',
        '*.userId',
        '*.authorization',
        '*.body',
        'text',
        'replyToken',
        'userId',
        'body',
      ],
      remove: true,
    },
    serializers: { err: errorWithoutWords },
  });
}

/** An error for the log: class, code and where it happened. Its message stays out: it may quote what people wrote. */
function errorWithoutWords(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause ? errorWithoutWords(error.cause) : undefined;
  return { type: error.constructor.name || error.name, code, frames: framesOf(error), cause };
}

/** The stack without the message before it, which may have lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string {
  const from = stack.indexOf(message) + message.length;
  const frames = stack
    .slice(from)
    .split('\n')
    .filter((line) => /^\s+at .*(node:|file:|\/)/.test(line));
  return frames.slice(0, 8).join('\n');
}
