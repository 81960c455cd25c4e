/**
 * Taking a person's id and words out of documents that stay. Each place is changed by itself and only while it still
 * holds what was read, so that nothing written meanwhile is lost; doing it again finds nothing more.
 */
import mongoose from 'mongoose';

/** A text as it may stand at this dotted path. */
export type Replace = (text: string, path: string) => string;

/** A value in a document by its dotted path, and what is to stand there instead. */
type Change = { path: string; from: unknown; to: unknown };

type Stored = { _id: string } & Record<string, unknown>;

/** The documents of a collection, whatever their kind. */
export const documentsOf = (name: string) => mongoose.connection.collection<Stored>(name);

/**
 * Replaces in all that `filter` finds; how many documents were changed. An `_id` is never touched. `follows` is what is to be
 * set together with a value, by dotted paths.
 */
export async function replaceIn(
  name: string,
  filter: Record<string, unknown>,
  replace: Replace,
  follows: (set: Record<string, unknown>) => Record<string, unknown> = () => ({}),
): Promise<number> {
  let changed = 0;
  for await (const { _id, ...content } of documentsOf(name).find(filter)) {
    const changes = changesIn(content, '', replace);
    for (const { path, from, to } of changes)
      await documentsOf(name).updateOne(
        { _id, [path]: from },
        { $set: { [path]: to, ...follows({ [path]: to }) } },
      );
    if (changes.length > 0) changed += 1;
  }
  return changed;
}

/** Gives a document another id and other content; after a crash in between it is done to the end. */
export async function moveDocument(
  name: string,
  { _id, ...content }: Stored,
  { id, change }: { id: string; change: Record<string, unknown> },
): Promise<void> {
  const moved = Object.entries({ ...content, ...change }).filter(([, value]) => value !== undefined);
  await documentsOf(name).updateOne(
    { _id: id },
    { $setOnInsert: Object.fromEntries(moved) },
    { upsert: true },
  );
  await documentsOf(name).deleteOne({ _id });
}

function changesIn(value: unknown, path: string, replace: Replace): Change[] {
  if (typeof value === 'string') return changed(value, replace(value, path), path);
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => changesIn(one, below(path, String(index)), replace));
  if (!isPlain(value)) return [];
  const entries = Object.entries(value);
  if (entries.every(([key]) => canStandInPath(key)))
    return entries.flatMap(([key, one]) => changesIn(one, below(path, key), replace));
  return changed(value, replacedDeep(value, path, replace), path);
}

function changed(from: unknown, to: unknown, path: string): Change[] {
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
}

function replacedDeep(value: unknown, path: string, replace: Replace): unknown {
  if (typeof value === 'string') return replace(value, path);
  if (Array.isArray(value)) return value.map((one: unknown) => replacedDeep(one, path, replace));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, one]) => [key, replacedDeep(one, below(path, key), replace)]));
}

const below = (path: string, key: string): string => (path ? `${path}.${key}` : key);
const canStandInPath = (key: string): boolean => key !== '' && !key.includes('.') && !key.startsWith('$');

/** Neither an instant, nor an id, nor bytes. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && value.constructor?.name === 'Object';
}
