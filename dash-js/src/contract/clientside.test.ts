// Callbacks that run in the browser: what their functions are given, and what becomes of their results.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApi } from '../api';
import { createPage, type Page } from '../page';
import { parseConfig, parseDependencies } from '../protocol';
import { createRegistry } from '../registry';
import { box, callback, component, settled } from '../testing/app';
import { fakeServer, type FakeServer } from '../testing/server';
import type { Component } from '../wire';
import { publishClientside } from './clientside';

type Func = (...args: never[]) => unknown;
type Dash = Record<string, unknown> & { site: Record<string, Func>; callback_context?: Record<string, unknown> };

const row = (index: number) => component('Row', { id: { type: 'row', index }, n: index });
const ALL = '{"index":["ALL"],"type":"row"}';

let page: Page;
let server: FakeServer;
const dash = () => window.dash_clientside as Dash;
const prop = (id: Parameters<Page['store']['find']>[0], name: string) => page.store.find(id)!.props[name];
const change = async (id: string, props: Record<string, unknown>) => {
  page.setProps(page.store.find(id)!, props);
  await settled();
};

/** A page whose callbacks all run `site.f`. */
async function open(output: string, inputs: readonly string[], f: Func, more: Record<string, unknown> = {}, others: unknown[] = []) {
  const layout = box('root', component('In', { id: 'a', n: 1 }), component('In', { id: 'b', n: null }), box('x'), box('y'), row(1), row(2));
  (layout.props['children'] as Component[])[2]!.props['c'] = 'old';
  const config = parseConfig({ requests_pathname_prefix: '/' });
  const spec = callback(output, inputs, { clientside_function: { namespace: 'site', function_name: 'f' }, ...more });
  page = createPage({ config, api: createApi(config), layout, callbacks: parseDependencies([spec, ...others]), registry: createRegistry({}) });
  window.dash_clientside = { site: { f } };
  publishClientside([page]);
  page.plan();
  page.start();
  await settled();
}

beforeEach(() => {
  server = fakeServer(() => ({}));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  delete window.dash_clientside;
  vi.unstubAllGlobals();
});

const notices = () => page.notices.state().notices.map(({ title, message }) => `${title}: ${message}`);

test('the function gets inputs, then state, lists as arrays', async () => {
  const f = vi.fn(() => 'new');
  await open('x.c', ['a.n', `${ALL}.n`], f, { state: ['b.n', 'b.gone'] });
  expect(f.mock.calls).toEqual([[1, [1, 2], null, undefined]]);
  expect([prop('x', 'c'), server.requests]).toEqual(['new', []]);
});

test('the context tells what triggered it, during the synchronous part only', async () => {
  const seen: unknown[] = [];
  await open('x.c', ['a.n', 'b.n'], async () => {
    seen.push({ ...dash().callback_context });
    await Promise.resolve();
    seen.push(dash().callback_context);
  }, { state: [`${ALL}.n`], prevent_initial_call: true });
  await change('a', { n: 2 });
  expect(seen).toEqual([
    {
      triggered: [{ prop_id: 'a.n', value: 2 }],
      triggered_id: 'a',
      inputs: { 'a.n': 2, 'b.n': null },
      inputs_list: [{ id: 'a', property: 'n', value: 2 }, { id: 'b', property: 'n', value: null }],
      states: { '{"index":1,"type":"row"}.n': 1, '{"index":2,"type":"row"}.n': 2 },
      states_list: [[{ id: { index: 1, type: 'row' }, property: 'n', value: 1 }, { id: { index: 2, type: 'row' }, property: 'n', value: 2 }]],
      outputs_list: { id: 'x', property: 'c' },
    },
    undefined,
  ]);
  expect('callback_context' in dash()).toBe(false);
});

test('a trigger that is a family member is told as an object', async () => {
  let triggered: unknown;
  await open('x.c', [`${ALL}.n`], () => (triggered = dash().callback_context!['triggered_id']), { prevent_initial_call: true });
  page.setProps(page.store.find({ type: 'row', index: 2 })!, { n: 9 });
  await settled();
  expect(triggered).toEqual({ type: 'row', index: 2 });
});

describe('results', () => {
  const two = '..x.c...y.c..';
  const rows = '{"index":["ALL"],"type":"row"}.c';
  const patch = () => new (dash()['Patch'] as new () => { append: Func & ((at: unknown, value: unknown) => { build: () => unknown }) })();

  test.each<[string, string, Func, unknown[]]>([
    ['a value', 'x.c', () => 1, [1, undefined, undefined, undefined]],
    ['nothing is a value, too', 'x.c', () => undefined, [undefined, undefined, undefined, undefined]],
    ['no_update', 'x.c', () => dash()['no_update'], ['old', undefined, undefined, undefined]],
    ['a promise', 'x.c', async () => 2, [2, undefined, undefined, undefined]],
    ['a promise of no_update', 'x.c', async () => dash()['no_update'], ['old', undefined, undefined, undefined]],
    ['several', two, () => [3, 4], [3, 4, undefined, undefined]],
    ['no_update for one of several', two, () => [dash()['no_update'], 4], ['old', 4, undefined, undefined]],
    ['no_update for all of several', two, () => dash()['no_update'], ['old', undefined, undefined, undefined]],
    ['more than there are outputs', two, () => [3, 4, 5], [3, 4, undefined, undefined]],
    ['fewer', two, () => [3], [3, undefined, undefined, undefined]],
    ['a list for a list of outputs', rows, () => ['r1', 'r2'], ['old', undefined, 'r1', 'r2']],
    ['a list within a list', `..x.c...${rows}..`, () => [5, ['r1', dash()['no_update']]], [5, undefined, 'r1', undefined]],
    ['no_update for a whole list', `..x.c...${rows}..`, () => [5, dash()['no_update']], [5, undefined, undefined, undefined]],
    ['PreventUpdate', two, () => { throw dash()['PreventUpdate']; }, ['old', undefined, undefined, undefined]],
    ['PreventUpdate of a promise', two, async () => { throw dash()['PreventUpdate']; }, ['old', undefined, undefined, undefined]],
    ['the output of a duplicate', 'x.c@7', () => 6, [6, undefined, undefined, undefined]],
  ])('%s', async (_, output, f, expected) => {
    await open(output, ['a.n'], f);
    const values = [prop('x', 'c'), prop('y', 'c'), prop({ type: 'row', index: 1 }, 'c'), prop({ type: 'row', index: 2 }, 'c')];
    expect([values, notices()]).toEqual([expected, []]);
  });

  test('a patch edits the present value', async () => {
    await open('a.list', ['b.n'], () => patch().append([], 2).build(), { prevent_initial_call: true });
    page.update(page.store.find('a')!, { list: [1] }, 'callback');
    await change('b', { n: 1 });
    expect(prop('a', 'list')).toEqual([1, 2]);
  });

  test('run what listens, and are no request', async () => {
    await open('x.c', ['a.n'], (n: number) => n + 1, {}, [callback('y.c', ['x.c'])]);
    expect(server.requests).toMatchObject([{ output: 'y.c', inputs: [{ value: 2 }], changedPropIds: ['x.c'] }]);
  });

  test('of a run that was overtaken are passed over', async () => {
    const done: ((value: unknown) => void)[] = [];
    await open('x.c', ['a.n'], () => new Promise((resolve) => done.push(resolve)));
    await change('a', { n: 2 });
    done[1]!('second');
    done[0]!('first');
    await settled();
    expect(prop('x', 'c')).toBe('second');
  });
});

test.each<[string, Func, string]>([
  ['throws', () => { throw new Error('boom'); }, 'the clientside function `site.f`: boom'],
  ['rejects', async () => { throw new Error('late'); }, '`site.f`: late'],
  ['returns no array for several outputs', () => 3, 'it has 2 outputs and did not return an array'],
  ['is not there', undefined as unknown as Func, 'no script of this page defines the clientside function `site.f`'],
])('a function that %s is a failure, and leaves no context', async (_, f, message) => {
  await open('..x.c...y.c..', ['a.n'], f);
  expect(notices()).toEqual([expect.stringContaining('x.c, y.c could not be updated')]);
  expect(notices()).toEqual([expect.stringContaining(message)]);
  expect([prop('x', 'c'), 'callback_context' in dash()]).toEqual(['old', false]);
});

test('what a function throws is in the console once, with the place where', async () => {
  const thrown = new Error('boom');
  await open('x.c', ['a.n'], () => { throw thrown; });
  expect(vi.mocked(console.error).mock.calls).toEqual([['x.c could not be updated', `the clientside function \`site.f\`: boom\n${thrown.stack}`]]);
});

test('a function of a script that has not run yet is waited for', async () => {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  await open('x.c', ['a.n'], undefined as unknown as Func);
  dash().site['f'] = () => 'late';
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await settled();
  expect([prop('x', 'c'), notices()]).toEqual(['late', []]);
});

test('an object that a script put in our place gets the marks as well, unseen', async () => {
  await open('x.c', ['a.n'], () => dash()['no_update'], { prevent_initial_call: true });
  window.dash_clientside = Object.assign({}, window.dash_clientside, { other: {} });
  await change('a', { n: 2 });
  expect(prop('x', 'c')).toBe('old');
  expect(Object.keys(dash())).toEqual(['site', 'clean_url', 'Patch', 'set_props', 'other']);
});

test('every edit of the patch builder', () => {
  publishClientside([page]);
  type Builder = Record<string, (...args: unknown[]) => Builder>;
  const builder = new (dash()['Patch'] as new () => Builder)();
  for (const name of ['assign', 'merge', 'extend', 'append', 'prepend', 'remove', 'add', 'sub', 'mul', 'div']) builder[name]!(['k'], 1);
  for (const name of ['delete', 'clear', 'reverse']) builder[name]!(['k']);
  const built = builder['insert']!(['k', 0], 2, 3)['build']!() as unknown as { operations: { operation: string; location: unknown; params: unknown }[] };
  expect(built).toHaveProperty('__dash_patch_update');
  expect(built.operations.map(({ operation }) => operation).join()).toBe(
    'Assign,Merge,Extend,Append,Prepend,Remove,Add,Sub,Mul,Div,Delete,Clear,Reverse,Insert',
  );
  expect([built.operations[0], built.operations[10], built.operations[13]]).toEqual([
    { operation: 'Assign', location: ['k'], params: { value: 1 } },
    { operation: 'Delete', location: ['k'], params: {} },
    { operation: 'Insert', location: ['k', 0], params: { index: 2, value: 3 } },
  ]);
});
