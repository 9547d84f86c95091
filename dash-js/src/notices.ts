// What the reader of the page has to know: callbacks that failed, and a server that is gone. Shown by render/Notices.
import type { Failure } from './api';

export interface Notice extends Failure {
  /** A newer notice of the same key replaces this one. */
  readonly key: string;
  readonly title: string;
  /** What the author calls the callback that failed, as far as there is one and that is known. */
  readonly callback?: string | undefined;
  /** Whether a component failed, and no callback. */
  readonly ofComponent?: boolean;
}

export interface NoticeState {
  readonly notices: readonly Notice[];
  readonly serverGone: boolean;
}

export interface Notices {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => NoticeState;
  show: (notice: Notice) => void;
  /** Only tells the listeners, because it is shown elsewhere. */
  note: (notice: Notice) => void;
  /** Hears of every notice. */
  listen: (listener: (notice: Notice) => void) => void;
  dismiss: (key: string) => void;
  setServerGone: (gone: boolean) => void;
}

export function createNotices(): Notices {
  let state: NoticeState = { notices: [], serverGone: false };
  const listeners = new Set<() => void>();
  const hearers = new Set<(notice: Notice) => void>();
  const note = (notice: Notice) => hearers.forEach((hear) => hear(notice));
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
    show: (notice) => {
      set({ ...state, notices: [...without(notice.key), notice].slice(-MAX_SHOWN) });
      note(notice);
    },
    note,
    listen: (listener) => void hearers.add(listener),
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
