// One job: sent, or why not.
import { expect, test, vi } from 'vitest';
import type { Api } from './api';
import { createExecute } from './execute';
import { survey } from './footprint';
import { buildGraph } from './graph';
import { allInstances } from './match';
import { parseDependencies } from './protocol';
import { slotTable } from './slots';
import { createRegistry } from './registry';
import { createStore } from './store';
import { box, callback, component, updates } from './testing/app';

async function run(spec: unknown, { value = 1, mayBeMissing = false }: { value?: unknown; mayBeMissing?: boolean } = {}) {
  const store = createStore(box('page', component('Input', { id: 'in', value }), box('out')), slotTable({}));
  const graph = buildGraph(parseDependencies([spec]));
  const [instance] = allInstances(graph.callbacks[0]!, store.ids);
  const update = vi.fn(async (body: unknown) => {
    JSON.stringify(body);
    return updates({ out: { c: 1 } });
  });
  const footprint = survey(graph, store.ids, instance!);
  const job = { instance: instance!, changed: new Set<string>(), initial: true, group: undefined, predecessors: new Set([]), footprint };
  const outcome = await createExecute({ update } as Partial<Api> as Api, store, createRegistry({}), mayBeMissing)(job, new AbortController().signal, () => {});
  return { outcome, requests: update.mock.calls.length };
}

test('a job is sent', async () => {
  expect(await run(callback('out.c', ['in.value']))).toMatchObject({ outcome: { kind: 'answered' }, requests: 1 });
});

test('with nothing to read it is not', async () => {
  const nothing = { kind: 'skipped' };
  expect(await run(callback('out.c', ['gone.value']))).toEqual({ outcome: nothing, requests: 0 });
});

const missing = [
  ['an input', callback('out.c', ['in.value', 'gone.value']), 'its Input `gone.value` is not in the layout'],
  ['a state', callback('out.c', ['in.value'], { state: ['gone.value'] }), 'its State `gone.value` is not in the layout'],
  ['an output', callback('..out.c...gone.c..', ['in.value']), 'its Output `gone.c` is not in the layout'],
] as const;

test.each(missing)('%s that is missing is named', async (_, spec, message) => {
  expect(await run(spec)).toMatchObject({ outcome: { kind: 'failed', failure: { message, chain: [], detail: expect.stringContaining(message) } }, requests: 0 });
});

test.each(missing)('%s that is missing is waited for where pages come and go', async (_, spec) => {
  expect(await run(spec, { mayBeMissing: true })).toEqual({ outcome: { kind: 'skipped' }, requests: 0 });
});

test('a value that has no JSON fails its callback', async () => {
  const { outcome } = await run(callback('out.c', ['in.value']), { value: 1n });
  expect(outcome).toMatchObject({ kind: 'failed', failure: { message: expect.stringContaining('BigInt') } });
});
