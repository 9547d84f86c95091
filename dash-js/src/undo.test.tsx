// Taking back what the user changed.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from './api';
import { createPage, type Page } from './page';
import { parseConfig, parseDependencies } from './protocol';
import { createRegistry } from './registry';
import { Root } from './render/Root';
import { box, callback, component, settled } from './testing/app';
import { fakeServer, type FakeServer } from './testing/server';

let page: Page;
let server: FakeServer;

async function open(config: Record<string, unknown>): Promise<void> {
  const parsed = parseConfig({ requests_pathname_prefix: '/', ...config });
  page = createPage({
    config: parsed, api: createApi(parsed), registry: createRegistry({}),
    layout: box('root', component('Box', { id: 'in', value: 0 })),
    callbacks: parseDependencies([callback('root.title', ['in.value'], { prevent_initial_call: true })]),
  });
  await act(async () => {
    render(<Root page={page} />);
    await import('./render/UndoBar');
    await settled();
  });
}

const type = (changed: Record<string, unknown>) => act(async () => {
  page.setProps(page.store.find('in')!, changed);
  await settled();
});
const press = (name: string) => act(async () => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
});
const value = () => page.store.find('in')!.props['value'];
const bar = () => screen.queryAllByRole('button').map((button) => button.textContent);

beforeEach(() => {
  Object.assign(window, { test: { Box: ({ children }: { children: string }) => <p>{children}</p> } });
  server = fakeServer(() => ({}));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('steps go back and forth, and callbacks follow', async () => {
  await open({ show_undo_redo: true });
  expect(bar()).toEqual([]);
  await type({ value: 1 });
  await type({ value: 2 });
  expect(bar()).toEqual(['↺undo']);
  await press('undo');
  expect([value(), bar()]).toEqual([1, ['↺undo', '↻redo']]);
  await press('undo');
  expect([value(), bar()]).toEqual([0, ['↻redo']]);
  await press('redo');
  expect(value()).toBe(1);
  expect(server.requests.map(({ inputs }) => inputs)).toMatchObject([1, 2, 1, 0, 1].map((value) => [{ value }]));
});

test('a new change ends what could be done again', async () => {
  await open({ show_undo_redo: true });
  await type({ value: 1 });
  await press('undo');
  await type({ value: 5 });
  expect(bar()).toEqual(['↺undo']);
});

test('what no callback reads is not a step', async () => {
  await open({ show_undo_redo: true });
  await type({ draft: 'x' });
  expect(bar()).toEqual([]);
});

test('there is no bar unless the page asks for it', async () => {
  await open({});
  await type({ value: 1 });
  expect([bar(), page.undo]).toEqual([[], undefined]);
});
