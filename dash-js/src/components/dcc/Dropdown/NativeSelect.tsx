// The browser's own list: for one value, without a search.
import { useRef } from 'react';
import { useLoading } from '../../../render/context';
import { classes } from '../shared/classes';
import { useFallbackName } from '../shared/label';
import type { Option } from '../shared/options';
import type { DropdownProps } from './Dropdown.types';
import styles from './Dropdown.module.css';

const NONE = -1;

export function NativeSelect({ known, ...props }: DropdownProps & { known: readonly Option[] }) {
  const select = useRef<HTMLSelectElement>(null);
  const chosen = known.findIndex((option) => option.value === props.value);
  useFallbackName(select, props, props.placeholder);

  return (
    <select
      ref={select}
      id={props.id}
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-labelledby']}
      className={classes('dash-dropdown', styles.control, styles.native, props.className)}
      style={props.style}
      disabled={props.disabled === true}
      data-dash-is-loading={useLoading() || undefined}
      value={chosen}
      onChange={(event) => props.setProps({ value: known[Number(event.target.value)]?.value ?? null })}
    >
      {(props.clearable !== false || chosen === NONE) && <option value={NONE}>{props.placeholder ?? ''}</option>}
      {known.map((option, index) => (
        <option key={index} value={index} disabled={option.disabled === true} title={option.title}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
