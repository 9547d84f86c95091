// What counts as the same value.
import { expect, test } from 'vitest';
import { equal } from './equal';

const figure = () => ({ data: [{ x: [1, 2], y: new Float64Array([1, NaN]) }], layout: { title: null } });

test.each([
  [1, 1],
  [NaN, NaN],
  [null, null],
  [[1, [2]], [1, [2]]],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  [new Date(5), new Date(5)],
  [figure(), figure()],
])('%o equals itself', (a, b) => {
  expect(equal(a, b)).toBe(true);
});

test.each([
  [0, false],
  [null, undefined],
  ['', 0],
  [[1], [1, 2]],
  [[], {}],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [new Date(5), new Date(6)],
  [new Uint8Array([1]), new Uint8Array([2])],
  [new Uint8Array([1]), [1]],
])('%o differs from %o', (a, b) => {
  expect(equal(a, b)).toBe(false);
  expect(equal(b, a)).toBe(false);
});
