// Two or more handles on a track.
import { scaleOf, snap, type Scale } from '../shared/slider/scale';
import { SliderControl } from '../shared/slider/SliderControl';
import type { RangeSliderProps } from './RangeSlider.types';

export function RangeSlider({ value, drag_value, allowCross, pushable, count, ...props }: RangeSliderProps) {
  const handles = value?.length || Math.max(1, count ?? 1) + 1;
  return (
    <SliderControl
      {...props}
      values={value?.length ? value : null}
      dragValues={drag_value ?? null}
      initial={(scale) => spread(handles, scale)}
      names={namesFor(handles)}
      rules={{ mayCross: allowCross !== false, push: distanceFor(pushable, scaleOf(props)) }}
      onReport={props.setProps}
    />
  );
}

const spread = (handles: number, scale: Scale) =>
  Array.from({ length: handles }, (_, i) => snap(scale.min + (i / (handles - 1)) * (scale.max - scale.min), scale));

function distanceFor(pushable: number | boolean | undefined, { step }: Scale): number | null {
  if (pushable == null || pushable === false) return null;
  return pushable === true ? (step ?? 0) : pushable;
}

const namesFor = (handles: number): string[] =>
  handles === 2 ? ['minimum', 'maximum'] : Array.from({ length: handles }, (_, i) => (handles === 1 ? '' : `handle ${i + 1}`));
