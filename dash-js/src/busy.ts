// Whether callbacks are running: for the document's title and for a mark in the page.

export interface Busy {
  now: () => boolean;
  set: (busy: boolean) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createBusy(): Busy {
  let busy = false;
  const listeners = new Set<() => void>();
  return {
    now: () => busy,
    set: (now) => {
      if (now === busy) return;
      busy = now;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

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
