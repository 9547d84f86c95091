// The props of `Location`.
import type { DashProps } from '../../types';

export interface LocationProps extends Pick<DashProps, 'setProps'> {
  id: string;
  /** The path of the address, such as `/page/2`. */
  pathname?: string;
  /** The query of the address with its `?`. */
  search?: string;
  /** The fragment of the address with its `#`. */
  hash?: string;
  /** The whole address. */
  href?: string;
  /**
   * What a change made by a callback does: load the page anew, change the address only, or change it
   * and tell the other callbacks as if the user had followed a link. @default true
   */
  refresh?: boolean | 'callback-nav';
}
