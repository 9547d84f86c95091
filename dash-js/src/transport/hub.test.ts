// Several pages on one line.
import { expect, test } from 'vitest';
import { fakeSockets } from '../testing/socket';
import { createHub, type Port } from './hub';
import type { Message } from './transport';

function startHub(hearsOfPages?: boolean) {
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
        say({ type: 'connect', payload: { serverUrl: 'ws://x/_dash-ws-callback', inactivityTimeout: 0, heartbeatInterval: 30_000, hearsOfPages } });
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

test.each([
  [true, [{ type: 'disconnect', rendererId: 'a' }]],
  [undefined, []],
])('a server that wants to hear of pages, %s: it is told of one that leaves while others stay', (hears, said) => {
  const { page, last } = startHub(hears);
  const [a] = [page('a'), page('b')];
  last().accept();
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
