/**
 * Scopes: which part of the country's agencies somebody looks after, along the chain department → province →
 * district. Pure: a scope in words, what it covers, and the same as a MongoDB filter.
 */

/** `code` is a province's two digits, a district's four, or a department as the register of agencies writes it. */
export type Scope = { level: 'country' } | { level: 'district' | 'province' | 'department'; code: string };

/** What of an agency decides about scopes; what is not known is in no scope but the whole country. */
export type ScopedPlace = {
  provinceCode?: string | undefined;
  districtCode?: string | undefined;
  department?: string | undefined;
};

/** A filter of plain equalities for the collection of agencies. */
export type ScopeFilter = { provinceCode?: string; districtCode?: string; department?: string };

type NarrowLevel = Exclude<Scope['level'], 'country'>;

const FIELD = {
  district: 'districtCode',
  province: 'provinceCode',
  department: 'department',
} as const satisfies Record<NarrowLevel, keyof ScopedPlace>;

const CODE: Readonly<Record<NarrowLevel, RegExp>> = {
  district: /^\d{4}$/,
  province: /^\d{2}$/,
  department: /^\S(.{0,98}\S)?$/u,
};

/** Reads "country", "province:21", "district:2101" or "department:DOPA"; `undefined` when it is none of them. */
export function readScope(written: string): Scope | undefined {
  if (written === 'country') return { level: 'country' };
  const [level = '', ...rest] = written.split(':');
  const code = rest.join(':');
  return isNarrow(level) && CODE[level].test(code) ? { level, code } : undefined;
}

/** Writes a scope so that `readScope` reads it. */
export function writeScope(scope: Scope): string {
  return scope.level === 'country' ? scope.level : `${scope.level}:${scope.code}`;
}

/** Whether an agency belongs to a scope. */
export function covers(scope: Scope, place: ScopedPlace): boolean {
  return scope.level === 'country' || place[FIELD[scope.level]] === scope.code;
}

/** Whether one scope lies within another: the districts of a province, everything in the country, and itself. */
export function contains(outer: Scope, inner: Scope): boolean {
  if (outer.level === 'country') return true;
  if (inner.level === 'country') return false;
  if (outer.level === 'province' && inner.level === 'district') return inner.code.startsWith(outer.code);
  return outer.level === inner.level && outer.code === inner.code;
}

/** The MongoDB filter for the agencies a scope covers; it agrees with `covers`. */
export function scopeFilter(scope: Scope): ScopeFilter {
  return scope.level === 'country' ? {} : { [FIELD[scope.level]]: scope.code };
}

function isNarrow(level: string): level is NarrowLevel {
  return Object.hasOwn(FIELD, level);
}
