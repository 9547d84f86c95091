// Options in every form Dash accepts, brought to one. Knows nothing of how they are shown.
import { isValidElement, type ReactNode } from 'react';

export type OptionValue = string | number | boolean;

export interface Option {
  /** What the user sees: text, or components. */
  label: ReactNode;
  /** What callbacks receive. */
  value: OptionValue;
  /** Shown, but cannot be chosen. @default false */
  disabled?: boolean;
  /** Text shown while the pointer rests on the option. */
  title?: string;
  /** Text the search looks at instead of the label. */
  search?: string;
}

/** A list of values or of options, or a map from value to label. */
export type Options = readonly (OptionValue | Option)[] | Readonly<Record<string, ReactNode>>;

const NO_OPTIONS: readonly Option[] = [];

export function normalizeOptions(options: Options | null | undefined): readonly Option[] {
  if (options == null) return NO_OPTIONS;
  if (isList(options)) return options.map(fromItem);
  return Object.entries(options).map(([value, label]) => ({ value, label: shown(label) }));
}

/** The text of an option, as the search and screen readers know it. */
export function optionText(option: Option): string {
  return option.search ?? nodeText(option.label) ?? String(option.value);
}

const isList = (options: Options): options is readonly (OptionValue | Option)[] => Array.isArray(options);

const fromItem = (item: OptionValue | Option): Option =>
  typeof item === 'object' ? { ...item, label: shown(item.label ?? item.value) } : { label: String(item), value: item };

const shown = (label: ReactNode): ReactNode =>
  typeof label === 'boolean' || typeof label === 'number' ? String(label) : label;

function nodeText(node: ReactNode): string | undefined {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map((part: ReactNode) => nodeText(part) ?? '').join('') || undefined;
  if (isValidElement<{ children?: ReactNode }>(node)) return nodeText(node.props.children);
  return undefined;
}
