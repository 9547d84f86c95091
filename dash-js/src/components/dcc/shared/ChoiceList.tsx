// A list of boxes with labels: what `Checklist` and `RadioItems` draw.
import { useId, useRef } from 'react';
import { useLoading } from '../../../render/context';
import type { ChoiceProps } from './choice.types';
import { classes } from './classes';
import { useFallbackName } from './label';
import { normalizeOptions, type Option, type OptionValue } from './options';
import styles from './ChoiceList.module.css';

interface ChoiceListProps extends ChoiceProps {
  box: 'checkbox' | 'radio';
  isChosen: (value: OptionValue) => boolean;
  onChoose: (value: OptionValue) => void;
}

export function ChoiceList(props: ChoiceListProps) {
  const group = useRef<HTMLDivElement>(null);
  const name = useId();
  useFallbackName(group, props);

  return (
    <div
      ref={group}
      id={props.id}
      role={props.box === 'radio' ? 'radiogroup' : 'group'}
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-labelledby']}
      className={classes(styles.list, props.inline && styles.inline, props.className)}
      style={props.style}
      data-dash-is-loading={useLoading() || undefined}
    >
      {normalizeOptions(props.options).map((option) => (
        <Choice key={`${typeof option.value}:${option.value}`} list={props} name={name} option={option} />
      ))}
    </div>
  );
}

function Choice({ list, name, option }: { list: ChoiceListProps; name: string; option: Option }) {
  return (
    <label
      className={classes('dash-options-list-option', styles.choice, list.labelClassName)}
      style={list.labelStyle}
      title={option.title}
    >
      <input
        type={list.box}
        name={name}
        className={classes(styles.box, list.inputClassName)}
        style={list.inputStyle}
        checked={list.isChosen(option.value)}
        disabled={option.disabled === true}
        onChange={() => list.onChoose(option.value)}
      />
      <span className={styles.text}>{option.label}</span>
    </label>
  );
}
