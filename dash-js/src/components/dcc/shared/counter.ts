// Counter props such as `n_clicks`: right even when the user is faster than React.
import { useCallback, useLayoutEffect, useRef } from 'react';

/** Returns what to call for the next count. */
export function useCounter(count: number | null | undefined): () => number {
  const latest = useRef(count ?? 0);
  useLayoutEffect(() => {
    latest.current = count ?? 0;
  }, [count]);
  return useCallback(() => (latest.current += 1), []);
}
