// What scripts and components of other makers find on `window`.
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../api';
import { createPage, type Page } from '../page';
import { parseConfig, parseDependencies } from '../protocol';
import { createRegistry } from '../registry';
import { Root } from '../render/Root';
import { box, callback, component, settled } from '../testing/app';
import { fakeServer, type FakeServer } from '../testing/server';
import { publishClientside } from './clientside';
import { publishComponentApi } from './componentApi';
import { publishReact } from './globals';
import { timed } from './graphTime';

type Api = Record<string, (...args: unknown[]) => unknown>;

let page: Page;
let server: FakeServer;

beforeEach(() => {
  server = fakeServer(() => ({}));
  delete window.dash_clientside;
  const config = parseConfig({ requests_pathname_prefix: '/' });
  const layout = box('root', component('Box', { id: { type: 'row', index: 1 }, title: 't' }));
  page = createPage({
    config, api: createApi(config), layout, registry: createRegistry({}),
    callbacks: parseDependencies([callback('root.c', ['{"index":["ALL"],"type":"row"}.title'])]),
  });
  Object.assign(window, { test: { Box: ({ id, title }: { id: string; title: string }) => <p id={id}>{title}</p> } });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('one React for everyone, with what bundles call on it', () => {
  publishReact();
  const { React, ReactDOM } = window as unknown as Record<'React' | 'ReactDOM', Record<string, unknown>>;
  for (const name of ['createElement', 'Component', 'useState', 'forwardRef']) expect(React[name]).toBeTypeOf('function');
  for (const name of ['createRoot', 'createPortal', 'findDOMNode', 'flushSync', 'unstable_batchedUpdates']) {
    expect(ReactDOM[name]).toBeTypeOf('function');
  }
});

test('the time that the callbacks took to read is told', () => {
  expect(timed(() => 'read')).toBe('read');
  expect(window.dash_component_api!['callbackGraphTime']).toMatch(/^\d+\.\d\d$/);
});

test('all that Dash has there is there', () => {
  publishReact();
  publishComponentApi([page]);
  publishClientside([page]);
  timed(() => 'read');
  const api = window.dash_component_api as Record<string, unknown>;
  const hooks = ['DashContext', 'ExternalWrapper', 'callbackGraphTime', 'devtool', 'getLayout', 'stringifyId', 'useDashContext'];
  expect(Object.keys(api).sort()).toEqual(hooks);
  expect(Object.keys(api['devtool'] as object).sort()).toEqual(['DevtoolContext', 'useDevtool', 'useDevtoolMenuButtonClassName']);
  expect(Object.keys(window.dash_clientside!).sort()).toEqual(['Patch', 'clean_url', 'set_props']);
  expect(window.dash_clientside).toMatchObject({ no_update: {}, PreventUpdate: {} });
});

test('the layout is read by id and by path', () => {
  publishComponentApi([page]);
  const { getLayout, stringifyId } = window.dash_component_api as Api;
  expect(getLayout!('root')).toMatchObject({ type: 'Box', props: { id: 'root' } });
  expect(getLayout!({ index: 1, type: 'row' })).toMatchObject({ props: { title: 't' } });
  expect(getLayout!(['components', 'props', 'children', 0, 'props'])).toMatchObject({ title: 't' });
  expect([getLayout!('gone'), getLayout!(['components', 'x', 'y'])]).toEqual([undefined, undefined]);
  expect(stringifyId!({ type: 'row', index: 1 })).toBe('{"index":1,"type":"row"}');
});

test.each([
  ['an id', { type: 'row', index: 1 }],
  ['a path', ['components', 'props', 'children', 0]],
])('set_props by %s draws and runs what listens', async (_, target) => {
  publishClientside([page]);
  render(<Root page={page} />);
  await act(async () => {
    (window.dash_clientside as Api)['set_props']!(target, { title: 'set' });
    await settled();
  });
  expect(page.store.find({ type: 'row', index: 1 })!.props['title']).toBe('set');
  expect(server.requests).toMatchObject([{ inputs: [[{ value: 'set' }]] }]);
});

test('set_props on what is not there is an error of the script', () => {
  publishClientside([page]);
  expect(() => (window.dash_clientside as Api)['set_props']!('gone', {})).toThrow('"gone" is not in the layout');
});

test('functions that scripts put there before us stay', () => {
  window.dash_clientside = { site: { shout: 1 }, clean_url: 'mine' };
  publishClientside([page]);
  expect(window.dash_clientside).toMatchObject({ site: { shout: 1 }, clean_url: 'mine', no_update: expect.anything() });
});
