/**
 * Looking for words in documents and taking them out. Each place is changed by itself and only while it still holds what
 * was read, so that nothing written meanwhile is lost; doing it again finds nothing more.
 */
import { documentsOf } from './personal-data-replace.ts';
import { UNSENT } from './unsent-words.ts';

/** A document of any kind. */
export type AnyDocument = { _id: string } & Record<string, unknown>;

/**
 * What becomes of words: `gone`: their field goes; `gone-with-all`: so does what the field is part of, which is nothing
 * without it; `marked`: a record that needs a text gets the mark of unsent words; `null`: the audit trail no longer says what
 * a field changed from or to, so that taking a change back brings nothing of it back. `area`: of a point only its area stays.
 */
export type Fate = 'gone' | 'gone-with-all' | 'marked' | 'null' | 'area';

/** Words found at a dotted path, and what is to stand there (`undefined`: nothing, at `leaves`). */
export type FoundWords = {
  collection: string;
  id: string;
  path: string;
  from: unknown;
  leaves: string;
  to?: unknown;
  /** What changes along with it. */
  also?: Record<string, unknown>;
  /** Whoever holds the record in memory is to read it anew. */
  touches?: boolean;
};

/** A value of the audit trail as a whole: half a structure is none. */
const CHANGED_VALUE = /^(?:unaudited\.\d+\.)?changes\.\d+\.(?:from|to)/;

/** What is to be done with words at a path. */
export function wordsFound(
  collection: string,
  { _id: id }: AnyDocument,
  { path, value }: Node,
  fate: Fate,
): FoundWords {
  const found = { collection, id, path, from: value, leaves: path };
  if (fate === 'marked') return { ...found, to: UNSENT };
  if (fate === 'null') return { ...found, leaves: CHANGED_VALUE.exec(path)?.[0] ?? path, to: null };
  return fate === 'gone' || fate === 'area'
    ? found
    : { ...found, leaves: path.slice(0, path.lastIndexOf('.')) };
}

/** Takes words out, if they still stand there. */
export async function takeOut(
  { collection, id, path, from, leaves, to, also, touches }: FoundWords,
  now: Date,
) {
  const set = { ...also, ...(to !== undefined && { [leaves]: to }), ...(touches && { updatedAt: now }) };
  await documentsOf(collection).updateOne(
    { _id: id, [path]: { $eq: from } },
    {
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(to === undefined && { $unset: { [leaves]: 1 } }),
    },
  );
}

/** A value in a document, by its dotted path. */
export type Node = { path: string; value: unknown };

/** Every text, list and structure in a document, by its path; what a path cannot name is left out. */
export function* nodesOf(value: unknown, path = ''): Generator<Node> {
  if (path !== '') yield { path, value };
  const parts = Array.isArray(value) ? [...value.entries()] : isPlain(value) ? Object.entries(value) : [];
  for (const [key, part] of parts)
    if (canStandInPath(String(key))) yield* nodesOf(part, path === '' ? String(key) : `${path}.${key}`);
}

/** The value at a dotted path. */
export function at(document: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) ? Reflect.get(value, key) : undefined), document);
}

const canStandInPath = (key: string): boolean => key !== '' && !key.includes('.') && !key.startsWith('$');

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Neither an instant, nor an id, nor bytes. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value.constructor?.name === 'Object';
}
