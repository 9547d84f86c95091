// Small apps for tests: components, callback specs, and a runner whose server is a function.
import type { Argument, Outcome } from '../api';
import type { Body } from '../body';
import { createExecute } from '../execute';
import { buildGraph } from '../graph';
import type { Id } from '../ids';
import { createLoading } from '../loading';
import { createPersistence } from '../persistence';
import { parseDependencies } from '../protocol';
import { createRegistry } from '../registry';
import { createRunner } from '../runner';
import { slotTable } from '../slots';
import { createStore } from '../store';
import { nextTask } from '../task';
import type { Component, Config } from '../wire';

export const component = (type: string, props: Record<string, unknown>, namespace = 'test'): Component => ({
  type,
  namespace,
  props,
});

/** A component with this id and these children. */
export const box = (id: unknown, ...children: unknown[]): Component => component('Box', { id, children });

/** A callback as the server describes it: `callback('out.children', ['in.value'])`. */
export function callback(
  output: string,
  inputs: readonly string[],
  more: { state?: readonly string[] } & Record<string, unknown> = {},
): Record<string, unknown> {
  return { output, ...more, inputs: inputs.map(dependency), state: (more.state ?? []).map(dependency) };
}

const dependency = (name: string) => {
  const dot = name.lastIndexOf('.');
  return { id: name.slice(0, dot), property: name.slice(dot + 1) };
};

export const updates = (response: Record<string, Record<string, unknown>>): Outcome => ({
  kind: 'answered',
  answer: { sideUpdate: [], response: Object.entries(response) },
});

export interface Sent {
  readonly body: Body;
  readonly signal: AbortSignal;
  /** What the address says beside the body. */
  readonly query: readonly Argument[];
  readonly answer: (outcome: Outcome) => Promise<void>;
}

const waiting = (body: Body, signal: AbortSignal, query: readonly Argument[], done: (outcome: Outcome) => void): Sent => ({
  body,
  signal,
  query,
  answer: (outcome) => {
    done(outcome);
    return settled();
  },
});

/** An app whose requests wait in `sent` until the test answers them. */
export function testApp(layout: unknown, specs: unknown, childrenProps: Config['childrenProps'] = {}) {
  const store = createStore(layout, slotTable(childrenProps));
  const registry = createRegistry({});
  const loading = createLoading();
  const sent: Sent[] = [];
  const outcomes: Outcome[] = [];
  const busy: boolean[] = [];
  const runner = createRunner({
    graph: buildGraph(parseDependencies(specs)),
    store,
    loading,
    persistence: createPersistence(registry, () => {}),
    execute: createExecute({ update: (body, signal, query = []) => new Promise((done) => sent.push(waiting(body, signal, query, done))) }, store, registry),
    onOutcome: (_, outcome) => outcomes.push(outcome),
    onBusy: (now) => {
      if (busy.at(-1) !== now) busy.push(now);
    },
  });
  return {
    store,
    loading,
    runner,
    sent,
    outcomes,
    busy,
    outputs: () => sent.map(({ body }) => body.output),
    change: async (id: Id, props: Record<string, unknown>) => {
      const change = store.change(store.find(id)!, props);
      if (change !== undefined) runner.follow(change);
      await settled();
    },
    load: async () => {
      runner.load();
      await settled();
    },
  };
}

/** Lets everything run that follows without a timer or a server. */
export async function settled(): Promise<void> {
  for (let task = 0; task < MANY; task++) await new Promise<void>(nextTask);
  await new Promise((done) => setTimeout(done));
}

/** Each step of a chain of callbacks takes one. */
const MANY = 20;
