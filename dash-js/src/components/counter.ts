// Counter props such as `n_clicks`: right even when the user is faster than React, which does not draw them.
import type { Props } from './types';

/** For `setProps`: once more, and when. */
export const onceMore = (name: string) => (props: Props): Props => ({
  [name]: countOf(props[name]) + 1,
  [`${name}_timestamp`]: Date.now(),
});

/** Before the first time the server may have left it out, or said null. */
export const countOf = (count: unknown): number => (typeof count === 'number' ? count : 0);
