// A choice among options: the browser's own list where that does all that is asked, else ours.
import { useEffect, useMemo } from 'react';
import { equal } from '../../../equal';
import { normalizeOptions, type Option } from '../shared/options';
import type { DropdownProps } from './Dropdown.types';
import { NativeSelect } from './NativeSelect';
import { Picker } from './Picker';
import { validValue } from './selection';

export function Dropdown(props: DropdownProps) {
  const options = useMemo(() => normalizeOptions(props.options), [props.options]);
  useValidValue(props, options);
  const isPlain = props.searchable === false && props.multi !== true && options.every(({ label }) => typeof label === 'string');
  return isPlain ? <NativeSelect {...props} known={options} /> : <Picker {...props} known={options} />;
}

/** When the options change, a value that is none of them goes. While the user searches, options come and go. */
function useValidValue({ value, search_value, setProps }: DropdownProps, options: readonly Option[]) {
  useEffect(() => {
    if (search_value || options.length === 0 && value == null) return;
    const valid = validValue(value, options);
    if (!equal(valid, value ?? null)) setProps({ value: valid });
    // Only new options are a reason: what the user chooses is an option.
  }, [options]);
}
