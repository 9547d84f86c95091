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

Dropdown.isSilent = (props: DropdownProps) => correction(props, normalizeOptions(props.options)) === undefined;

/** When the options change, a value that is none of them goes. */
function useValidValue(props: DropdownProps, options: readonly Option[]) {
  useEffect(() => {
    const corrected = correction(props, options);
    if (corrected !== undefined) props.setProps(corrected);
    // Only new options are a reason: what the user chooses is an option.
  }, [options]);
}

/** While the user searches, options come and go. */
function correction({ value, search_value }: DropdownProps, options: readonly Option[]): Pick<DropdownProps, 'value'> | undefined {
  if (search_value || options.length === 0 && value == null) return undefined;
  const valid = validValue(value, options);
  return equal(valid, value ?? null) ? undefined : { value: valid };
}
