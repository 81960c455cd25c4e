/** What a command of the command line is. */

/** A call that cannot be understood; the message says what would be right. */
export class WrongCall extends Error {}

/** A call as a command gets it: `words` behind the name, and the options the command declares. */
export type Call = {
  words: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  now: Date;
  random: () => number;
  /** One line of the answer. */
  print: (line: string) => void;
  /** One line about how far it is; undefined when nobody is watching. */
  progress?: ((line: string) => void) | undefined;
};

/** 'failed' makes the process end with status 1: everything was understood, but what was asked was not done. */
export type Command = {
  usage: string;
  options?: Readonly<Record<string, { type: 'string' | 'boolean' }>>;
  run: (call: Call) => Promise<'failed' | undefined>;
};

/** The value of an option that takes one. */
export function textOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
