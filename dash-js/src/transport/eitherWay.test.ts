// The way that is taken: the socket, or events where a proxy forbids it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSockets } from '../testing/socket';
import { eitherWay } from './eitherWay';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ADDRESS = { serverUrl: 'ws://x/ws', eventsUrl: 'http://x/sse', messagesUrl: 'http://x/say' };

/** Both ways are fakes, each with what was opened. */
function startWays() {
  const [sockets, events] = [fakeSockets(), fakeSockets()];
  const open = eitherWay(sockets.open, events.open);
  const heard: string[] = [];
  const listener = {
    opened: () => void heard.push('open'),
    said: (text: string) => void heard.push(text),
    lost: (code: number) => void heard.push(`lost ${code}`),
  };
  return { sockets, events, heard, start: (address: typeof ADDRESS | { serverUrl: string } = ADDRESS) => open(address, '', listener) };
}

const WELCOME = '{"type":"session"}';
const welcome = { type: 'session' };

test('a socket that speaks is the only one that is opened', () => {
  const { sockets, events, heard, start } = startWays();
  start();
  sockets.last().accept();
  expect(heard).toEqual([]);
  sockets.last().hear(welcome);
  sockets.last().drop();
  start();
  sockets.last().drop();
  expect(heard).toEqual(['open', WELCOME, 'lost 1006', 'lost 1006']);
  expect(events.sockets).toHaveLength(0);
});

test.each(['before it opens', 'after it opened'])('a socket that ends %s, without a word, gives way to events', (when) => {
  const { sockets, events, heard, start } = startWays();
  const connection = start();
  if (when === 'after it opened') sockets.last().accept();
  sockets.last().drop();
  events.last().accept();
  events.last().hear(welcome);
  expect(heard).toEqual(['open', WELCOME]);
  connection.send('{}');
  expect(events.last().said).toEqual([{}]);
});

test('a socket of which nothing is heard for three seconds gives way to events', () => {
  const { sockets, events, heard, start } = startWays();
  start();
  vi.advanceTimersByTime(2_999);
  expect(events.sockets).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(sockets.last().closedWith).toBe(4000);
  sockets.last().drop();
  events.last().hear(welcome);
  expect(heard).toEqual(['open', WELCOME]);
});

test('events that worked are taken again at once, until they fail', () => {
  const { sockets, events, heard, start } = startWays();
  start();
  sockets.last().drop();
  events.last().hear(welcome);
  events.last().drop();
  start();
  events.last().drop();
  expect([sockets.sockets.length, events.sockets.length]).toEqual([1, 2]);
  start();
  expect(sockets.sockets).toHaveLength(2);
  expect(heard).toEqual(['open', WELCOME, 'lost 1006', 'lost 1006']);
});

test('where neither works, both are tried again', () => {
  const { sockets, events, heard, start } = startWays();
  for (let i = 1; i <= 2; i++) {
    start();
    sockets.last().drop();
    events.last().drop();
    expect([sockets.sockets.length, events.sockets.length, heard.length]).toEqual([i, i, i]);
  }
});

test('a server that has no events is asked for none', () => {
  const { sockets, events, heard, start } = startWays();
  start({ serverUrl: 'ws://x/ws' });
  sockets.last().drop();
  expect(events.sockets).toHaveLength(0);
  expect(heard).toEqual(['lost 1006']);
});
