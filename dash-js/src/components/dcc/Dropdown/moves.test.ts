// Where keys take the highlight.
import { expect, it } from 'vitest';
import { normalizeOptions } from '../shared/options';
import { moved } from './moves';

const options = normalizeOptions([{ label: 'off', value: 0, disabled: true }, 1, { label: 'off', value: 2, disabled: true }, 3, 4]);
const long = normalizeOptions(Array.from({ length: 30 }, (_, i) => i));

it.each([
  ['ArrowDown', -1, 1], ['ArrowDown', 1, 3], ['ArrowDown', 4, 1],
  ['ArrowUp', -1, 4], ['ArrowUp', 3, 1], ['ArrowUp', 1, 4],
  ['Home', 4, 1], ['End', -1, 4], ['x', 1, null],
])('%s from %d goes to %j, past what is disabled', (key, from, to) => expect(moved(key, from, options)).toBe(to));

it.each([['PageDown', 3, 13], ['PageDown', 25, 29], ['PageUp', 13, 3], ['PageUp', 3, 0]])('%s from %d goes to %d', (key, from, to) =>
  expect(moved(key, from, long)).toBe(to));

it('goes nowhere in an empty list', () => expect(moved('ArrowDown', -1, [])).toBe(-1));
