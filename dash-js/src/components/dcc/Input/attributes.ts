// Which props of `Input` are attributes of the element as they are.
import type { InputHTMLAttributes } from 'react';
import { isOn } from '../shared/flags';
import type { InputProps } from './Input.types';

export const attributesOf = (props: InputProps): InputHTMLAttributes<HTMLInputElement> => ({
  placeholder: props.placeholder == null ? undefined : String(props.placeholder),
  min: props.min ?? undefined,
  max: props.max ?? undefined,
  step: props.step ?? 'any',
  minLength: wholeNumber(props.minLength),
  maxLength: wholeNumber(props.maxLength),
  size: wholeNumber(props.size),
  pattern: props.pattern,
  inputMode: (props.inputMode ?? 'verbatim') as InputHTMLAttributes<HTMLInputElement>['inputMode'],
  autoComplete: props.autoComplete ?? 'off',
  list: props.list,
  multiple: props.multiple,
  spellCheck: props.spellCheck,
  name: props.name,
  readOnly: isOn(props.readOnly, 'readOnly'),
  required: isOn(props.required, 'required'),
  autoFocus: isOn(props.autoFocus, 'autoFocus'),
  disabled: isOn(props.disabled, 'disabled'),
  'aria-label': props['aria-label'],
  'aria-labelledby': props['aria-labelledby'],
});

/** Dash sends these as numbers or as text. */
function wholeNumber(value: string | number | undefined): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return number > 0 ? number : undefined;
}
