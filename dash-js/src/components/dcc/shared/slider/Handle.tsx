// One handle: a dot to drag over a hidden range input, which keys and screen readers work.
import { classes } from '../classes';
import { valueAfter } from './keys';
import type { Scale } from './scale';
import type { SliderTooltip } from './slider.types';
import { tooltipText } from './tooltip';
import styles from './Slider.module.css';

interface HandleProps {
  id: string;
  /** The element that names the slider. */
  groupId: string;
  name: string;
  value: number;
  fraction: number;
  scale: Scale;
  tooltip: SliderTooltip | null | undefined;
  vertical: boolean;
  reverse: boolean;
  disabled: boolean;
  onMove: (to: number) => void;
}

export function Handle(props: HandleProps) {
  const { value, scale, tooltip, vertical, reverse } = props;
  const text = tooltip ? tooltipText(value, tooltip) : undefined;
  const place = `${props.fraction * 100}%`;

  return (
    <div className={classes('dash-slider-thumb', styles.handle)} style={vertical ? { bottom: place } : { left: place }}>
      <input
        type="range"
        id={props.id}
        className={styles.input}
        min={scale.min}
        max={scale.max}
        step={scale.step ?? 'any'}
        value={value}
        disabled={props.disabled}
        aria-label={props.name || undefined}
        aria-labelledby={props.name ? `${props.groupId} ${props.id}` : props.groupId}
        aria-orientation={vertical ? 'vertical' : 'horizontal'}
        aria-valuetext={text}
        onChange={(event) => props.onMove(Number(event.target.value))}
        onKeyDown={(event) => {
          const next = valueAfter(event, value, scale, reverse, vertical);
          if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          props.onMove(next);
        }}
      />
      {tooltip && (
        <span
          aria-hidden="true"
          className={classes('dash-slider-tooltip', styles.tooltip, styles[tooltip.placement ?? 'top'], tooltip.always_visible && styles.always)}
          style={tooltip.style}
        >
          {text}
        </span>
      )}
    </div>
  );
}
