// The track, its labels, its handles and the fields beside it: what `Slider` and `RangeSlider` draw.
import { useId, useRef } from 'react';
import { useLoading } from '../../../../render/context';
import { classes } from '../classes';
import { useFallbackName } from '../label';
import { Handle } from './Handle';
import { marksOf } from './marks';
import { NumberBox } from './NumberBox';
import { fractionOf, scaleOf } from './scale';
import type { SliderProps, SliderTooltip } from './slider.types';
import { Ticks } from './Ticks';
import { useDrag } from './useDrag';
import { useSlider, type SliderSource } from './useSlider';
import { useWidth } from './useWidth';
import styles from './Slider.module.css';

/** Below, the track needs the room that the fields would take. */
const ROOM_FOR_ONE_PX = 280;
const ROOM_FOR_TWO_PX = 380;
const USUAL_HEIGHT_PX = 400;
const BOX_PX = 72;
const RAIL_PADDING_PX = 20;

interface SliderControlProps extends Omit<SliderProps, 'updatemode'>, SliderSource {
  /** What tells the handles apart, for those who do not see them. */
  names: string[];
}

export function SliderControl(props: SliderControlProps) {
  const { names, tooltip, included } = props;
  const [vertical, reverse, disabled] = [props.vertical === true, props.reverse === true, props.disabled === true];
  const root = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const ownId = useId();
  const id = props.id ?? ownId;
  const scale = scaleOf(props);
  const slider = useSlider(props, scale);
  const { values } = slider;
  const width = useWidth(root);
  const focus = (index: number) => root.current?.querySelectorAll<HTMLElement>('input[type="range"]')[index]?.focus({ preventScroll: true });
  const drag = useDrag({ track, scale, slider, vertical, reverse, disabled, focus });
  useFallbackName(root, props, props.id ? undefined : 'Slider');

  const hasBoxes =
    props.allow_direct_input !== false && !vertical && scale.step !== null && values.length <= 2 &&
    width >= (values.length === 2 ? ROOM_FOR_TWO_PX : ROOM_FOR_ONE_PX);
  const box = (index: number) => hasBoxes && (
    <NumberBox
      value={values[index] ?? scale.min}
      scale={scale}
      disabled={disabled}
      names={{ 'aria-labelledby': `${id} ${ownId}-${index}` }}
      onMove={(to) => slider.move(index, to)}
      onCommit={slider.commit}
    />
  );
  const height = props.verticalHeight ?? USUAL_HEIGHT_PX;
  const length = (vertical ? height : width - (hasBoxes ? values.length * BOX_PX : 0)) - RAIL_PADDING_PX;
  const marks = marksOf(props.marks, scale, length);
  const ends = [values.length > 1 ? values[0]! : scale.min, values.at(-1) ?? scale.min].map((value) => fractionOf(value, scale, reverse));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];

  return (
    <div
      ref={root}
      id={id}
      role="group"
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-labelledby']}
      className={classes('dash-slider-container', styles.slider, vertical && styles.vertical, disabled && styles.disabled, tooltip?.always_visible && tipSide(tooltip), props.className)}
      style={props.style}
      data-dash-is-loading={useLoading() || undefined}
    >
      {values.length === 2 && box(0)}
      <div
        {...drag}
        className={classes('dash-slider-wrapper', styles.rail, marks.length > 0 && styles.marked)}
        style={vertical ? { height } : undefined}
      >
        <div ref={track} className={classes('dash-slider-track', styles.track)}>
          {included !== false && (
            <div className={styles.range} style={vertical ? { bottom: percent(from), height: percent(to - from) } : { left: percent(from), width: percent(to - from) }} />
          )}
          <Ticks scale={scale} marks={marks} dots={props.dots === true} reverse={reverse} vertical={vertical} length={length} chosen={[from, to]} />
          {values.map((value, index) => (
            <Handle
              key={index}
              id={`${ownId}-${index}`}
              groupId={id}
              name={names[index] ?? ''}
              value={value}
              fraction={fractionOf(value, scale, reverse)}
              scale={scale}
              tooltip={tooltip}
              vertical={vertical}
              reverse={reverse}
              disabled={disabled}
              onMove={(next) => {
                const moved = slider.move(index, next);
                slider.commit();
                if (moved !== index) focus(moved);
              }}
            />
          ))}
        </div>
      </div>
      {values.length === 1 ? box(0) : box(values.length - 1)}
    </div>
  );
}

/** Room for a tooltip that is always there. */
const tipSide = ({ placement = 'top' }: SliderTooltip) =>
  placement.startsWith('top') ? styles.tipAbove : placement.startsWith('bottom') && styles.tipBelow;

const percent = (fraction: number) => `${fraction * 100}%`;
