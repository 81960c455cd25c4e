/**
 * What is said of each place of words; see `said-words-table.ts` for all of them. A place finds its documents by who said
 * something (the author's field or the person's own case) or by the audit trail, which names what the person changed since
 * the message came; never by looking through a whole collection.
 */
import type { AuditEntry, AuditSubject } from './audit.ts';
import { type AnyDocument, at, type Fate } from './words-in-documents.ts';

/** Who unsent words that came at `since`, what they changed since then, and as whom they rated. */
export type Speaker = {
  person: string;
  since: Date;
  trail: readonly AuditEntry[];
  raters: readonly string[];
};

/** A place of words. `public`: the name of a public thing, which stays, and whose keeper is told so. */
export type WordsPlace = {
  collection: string;
  where: (speaker: Speaker) => Record<string, unknown>;
  path: RegExp;
  fate: Fate | 'public';
  /** Whether the words at this path are the speaker's, where a record has several authors. */
  isTheirs?: (speaker: Speaker, document: AnyDocument, path: string) => boolean;
  /** Whoever holds the record in memory reads it anew by its `updatedAt`. */
  isCached?: true;
};

/** The ids of the records of a kind that the speaker changed. */
export const changed = ({ trail }: Speaker, kind: AuditSubject['kind']): string[] =>
  trail.flatMap(({ about }) => (about.kind === kind ? [about.id] : []));

/** Whether the speaker changed the field of a record in which this path lies. */
export function changedAt({ trail }: Speaker, about: AuditSubject, path: string): boolean {
  return trail.some(
    (entry) =>
      entry.about.kind === about.kind &&
      entry.about.id === about.id &&
      entry.changes.some(({ field }) => path === field || path.startsWith(`${field}.`)),
  );
}

/** Whoever made a record says all that no trail tells of others. */
export const madeOrChanged =
  (kind: AuditSubject['kind'], id: string, maker: string): NonNullable<WordsPlace['isTheirs']> =>
  (speaker, document, path) =>
    document[maker] === speaker.person || changedAt(speaker, { kind, id: String(document[id]) }, path);

const above = (path: string): string => path.slice(0, path.lastIndexOf('.'));

/** The value of a field beside the one at a path. */
export const beside = (document: AnyDocument, path: string, field: string): unknown =>
  at(document, `${above(path)}.${field}`);

/** A place in a record that names its author at another path. */
export const named = (path: RegExp, by: string): Pick<WordsPlace, 'path' | 'isTheirs'> => ({
  path,
  isTheirs: ({ person }, document) => at(document, by) === person,
});
