// A part of the store as a hook: renders again when that part changes, and only then.
import { useRef, useSyncExternalStore } from 'react';
import type { Facade } from '../contract/facade';

type State = ReturnType<Facade['getState']>;

export function useSelected<T>(
  { getState, subscribe }: Facade,
  select: (state: State) => T,
  same: (before: T, now: T) => boolean = Object.is,
): T {
  const last = useRef<{ readonly value: T }>();
  return useSyncExternalStore(subscribe, () => {
    const value = select(getState());
    if (last.current === undefined || !same(last.current.value, value)) last.current = { value };
    return last.current.value;
  });
}
