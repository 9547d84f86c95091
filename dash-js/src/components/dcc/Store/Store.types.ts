// The props of `Store`.
import type { DashProps } from '../../types';

export interface StoreProps extends Pick<DashProps, 'setProps'> {
  /** Also the key in the browser's storage. */
  id: string;
  /** How long the data lives: until the page goes, until the tab closes, or for good. @default "memory" */
  storage_type?: 'memory' | 'session' | 'local';
  /** Any JSON value. Left out, it is what was stored before. */
  data?: unknown;
  /** Set to true to forget the data; goes back to false by itself. @default false */
  clear_data?: boolean;
  /** When the data changed last, in milliseconds since 1970; -1 when it never did. @default -1 */
  modified_timestamp?: number;
}
