// The props of `Slider`.
import type { SliderProps as SharedProps } from '../shared/slider/slider.types';

export interface SliderProps extends SharedProps {
  /** The value; the least one while it is absent. */
  value?: number | null;
  /** The value during a drag. */
  drag_value?: number | null;
}
