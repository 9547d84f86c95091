// A button that counts its clicks.
import { useLoading } from '../../../render/context';
import { onceMore } from '../../counter';
import { classes } from '../shared/classes';
import type { ButtonProps } from './Button.types';
import styles from './Button.module.css';

export function Button(props: ButtonProps) {
  const {
    children, className, setProps, type, n_clicks, n_clicks_timestamp, n_blur, n_blur_timestamp,
    persistence, persisted_props, persistence_type, ...attributes
  } = props;
  return (
    <button
      {...attributes}
      type={type ?? 'button'}
      className={classes('dash-button', styles.button, className)}
      data-dash-is-loading={useLoading() || undefined}
      onClick={() => setProps(onceMore('n_clicks'))}
      onBlur={() => setProps(onceMore('n_blur'))}
    >
      {children}
    </button>
  );
}

Button.undrawn = ['n_clicks', 'n_clicks_timestamp', 'n_blur', 'n_blur_timestamp'];
Button.isSilent = () => true;
