// Ids and their string forms, as they stand in layouts, dependencies and requests. Knows no layout.

export type IdValue = string | number | boolean;
/** The id of one member of an id family. */
export type IdObject = Readonly<Record<string, IdValue>>;
export type Id = string | IdObject;

export type Wildcard = 'MATCH' | 'ALL' | 'ALLSMALLER';
/** An id of a dependency: values, or one-element arrays that hold a wildcard's name. */
export type IdPattern = Readonly<Record<string, IdValue | readonly [Wildcard]>>;

/** Canonical: keys ascending, no blanks. */
export function stringifyId(id: Id | IdPattern): string {
  return typeof id === 'string' ? id : JSON.stringify(id, Object.keys(id).sort());
}

/** The keys of an id object in canonical order; ids are indexed by it. */
export const keyList = (id: IdObject | IdPattern): string => Object.keys(id).sort().join(',');

export const sorted = (id: IdObject): IdObject =>
  Object.fromEntries(Object.entries(id).sort(([a], [b]) => (a < b ? -1 : 1)));

export const propId = (id: string, property: string): string => `${id}.${property}`;

/** Always at the last dot: values of an id object may hold dots, props may not. */
export function splitPropId(text: string): [id: string, property: string] {
  const dot = text.lastIndexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

/** Two callbacks may share an output; the wire tells them apart by a suffix that starts with `@`. */
export const withoutSuffix = (property: string): string => property.split('@', 1)[0] ?? property;

export function wildcardOf(value: IdPattern[string] | undefined): Wildcard | undefined {
  return isWildcard(value) ? value[0] : undefined;
}

/** Orders id values for ALLSMALLER: numbers and numeric text by value, then booleans, then text. */
export function compareIdValues(a: IdValue, b: IdValue): number {
  const [rankA, valueA] = rank(a);
  const [rankB, valueB] = rank(b);
  if (rankA !== rankB) return rankA - rankB;
  if (valueA === valueB) return 0;
  return valueA < valueB ? -1 : 1;
}

/** The same for values that compare equal. */
export const idValueKey = (value: IdValue): string => rank(value).join(':');

const isWildcard = (value: IdPattern[string] | undefined): value is readonly [Wildcard] =>
  Array.isArray(value);

function rank(value: IdValue): [rank: number, value: string | number] {
  if (typeof value === 'boolean') return [1, Number(value)];
  const number = typeof value === 'number' ? value : value.trim() === '' ? NaN : Number(value);
  return Number.isNaN(number) ? [2, String(value)] : [0, number];
}
