// What the user changed comes back: after a reload, in new children, and not where a callback knows better.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApi } from './api';
import { createPage, type Page } from './page';
import { parseConfig, parseDependencies } from './protocol';
import { createRegistry } from './registry';
import { box, callback, component, settled } from './testing/app';
import { fakeServer } from './testing/server';
import type { Component } from './wire';

/** Keeps the names of its columns only. */
const Table = Object.assign(() => null, {
  dashPersistence: { persisted_props: ['columns.name', 'page'], persistence_type: 'local' },
  persistenceTransforms: {
    columns: {
      name: {
        extract: (columns?: { name: string }[]) => columns?.map(({ name }) => name),
        apply: (names: string[], columns: object[]) => columns.map((column, i) => ({ ...column, name: names[i] })),
      },
    },
  },
});

let page: Page;
let answer: Record<string, Record<string, unknown>> = {};

const input = (props: Record<string, unknown> = {}, namespace = 'dash_core_components') =>
  component('Input', { id: 'in', value: 'first', persistence: true, ...props }, namespace);

/** Loads the page, as a reload does. */
async function open(...children: Component[]): Promise<void> {
  const config = parseConfig({ requests_pathname_prefix: '/' });
  const layout = structuredClone(box('root', ...children, box('go'), box('hole')));
  const prevented = { prevent_initial_call: true };
  const callbacks = parseDependencies([
    callback('hole.children', ['go.n'], prevented), callback('go.seen', ['in.value'], prevented),
  ]);
  page = createPage({ config, api: createApi(config), layout, callbacks, registry: createRegistry({}) });
  await page.preload();
  page.plan();
  page.start();
}

const type = (id: unknown, props: Record<string, unknown>) => page.setProps(page.store.find(id as string)!, props);
const prop = (id: unknown, name = 'value') => page.store.find(id as string)?.props[name];
const fromServer = async (updates: typeof answer) => {
  answer = updates;
  type('go', { n: Math.random() });
  await settled();
  await settled();
};
const notices = () => page.notices.state().notices.map(({ message }) => message);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(window, { grid: { Table }, test: {} });
  fakeServer(({ output }) => (output === 'hole.children' ? answer : {}));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => vi.unstubAllGlobals());

describe('after a reload', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['a value comes back', {}, 'typed'],
    ['from the tab\'s store', { persistence_type: 'session' }, 'typed'],
    ['not from memory', { persistence_type: 'memory' }, 'first'],
    ['not without persistence', { persistence: false }, 'first'],
    ['not without an id', { id: '' }, 'first'],
    ['not another prop', { persisted_props: ['other'] }, 'first'],
    ['of a member of a family', { id: { type: 'row', index: 1 } }, 'typed'],
    ['over no value at all', { value: undefined }, 'typed'],
  ])('%s', async (_, props, expected) => {
    const made = input(props);
    await open(made);
    type(props['id'] ?? 'in', { value: 'typed' });
    await open(made);
    expect(prop(props['id'] ?? 'in')).toBe(expected);
  });

  test('not over a new value of the author, and it is forgotten', async () => {
    await open(input());
    type('in', { value: 'typed' });
    await open(input({ value: 'second' }));
    expect([prop('in'), localStorage.length]).toEqual(['second', 0]);
  });

  test('not under another value of `persistence`', async () => {
    await open(input());
    type('in', { value: 'typed' });
    await open(input({ persistence: 2 }));
    expect(prop('in')).toBe('first');
    await open(input());
    expect(prop('in')).toBe('typed');
  });

  test('no defaults for components of other makers', async () => {
    await open(input({}, 'test'));
    type('in', { value: 'typed' });
    expect(localStorage.length).toBe(0);
  });
});

test('the key and the pair are Dash\'s own; the original is that of the first edit', async () => {
  await open(input({ persistence: 'p' }), component('Input', { id: { b: 1, a: 2 }, persistence: true }, 'dash_core_components'));
  type('in', { value: 'one' });
  type('in', { value: 'two' });
  type({ a: 2, b: 1 }, { value: 3 });
  expect(localStorage.getItem('_dash_persistence.in.value."p"')).toBe('["two","first"]');
  expect(localStorage.getItem('_dash_persistence.{"a":2,"b":1}.value.true')).toBe('[3]');
});

test('a callback\'s value wins, now and after a reload', async () => {
  await open(input());
  type('in', { value: 'typed' });
  await fromServer({ in: { value: 'computed' } });
  expect([prop('in'), localStorage.length]).toEqual(['computed', 0]);
  await open(input());
  expect(prop('in')).toBe('first');
});

test('new children of a callback get it as well, before what listens reads them', async () => {
  await open(input({ id: 'late', persistence_type: 'memory' }));
  type('late', { value: 'typed' });
  await fromServer({ root: { children: [box('go'), box('hole')] } });
  expect(prop('late')).toBeUndefined();
  await fromServer({ root: { children: [box('go'), box('hole'), box('deep', input({ id: 'late', persistence_type: 'memory' }))] } });
  expect(prop('late')).toBe('typed');
});

test('a new `persistence` takes the old edit back and brings its own', async () => {
  const server = fakeServer(({ output }) => (output === 'hole.children' ? answer : {}));
  await open(input({ persistence: 1 }));
  type('in', { value: 'typed under 1' });
  await fromServer({ in: { persistence: 2 } });
  expect(prop('in')).toBe('first');
  expect(server.requests.at(-1)).toMatchObject({ output: 'go.seen', inputs: [{ value: 'first' }] });
  type('in', { value: 'typed under 2' });
  await fromServer({ in: { persistence: 1 } });
  expect(prop('in')).toBe('typed under 1');
  await fromServer({ in: { persistence: false } });
  expect(prop('in')).toBe('first');
});

test('parts of a prop are kept by the component\'s own rules', async () => {
  const table = (type_: string) => component('Table', { id: 'table', persistence: true, columns: [{ name: 'A', type: type_ }] }, 'grid');
  await open(table('text'));
  type('table', { columns: [{ name: 'Price', type: 'text' }] });
  await open(table('number'));
  expect(prop('table', 'columns')).toEqual([{ name: 'Price', type: 'number' }]);
  await fromServer({ table: { columns: [{ name: 'B', type: 'any' }] } });
  expect(localStorage.length).toBe(0);
});

describe('a store that fails', () => {
  /** A store of the browser in which some keys find no room. */
  const fail = (isFull: (key: string) => boolean) => {
    const real = localStorage;
    vi.stubGlobal('localStorage', {
      get length() {
        return real.length;
      },
      key: (i: number) => real.key(i),
      getItem: (key: string) => real.getItem(key),
      removeItem: (key: string) => real.removeItem(key),
      setItem: (key: string, value: string) => {
        if (isFull(key)) throw new DOMException('full', 'QuotaExceededError');
        real.setItem(key, value);
      },
    });
  };
  const keys = () => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)).sort();
  const reinsert = async () => {
    await fromServer({ hole: { children: null }, root: { children: [box('go'), box('hole')] } });
    await fromServer({ hole: { children: input() } });
  };

  test('from the start gives way to memory, with a notice', async () => {
    fail(() => true);
    await open(input());
    type('in', { value: 'typed' });
    expect(notices()).toEqual([expect.stringContaining('local storage cannot be written to')]);
    await reinsert();
    expect(prop('in')).toBe('typed');
  });

  test('later as well, and keeps no older value', async () => {
    let full = false;
    fail(() => full);
    await open(input());
    type('in', { value: 'fits' });
    full = true;
    type('in', { value: 'too much' });
    expect([notices(), localStorage.length]).toEqual([[expect.stringContaining('storage is full')], 0]);
    await reinsert();
    expect(prop('in')).toBe('too much');
  });

  test('is cleared of what was kept before it is given up', async () => {
    localStorage.setItem('_dash_persistence.old.value.true', '[1]');
    localStorage.setItem('other', 'stays');
    fail((key) => key.endsWith('x.x') && localStorage.getItem('_dash_persistence.old.value.true') !== null);
    await open(input());
    type('in', { value: 'typed' });
    expect(notices()).toEqual([]);
    expect(keys()).toEqual(['_dash_persistence.in.value.true', 'other']);
  });

  test('that holds broken text holds nothing', async () => {
    localStorage.setItem('_dash_persistence.in.value.true', '{broken');
    await open(input());
    expect(prop('in')).toBe('first');
  });
});
