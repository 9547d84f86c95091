// The parts of an address that `Location` mirrors, and what a change of them asks for. No side effects.
export const FIELDS = ['href', 'pathname', 'search', 'hash'] as const;
export type Field = (typeof FIELDS)[number];
export type Address = Partial<Record<Field, string | null>>;

/** The parts the layout leaves open, as the browser has them. */
export const missing = (wanted: Address, actual: Address): Address =>
  pick(actual, (field) => wanted[field] == null);

/** The parts that differ from the browser's. */
export const differing = (wanted: Address, actual: Address): Address =>
  pick(wanted, (field) => wanted[field] != null && wanted[field] !== actual[field]);

/** The address that shows `changed`; a change of `href` overrides everything. */
export const destination = (changed: Address, wanted: Address): string =>
  changed.href ?? `${wanted.pathname ?? ''}${wanted.search ?? ''}${wanted.hash ?? ''}`;

function pick(from: Address, keeps: (field: Field) => boolean): Address {
  return Object.fromEntries(FIELDS.filter(keeps).map((field) => [field, from[field]]));
}
