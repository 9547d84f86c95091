// The props of `Dropdown`.
import type { DashProps } from '../../types';
import type { LabelProps } from '../shared/label';
import type { Options, OptionValue } from '../shared/options';
import type { PersistenceProps } from '../shared/persistence.types';

export type DropdownValue = OptionValue | readonly OptionValue[] | null;

export interface DropdownTexts {
  /** @default "Select all" */
  select_all?: string;
  /** @default "Deselect all" */
  deselect_all?: string;
  /** `{num_selected}` stands for the number. @default "{num_selected} selected" */
  selected_count?: string;
  /** @default "Search" */
  search?: string;
  /** @default "Clear search" */
  clear_search?: string;
  /** @default "Clear selection" */
  clear_selection?: string;
  /** @default "No options found" */
  no_options_found?: string;
}

export interface DropdownProps extends DashProps, LabelProps, PersistenceProps {
  /** What can be chosen: values, options with a label, or a map from value to label. @default [] */
  options?: Options | null;
  /** The chosen value; with `multi` the list of them. Values that leave the options are dropped. */
  value?: DropdownValue;
  /** Several values can be chosen. @default false */
  multi?: boolean;
  /** The user may choose nothing. @default true */
  clearable?: boolean;
  /** The user may search the options. @default true */
  searchable?: boolean;
  /** What stands in the search field; null while the list is closed. */
  search_value?: string | null;
  /** Best matches first (`index`), or in the order of the options (`original`). @default "index" */
  search_order?: 'index' | 'original' | null;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** Shown, but cannot be opened. @default false */
  disabled?: boolean;
  /** The list closes after a choice. @default true, with `multi` false */
  closeOnSelect?: boolean;
  /** Reports a change only when the list closes. @default false */
  debounce?: boolean;
  /** Height of an option, in pixels. @default "auto" */
  optionHeight?: number | 'auto';
  /** Greatest height of the list of options, in pixels. @default 200 */
  maxHeight?: number;
  /** Texts of the component, to translate it. */
  labels?: DropdownTexts | null;
}
