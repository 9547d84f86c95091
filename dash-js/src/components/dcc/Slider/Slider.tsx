// One handle on a track.
import { SliderControl } from '../shared/slider/SliderControl';
import type { SliderProps } from './Slider.types';

const ALONE = { mayCross: false, push: null };

export function Slider({ value, drag_value, ...props }: SliderProps) {
  return (
    <SliderControl
      {...props}
      values={value == null ? null : [value]}
      dragValues={drag_value == null ? null : [drag_value]}
      initial={({ min }) => [min]}
      names={['']}
      rules={ALONE}
      onReport={(changed) => props.setProps(mapped(changed))}
    />
  );
}

/** One handle, one number. */
const mapped = (changed: Record<string, readonly number[]>) =>
  Object.fromEntries(Object.entries(changed).map(([prop, values]) => [prop, values[0]]));
