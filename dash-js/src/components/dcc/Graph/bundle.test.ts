// Which bundle draws what.
import { describe, expect, it } from 'vitest';
import { bundleFor, covers, type Bundle } from './bundle';
import type { Figure } from './plotly.types';

const check = (figure: Figure | null | undefined, expected: Bundle) => expect(bundleFor(figure)).toBe(expected);
const ofTypes = (...types: (string | undefined)[]): Figure => ({ data: types.map((type) => (type ? { type } : {})) });

describe('bundleFor', () => {
  it('needs the smallest for nothing, and for traces without a type', () => {
    check(null, 'basic');
    check({}, 'basic');
    check({ data: null }, 'basic');
    check(ofTypes(undefined), 'basic');
  });
  it.each<[string[], Bundle]>([
    [['scatter', 'bar', 'pie'], 'basic'],
    [['scatter', 'heatmap'], 'cartesian'],
    [['violin'], 'cartesian'],
    [['image', 'bar'], 'cartesian'],
    [['heatmap', 'scattergl'], 'strict'],
    [['scatter3d', 'bar'], 'strict'],
    [['something-new'], 'strict'],
  ])('draws %j with %s', (types, expected) => check(ofTypes(...types), expected));

  it('looks into animation frames', () => check({ data: [{}], frames: [{ data: [{ type: 'box' }] }, {}] }, 'cartesian'));

  it('knows that only the largest counts in other calendars', () => {
    check({ data: [{ xcalendar: 'hebrew' }] }, 'strict');
    check({ data: [{ xcalendar: 'gregorian' }], layout: { calendar: 'gregorian' } }, 'basic');
  });
});

it('a larger bundle does for a smaller one', () =>
  expect([covers('strict', 'basic'), covers('basic', 'basic'), covers('basic', 'cartesian')]).toEqual([true, true, false]));
