// When an `Interval` ticks.
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mount } from '../shared/testing';
import { Interval } from './Interval';
import type { IntervalProps } from './Interval.types';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const start = (props: Omit<IntervalProps, 'setProps'>) => mount(Interval, props);

it('ticks every second by default', () => {
  const { reportedFor } = start({});
  wait(3500);
  expect(reportedFor('n_intervals')).toEqual([1, 2, 3]);
});

it('goes on from what the server sets', () => {
  const { reportedFor, fromServer } = start({ interval: 10, n_intervals: 5 });
  wait(10);
  fromServer({ n_intervals: 100 });
  wait(10);
  expect(reportedFor('n_intervals')).toEqual([6, 101]);
});

it.each([[0, 0], [2, 2], [-1, 5]])('with max_intervals %d ticks %d times in five periods', (max_intervals, ticks) => {
  const { reported } = start({ interval: 10, max_intervals });
  wait(50);
  expect(reported.length).toBe(ticks);
});

it('stops while it is disabled and starts again', () => {
  const { reported, fromServer } = start({ interval: 10, disabled: true });
  wait(50);
  expect(reported).toEqual([]);
  fromServer({ disabled: false });
  wait(20);
  expect(reported.length).toBe(2);
});

it('takes a new period at once', () => {
  const { reported, fromServer } = start({ interval: 1000 });
  fromServer({ interval: 10 });
  wait(50);
  expect(reported.length).toBe(5);
});

it('ends with the component', () => {
  const { reported, unmount } = start({ interval: 10 });
  unmount();
  wait(50);
  expect(reported).toEqual([]);
});
