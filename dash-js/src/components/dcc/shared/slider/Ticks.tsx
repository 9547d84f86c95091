// Dots and labels along the track.
import { classes } from '../classes';
import { readable, type Mark } from './marks';
import { fractionOf, type Scale } from './scale';
import styles from './Slider.module.css';

/** More dots would be a line. */
const MOST_DOTS = 100;

interface TicksProps {
  scale: Scale;
  marks: readonly Mark[];
  dots: boolean;
  reverse: boolean;
  vertical: boolean;
  /** Length of the track, in pixels. */
  length: number;
  /** The coloured part of the track, as fractions. */
  chosen: readonly [from: number, to: number];
}

export function Ticks({ scale, marks, dots, reverse, vertical, length, chosen }: TicksProps) {
  const dotted = dots ? dotsOf(scale) : marks.map(({ value }) => value);
  const at = (value: number) => fractionOf(value, scale, reverse);
  const side = (fraction: number) => ({ [vertical ? 'bottom' : 'left']: `${fraction * 100}%` });
  const isChosen = (fraction: number) => fraction >= chosen[0] && fraction <= chosen[1];
  const labels = readable(marks, scale, length, vertical);
  const longest = marks.reduce((most, { label }) => (label.length > most.length ? label : most), '');

  return (
    <>
      {dotted.map((value) => (
        <span key={value} className={classes('dash-slider-dot', styles.dot, isChosen(at(value)) && styles.chosen)} style={side(at(value))} />
      ))}
      {marks.filter(({ value }) => labels.has(value)).map(({ value, label, style }) => (
        <span
          key={value}
          data-mark={value}
          className={classes('dash-slider-mark', styles.mark, at(value) === 0 && styles.first, at(value) === 1 && styles.last, isChosen(at(value)) && styles.chosen)}
          style={{ ...side(at(value)), ...style }}
        >
          {label}
        </span>
      ))}
      {/* Labels beside an upright track take no room of their own; this one does. */}
      {vertical && longest && <span aria-hidden="true" className={styles.sizer}>{longest}</span>}
    </>
  );
}

function dotsOf({ min, max, step, stops }: Scale): readonly number[] {
  if (stops || step === null) return stops ?? [];
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return count > MOST_DOTS ? [] : Array.from({ length: count }, (_, i) => min + i * step);
}
