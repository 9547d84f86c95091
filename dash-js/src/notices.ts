// What the reader of the page has to know: callbacks that failed, and a server that is gone. Shown by render/Notices.
import type { Failure } from './api';

export interface Notice extends Failure {
  /** A newer notice of the same key replaces this one. */
  readonly key: string;
  readonly title: string;
}

export interface NoticeState {
  readonly notices: readonly Notice[];
  readonly serverGone: boolean;
}

export interface Notices {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => NoticeState;
  show: (notice: Notice) => void;
  dismiss: (key: string) => void;
  setServerGone: (gone: boolean) => void;
}

export function createNotices(): Notices {
  let state: NoticeState = { notices: [], serverGone: false };
  const listeners = new Set<() => void>();
  const set = (next: NoticeState) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const without = (key: string) => state.notices.filter((notice) => notice.key !== key);

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    show: (notice) => set({ ...state, notices: [...without(notice.key), notice].slice(-MAX_SHOWN) }),
    dismiss: (key) => {
      if (state.notices.some((notice) => notice.key === key)) set({ ...state, notices: without(key) });
    },
    setServerGone: (serverGone) => {
      if (serverGone !== state.serverGone) set({ ...state, serverGone });
    },
  };
}

/** The oldest notices give way, so that they never cover the page. */
const MAX_SHOWN = 5;
