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

/** An error for the log: class, code and stack; messages of others may quote what people wrote, ours do not. */
function errorWithoutWords(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const frames = stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
  const cause = error.cause ? errorWithoutWords(error.cause) : undefined;
  return { type: error.constructor.name || name, code, frames, cause };
}
