// The socket that is kept open: heartbeats, silence, inactivity, and coming back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSockets } from '../testing/socket';
import { createLine } from './line';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function startLine(inactivityTimeout = 0) {
  const fake = fakeSockets();
  const heard: string[] = [];
  const line = createLine({
    open: (listener) => fake.open({ serverUrl: '' }, '', listener),
    onOpen: () => heard.push('open'),
    onClose: (_, reason) => heard.push(reason),
    onText: (text) => heard.push(text),
  });
  line.connect({ inactivityTimeout, heartbeatInterval: 30_000 });
  return { ...fake, line, heard };
}

test('it asks every 30 seconds, and an answer keeps it open', () => {
  const { last, heard, sockets } = startLine();
  last().accept();
  for (let i = 0; i < 3; i++) {
    vi.advanceTimersByTime(30_000);
    last().hear({ type: 'heartbeat_ack' });
  }
  vi.advanceTimersByTime(9_999);
  expect(last().said).toEqual(Array(3).fill({ type: 'heartbeat' }));
  expect(heard).toEqual(['open']);
  expect(sockets).toHaveLength(1);
});

test('a server that stays silent for 10 seconds is lost', () => {
  const { sockets, heard } = startLine();
  sockets[0]!.accept();
  vi.advanceTimersByTime(40_000);
  expect(sockets[0]!.closedWith).toBe(4000);
  expect(heard).toEqual(['open', 'heartbeat timeout']);
  vi.advanceTimersByTime(1_000);
  expect(sockets).toHaveLength(2);
});

test('it comes back after 1, 2, 4 … 30 seconds, ten times', () => {
  const { sockets, last } = startLine();
  last().accept();
  const delays: number[] = [];
  for (let i = 0; i < 12; i++) {
    const [before, from] = [sockets.length, Date.now()];
    last().drop();
    while (sockets.length === before && Date.now() - from < 100_000) vi.advanceTimersByTime(1_000);
    if (sockets.length > before) delays.push((Date.now() - from) / 1_000);
  }
  expect(delays).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30]);
});

test('a success starts the count anew', () => {
  const { sockets, last } = startLine();
  last().accept();
  for (let i = 0; i < 3; i++) {
    last().drop();
    vi.advanceTimersByTime(1_000);
    last().accept();
  }
  expect(sockets).toHaveLength(4);
});

test.each([1000, 1009, 4001])('after %i it stays closed until it is asked for', (code) => {
  const { sockets, last, line } = startLine();
  last().accept();
  last().drop(code);
  vi.advanceTimersByTime(1_000_000);
  expect(sockets).toHaveLength(1);
  line.connect({ inactivityTimeout: 0, heartbeatInterval: 30_000 });
  expect(sockets).toHaveLength(2);
});

test('whoever asks does not wait for the next try', () => {
  const { sockets, last, line } = startLine();
  last().drop();
  line.connect({ inactivityTimeout: 0, heartbeatInterval: 30_000 });
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(100_000);
  expect(sockets).toHaveLength(2);
});

test('nobody uses it: it closes; heartbeats are no use, a reader who looks is', () => {
  const { last, line } = startLine(60_000);
  last().accept();
  const beat = () => {
    vi.advanceTimersByTime(30_000);
    last().hear({ type: 'heartbeat_ack' });
  };
  beat();
  line.touch();
  beat();
  expect(last().closedWith).toBe(undefined);
  beat();
  expect(last().closedWith).toBe(4001);
});

test('what an older socket still says concerns nobody', () => {
  const { sockets, heard, line } = startLine();
  sockets[0]!.accept();
  line.close();
  expect(sockets[0]!.closedWith).toBe(1000);
  sockets[0]!.hear({ type: 'set_props' });
  sockets[0]!.drop();
  vi.advanceTimersByTime(100_000);
  expect(heard).toEqual(['open']);
  expect(sockets).toHaveLength(1);
});
