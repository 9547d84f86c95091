// How typed numbers are read and stepped.
import { describe, expect, it } from 'vitest';
import { decimals, parseNumber, stepped, type Limits } from './number';

describe('parseNumber', () => {
  it.each<[string | number | null | undefined, number | null]>([
    ['', null], ['  ', null], ['-', null], ['abc', null], ['1e999', null], [null, null], [undefined, null],
    ['0', 0], ['-0.5', -0.5], ['1.', 1], ['1e3', 1000], [7, 7], [0, 0],
  ])('reads %j as %j', (text, expected) => expect(parseNumber(text)).toBe(expected));
});

describe('stepped', () => {
  const check = (value: number | null, direction: 1 | -1, limits: Limits, expected: number) =>
    expect(stepped(value, direction, limits)).toBe(expected);

  it('goes one step, one by default', () => {
    check(4, 1, {}, 5);
    check(4, -1, { step: 3 }, 1);
  });
  it('leaves no binary dust', () => {
    check(0.1, 1, { step: 0.2 }, 0.3);
    check(1e-7, 1, { step: 1e-7 }, 2e-7);
  });
  it('stays within the limits', () => {
    check(9, 1, { max: 9.5 }, 9.5);
    check(0, -1, { min: 0 }, 0);
  });
  it('starts an empty field at zero, or at the nearest limit', () => {
    check(null, 1, {}, 1);
    check(null, 1, { min: 5, max: 10 }, 6);
  });
});

it('counts decimals', () => expect([1, 0.25, 1e-7, 1.5e-7, 1e21].map(decimals)).toEqual([0, 2, 7, 8, 0]));
