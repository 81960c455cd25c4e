// What the database room needs of a log.

type Write = (fields: object, message: string) => void;

/** The part of a pino logger that is used here. */
export type Log = { info: Write; warn: Write; error: Write };
