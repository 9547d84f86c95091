// A field for one line of text or a number.
import { useRef } from 'react';
import { useLoading } from '../../../render/context';
import { onceMore } from '../../counter';
import { classes } from '../shared/classes';
import { isOn } from '../shared/flags';
import { useFallbackName } from '../shared/label';
import { attributesOf } from './attributes';
import type { InputProps } from './Input.types';
import { Stepper } from './Stepper';
import { useEntry } from './useEntry';
import { useSelection } from './useSelection';
import styles from './Input.module.css';

export function Input(props: InputProps) {
  const { id, className, style, setProps, disabled, readOnly } = props;
  const type = props.type ?? 'text';
  const field = useRef<HTMLInputElement>(null);
  const entry = useEntry(field, props);
  const isLoading = useLoading();
  useFallbackName(field, props, props.placeholder);
  useSelection(field, props);

  const look = { className: classes('dash-input', styles.input, className), style };
  const isNumber = type === 'number';
  const input = (
    <input
      {...attributesOf(props)}
      {...(isNumber ? { className: styles.number } : look)}
      ref={field}
      id={id}
      type={type}
      value={entry.text}
      data-dash-is-loading={(!isNumber && isLoading) || undefined}
      onChange={(event) => entry.change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          setProps((now) => ({ ...entry.settle(), ...onceMore('n_submit')(now) }));
        }
      }}
      onBlur={() => setProps((now) => ({ ...entry.settle(), ...onceMore('n_blur')(now) }))}
    />
  );
  if (!isNumber) return input;

  const isFixed = isOn(disabled, 'disabled') || isOn(readOnly, 'readOnly');
  return (
    <span {...look} data-dash-is-loading={isLoading || undefined}>
      {input}
      <Stepper field={props} text={entry.text} isFixed={isFixed} onStep={entry.change} />
    </span>
  );
}

Input.undrawn = ['n_submit', 'n_submit_timestamp', 'n_blur', 'n_blur_timestamp'];
Input.isSilent = () => true;
