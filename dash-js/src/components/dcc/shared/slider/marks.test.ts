// The labels along a slider.
import { describe, expect, it } from 'vitest';
import { marksOf, readable, shortNumber } from './marks';
import { scaleOf } from './scale';
import type { Marks, SliderProps } from './slider.types';

type Props = Pick<SliderProps, 'min' | 'max' | 'step' | 'marks'>;
const values = (props: Props, width = 330) => marksOf(props.marks, scaleOf(props), width).map(({ value }) => value);

describe('automatic marks', () => {
  it.each<[Props, number, number[]]>([
    [{ min: 0, max: 10 }, 330, [0, 2, 4, 6, 8, 10]],
    [{ min: 0, max: 10 }, 900, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ min: 0, max: 100 }, 330, [0, 20, 40, 60, 80, 100]],
    [{ min: 0, max: 1 }, 330, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [{ min: 3, max: 97 }, 330, [3, 20, 40, 60, 80, 97]],
    [{ min: 0, max: 90, step: 30 }, 330, [0, 30, 60, 90]],
    [{ min: 1, max: 2 }, 330, [1, 1.2, 1.4, 1.6, 1.8, 2]],
    [{ min: 0, max: 100 }, 60, [0, 100]],
    [{ min: 5, max: 5 }, 330, [5]],
  ])('of %j in %d pixels are %j', (props, width, expected) => expect(values(props, width)).toEqual(expected));

  it('stand on steps', () => {
    const scale = scaleOf({ min: 3, max: 103, step: 5 });
    for (const value of values({ min: 3, max: 103, step: 5 })) expect((value - scale.min) % 5).toBe(0);
  });

  it('leave no binary dust', () => expect(values({ min: -0.3, max: 0.3, step: 0.1 }, 900)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]));

  it('come with an empty map, and instead of too many', () => {
    expect(values({ min: 0, max: 10, marks: {} })).toEqual([0, 2, 4, 6, 8, 10]);
    const tooMany: Marks = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [i, 'x']));
    expect(values({ min: 0, max: 500, marks: tooMany }).length).toBeLessThan(12);
  });
});

describe("the author's marks", () => {
  it('come in order, within the limits, with their style', () =>
    expect(marksOf({ 10: 'ten', 2: { label: 'two', style: { color: 'red' } }, 0: {}, 99: 'out' }, scaleOf({ min: 0, max: 10 }), 330)).toEqual([
      { value: 0, label: '0' },
      { value: 2, label: 'two', style: { color: 'red' } },
      { value: 10, label: 'ten' },
    ]));
  it('are none with null', () => expect(marksOf(null, scaleOf({}), 330)).toEqual([]));
});

it('labels that would lie over another are left out, the ends last', () => {
  const scale = scaleOf({ min: 0, max: 10 });
  const marks = [0, 1, 5, 9, 10].map((value) => ({ value, label: `label ${value}` }));
  expect([...readable(marks, scale, 1000, false)].sort((a, b) => a - b)).toEqual([0, 1, 5, 9, 10]);
  expect([...readable(marks, scale, 300, false)].sort((a, b) => a - b)).toEqual([0, 5, 10]);
  expect([...readable(marks, scale, 300, true)].sort((a, b) => a - b)).toEqual([0, 1, 5, 9, 10]);
});

it.each([[0, '0'], [9999, '9999'], [-0.25, '-0.25'], [12_000, '12K'], [2_500_000, '2.5M'], [-50_000, '-50K']])('%d reads %s', (value, text) =>
  expect(shortNumber(value)).toBe(text));
