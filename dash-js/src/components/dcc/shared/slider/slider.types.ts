// The props `Slider` and `RangeSlider` share.
import type { CSSProperties } from 'react';
import type { DashProps } from '../../../types';
import type { LabelProps } from '../label';
import type { PersistenceProps } from '../persistence.types';

export type Marks = Readonly<Record<string, string | number | { label?: string | number | null; style?: CSSProperties }>>;

export type Placement = 'left' | 'right' | 'top' | 'bottom' | 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

export interface SliderTooltip {
  /** Shown all the time, not only while the handle is in use. @default false */
  always_visible?: boolean;
  /** The side of the handle it stands on. @default "top" */
  placement?: Placement;
  /** Text around the value, which `{value}` stands for. @default "{value}" */
  template?: string;
  style?: CSSProperties;
  /** Name of a function in `window.dccFunctions` that turns the value into text. */
  transform?: string;
}

export interface SliderProps extends DashProps, LabelProps, PersistenceProps {
  /** Least value. @default the least mark, or 0 */
  min?: number | null;
  /** Greatest value. @default the greatest mark, or 1 */
  max?: number | null;
  /**
   * Distance between values, counted from `min`; null allows the marks only.
   * @default 1 between whole limits, else about a hundredth of the range
   */
  step?: number | null;
  /** Labels by position. Left out, the slider chooses some; null is none. */
  marks?: Marks | null;
  /** The handles cannot be moved. @default false */
  disabled?: boolean;
  /** Shows a dot at every step. @default false */
  dots?: boolean;
  /** Colours the track up to the value, or between the values. @default true */
  included?: boolean;
  /** Puts the greatest value first. @default false */
  reverse?: boolean;
  /** Shows the value beside the handle. */
  tooltip?: SliderTooltip | null;
  /** When `value` follows the handle: at the end of a drag, or during it. @default "mouseup" */
  updatemode?: 'mouseup' | 'drag' | null;
  /** Stands upright. @default false */
  vertical?: boolean;
  /** Height of an upright slider, in pixels. @default 400 */
  verticalHeight?: number;
  /** Values can also be typed, where there is room. @default true */
  allow_direct_input?: boolean;
}
