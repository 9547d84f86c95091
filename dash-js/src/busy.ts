// Whether callbacks have been running for a while: for the document's title, a mark in the page, and a word about it.

export interface Busy {
  /** Whether it has been so for as long as it takes to be shown. */
  now: () => boolean;
  set: (busy: boolean) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createBusy(showAfterMs: number): Busy {
  let shown = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(busy: boolean): void {
    waiting = undefined;
    if (busy === shown) return;
    shown = busy;
    listeners.forEach((listener) => listener());
  }

  return {
    now: () => shown,
    set: (busy) => {
      if (busy) {
        waiting ??= setTimeout(() => show(true), showAfterMs);
      } else {
        clearTimeout(waiting);
        show(false);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A title that flickers helps nobody, and setting it costs as much as a small callback. */
export const BUSY_AFTER_MS = 100;

/** By then a reader wonders whether anything happens at all. */
export const SLOW_AFTER_MS = 10_000;

/** Shows `updateTitle` while callbacks run; a title set meanwhile by someone else stays. */
export function showInTitle(busy: Busy, updateTitle: string | undefined): void {
  if (updateTitle === undefined) return;
  let before = document.title;
  busy.subscribe(() => {
    if (busy.now()) {
      before = document.title;
      document.title = updateTitle;
    } else if (document.title === updateTitle) {
      document.title = before;
    }
  });
}
