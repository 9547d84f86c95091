// Several pages on one line.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSockets } from '../testing/socket';
import { createHub, type Port } from './hub';
import type { Message } from './transport';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function startHub(numbered?: boolean) {
  const fake = fakeSockets();
  const join = createHub(fake.open);
  return {
    ...fake,
    page: (rendererId: string) => {
      const heard: Message[] = [];
      const port: Port = { onmessage: null, postMessage: (message: Message) => void heard.push(message) };
      join(port);
      const say = (message: Omit<Message, 'rendererId'>) =>
        port.onmessage?.call(port as MessagePort, { data: { ...message, rendererId } } as MessageEvent);
      const connect = () =>
        say({ type: 'connect', payload: { serverUrl: 'ws://x/_dash-ws-callback', inactivityTimeout: 0, heartbeatInterval: 30_000, numbered } });
      connect();
      return { heard, say, connect, types: () => heard.map(({ type }) => type) };
    },
  };
}

test('pages share a socket, and all of them hear when it is open', () => {
  const { page, last, urls } = startHub();
  const [a, b] = [page('a'), page('b')];
  last().accept();
  const late = page('late');
  expect(urls).toEqual(['ws://x/_dash-ws-callback']);
  for (const { heard } of [a, b, late]) expect(heard.map(({ type }) => type)).toEqual(['connected']);
});

test('what a page says goes to the server, and each page hears what is meant for it', () => {
  const { page, last } = startHub();
  const [a, b] = [page('a'), page('b')];
  last().accept();
  const request = { type: 'callback_request', requestId: 'a-1', payload: { output: 'out.children' } };
  a.say(request);
  expect(last().said).toEqual([{ ...request, rendererId: 'a' }]);
  const answers = ['a', 'b', 'gone'].map((rendererId) => ({ type: 'callback_response', rendererId, requestId: '1' }));
  last().hear(answers);
  last().hear({ type: 'set_props', rendererId: 'b' });
  expect(a.heard.slice(1)).toEqual([answers[0]]);
  expect(b.heard.slice(1)).toEqual([answers[1], { type: 'set_props', rendererId: 'b' }]);
});

test('a page is told when the socket is lost, and when nothing can be sent', () => {
  const { page, last } = startHub();
  const a = page('a');
  last().accept();
  last().drop(4001);
  a.say({ type: 'callback_request', requestId: 'a-1' });
  expect(a.types()).toEqual(['connected', 'disconnected', 'disconnected']);
  a.connect();
  last().accept();
  expect(a.types().at(-1)).toBe('connected');
});

const NEW = { type: 'session', resumed: false, taken: 0 };

test.each([
  [true, [{ type: 'disconnect', rendererId: 'a', number: 1 }]],
  [undefined, []],
])('a server that numbers messages, %s: it is told of a page that leaves while others stay', (numbered, said) => {
  const { page, last } = startHub(numbered);
  const [a] = [page('a'), page('b')];
  last().accept();
  if (numbered) last().hear(NEW);
  a.say({ type: 'disconnect' });
  expect(last().said).toEqual(said);
});

test('the socket closes with its last page', () => {
  const { page, last } = startHub();
  const [a, b] = [page('a'), page('b')];
  last().accept();
  a.say({ type: 'disconnect' });
  expect(last().closedWith).toBe(undefined);
  b.say({ type: 'disconnect' });
  expect(last().closedWith).toBe(1000);
});

/** A page on a line that numbers messages, one of which each side has said. */
function startNumbered() {
  const hub = startHub(true);
  const a = hub.page('a');
  hub.last().accept();
  hub.last().hear(NEW);
  a.say({ type: 'callback_request', requestId: 'a-1' });
  hub.last().hear({ number: 1, taken: 1, messages: [{ type: 'set_props', rendererId: 'a', payload: 1 }] });
  /** The line is cut, and the next one answers. */
  const cut = (welcome: unknown, between = () => {}) => {
    hub.last().drop();
    between();
    vi.advanceTimersByTime(1_000);
    hub.last().accept();
    hub.last().hear(welcome);
  };
  return { ...hub, a, cut };
}

test('a line that comes back goes on: nothing is lost, nothing comes twice, no page knows', () => {
  const { a, cut, last, urls } = startNumbered();
  const query = (url = '') => Object.fromEntries(new URL(url).searchParams);
  cut({ type: 'session', resumed: true, taken: 1 }, () => a.say({ type: 'callback_request', requestId: 'a-2' }));
  expect(query(urls[1])).toEqual({ session: query(urls[0])['session'], seen: '1' });
  expect(last().said).toEqual([{ type: 'callback_request', rendererId: 'a', requestId: 'a-2', number: 2 }]);
  for (const number of [1, 2]) last().hear({ number, taken: 2, messages: [{ type: 'set_props', rendererId: 'a', payload: number }] });
  expect(a.heard.map(({ type, payload }) => [type, payload])).toEqual([
    ['connected', undefined], ['set_props', 1], ['set_props', 2],
  ]);
});

test('what the server has not taken is said again, and before anything else', () => {
  const { a, cut, last } = startNumbered();
  a.say({ type: 'callback_request', requestId: 'a-2' });
  cut({ type: 'session', resumed: true, taken: 1 });
  a.say({ type: 'callback_request', requestId: 'a-3' });
  expect(last().said).toMatchObject([{ requestId: 'a-2', number: 2 }, { requestId: 'a-3', number: 3 }]);
});

test('a server that knows nothing of the session: pages are told once more, and numbers begin anew', () => {
  const { a, cut, last } = startNumbered();
  cut(NEW);
  expect(a.types()).toEqual(['connected', 'set_props', 'connected']);
  a.say({ type: 'callback_request', requestId: 'a-2' });
  expect(last().said).toMatchObject([{ requestId: 'a-2', number: 1 }]);
  last().hear({ number: 1, taken: 1, messages: [{ type: 'set_props', rendererId: 'a' }] });
  expect(a.types().at(-1)).toBe('set_props');
});

test('readers are told of a line that is away for 5 seconds, and a page that asks brings it back at once', () => {
  const { a, last, sockets } = startNumbered();
  last().drop();
  vi.advanceTimersByTime(1_000);
  last().drop();
  vi.advanceTimersByTime(3_999);
  expect(a.types()).toEqual(['connected', 'set_props']);
  last().drop();
  vi.advanceTimersByTime(1);
  expect(a.types().at(-1)).toBe('interrupted');
  const before = sockets.length;
  a.connect();
  expect(sockets).toHaveLength(before + 1);
});

test('a page that asks for a line that is there is told nothing twice', () => {
  const { a } = startNumbered();
  a.connect();
  expect(a.types()).toEqual(['connected', 'set_props']);
});

test('what was heard is confirmed after a second', () => {
  const { last } = startNumbered();
  vi.advanceTimersByTime(1_000);
  expect(last().said.at(-1)).toEqual({ type: 'seen', seen: 1 });
});
