// The values a slider can take.
import { describe, expect, it } from 'vitest';
import { fractionOf, scaleOf, snap, stepFrom, valueAt } from './scale';
import type { SliderProps } from './slider.types';

type Props = Pick<SliderProps, 'min' | 'max' | 'step' | 'marks'>;

describe('scaleOf', () => {
  it.each<[Props, object]>([
    [{}, { min: 0, max: 1, step: 0.01 }],
    [{ min: 0, max: 10 }, { min: 0, max: 10, step: 1 }],
    [{ min: 0, max: 10, step: 0.5 }, { step: 0.5 }],
    [{ min: 0, max: 2.5 }, { step: 0.02 }],
    [{ min: 5 }, { min: 5, max: 6 }],
    [{ marks: { 3: 'a', 9: 'b' } }, { min: 3, max: 9, step: 1 }],
    [{ marks: { 3: 'a', 9: 'b' }, step: null }, { min: 3, max: 9, step: null, stops: [3, 9] }],
    [{ marks: { 0: 'a', 4: 'b', 99: 'out' }, step: null, min: 0, max: 10 }, { step: null, stops: [0, 4] }],
    [{ min: 0, max: 10, step: null }, { step: 1, stops: null }],
    [{ min: 0, max: 10, step: 0 }, { step: 1 }],
  ])('%j gives %j', (props, expected) => expect(scaleOf(props)).toMatchObject(expected));
});

describe('snap', () => {
  it.each<[number, Props, number]>([
    [4.4, { min: 0, max: 10 }, 4],
    [-3, { min: 0, max: 10 }, 0],
    [12, { min: 0, max: 10 }, 10],
    [10, { min: 0, max: 10, step: 3 }, 9],
    [0.31, { min: 0, max: 1, step: 0.1 }, 0.3],
    [1.2, { min: 0.5, max: 3, step: 1 }, 1.5],
    [6, { step: null, marks: { 1: '', 5: '', 10: '' } }, 5],
  ])('%d on %j is %d', (value, props, expected) => expect(snap(value, scaleOf(props))).toBe(expected));
});

describe('stepFrom', () => {
  const marks = { step: null, marks: { 1: '', 5: '', 10: '' } };
  it.each<[number, number, Props, number]>([
    [3, 2, { min: 0, max: 10 }, 5],
    [9, 5, { min: 0, max: 10 }, 10],
    [0.1, 2, { min: 0, max: 1, step: 0.1 }, 0.3],
    [5, 1, marks, 10],
    [5, -1, marks, 1],
    [10, 1, marks, 10],
  ])('%d and %d steps on %j make %d', (value, steps, props, expected) => expect(stepFrom(value, steps, scaleOf(props))).toBe(expected));
});

it('a value and its place belong together, both ways round', () => {
  const scale = scaleOf({ min: 10, max: 30 });
  expect([fractionOf(15, scale), fractionOf(15, scale, true), fractionOf(99, scale)]).toEqual([0.25, 0.75, 1]);
  expect([valueAt(0.25, scale), valueAt(0.25, scale, true), valueAt(-1, scale), valueAt(2, scale)]).toEqual([15, 25, 10, 30]);
});
