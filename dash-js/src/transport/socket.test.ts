// The page's end of the worker, against the wire fixture.
import { afterEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../api';
import type { Body } from '../body';
import { fixture } from '../testing/wire';
import { createSocket, type Port } from './socket';
import type { Message } from './transport';

afterEach(() => void vi.useRealTimers());

const SETTINGS = { enabled: true, url: '/_dash-ws-callback', workerUrl: '/worker.js', inactivityTimeout: 0, heartbeatInterval: 30_000, numbered: true };
const NOTHING = { kind: 'answered', answer: { sideUpdate: [], response: [] } };
const BODY: Body = { output: 'out.children', inputs: [], changedPropIds: [], parsedChangedPropsIds: [] };

function startSocket() {
  const said: Message[] = [];
  const set: unknown[] = [];
  const port: Port = { onmessage: null, postMessage: (message: Message) => void said.push(message) };
  const peer = { set: (updates: unknown) => void set.push(updates), lose: () => void set.push('lost'), read: () => ({ value: 'typed' }), restart: vi.fn() };
  const socket = createSocket(port, { serverUrl: 'ws://x/_dash-ws-callback' }, SETTINGS, peer);
  const hear = (message: Message) => port.onmessage?.call(port as MessagePort, { data: message } as MessageEvent);
  return { socket, said, set, hear, restart: peer.restart };
}

interface Exchange {
  readonly name: string;
  readonly browser: Message & { readonly payload?: Body };
  readonly server: readonly Message[];
}
const exchanges = fixture('socket')['exchanges'] as readonly Exchange[];
const exchange = (name: string): Exchange => exchanges.find((one) => one.name === name)!;

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  ok: { kind: 'answered', answer: { sideUpdate: [], response: [['out', { children: 'Hello, Ann' }]] } },
  prevent_update: { kind: 'answered', answer: { sideUpdate: [], response: [] } },
  error: { kind: 'failed', failure: { message: "the callback failed; see the server's log", chain: [] } },
  set_props: { kind: 'answered', answer: { sideUpdate: [], response: [['steps', { children: 2 }]] } },
};

test.each(Object.keys(OUTCOMES))('a callback over the socket: %s', async (name) => {
  const { socket, said, set, hear } = startSocket();
  const { browser, server } = exchange(name);
  const outcome = socket.update(browser.payload!, new AbortController().signal);
  const { requestId, rendererId, ...rest } = said[0]!;
  expect(rest).toEqual({ type: 'callback_request', payload: browser.payload });
  expect(requestId).toBe(`${rendererId}-1`);
  for (const message of server) hear({ ...message, requestId: requestId! });
  expect(await outcome).toEqual(OUTCOMES[name]);
  const pushed = server.filter(({ type }) => type === 'set_props').length;
  expect(set).toEqual(Array.from({ length: pushed }, (_, i) => [['status', { children: `step ${i + 1}` }]]));
});

test('callbacks that wait when the socket is lost change nothing', async () => {
  const { socket, hear } = startSocket();
  hear({ type: 'connected' });
  const outcomes = [BODY, BODY].map((body) => socket.update(body, new AbortController().signal));
  hear({ type: 'disconnected' });
  expect(await Promise.all(outcomes)).toEqual([NOTHING, NOTHING]);
});

test.each([
  [['connected'], 0],
  [['connected', 'connected'], 1],
  [['disconnected', 'connected'], 0],
  [['connected', 'disconnected', 'disconnected', 'connected'], 1],
])('what runs as long as the page stands is called again when the socket is back: %j', (types, times) => {
  const { hear, restart } = startSocket();
  types.forEach((type) => hear({ type }));
  expect(restart).toHaveBeenCalledTimes(times);
});

test('a server that knows of nothing is asked for the streams again', async () => {
  const { socket, said, hear } = startSocket();
  hear({ type: 'connected' });
  const [call] = [socket.update(BODY, new AbortController().signal), socket.update(BODY, new AbortController().signal, true)];
  const stream = said.at(-1);
  hear({ type: 'connected' });
  expect(await call).toEqual(NOTHING);
  expect(said.slice(2)).toEqual([stream]);
});

test('the page is told when the server is away for long', () => {
  const { hear, set } = startSocket();
  hear({ type: 'interrupted' });
  expect(set).toEqual(['lost']);
});

test('a stream whose socket is lost is asked for again', async () => {
  const { socket, hear } = startSocket();
  hear({ type: 'connected' });
  const outcome = socket.update(BODY, new AbortController().signal, true);
  hear({ type: 'disconnected' });
  expect(await outcome).toEqual({ kind: 'unreachable' });
});

test('a call that the server finds too large has failed, and is not tried again', async () => {
  const { socket, hear } = startSocket();
  hear({ type: 'connected' });
  const outcome = socket.update(BODY, new AbortController().signal);
  hear({ type: 'disconnected', payload: { code: 1009, reason: 'larger than 9 bytes' } });
  expect(await outcome).toEqual({ kind: 'failed', failure: { message: 'larger than 9 bytes', chain: [] } });
});

test('the answer to a callback that was given up is passed over', async () => {
  const { socket, said, hear } = startSocket();
  const controller = new AbortController();
  const outcome = socket.update(BODY, controller.signal);
  controller.abort();
  hear({ type: 'callback_response', requestId: said[0]!.requestId!, payload: { status: 'prevent_update' } });
  expect(await outcome).toEqual({ kind: 'unreachable' });
});

test('an answer that cannot be read fails the callback alone', async () => {
  const { socket, said, hear } = startSocket();
  const outcome = socket.update(BODY, new AbortController().signal);
  hear({ type: 'callback_response', requestId: said[0]!.requestId!, payload: { status: 'ok', data: 7 } });
  expect(await outcome).toMatchObject({ kind: 'failed' });
});

test('it is opened once for all who wait, and again after it was lost', async () => {
  const { socket, said, hear } = startSocket();
  const waiting = [socket.ready(), socket.ready()];
  hear({ type: 'connected' });
  expect(await Promise.all(waiting)).toEqual([true, true]);
  expect(await socket.ready()).toBe(true);
  hear({ type: 'disconnected' });
  const again = socket.ready();
  hear({ type: 'disconnected' });
  expect(await again).toBe(false);
  expect(said.map(({ type }) => type)).toEqual(['connect', 'connect']);
  expect(said[0]!.payload).toEqual({ serverUrl: 'ws://x/_dash-ws-callback', inactivityTimeout: 0, heartbeatInterval: 30_000, numbered: true });
});

test('a worker that never answers is not asked again', async () => {
  vi.useFakeTimers();
  const { socket, said, hear } = startSocket();
  const first = socket.ready();
  vi.advanceTimersByTime(5_000);
  expect(await first).toBe(false);
  expect(await socket.ready()).toBe(false);
  expect(said).toHaveLength(1);
  hear({ type: 'connected' });
  expect(await socket.ready()).toBe(true);
});

test('the server may set several props at once, and read some', () => {
  const { set, said, hear } = startSocket();
  const id = '{"index":1,"type":"row"}';
  hear({ type: 'set_props_batch', payload: [{ componentId: 'a', props: { x: 1 } }, { componentId: id, props: { y: 2 } }] });
  expect(set).toEqual([[['a', { x: 1 }], [{ index: 1, type: 'row' }, { y: 2 }]]]);
  hear({ type: 'get_props_request', requestId: 'q', payload: { componentId: 'in', properties: ['value'] } });
  expect(said).toMatchObject([{ type: 'get_props_response', requestId: 'q', payload: { value: 'typed' } }]);
});
