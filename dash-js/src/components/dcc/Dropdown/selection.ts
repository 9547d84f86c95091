// What is chosen, and what a choice makes of it. No DOM.
import type { Option, OptionValue } from '../shared/options';
import type { DropdownValue } from './Dropdown.types';

export type Chosen = readonly OptionValue[];

export function chosenOf(value: DropdownValue | undefined): Chosen {
  if (value == null) return [];
  return isList(value) ? value : [value];
}

/** The prop: a list with `multi`, else the last choice or null. */
export const valueOf = (chosen: Chosen, multi: boolean): DropdownValue => (multi ? chosen : (chosen.at(-1) ?? null));

/** The choice after the user picked `value`; null when that may not be. */
export function picked(chosen: Chosen, value: OptionValue, { multi, clearable }: { multi: boolean; clearable: boolean }): Chosen | null {
  if (!multi) return [value];
  if (!chosen.includes(value)) return [...chosen, value];
  const rest = chosen.filter((kept) => kept !== value);
  return rest.length > 0 || clearable ? rest : null;
}

export const withAll = (chosen: Chosen, shown: readonly Option[]): Chosen => [
  ...chosen,
  ...enabled(shown).filter((value) => !chosen.includes(value)),
];

export function withoutAll(chosen: Chosen, shown: readonly Option[]): Chosen {
  const leaving = new Set(enabled(shown));
  return chosen.filter((value) => !leaving.has(value));
}

/** The options that were chosen when the list opened, in the order they were chosen, then the others. */
export function chosenFirst(options: readonly Option[], chosen: Chosen): readonly Option[] {
  const place = new Map(chosen.map((value, index) => [value, index]));
  const first = options.filter(({ value }) => place.has(value));
  if (first.length === 0) return options;
  first.sort((a, b) => place.get(a.value)! - place.get(b.value)!);
  return [...first, ...options.filter(({ value }) => !place.has(value))];
}

/** The value without what is not, or no longer, an option. */
export function validValue(value: DropdownValue | undefined, options: readonly Option[]): DropdownValue {
  const known = new Set(options.map((option) => option.value));
  if (value == null) return null;
  if (isList(value)) return value.every((one) => known.has(one)) ? value : value.filter((one) => known.has(one));
  return known.has(value) ? value : null;
}

const enabled = (options: readonly Option[]) => options.filter(({ disabled }) => !disabled).map(({ value }) => value);

const isList = (value: DropdownValue): value is readonly OptionValue[] => Array.isArray(value);
