// What keys do to a handle.
import { expect, it } from 'vitest';
import { valueAfter } from './keys';
import { scaleOf } from './scale';

const scale = scaleOf({ min: 0, max: 100 });
const check = (key: string, expected: number | null, { shiftKey = false, reverse = false, vertical = false } = {}) =>
  expect(valueAfter({ key, shiftKey }, 50, scale, reverse, vertical)).toBe(expected);

it('arrows go one step', () => {
  check('ArrowRight', 51);
  check('ArrowLeft', 49);
  check('ArrowUp', 51);
  check('ArrowDown', 49);
});

it('an arrow goes where it points on a reversed slider', () => {
  check('ArrowRight', 49, { reverse: true });
  check('ArrowUp', 51, { reverse: true });
  check('ArrowUp', 49, { reverse: true, vertical: true });
  check('ArrowRight', 51, { reverse: true, vertical: true });
});

it('larger steps, and the ends', () => {
  check('ArrowRight', 60, { shiftKey: true });
  check('PageUp', 60);
  check('PageDown', 40);
  check('Home', 0);
  check('End', 100);
});

it('leaves other keys alone', () => {
  check('a', null);
  check('Tab', null);
});
