// Where a `Store` keeps its data: one interface over memory and the browser's storage.
import { parseJson } from '../../../protocol';

export interface Storage {
  read: () => unknown;
  write: (data: unknown) => void;
  remove: () => void;
  /** Milliseconds since 1970, or -1. */
  modified: () => number;
}

const NEVER = -1;

export function memoryStorage(): Storage {
  let data: unknown;
  let modified = NEVER;
  const set = (next: unknown) => {
    data = next;
    modified = Date.now();
  };
  return { read: () => data, write: set, remove: () => set(undefined), modified: () => modified };
}

/** Keeps JSON under `key`, and the time under `key-timestamp` as Dash does. */
export function webStorage(area: globalThis.Storage, key: string): Storage {
  const timeKey = `${key}-timestamp`;
  return {
    read: () => parse(area.getItem(key)),
    write: (data) => {
      area.setItem(key, JSON.stringify(data));
      area.setItem(timeKey, String(Date.now()));
    },
    remove: () => {
      area.removeItem(key);
      area.removeItem(timeKey);
    },
    modified: () => Number.parseInt(area.getItem(timeKey) ?? '', 10) || NEVER,
  };
}

/** Text that is no JSON was not written by a `Store`: as good as nothing. */
export function parse(text: string | null): unknown {
  try {
    return text === null ? null : parseJson(text);
  } catch {
    return null;
  }
}
