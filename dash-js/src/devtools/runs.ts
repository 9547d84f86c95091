// What callbacks did since the document was loaded: how often they ran, for how long, and what came of it.
import type { Ask, Outcome } from '../api';
import type { Execute } from '../execute';
import type { Callback } from '../graph';
import { type Changing, createChangeable } from './changing';

export interface Run {
  readonly changed: readonly string[];
  /** From the start to the answer, in milliseconds. */
  readonly took: number;
  /** As much of it as the server says it took. */
  readonly server: number | undefined;
  readonly kind: Outcome['kind'] | 'superseded';
}

export interface Record {
  readonly count: number;
  readonly running: number;
  readonly total: number;
  /** As much of it as the server says it took. */
  readonly compute: number;
  readonly last: Run | undefined;
}

export interface Runs extends Changing<ReadonlyMap<string, Record>> {
  readonly ask: (ask: Ask) => Ask;
  readonly execute: (execute: Execute) => Execute;
}

export const NEVER: Record = { count: 0, running: 0, total: 0, compute: 0, last: undefined };

/** Kept by name, because a reload of the page makes other callbacks of the same name. */
export function createRuns(): Runs {
  const records = createChangeable<ReadonlyMap<string, Record>>(new Map());
  const serverTimes = new WeakMap<AbortSignal, number>();

  function change({ name }: Callback, next: (record: Record) => Partial<Record>): void {
    const before = records.now().get(name) ?? NEVER;
    records.set(new Map(records.now()).set(name, { ...before, ...next(before) }));
  }

  return {
    subscribe: records.subscribe,
    now: records.now,
    ask: (ask) => async (url, init) => {
      const response = await ask(url, init);
      const time = serverTime(response.headers.get('Server-Timing'));
      if (init.signal && time !== undefined) serverTimes.set(init.signal, time);
      return response;
    },
    execute: (execute) => async (job, signal, show) => {
      const { callback } = job.instance;
      const started = performance.now();
      change(callback, ({ running }) => ({ running: running + 1 }));
      const outcome = await execute(job, signal, show);
      const took = performance.now() - started;
      const kind = signal.aborted ? 'superseded' : outcome.kind;
      const server = serverTimes.get(signal);
      const last: Run = { changed: [...job.changed], took, server, kind };
      change(callback, ({ count, running, total, compute }) => ({
        count: count + 1, running: running - 1, total: total + took, compute: compute + (server ?? 0), last,
      }));
      return outcome;
    },
  };
}

/** The milliseconds in `__dash_server;dur=3`. */
export function serverTime(header: string | null): number | undefined {
  const duration = /__dash_server;[^,]*\bdur=([\d.]+)/.exec(header ?? '')?.[1];
  return duration === undefined ? undefined : Number(duration);
}
