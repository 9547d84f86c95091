// A field for text of several lines.
import { useRef } from 'react';
import { useLoading } from '../../../render/context';
import { classes } from '../shared/classes';
import { useCounter } from '../shared/counter';
import { isOn } from '../shared/flags';
import { useFallbackName } from '../shared/label';
import type { TextareaProps } from './Textarea.types';
import styles from './Textarea.module.css';

export function Textarea(props: TextareaProps) {
  const {
    className, setProps, value, disabled, readOnly, required, autoFocus, hidden, contextMenu,
    n_clicks, n_clicks_timestamp, n_blur, n_blur_timestamp, persistence, persisted_props, persistence_type,
    ...attributes
  } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const nextClick = useCounter(n_clicks);
  const nextBlur = useCounter(n_blur);
  useFallbackName(field, props, props.placeholder);

  return (
    <textarea
      {...attributes}
      ref={field}
      className={classes('dash-textarea', styles.textarea, className)}
      data-dash-is-loading={useLoading() || undefined}
      value={value ?? ''}
      disabled={isOn(disabled, 'disabled')}
      readOnly={isOn(readOnly, 'readOnly')}
      required={isOn(required, 'required')}
      autoFocus={isOn(autoFocus, 'autoFocus')}
      hidden={isOn(hidden, 'hidden')}
      onChange={(event) => setProps({ value: event.target.value })}
      onClick={() => setProps({ n_clicks: nextClick(), n_clicks_timestamp: Date.now() })}
      onBlur={() => setProps({ n_blur: nextBlur(), n_blur_timestamp: Date.now() })}
    />
  );
}
