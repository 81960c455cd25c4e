/** What differs between two states of a record, field by field. Pure. */

/** A record as plain data. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/** One field, by its dotted path; `null` where there is no value. */
type Change<Field extends string> = { field: Field; from: unknown; to: unknown };

/**
 * The fields of `fields` (dotted paths such as "name.th") that differ, in that order. A missing value, `undefined`
 * and `null` are the same and come out as `null`; lists are compared element by element, instants by their time.
 */
export function changesBetween<Field extends string>(
  before: PlainRecord,
  after: PlainRecord,
  fields: readonly Field[],
): Change<Field>[] {
  return fields.flatMap((field) => changeOf(before, field, valueAt(after, field)));
}

/** The same for a wanted state that is given by dotted paths, such as {'name.th': 'ก'}. */
export function changesTo<Field extends string>(
  before: PlainRecord,
  wanted: { readonly [One in Field]?: unknown },
): Change<Field>[] {
  // The paths are the keys: Object.entries only widens them.
  const paths = Object.entries(wanted) as [Field, unknown][];
  return paths.flatMap(([field, value]) => changeOf(before, field, value));
}

function changeOf<Field extends string>(before: PlainRecord, field: Field, value: unknown): Change<Field>[] {
  const from = valueAt(before, field);
  const to = value ?? null;
  return isSame(from, to) ? [] : [{ field, from, to }];
}

/** The value at a dotted path; `null` when there is none. */
export function valueAt(record: PlainRecord, path: string): unknown {
  const steps = path.split('.');
  let value: unknown = record;
  for (const step of steps) value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : null;
  return value ?? null;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, at) => isSame(value ?? null, b[at] ?? null));
  }
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) || Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key] ?? null, b[key] ?? null));
}

function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
