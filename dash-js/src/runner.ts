// Runs callbacks: a change of the layout becomes requests, their answers become changes. Nothing here draws.
import type { Outcome } from './api';
import type { Execute } from './execute';
import { survey } from './footprint';
import type { Callback, Graph } from './graph';
import { type Id, propId, splitPropId, stringifyId, withoutSuffix } from './ids';
import type { Loading, LoadingMark } from './loading';
import { PatchError, patched } from './patch';
import type { Persistence } from './persistence';
import { parseId } from './protocol';
import { type Request, requestsOnChange, requestsOnInsert, requestsOnLoad, requestsOnReconnect, requestsOnRemove } from './requests';
import { addressed } from './sideUpdates';
import {
  createGroup,
  createSchedule,
  enqueue,
  finish,
  type Group,
  type Job,
  type Layout,
  postpone,
  revise,
  start,
} from './schedule';
import type { Change, Store } from './store';
import { nextTask } from './task';
import type { Answer, Updates } from './wire';

export interface RunnerOptions {
  readonly graph: Graph;
  readonly store: Store;
  readonly loading: Loading;
  readonly persistence: Persistence;
  readonly execute: Execute;
  readonly onOutcome: (job: Job, outcome: Outcome) => void;
  readonly onBusy: (busy: boolean) => void;
  /** Does it, and draws what it changed before anything else is done. */
  readonly drawn?: ((work: () => void) => void) | undefined;
}

type Failed = Extract<Outcome, { kind: 'failed' }>;

export interface Runner {
  /** Brings back what the user once changed. */
  restore: () => void;
  /** Requests the first call of every callback. */
  load: () => void;
  /** Requests again what runs as long as the page stands. */
  restart: () => void;
  /** Requests what listens to a change. */
  follow: (change: Change) => void;
  /** Sends what is requested from here on once the present code is over; else that waits for the next task. */
  hurry: () => void;
  /** Sets props of the server's own accord; the failure if a patch in them does not fit. */
  push: (updates: Updates) => Failed | undefined;
  /** Whether callbacks wait or run; those that run all the time do not count. */
  isBusy: () => boolean;
  pending: () => { readonly waiting: readonly Job[]; readonly running: readonly Job[] };
  /** Starts nothing more until `resume`. */
  pause: () => void;
  resume: () => void;
}

export function createRunner({ graph, store, loading, persistence, execute, onOutcome, onBusy, drawn = atOnce }: RunnerOptions): Runner {
  const schedule = createSchedule();
  const aborts = new Map<Job, AbortController>();
  const layout: Layout = {
    survey: (instance) => survey(graph, store.ids, instance),
    isPresent: (prop) => store.ids.has(splitPropId(prop)[0]),
  };
  let paused = false;
  let planned = false;

  function request(requests: readonly Request[], group: Group | undefined, cause: Job | undefined): void {
    if (requests.length === 0) return;
    const predecessors = cause === undefined ? NONE : new Set(cause.predecessors).add(cause.instance.callback);
    for (const wish of requests) {
      const footprint = layout.survey(wish.instance);
      abort(enqueue(schedule, { ...wish, changed: new Set(wish.changed), group, predecessors, footprint }));
    }
    plan();
  }

  function follow({ node, properties, inserted, removed }: Change, cause?: Job): void {
    inserted.forEach(restore);
    const moved = inserted.length + removed.length > 0;
    if (moved) revise(schedule, layout).forEach(abort);
    if (node.id !== undefined) request(requestsOnChange(graph, store.ids, node.id, properties), undefined, cause);
    if (!moved) return;
    request(requestsOnInsert(graph, store.ids, inserted), createGroup(), cause);
    request(requestsOnRemove(graph, store.ids, removed), createGroup(), cause);
    // What waited for a component that is gone may start.
    plan();
  }

  /** Needs no callbacks of its own: those of new components read what it brings. */
  function restore(id: Id): void {
    const node = store.find(id);
    const kept = node === undefined ? {} : persistence.restored(node.component);
    if (node !== undefined && Object.keys(kept).length > 0) store.update(node, kept, 'callback');
  }

  function abort(job: Job | undefined): void {
    if (job !== undefined) aborts.get(job)?.abort();
  }

  /** Waits for the end of the present task, so that changes that follow from each other are requested together. */
  function plan(): void {
    if (planned) return;
    planned = true;
    nextTask(() => {
      planned = false;
      advance();
    });
  }

  function advance(): void {
    const started = paused ? [] : start(schedule, MAX_RUNNING);
    started.forEach((job) => void run(job));
    // Who reads what a stream sets need not wait for it.
    if (started.some(({ instance }) => instance.callback.stream)) plan();
    onBusy(isBusy());
  }

  const isBusy = () => countsAny(schedule.running) || (!paused && countsAny(schedule.waiting));

  async function run(job: Job): Promise<void> {
    const controller = new AbortController();
    aborts.set(job, controller);
    // The request is on its way before anything is drawn.
    const answered = execute(job, controller.signal, (updates) => applied(addressed(updates, job, store.ids), job));
    const release = loading.begin(marksOf(job, store));
    applied(addressed(job.instance.callback.running?.on, job, store.ids), job);
    const outcome = await answered;
    aborts.delete(job);
    drawn(() => {
      release();
      settle(job, outcome);
    });
    advance();
  }

  function settle(job: Job, outcome: Outcome): void {
    const answer = outcome.kind === 'answered' ? outcome.answer : NOTHING;
    const isCurrent =
      outcome.kind === 'unreachable'
        ? postpone(schedule, job)
        : finish(schedule, job, outcome.kind === 'skipped' ? undefined : writtenBy(answer));
    const sideFailure = isCurrent ? applied(addressed(answer.sideUpdate, job, store.ids), job) : undefined;
    switchOff(job);
    if (!isCurrent) return;
    onOutcome(job, sideFailure ?? applied(answer.response, job) ?? outcome);
  }

  /** A newer run of the same callback goes on and will end by itself. */
  function switchOff(job: Job): void {
    const { callback, key } = job.instance;
    if (!schedule.running.has(key)) applied(addressed(callback.running?.off, job, store.ids), job);
  }

  /** Applies updates, of the server itself where no job brought them; the failure if a patch in them does not fit. */
  function applied(updates: Updates, job?: Job): Failed | undefined {
    try {
      apply(updates, job);
      return undefined;
    } catch (error) {
      if (!(error instanceof PatchError)) throw error;
      return { kind: 'failed', failure: { message: error.message, chain: [] } };
    }
  }

  /** Components that are gone by now are passed over. */
  function apply(updates: Updates, job: Job | undefined): void {
    const origin = job === undefined ? 'websocket' : 'callback';
    for (const [id, props] of updates) {
      const node = store.find(id);
      if (node === undefined) continue;
      const next = Object.entries(props).map(([name, value]) => {
        const property = withoutSuffix(name);
        return [property, patched(node.props[property], value)];
      });
      follow(store.update(node, persistence.overridden(node.component, Object.fromEntries(next)), origin), job);
    }
  }

  return {
    restore: () => store.present().forEach(restore),
    load: () => request(requestsOnLoad(graph, store.ids, store.present()), createGroup(), undefined),
    restart: () => request(requestsOnReconnect(graph, store.ids), undefined, undefined),
    follow: (change) => follow(change),
    hurry: () => queueMicrotask(advance),
    push: (updates) => applied(updates),
    isBusy,
    pending: () => ({ waiting: [...schedule.waiting.values()], running: [...schedule.running.values()] }),
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      advance();
    },
  };
}

const atOnce = (work: () => void): void => work();

const NONE: ReadonlySet<Callback> = new Set();
const NOTHING: Answer = { sideUpdate: [], response: [] };

/** As many as Dash; browsers open about six connections to one server. */
const MAX_RUNNING = 12;

function countsAny(jobs: ReadonlyMap<string, Job>): boolean {
  for (const job of jobs.values()) {
    if (!job.instance.callback.persistent) return true;
  }
  return false;
}

function marksOf(job: Job, store: Store): readonly LoadingMark[] {
  if (job.instance.callback.stream) return [];
  return job.footprint.outputs.flatMap((output) => {
    const [id, property] = splitPropId(output);
    const node = store.find(parseId(id));
    return node?.id === undefined ? [] : [{ path: node.path, property, id: node.id }];
  });
}

const writtenBy = ({ response }: Answer): readonly string[] =>
  response.flatMap(([id, props]) =>
    Object.keys(props).map((property) => propId(stringifyId(id), withoutSuffix(property))),
  );
