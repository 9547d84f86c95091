// Where persisted props are kept: three stores of pairs by key. A store of the browser that fails gives way to memory.
import { isObject } from './equal';

export type StoreType = 'local' | 'session' | 'memory';

/** What the user made of a prop, and what it was before the first edit. */
export type Kept = readonly [value: unknown, original: unknown];

export interface KeptStore {
  get: (key: string) => Kept | undefined;
  set: (key: string, kept: Kept) => void;
  remove: (key: string) => void;
}

/** Opens each store when it is first asked for. */
export function createKeptStores(onFailure: (reason: string) => void): (type: StoreType) => KeptStore {
  const memory = new Map<string, string>();
  const open = new Map<StoreType, KeptStore>();
  return (type) => {
    const store = open.get(type) ?? storeIn(type === 'memory' ? undefined : usable(type, onFailure), memory, onFailure);
    open.set(type, store);
    return store;
  };
}

function storeIn(area: Storage | undefined, memory: Map<string, string>, onFailure: (reason: string) => void): KeptStore {
  return {
    get: (key) => parse(memory.get(key) ?? area?.getItem(PREFIX + key)),
    set: (key, kept) => {
      if (area !== undefined && written(area, PREFIX + key, stringify(kept))) return;
      if (area !== undefined) onFailure('the browser\'s storage is full; it is kept until the page is left');
      memory.set(key, stringify(kept));
    },
    remove: (key) => {
      memory.delete(key);
      area?.removeItem(PREFIX + key);
    },
  };
}

const PREFIX = '_dash_persistence.';

/** The browser's store if it takes a text of fair size, else nothing. */
function usable(type: 'local' | 'session', onFailure: (reason: string) => void): Storage | undefined {
  try {
    const area = type === 'local' ? window.localStorage : window.sessionStorage;
    if (takes(area) || (clear(area), takes(area))) return area;
  } catch {
    // A page may be forbidden to look at its storage.
  }
  onFailure(`the browser's ${type} storage cannot be written to; it is kept until the page is left`);
  return undefined;
}

function takes(area: Storage): boolean {
  const key = `${PREFIX}x.x`;
  const isWritten = written(area, key, 'x'.repeat(TEST_CHARACTERS));
  area.removeItem(key);
  return isWritten;
}

const TEST_CHARACTERS = 65_536;

function written(area: Storage, key: string, text: string): boolean {
  try {
    area.setItem(key, text);
    return true;
  } catch {
    area.removeItem(key);
    return false;
  }
}

function clear(area: Storage): void {
  const keys = Array.from({ length: area.length }, (_, i) => area.key(i) ?? '');
  keys.filter((key) => key.startsWith(PREFIX)).forEach((key) => area.removeItem(key));
}

/** An original that was not set is left out. */
const stringify = ([value, original]: Kept): string =>
  JSON.stringify(original === undefined ? [value] : [value, original]);

function parse(text: string | null | undefined): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isObject(kept) && Array.isArray(kept) ? [kept[0], kept[1]] : undefined;
  } catch {
    return undefined;
  }
}
