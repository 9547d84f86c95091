// Something that React can follow: a value, and who wants to know when there is another one.

export interface Changing<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => T;
}

export interface Changeable<T> extends Changing<T> {
  set: (value: T) => void;
}

export function createChangeable<T>(value: T): Changeable<T> {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => value,
    set: (next) => {
      value = next;
      listeners.forEach((listener) => listener());
    },
  };
}
