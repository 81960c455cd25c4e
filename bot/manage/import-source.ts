/** Where the records of an import come from. */

/** A record of a file: its line (or number), and what it holds or why it cannot be read. */
export type SourceRecord = { at: number; value: unknown } | { at: number; problem: string };

/** A file of records that can be read as often as needed. `notes` are for whoever imports it. */
export type Source = {
  unit: 'line' | 'feature' | 'record';
  notes: readonly string[];
  records: () => AsyncIterable<SourceRecord> | Iterable<SourceRecord>;
};

/** The file as a whole cannot be imported. The message is for the person who called. */
export class UnreadableFile extends Error {
  readonly code = 'unreadable-file';
}
