// The props of `Link`.
import type { DashProps, WithChildren } from '../../types';

export interface LinkProps extends DashProps, WithChildren {
  /** Where the link leads; also its text when it has no children. */
  href: string;
  /** Loads the page anew instead of changing the address only. @default false */
  refresh?: boolean;
  /** Window the link opens in; anything but `_self` is left to the browser. @default "_self" */
  target?: string;
  /** Text shown while the pointer rests on the link. */
  title?: string;
}
