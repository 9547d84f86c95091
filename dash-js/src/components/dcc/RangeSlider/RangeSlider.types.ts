// The props of `RangeSlider`.
import type { SliderProps } from '../shared/slider/slider.types';

export interface RangeSliderProps extends SliderProps {
  /** The value of each handle, ascending; spread over the track while they are absent. */
  value?: readonly number[] | null;
  /** The values during a drag. */
  drag_value?: readonly number[] | null;
  /** Handles may pass each other. @default true */
  allowCross?: boolean;
  /** A handle pushes its neighbours on, at this distance; true is one step. @default false */
  pushable?: number | boolean;
  /** Ranges to choose while there is no value: one handle more than that. @default 1 */
  count?: number;
}
