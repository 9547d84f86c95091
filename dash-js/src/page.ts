// One page: joins store, callbacks, connection and notices. Knows no React.
import { type Api, type Failure, type Outcome } from './api';
import { type Busy, BUSY_AFTER_MS, createBusy, showInTitle, SLOW_AFTER_MS } from './busy';
import { createConnection } from './connection';
import { createFirstAnswers, looksAtPage } from './firstAnswers';
import { createFacade, type Facade } from './contract/facade';
import { createExecute } from './execute';
import { buildGraph, type Graph } from './graph';
import { createLoading, type Loading } from './loading';
import { descend, type LayoutNode, nameOf, type Origin } from './node';
import type { Id } from './ids';
import { createNotices, type Notice, type Notices } from './notices';
import { createPersistence } from './persistence';
import { isComponent } from './protocol';
import type { Registry } from './registry';
import { createRunner, type RunnerOptions } from './runner';
import type { Job } from './schedule';
import { type SlotsOf, slotTable } from './slots';
import { createStore, type Store } from './store';
import { titleOf, titleOfError } from './titles';
import type { Tools } from './tools';
import type { Peer } from './transport/transport';
import { createUndo, type Undo } from './undo';
import type { CallbackSpec, Component, Config, Path } from './wire';

export interface Page {
  readonly config: Config;
  readonly graph: Graph;
  readonly store: Store;
  readonly loading: Loading;
  readonly registry: Registry;
  readonly slotsOf: SlotsOf;
  readonly notices: Notices;
  readonly busy: Busy;
  readonly facade: Facade;
  /** Only if the page asks for it. */
  readonly undo: Undo | undefined;
  /** Whether it has been busy for long. */
  readonly slow: Busy;
  /** Takes what a component reports about itself. */
  setProps: (node: LayoutNode, changed: Readonly<Record<string, unknown>>) => void;
  /** Sets props from a script on the page, equal or not. */
  update: (node: LayoutNode, props: Readonly<Record<string, unknown>>, origin: Origin) => void;
  /** Hears of a component that cannot be shown. */
  broken: (node: LayoutNode, error: unknown, where?: string | null) => void;
  /** Takes in a component that an owner draws outside of the layout, unless it is in it after all. */
  attach: (component: Component, path: Path) => LayoutNode;
  detach: (node: LayoutNode) => void;
  /** Passes on the props that its owner changed. */
  follow: (node: LayoutNode, props: Readonly<Record<string, unknown>>) => void;
  /** What the server may do to the page by itself. */
  readonly peer: Peer;
  /** Loads the code of every component in the layout, and brings back what the user once changed. */
  preload: () => Promise<void>;
  /** Requests the first callbacks of the layout as it came; what components add while they are drawn is no part of it. */
  plan: () => void;
  /** Runs those that need not wait for the page to be drawn; done when it is time to draw it. */
  begin: () => Promise<void>;
  /** Runs all of them. */
  start: () => void;
  /** Runs no more of them: another page is there. */
  stop: () => void;
}

export interface PageOptions {
  readonly config: Config;
  readonly api: Api;
  readonly layout: unknown;
  readonly callbacks: readonly CallbackSpec[];
  readonly registry: Registry;
  /** Called when a callback has come to an end. */
  readonly onResolved?: ((job: Job, outcome: Outcome, graph: Graph) => void) | undefined;
  readonly tools?: Tools | undefined;
  /** What to call the failure of a callback. */
  readonly failureTitle?: ((job: Job, failure: Failure, store: Store) => string) | undefined;
  readonly drawn?: RunnerOptions['drawn'];
}

export function createPage(options: PageOptions): Page {
  const { config, api, layout, callbacks, registry, onResolved, tools, failureTitle = titleOf, drawn } = options;
  const slotsOf = slotTable(config.childrenProps);
  const store = createStore(layout, slotsOf);
  const loading = createLoading();
  const notices = createNotices();
  const [busy, slow] = [createBusy(BUSY_AFTER_MS), createBusy(SLOW_AFTER_MS)];
  showInTitle(busy, config.updateTitle);
  let stopped = false;

  const connection = createConnection({
    ping: api.ping,
    onLost: () => {
      runner.pause();
      notices.setServerGone(true);
    },
    onBack: () => {
      notices.setServerGone(false);
      if (!stopped) runner.resume();
    },
  });

  const persistence = createPersistence(registry, (message) =>
    complain('persistence', 'What was entered cannot be kept for later', { message, chain: [] }),
  );

  const graph = buildGraph(callbacks);
  const execute = createExecute(api, store, registry, config.suppressCallbackExceptions);
  const runner = createRunner({
    graph,
    store,
    loading,
    persistence,
    execute: tools?.execute(execute) ?? execute,
    onOutcome: (job, outcome) => report(job, outcome),
    onBusy: (isBusy) => {
      [busy, slow].forEach((shown) => shown.set(isBusy));
      first.hear(isBusy);
    },
    drawn,
  });

  const first = createFirstAnswers({ graph, store, registry, runner });

  const undo = config.showUndoRedo ? createUndo(graph, setById) : undefined;

  function setById(id: Id, props: Readonly<Record<string, unknown>>): void {
    const node = store.find(id);
    if (node !== undefined) update(node, props, 'internal');
  }

  function update(node: LayoutNode, props: Readonly<Record<string, unknown>>, origin: Origin): void {
    runner.follow(store.update(node, props, origin));
  }

  function report(job: Job, outcome: Outcome): void {
    const { key } = job.instance;
    onResolved?.(job, outcome, graph);
    if (outcome.kind === 'unreachable') connection.lose();
    else if (outcome.kind !== 'failed') notices.dismiss(key);
    else complain(key, failureTitle(job, outcome.failure, store), outcome.failure, { callback: job.instance.callback.label });
  }

  const needsDrawing = looksAtPage(graph);

  /** Whether drawing what it reports leads to no further report that a callback could read with it. */
  const isSettled = (node: LayoutNode): boolean =>
    !needsDrawing && registry.get(node.component)?.isSilent?.(node.props) === true && node.parent?.watchesChildren !== true;

  function setAt(path: Path, props: Readonly<Record<string, unknown>>): void {
    const component = store.at(path);
    const node = isComponent(component) ? store.nodeOf(component) : undefined;
    if (node !== undefined) store.update(node, props, 'internal');
  }

  function noteError(title: string, html: string, ofComponent: boolean): void {
    console.error(title, html);
    notices.note({ key: title, title, message: html, chain: [], ofComponent });
  }

  function complain(key: string, title: string, failure: Failure, more: Pick<Notice, 'callback' | 'ofComponent'> = {}): void {
    console.error(title, failure.detail ?? failure.message, ...failure.chain);
    notices.show({ key, title, ...failure, ...more });
  }

  return {
    store,
    loading,
    registry,
    slotsOf,
    notices,
    busy,
    config,
    graph,
    undo,
    slow,
    facade: createFacade({ config, store, loading, runner, undo, notices, actions: { setProps: setAt, report: noteError }, profile: tools?.profile }),
    setProps: (node, { _dash_error: error, ...changed }) => {
      if (error !== undefined) complain(`error of ${node.key}`, titleOfError(node), explain(error), { ofComponent: true });
      const before = node.props;
      // Ahead of the renderer, which draws as soon as it hears of the change.
      if (isSettled(node)) runner.hurry();
      const change = store.change(node, changed);
      if (change === undefined) return;
      undo?.record(change, before);
      persistence.record(node.component, before, pick(changed, change.properties));
      runner.follow(change);
    },
    update,
    broken: (node, error, where = '') => {
      const title = `${nameOf(node)} cannot be shown`;
      console.error(title, error, where);
      notices.note({ key: node.key, title, ...explain(error), ofComponent: true });
    },
    attach: (component, path) => {
      const known = store.nodeOf(component);
      if (known !== undefined && store.at(known.path) === component) return known;
      const node = store.attach(component, path);
      // Its props count as changed; it is no piece of the layout, so nothing in it gets a first call.
      runner.follow({ node, properties: Object.keys(component.props), inserted: [], removed: [] });
      return node;
    },
    detach: store.detach,
    follow: (node, props) => {
      const change = store.change(node, props);
      if (change !== undefined) runner.follow(change);
    },
    peer: {
      set: (updates) => {
        const failed = runner.push(updates);
        if (failed !== undefined) complain('push', 'What the server sent cannot be shown', failed.failure);
      },
      restart: runner.restart,
      lose: connection.lose,
      read: (id, properties) => pick(store.find(id)?.props ?? {}, properties),
    },
    preload: async () => {
      const roots = store.roots.flatMap((root) => (isComponent(root) ? (store.nodeOf(root) ?? []) : []));
      const missing = new Map<string, Component>();
      for (const { component } of roots.flatMap((root) => descend(root))) {
        if (!registry.get(component)) missing.set(`${component.namespace}.${component.type}`, component);
      }
      // A component whose code does not come says so in its own place.
      await Promise.allSettled([...missing.values()].map(registry.load));
      runner.restore();
    },
    plan: () => {
      runner.pause();
      runner.load();
    },
    begin: first.come,
    start: runner.resume,
    stop: () => {
      stopped = true;
      runner.pause();
      [busy, slow].forEach((shown) => shown.set(false));
    },
  };
}

const explain = (error: unknown): Failure => ({
  message: error instanceof Error ? error.message : String(error),
  chain: [],
});

const pick = (props: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, props[name]]));
