/** All ways to change one place of a JSON value: left out, of another type, or with a property too many. */

/** Every changed copy. */
export function changes(value: unknown): unknown[] {
  const others = [12_345.5, 'x', null, [], {}].filter(
    (other) => JSON.stringify(other) !== JSON.stringify(value),
  );
  return [...others, ...changesInside(value)];
}

function changesInside(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => changes(item).map((changed) => value.with(index, changed)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = Object.entries(value);
  const without = properties.map(([left]) =>
    Object.fromEntries(properties.filter(([name]) => name !== left)),
  );
  const inside = properties.flatMap(([name, item]) =>
    changes(item).map((changed) => ({ ...value, [name]: changed })),
  );
  return [{ ...value, unheardOf: 1 }, ...without, ...inside];
}
