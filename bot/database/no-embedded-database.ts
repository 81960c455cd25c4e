// The one error for "there is no database here and none can be started".

/**
 * No `MONGODB_URI` is set and the embedded engine cannot run here: its optional package is not installed, or
 * this platform has none. The message names the ways out.
 */
export class NoEmbeddedDatabase extends Error {
  readonly code = 'no-embedded-database';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `There is no database: MONGODB_URI is not set, and ${reason}. ` +
        'Either set MONGODB_URI to a MongoDB server, or run `docker compose up`, which brings one along.',
      options,
    );
    this.name = 'NoEmbeddedDatabase';
  }
}
