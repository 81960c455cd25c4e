/** What the setup lines of transcripts have at hand to make something so. */

/** A pin that a transcript put on the map, and whose it is. */
export type SetPin = { id: string; code: string; owner: string; agency?: string };

/** The transcript around a setup line. */
export type Setting = {
  /** The time of the transcript. */
  now: Date;
  /** The version of the privacy notice that people agree to. */
  privacyNotice: number;
  /** The LINE user id of a person of the transcript. */
  idOf(person: string): string;
  /** A public code for a new pin. */
  newCode(): string;
  /** An id or idempotency key that nothing else has; later ones sort behind earlier ones. */
  newKey(): string;
  /** The pins put on the map by setup lines, by their Thai names. */
  pins: Map<string, SetPin>;
};

/** Makes what a line says so, by the models' own operations. */
export type SetUp = (setting: Setting) => Promise<unknown>;

/** Reads what stands behind a line's keyword; undefined when it cannot be understood. */
export type ReadSetUp = (rest: string) => SetUp | undefined;
