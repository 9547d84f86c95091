// Marks of running callbacks.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLoading, TOLD_AFTER_MS } from './loading';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mark = (path: (string | number)[], property = 'children') => ({ path, property, id: 'out' });

test('marks are there from begin to end', () => {
  const loading = createLoading();
  const [first, second] = [mark(['a']), mark(['a'], 'title')];
  const endFirst = loading.begin([first]);
  const endSecond = loading.begin([second]);
  expect(loading.at(['a'])).toEqual([first, second]);
  endFirst();
  expect(loading.at(['a'])).toEqual([second]);
  endSecond();
  expect(loading.at(['a'])).toEqual([]);
});

test('`within` means below, not at, and no look-alikes', () => {
  const loading = createLoading();
  loading.begin([mark(['a']), mark(['a', 'b']), mark(['a', 'b', 1]), mark(['ab', 1])]);
  expect(loading.within(['a']).map(({ path }) => path)).toEqual([['a', 'b'], ['a', 'b', 1]]);
});

test('listeners hear of their own place only', () => {
  const loading = createLoading();
  const [here, there, everywhere] = [vi.fn(), vi.fn(), vi.fn()];
  const leave = loading.subscribe(['a'], here);
  loading.subscribe(['b'], there);
  loading.subscribeToAll(everywhere);
  const end = loading.begin([mark(['a'])]);
  vi.advanceTimersByTime(TOLD_AFTER_MS);
  end();
  leave();
  loading.begin([mark(['a'])]);
  vi.advanceTimersByTime(TOLD_AFTER_MS);
  expect([here, there, everywhere].map((listener) => listener.mock.calls.length)).toEqual([2, 0, 3]);
});

test('what is over within a frame is not told as begun', () => {
  const loading = createLoading();
  const seen: number[] = [];
  loading.subscribe(['a'], () => seen.push(loading.at(['a']).length));
  const end = loading.begin([mark(['a'])]);
  vi.advanceTimersByTime(TOLD_AFTER_MS - 1);
  end();
  vi.advanceTimersByTime(TOLD_AFTER_MS);
  expect(seen).toEqual([0]);
});
