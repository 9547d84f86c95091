// The props of `Interval`.
import type { DashProps } from '../../types';

export interface IntervalProps extends Pick<DashProps, 'id' | 'setProps'> {
  /** Time between two ticks, in milliseconds. @default 1000 */
  interval?: number;
  /** Stops the ticks while true. @default false */
  disabled?: boolean;
  /** Ticks so far. @default 0 */
  n_intervals?: number;
  /** Ticks after which it stops; -1 is never, 0 is at once. @default -1 */
  max_intervals?: number;
}
