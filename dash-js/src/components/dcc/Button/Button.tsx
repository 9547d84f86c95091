// A button that counts its clicks.
import { useLoading } from '../../../render/context';
import { classes } from '../shared/classes';
import { useCounter } from '../shared/counter';
import type { ButtonProps } from './Button.types';
import styles from './Button.module.css';

export function Button(props: ButtonProps) {
  const {
    children, className, setProps, type, n_clicks, n_clicks_timestamp, n_blur, n_blur_timestamp,
    persistence, persisted_props, persistence_type, ...attributes
  } = props;
  const nextClick = useCounter(n_clicks);
  const nextBlur = useCounter(n_blur);

  return (
    <button
      {...attributes}
      type={type ?? 'button'}
      className={classes('dash-button', styles.button, className)}
      data-dash-is-loading={useLoading() || undefined}
      onClick={() => setProps({ n_clicks: nextClick(), n_clicks_timestamp: Date.now() })}
      onBlur={() => setProps({ n_blur: nextBlur(), n_blur_timestamp: Date.now() })}
    >
      {children}
    </button>
  );
}
