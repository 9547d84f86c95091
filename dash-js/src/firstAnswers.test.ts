// Which callbacks run before the page is drawn, and how long it waits for them.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFirstAnswers, LONGEST_MS, PATIENCE_MS } from './firstAnswers';
import { buildGraph } from './graph';
import { parseDependencies } from './protocol';
import { slotTable } from './slots';
import { createStore } from './store';
import { box, callback, component } from './testing/app';
import type { Component } from './wire';

/** Whether callbacks run, and whether the page is drawn. */
let state: { runs: boolean; drawn: boolean };

const get = ({ type }: { type: string }) =>
  Object.assign(() => null, type === 'Loud' ? {} : { isSilent: (props: Record<string, unknown>) => props['value'] !== 'wrong' });

function begin(layout: Component, specs: unknown = [callback('out.children', ['in.value'])]) {
  state = { runs: false, drawn: false };
  const store = createStore(layout, slotTable({}));
  const runner = { pause: () => void (state.runs = false), resume: () => void (state.runs = true) };
  const first = createFirstAnswers({ graph: buildGraph(parseDependencies(specs)), store, registry: { get }, runner });
  void first.come().then(() => (state.drawn = true));
  return { ...first, store };
}

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const page = (...more: Component[]) => box('root', component('Input', { id: 'in' }), box('out'), ...more);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('callbacks wait for the page to be drawn', () => {
  test.each<[string, Component, unknown?]>([
    ['where a component may report something of itself', page(component('Loud', { id: 'place' }))],
    ['where it does so with the props it has', page(component('Input', { id: 'other', value: 'wrong' }))],
    ['where one is a function of the page', page(), [callback('out.children', ['in.value'], { clientside_function: { namespace: 'n', function_name: 'f' } })]],
  ])('%s', async (_, layout, specs) => {
    begin(layout, specs);
    await after(0);
    expect(state).toEqual({ runs: false, drawn: true });
  });

  test('but not for what nobody can listen to', async () => {
    begin(page(component('Loud', {})));
    await after(0);
    expect(state).toEqual({ runs: true, drawn: false });
  });
});

describe('the page is drawn', () => {
  test('when all is answered', async () => {
    const { hear } = begin(page());
    hear(true);
    await after(PATIENCE_MS - 1);
    expect(state.drawn).toBe(false);
    hear(false);
    await after(0);
    expect(state).toEqual({ runs: true, drawn: true });
  });

  test('when no answer has come for a moment', async () => {
    const { hear } = begin(page());
    hear(true);
    await after(PATIENCE_MS - 1);
    hear(true);
    await after(PATIENCE_MS - 1);
    expect(state.drawn).toBe(false);
    await after(1);
    expect(state).toEqual({ runs: true, drawn: true });
  });

  test('at last, however many answers come', async () => {
    const { hear } = begin(page());
    for (let ms = 0; ms < LONGEST_MS - 1; ms += 1) {
      hear(true);
      await after(1);
    }
    hear(true);
    expect(state.drawn).toBe(false);
    await after(1);
    expect(state.drawn).toBe(true);
  });

  test.each<[string, Record<string, unknown>]>([
    ['brings a component that may report something', { children: box('inner', component('Loud', { id: 'loud' })) }],
    ['makes one report something', { value: 'wrong' }],
  ])('before anything else runs, when an answer %s', async (_, props) => {
    const { hear, store } = begin(page());
    hear(true);
    store.update(store.find('out')!, { title: 'harmless', children: box('silent') }, 'callback');
    await after(0);
    expect(state).toEqual({ runs: true, drawn: false });
    store.update(store.find('out')!, props, 'callback');
    expect(state.runs).toBe(false);
    await after(0);
    expect(state.drawn).toBe(true);
  });
});
