// A page against a server that answers, fails, and goes away.
import type { ReactNode } from 'react';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApi } from './api';
import { createPage, type Page } from './page';
import { parseConfig, parseDependencies } from './protocol';
import { createRegistry } from './registry';
import { Root } from './render/Root';
import { box, callback, component, settled } from './testing/app';
import { fakeServer, json } from './testing/server';
import { fixture } from './testing/wire';

let page: Page;

const suite = {
  Box: ({ id, children }: { id?: string; children?: string }) => <div id={id}>{children}</div>,
};

function open(config: Record<string, unknown> = {}, spec: unknown = callback('out.children', ['in.value'], { prevent_initial_call: true }), layout = box('root', component('Box', { id: 'in' }), box('out'))): void {
  const parsed = parseConfig({ requests_pathname_prefix: '/app/', update_title: 'Updating...', ...config });
  page = createPage({
    config: parsed, api: createApi(parsed), layout, callbacks: parseDependencies([spec]), registry: createRegistry({}),
  });
  render(<Root page={page} />);
  page.plan();
  page.start();
}

const type = (value: unknown) => act(async () => {
  page.setProps(page.store.find('in')!, { value });
  await settled();
});
const out = () => document.getElementById('out')!.textContent;
const echo = ({ inputs }: { inputs: readonly unknown[] }) => ({ out: { children: String((inputs[0] as { value: unknown }).value) } });
const toasts = () => [...document.querySelectorAll('.dash-notice')].map((toast) => toast.textContent);
const banner = () => screen.getByRole('status').textContent;

beforeEach(() => {
  Object.assign(window, { test: suite });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  document.title = 'Sales';
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a callback that fails', () => {
  test.each<[string, () => Response, string]>([
    ['with a message', () => json(fixture('error')['response'], 500), 'the region `Nowhere` is unknown'],
    ['with its causes', () => json(fixture('error-debug')['response'], 500), 'cannot open `sales.csv`'],
    ['with a message, by the client\'s fault', () => json(fixture('error-unknown-output')['response'], 404), 'there is no callback for'],
    ['with an html page', () => new Response('<h1>Oops</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }), 'the server answered 502'],
    ['with plain text', () => new Response('too large', { status: 413, headers: { 'Content-Type': 'text/plain' } }), '413: too large'],
    ['with what is not JSON', () => new Response('<html>'), 'cannot be read: the text is not JSON'],
    ['with JSON of another form', () => json([1]), 'cannot be read: the answer is not an object'],
    ['with a strange status', () => new Response('', { status: 202 }), 'the server answered 202'],
  ])('%s', async (_, answer, message) => {
    fakeServer(answer);
    open();
    await type('x');
    expect(toasts()).toEqual([expect.stringContaining('out.children could not be updated')]);
    expect(toasts()).toEqual([expect.stringContaining(message)]);
    expect([out(), banner(), page.store.find('in')!.props['value']]).toEqual(['', '', 'x']);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('out.children'), expect.anything(), ...(message.includes('sales.csv') ? [expect.anything(), expect.anything()] : []));
  });

  test('says so once, until it is dismissed or succeeds', async () => {
    let broken = true;
    fakeServer((body) => (broken ? json({ error: { message: 'no' } }, 500) : echo(body)));
    open();
    await type('a');
    await type('b');
    expect(toasts()).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('Dismiss'));
    expect(toasts()).toEqual([]);
    await type('c');
    expect(toasts()).toHaveLength(1);
    broken = false;
    await type('d');
    expect([toasts(), out()]).toEqual([[], 'd']);
  });

  test('without output is named by what triggered it', async () => {
    fakeServer(() => json({ error: { message: 'no' } }, 500));
    open({}, callback('hash', ['in.value'], { no_output: true, prevent_initial_call: true }));
    await type('x');
    expect(toasts()).toEqual([expect.stringContaining('The callback of in.value failed')]);
  });

  test('an error that a component reports is shown as well, and no prop', async () => {
    open();
    act(() => page.setProps(page.store.find('in')!, { _dash_error: new Error('bad figure') }));
    expect(toasts()).toEqual([expect.stringContaining('bad figure')]);
    expect(page.store.find('in')!.props).toEqual({ id: 'in' });
  });
});

describe('a server that is gone', () => {
  test('is told of, asked for, and given the latest state when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });
    const server = fakeServer(echo);
    open();
    await type('first');
    server.gone = true;
    await type('second');
    expect(banner()).toBe('The server cannot be reached. Trying again…');
    expect([out(), toasts(), document.title]).toEqual(['first', [], 'Sales']);
    await type('third');
    await act(() => vi.advanceTimersByTimeAsync(1_600));
    expect([server.pings > 1, banner() !== '']).toEqual([true, true]);
    server.gone = false;
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect([banner(), out(), toasts()]).toEqual(['', 'third', []]);
    expect(server.requests.map(({ inputs }) => inputs)).toMatchObject([[{ value: 'first' }], [{ value: 'third' }]]);
  });

  test('is asked again for what it never answered, though nothing changed since', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });
    const server = fakeServer(echo);
    open();
    server.gone = true;
    await type('only');
    server.gone = false;
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect([banner(), out(), server.requests.length]).toEqual(['', 'only', 1]);
  });
});

describe('requests', () => {
  test('go to the prefix, with the CSRF header, the end id and JSON, and to no other origin', async () => {
    fakeServer(echo);
    const sent = vi.spyOn(globalThis, 'fetch');
    document.cookie = '_csrf_token=a%20b';
    open({ csrf_token_name: '_csrf_token', csrf_header_name: 'X-CSRFToken', end_id: 'e~1' });
    await type('x');
    const [url, init] = sent.mock.calls[0]!;
    expect(url).toBe('/app/_dash-update-component?endId=e~1');
    expect(init).toMatchObject({
      method: 'POST', mode: 'same-origin', credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': 'a b' },
    });
    document.cookie = '_csrf_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
  });

  test('goes without cookies where the page may not read them', async () => {
    vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('the frame is sandboxed', 'SecurityError');
    });
    const server = fakeServer(echo);
    open({ csrf_token_name: '_csrf_token', csrf_header_name: 'X-CSRFToken' });
    await type('x');
    expect([server.requests.length, out()]).toEqual([1, 'x']);
    vi.restoreAllMocks();
  });

  test('the title says so while they run for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    let answer: ((response: Response) => void) | undefined;
    fakeServer(() => new Promise<Response>((done) => (answer = done)));
    open();
    await type('x');
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect([document.title, document.querySelector('._dash-loading-callback') !== null]).toEqual(['Updating...', true]);
    await act(async () => {
      answer!(json({ multi: true, response: {} }));
      await settled();
    });
    expect([document.title, document.querySelector('._dash-loading-callback')]).toEqual(['Sales', null]);
  });
});

describe('what the user did is sent', () => {
  /** Reports two props in one event. */
  const Text = ({ value, value2, setProps }: { value?: string; value2?: string; setProps?: (changed: object) => void }) => (
    <p onClick={() => ['value', 'value2'].forEach((name) => setProps?.({ [name]: 'new' }))}>{`${value} ${value2}`}</p>
  );
  const shown = () => document.querySelector('p')!.textContent;
  /** What the page shows when a request leaves. */
  let seen: (string | null)[];

  async function report(parent = {}, spec = callback('out.children', ['in.value', 'in.value2'], { prevent_initial_call: true }), text = {}) {
    Object.assign(window, {
      test: { ...suite, Text: Object.assign((props: object) => <Text {...props} />, { isSilent: () => true }, text) },
      parents: { Parent: Object.assign(({ children }: { children?: ReactNode }) => <div>{children}</div>, parent) },
    });
    const inner = component('Text', { id: 'in', value: 'old', value2: 'old' });
    open({}, spec, box('root', component('Parent', { children: inner }, 'parents'), box('out')));
    document.querySelector('p')!.click();
    await settled();
  }

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    seen = [];
    fakeServer(() => {
      seen.push(shown());
      return {};
    });
    window.dash_clientside = { site: { f: () => seen.push(shown()) } };
  });
  afterEach(() => delete window.dash_clientside);

  test('at once, and then drawn', async () => {
    await report();
    expect([seen, shown()]).toEqual([['old old'], 'new new']);
  });

  test.each<[string, Parameters<typeof report>]>([
    ['the component may report more', [{}, undefined, { isSilent: undefined }]],
    ['its parent may', [{ dashChildrenUpdate: true }]],
    ['a function may look at the page', [{}, callback('out.children', ['in.value'], { prevent_initial_call: true, clientside_function: { namespace: 'site', function_name: 'f' } })]],
  ])('once it is drawn, where %s', async (_, given) => {
    await report(...given);
    expect(seen).toEqual(['new new']);
  });
});

describe('what the server does by itself', () => {
  const push = (id: string, props: Record<string, unknown>) => act(async () => {
    page.peer.set([[id, props]]);
    await settled();
  });

  test('a prop that it sets calls whoever listens', async () => {
    fakeServer(echo);
    open();
    await push('in', { value: 'pushed' });
    await vi.waitFor(() => expect(out()).toBe('pushed'));
    expect(page.store.find('in')!.origin).toBe('websocket');
    expect(page.peer.read('in', ['value', 'nothing'])).toEqual({ value: 'pushed', nothing: undefined });
  });

  test('a component that is gone is passed over, a patch that does not fit is told of', async () => {
    fakeServer(echo);
    open();
    await push('gone', { children: 'x' });
    expect(toasts()).toEqual([]);
    const operations = [{ operation: 'Assign', location: ['a'], params: { value: 1 } }];
    await push('out', { children: { __dash_patch_update: '__dash_patch_update', operations } });
    expect(toasts()).toEqual([expect.stringContaining('What the server sent cannot be shown')]);
  });
});
