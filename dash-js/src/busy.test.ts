// When the page says that callbacks run.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BUSY_AFTER_MS, createBusy, showInTitle } from './busy';

beforeEach(() => {
  vi.useFakeTimers();
  document.title = 'Sales';
});
afterEach(() => void vi.useRealTimers());

function open() {
  const busy = createBusy(BUSY_AFTER_MS);
  showInTitle(busy, 'Updating...');
  return busy;
}

test('not for a moment', () => {
  const busy = open();
  busy.set(true);
  vi.advanceTimersByTime(99);
  busy.set(false);
  vi.advanceTimersByTime(1_000);
  expect([busy.now(), document.title]).toEqual([false, 'Sales']);
});

test('from a tenth of a second on, until the last has ended', () => {
  const busy = open();
  busy.set(true);
  vi.advanceTimersByTime(60);
  busy.set(true);
  vi.advanceTimersByTime(60);
  expect([busy.now(), document.title]).toEqual([true, 'Updating...']);
  busy.set(false);
  expect([busy.now(), document.title]).toEqual([false, 'Sales']);
});

test('a title that someone else sets meanwhile stays', () => {
  const busy = open();
  busy.set(true);
  vi.advanceTimersByTime(100);
  document.title = 'Set by a callback';
  busy.set(false);
  expect(document.title).toBe('Set by a callback');
});

test('the title is left alone if none was asked for', () => {
  const busy = createBusy(BUSY_AFTER_MS);
  showInTitle(busy, undefined);
  busy.set(true);
  vi.advanceTimersByTime(100);
  expect([busy.now(), document.title]).toEqual([true, 'Sales']);
});

test('listeners hear of both', () => {
  const busy = open();
  const heard: boolean[] = [];
  const leave = busy.subscribe(() => heard.push(busy.now()));
  for (const now of [true, false]) {
    busy.set(now);
    vi.advanceTimersByTime(100);
  }
  leave();
  busy.set(true);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([true, false]);
});
