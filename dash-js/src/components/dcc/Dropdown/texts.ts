// The texts of a `Dropdown`, with what stands in for those that are not given.
import type { DropdownTexts } from './Dropdown.types';

const DEFAULTS: Required<DropdownTexts> = {
  select_all: 'Select all',
  deselect_all: 'Deselect all',
  selected_count: '{num_selected} selected',
  search: 'Search',
  clear_search: 'Clear search',
  clear_selection: 'Clear selection',
  no_options_found: 'No options found',
};

export const textsOf = (given: DropdownTexts | null | undefined): Required<DropdownTexts> => ({ ...DEFAULTS, ...given });
