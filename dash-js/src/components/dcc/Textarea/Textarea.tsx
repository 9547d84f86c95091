// A field for text of several lines.
import { useRef } from 'react';
import { useLoading } from '../../../render/context';
import { onceMore } from '../../counter';
import { classes } from '../shared/classes';
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
      onClick={() => setProps(onceMore('n_clicks'))}
      onBlur={() => setProps(onceMore('n_blur'))}
    />
  );
}

Textarea.undrawn = ['n_clicks', 'n_clicks_timestamp', 'n_blur', 'n_blur_timestamp'];
Textarea.isSilent = () => true;
