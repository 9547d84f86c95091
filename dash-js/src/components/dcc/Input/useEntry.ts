// What stands in the field, and when it is reported.
import { useEffect, useRef, type RefObject } from 'react';
import { useDraft } from '../shared/draft';
import { parseNumber } from '../shared/number';
import type { InputProps } from './Input.types';

type Value = InputProps['value'];

export interface Entry {
  text: string;
  /** The user typed. */
  change: (text: string) => void;
  /** The user is done: what is still to be reported, now. */
  settle: () => { value?: Value };
}

export function useEntry(field: RefObject<HTMLInputElement | null>, props: InputProps): Entry {
  const { type, debounce, setProps } = props;
  const isNumber = type === 'number';
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ reported: props.value, setProps });
  latest.current.setProps = setProps;
  const [text, setText] = useDraft(
    props.value,
    toText,
    (draft, value) => value === latest.current.reported || (isNumber && parseNumber(draft) === parseNumber(value)),
  );

  useEffect(() => {
    latest.current.reported = props.value;
  }, [props.value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (): { value?: Value } => {
    clearTimeout(timer.current);
    const value = isNumber ? validNumber(field.current) : (field.current?.value ?? '');
    if (isSame(value, latest.current.reported)) return {};
    latest.current.reported = value;
    return { value };
  };
  const report = () => {
    const changed = settle();
    if ('value' in changed) latest.current.setProps(changed);
  };
  const change = (typed: string) => {
    setText(typed);
    if (field.current && field.current.value !== typed) field.current.value = typed;
    if (typeof debounce === 'number') {
      clearTimeout(timer.current);
      timer.current = setTimeout(report, debounce * 1000);
    } else if (debounce !== true) report();
  };
  return { text, change, settle };
}

const toText = (value: Value) => (value == null ? '' : String(value));

/** Null when the text is no number, or one that `min`, `max` or `step` forbid. */
const validNumber = (field: HTMLInputElement | null): number | null =>
  field?.checkValidity() ? parseNumber(field.value) : null;

/** An empty field that never had a value has nothing to report. */
const isSame = (value: Value, reported: Value) => value === (reported ?? (typeof value === 'string' ? '' : null));
