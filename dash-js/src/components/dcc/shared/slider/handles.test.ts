// Where handles go when one is moved.
import { expect, it } from 'vitest';
import { moveHandle, nearestHandle, type HandleRules } from './handles';
import { scaleOf } from './scale';

const scale = scaleOf({ min: 0, max: 100 });
const free: HandleRules = { mayCross: true, push: null };
const bound: HandleRules = { mayCross: false, push: null };
const pushing: HandleRules = { mayCross: true, push: 10 };

it.each<[number[], number, number, HandleRules, number[], number]>([
  [[20, 60], 0, 30, free, [30, 60], 0],
  [[20, 60], 0, 80, free, [60, 80], 1],
  [[20, 60], 1, 10, free, [10, 20], 0],
  [[20, 60], 0, 60, free, [60, 60], 0],
  [[10, 20, 30], 0, 99, free, [20, 30, 99], 2],
  [[20, 60], 0, 80, bound, [60, 60], 0],
  [[20, 60], 1, 0, bound, [20, 20], 1],
  [[20, 60], 0, 55, pushing, [55, 65], 0],
  [[20, 60], 0, 100, pushing, [90, 100], 0],
  [[20, 30, 40], 2, 5, pushing, [0, 10, 20], 2],
])('%j with handle %d to %d under %j is %j, handle %d', (values, index, to, rules, expected, place) =>
  expect(moveHandle(values, index, to, rules, scale)).toEqual({ values: expected, index: place }));

it.each<[number[], number, boolean, number]>([
  [[20, 60], 0.3, false, 0],
  [[20, 60], 0.5, false, 1],
  [[20, 60], 0.3, true, 1],
  [[50, 50], 0.4, false, 0],
  [[50, 50], 0.6, false, 1],
  [[50, 50], 0.4, true, 1],
  [[100, 100], 1, false, 0],
  [[50], 0.9, false, 0],
])('of %j a press at %d (reversed: %j) takes handle %d', (values, fraction, reverse, expected) =>
  expect(nearestHandle(values, fraction, scale, reverse)).toBe(expected));
