// The options of an open list, all of them in the page.
import { useEffect, type CSSProperties, type RefObject } from 'react';
import { classes } from '../shared/classes';
import type { Option } from '../shared/options';
import type { Chosen } from './selection';
import styles from './Dropdown.module.css';

export interface OptionListProps {
  id: string;
  label: string;
  options: readonly Option[];
  chosen: Chosen;
  active: number;
  multi: boolean;
  /** In pixels. */
  optionHeight: number | undefined;
  /** In pixels. */
  maxHeight: number;
  onHighlight: (index: number) => void;
  onPick: (option: Option) => void;
}

export function OptionList({ list, ...props }: OptionListProps & { list: RefObject<HTMLUListElement | null> }) {
  const { active, options } = props;
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [list, active, options]);
  return (
    <ul {...listAttributes(props)} ref={list as RefObject<HTMLUListElement>} style={{ maxHeight: props.maxHeight }}>
      {options.map((option, index) => (
        <OptionRow key={`${typeof option.value}:${option.value}`} props={props} option={option} index={index} />
      ))}
    </ul>
  );
}

export const listAttributes = ({ id, label, multi, active }: OptionListProps) => ({
  id,
  role: 'listbox',
  tabIndex: -1,
  'aria-label': label,
  'aria-multiselectable': multi || undefined,
  'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
  className: classes('dash-dropdown-options', styles.options),
  // Keeps the focus in the search field, and a label around the control from opening it again.
  onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  onClick: (event: { preventDefault: () => void }) => event.preventDefault(),
});

interface OptionRowProps {
  props: OptionListProps;
  option: Option;
  index: number;
  style?: CSSProperties;
}

export function OptionRow({ props, option, index, style }: OptionRowProps) {
  return (
    <li
      id={`${props.id}-${index}`}
      role="option"
      aria-selected={props.chosen.includes(option.value)}
      aria-disabled={option.disabled || undefined}
      aria-setsize={props.options.length}
      aria-posinset={index + 1}
      title={option.title}
      className={classes('dash-dropdown-option', styles.option, props.multi && styles.box, index === props.active && styles.active)}
      style={{ minHeight: props.optionHeight, ...style }}
      onMouseMove={() => index !== props.active && !option.disabled && props.onHighlight(index)}
      onClick={() => props.onPick(option)}
    >
      <span>{option.label}</span>
    </li>
  );
}
