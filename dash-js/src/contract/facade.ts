// `window.store`: the state of a page in the form that components and test tools of other makers read.
import { EMPTY } from '../history';
import type { Loading } from '../loading';
import type { LayoutNode } from '../node';
import type { Notices } from '../notices';
import type { Runner } from '../runner';
import type { Job } from '../schedule';
import type { Store } from '../store';
import type { Undo } from '../undo';
import type { Config, Path } from '../wire';
import { type Actions, perform } from './actions';
import { errorLog } from './errorLog';

export interface Facade {
  getState: () => Readonly<Record<string, unknown>>;
  dispatch: (action: unknown) => unknown;
  subscribe: (listener: () => void) => () => void;
}

export interface FacadeOptions {
  readonly config: Config;
  readonly store: Store;
  readonly loading: Loading;
  readonly runner: Runner;
  readonly undo: Undo | undefined;
  readonly notices: Notices;
  readonly actions: Actions;
  /** What callbacks did, as far as somebody watches them. */
  readonly profile: (() => Readonly<Record<string, unknown>>) | undefined;
}

type Thunk = (dispatch: Facade['dispatch'], getState: Facade['getState']) => unknown;

export function createFacade(options: FacadeOptions): Facade {
  const { config, store, loading, runner, undo, notices, actions, profile } = options;
  const errors = errorLog(notices);
  // Read at the time of asking: nothing of it is kept up to date while nobody looks.
  const state = {
    config,
    appLifecycle: 'HYDRATED',
    get error() {
      return errors();
    },
    get history() {
      return undo?.history() ?? EMPTY;
    },
    get profile() {
      return { callbacks: profile?.() ?? {} };
    },
    get layout() {
      return { components: store.at(['components']) };
    },
    get paths() {
      return { ...pathsOf(store.nodes()), events: {} };
    },
    get loading() {
      return loading.byPath();
    },
    get isLoading() {
      return runner.isBusy();
    },
    get callbacks() {
      return callbacksOf(runner.pending());
    },
  };
  const facade: Facade = {
    getState: () => state,
    dispatch: (action) => {
      if (typeof action === 'function') return (action as Thunk)(facade.dispatch, facade.getState);
      perform(action, actions);
      return action;
    },
    subscribe: (listener) => {
      const leave = [store.subscribe(() => listener()), loading.subscribeToAll(listener), notices.subscribe(listener)];
      return () => leave.forEach((end) => end());
    },
  };
  return facade;
}

/** Where each id is: `strs` by id, `objs` by the keys of the id. */
function pathsOf(nodes: readonly LayoutNode[]): Readonly<Record<'strs' | 'objs', Record<string, unknown>>> {
  const strs: Record<string, Path> = {};
  const objs: Record<string, { values: unknown[]; path: Path }[]> = {};
  for (const { id, path } of nodes) {
    if (typeof id === 'string') strs[id] = path;
    if (typeof id !== 'object') continue;
    const keys = Object.keys(id).sort();
    (objs[keys.join(',')] ??= []).push({ values: keys.map((key) => id[key]), path });
  }
  return { strs, objs };
}

interface Pending {
  readonly waiting: readonly Job[];
  readonly running: readonly Job[];
}

/** The stages of a callback that have no counterpart here stay empty. */
const callbacksOf = ({ waiting, running }: Pending): Readonly<Record<string, unknown>> => ({
  requested: waiting.map(describe),
  prioritized: [],
  blocked: [],
  executing: running.map(describe),
  watched: [],
  executed: [],
  stored: [],
  completed: 0,
});

const describe = ({ instance, changed, initial }: Job) => ({
  callback: { output: instance.callback.name },
  changedPropIds: Object.fromEntries([...changed].map((prop) => [prop, 1])),
  initialCall: initial,
});

