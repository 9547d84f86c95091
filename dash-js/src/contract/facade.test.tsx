// The store as components and test tools of other makers read it, and components that stand outside of the layout.
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../api';
import { createForeignRegistry } from '../foreignSuites';
import { createPage, type Page } from '../page';
import { parseConfig, parseDependencies } from '../protocol';
import { Root } from '../render/Root';
import { box, callback, component, settled } from '../testing/app';
import { fakeServer, type FakeServer } from '../testing/server';
import type { Component } from '../wire';
import { publishContract } from './contract';

type Any = Record<string, unknown>;
type Func = (...args: unknown[]) => unknown;

let page: Page;
let server: FakeServer;
let answer: (() => void) | undefined;
let fail: (() => void) | undefined;
let relabel: ((label: Component) => void) | undefined;
const state = () => window.store!.getState();
const api = () => window.dash_component_api as Record<string, Func>;

function Tabs({ label }: { label: Component }): ReactNode {
  const [current, setCurrent] = useState(label);
  relabel = setCurrent;
  const ExternalWrapper = api()['ExternalWrapper'] as unknown as (props: Any) => ReactNode;
  return <ExternalWrapper component={current} componentPath={['components', 'props', 'extra']} temp />;
}

function Watch(): ReactNode {
  const { useSelector } = api()['useDashContext']!() as { useSelector: Func };
  return <i>{String(useSelector((now: Any) => JSON.stringify(now['loading'])))}</i>;
}

async function open(): Promise<void> {
  const config = parseConfig({ requests_pathname_prefix: '/' });
  const label = component('Box', { id: 'label', title: 'one' });
  page = createPage({
    config, api: createApi(config), registry: createForeignRegistry(),
    layout: box('root', component('Box', { id: { b: 1, a: 'x' } }), component('Tabs', { label }), component('Watch', {})),
    callbacks: parseDependencies([callback('root.title', ['label.title'], { prevent_initial_call: true })]),
  });
  publishContract()(page);
  await act(async () => {
    render(<Root page={page} />);
    await settled();
  });
  await act(settled);
  // What reads the new component runs.
  await act(async () => {
    answer!();
    await settled();
  });
}

beforeEach(async () => {
  const Box = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => <p id={id} title={title}>{children}</p>;
  Object.assign(window, { test: { Box, Tabs, Watch }, dash_stores: undefined, store: undefined });
  server = fakeServer(() => new Promise((done) => {
    answer = () => done(new Response('{"multi":true,"response":{"root":{"title":"t"}}}'));
    fail = () => done(new Response('{"error":{"message":"boom"}}', { status: 500 }));
  }));
  await open();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const change = (title: string) => act(async () => {
  relabel!(component('Box', { id: 'label', title }));
  await settled();
});

test('paths, by id and by the keys of an id', () => {
  expect(state()['paths']).toEqual({
    strs: { root: ['components'], label: ['components', 'props', 'extra'] },
    events: {},
    objs: { 'a,b': [{ values: ['x', 1], path: ['components', 'props', 'children', 0] }] },
  });
  expect([window.dash_stores, state()['layout']]).toMatchObject([[window.store], { components: { type: 'Box' } }]);
});

test('pending callbacks and loading marks come and go, and hooks follow them', async () => {
  const watched = () => document.querySelector('i')!.textContent;
  expect([state()['isLoading'], watched()]).toEqual([false, '{}']);
  await change('two');
  expect(state()).toMatchObject({
    isLoading: true, callbacks: { requested: [], executing: [{ callback: { output: 'root.title' }, changedPropIds: { 'label.title': 1 } }] },
  });
  await waitFor(() => expect(JSON.parse(watched())).toEqual({ '["components"]': [{ path: ['components'], property: 'title', id: 'root' }] }));
  await act(async () => {
    answer!();
    await settled();
  });
  expect([state()['isLoading'], watched(), page.store.find('root')!.props['title']]).toEqual([false, '{}', 't']);
});

test('a component outside of the layout is drawn, found, followed, and goes with its owner', async () => {
  const drawn = () => document.getElementById('label')?.title;
  expect([drawn(), api()['getLayout']!('label')]).toMatchObject(['one', { props: { title: 'one' } }]);
  expect(api()['getLayout']!(['components', 'props', 'extra', 'props', 'title'])).toBe('one');
  await change('two');
  expect([drawn(), server.requests.map(({ inputs }) => inputs)]).toMatchObject(['two', ['one', 'two'].map((value) => [{ id: 'label', value }])]);
  cleanup();
  expect(page.store.find('label')).toBeUndefined();
});

test('an action that is a function is called with the store', () => {
  expect(window.store!.dispatch((_: unknown, getState: Func) => getState())).toBe(state());
  expect(window.store!.dispatch({ type: 'ANY' })).toEqual({ type: 'ANY' });
});

test('an action sets props in the layout, which no callback hears of', async () => {
  const payload = { itempath: ['components', 'props', 'extra'], props: { title: 'acted' } };
  const before = server.requests.length;
  await act(async () => {
    window.store!.dispatch({ type: 'ON_PROP_CHANGE', payload });
    await settled();
  });
  expect([document.getElementById('label')?.title, server.requests.length]).toEqual(['acted', before]);
});

test('what went wrong, of components and of callbacks, the newest first', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const heard = vi.fn();
  window.store!.subscribe(heard);
  expect(state()['error']).toEqual({ frontEnd: [], backEnd: [], backEndConnected: true });
  await change('two');
  await act(async () => {
    fail!();
    await settled();
    page.setProps(page.store.find('root')!, { _dash_error: new Error('no tiles') });
    window.store!.dispatch({ type: 'ON_ERROR', payload: { type: 'backEnd', error: { message: 'of a suite', html: 'why' } } });
  });
  expect(state()['error']).toMatchObject({
    frontEnd: [{ type: 'frontEnd', error: { message: 'root reports an error', html: 'no tiles' } }],
    backEnd: [
      { type: 'backEnd', error: { message: 'of a suite', html: 'why' } },
      { type: 'backEnd', timestamp: expect.any(Date), error: { message: 'root.title could not be updated', html: 'boom' } },
    ],
  });
  expect(heard).toHaveBeenCalled();
  told.mockRestore();
});

test('whether the server is there', () => {
  page.notices.setServerGone(true);
  expect(state()['error']).toMatchObject({ backEndConnected: false });
});
