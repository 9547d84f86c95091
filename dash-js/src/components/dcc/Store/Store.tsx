// Data kept in the browser. Draws nothing.
import { useEffect, useRef } from 'react';
import { equal } from '../../../equal';
import { memoryStorage, parse, webStorage, type Storage } from './storage';
import type { StoreProps } from './Store.types';

export function Store({ id, storage_type, data, clear_data, setProps }: StoreProps) {
  const kind = storage_type ?? 'memory';
  const opened = useRef<{ storage: Storage; id: string; kind: string } | null>(null);
  const report = useRef(setProps);
  report.current = setProps;

  useEffect(() => {
    const isNew = opened.current?.id !== id || opened.current.kind !== kind;
    if (isNew) opened.current = { storage: open(kind, id), id, kind };
    const storage = opened.current!.storage;
    try {
      const changed = clear_data ? clear(storage) : isNew ? start(storage, data) : follow(storage, data);
      if (changed) report.current(changed);
    } catch (cause) {
      report.current({ _dash_error: new Error(`the data of \`Store\` "${id}" was not stored`, { cause }) });
    }
  }, [id, kind, data, clear_data]);

  useEffect(() => {
    if (kind !== 'local') return;
    const onStorage = (event: StorageEvent) => {
      if (event.key !== id || event.newValue === event.oldValue) return;
      report.current({ data: parse(event.newValue), modified_timestamp: opened.current?.storage.modified() ?? Date.now() });
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [id, kind]);

  return null;
}

function open(kind: string, id: string): Storage {
  if (kind === 'memory') return memoryStorage();
  return webStorage(kind === 'local' ? window.localStorage : window.sessionStorage, id);
}

/** Nothing stored and no data are the same. */
const same = (stored: unknown, data: unknown) => equal(stored ?? null, data ?? null);

/** What is stored wins over the data of the layout. */
function start(storage: Storage, data: unknown) {
  const stored = storage.read();
  if (stored == null && data != null) return save(storage, data);
  return same(stored, data) ? undefined : { data: stored, modified_timestamp: storage.modified() };
}

/** Data left out means a fresh copy of the component: it takes back what is stored. */
function follow(storage: Storage, data: unknown) {
  const stored = storage.read();
  if (same(stored, data)) return undefined;
  return data === undefined ? { data: stored } : save(storage, data);
}

function save(storage: Storage, data: unknown) {
  storage.write(data);
  return { modified_timestamp: storage.modified() };
}

function clear(storage: Storage) {
  storage.remove();
  return { clear_data: false, data: null, modified_timestamp: storage.modified() };
}
