// When a chart follows its place.
import { expect, it } from 'vitest';
import type { Json, Layout } from './plotly.types';
import { isResponsive, naturalHeight, sized, type Responsive } from './size';

it.each<[Responsive, Json | null, Layout | null, boolean]>([
  ['auto', null, null, true],
  [undefined, {}, {}, true],
  ['auto', {}, { width: 300 }, true],
  ['auto', {}, { width: 300, height: 200 }, false],
  ['auto', {}, { autosize: false }, false],
  ['auto', { responsive: false }, {}, false],
  [true, { responsive: false }, { width: 1, height: 1 }, true],
  [false, {}, {}, false],
])('responsive=%j config=%j layout=%j follows: %s', (responsive, config, layout, expected) =>
  expect(isResponsive(responsive, config, layout)).toBe(expected));

it.each<[Responsive, Layout]>([
  ['auto', { width: 300, height: 200, title: 't' }],
  [true, { autosize: true, title: 't' }],
  [false, { autosize: false, width: 300, height: 200, title: 't' }],
])('responsive=%j draws with %j', (responsive, expected) =>
  expect(sized({ width: 300, height: 200, title: 't' }, responsive)).toEqual(expected));

it('knows the height before it is drawn', () =>
  expect([naturalHeight(null), naturalHeight({}), naturalHeight({ height: 200 })]).toEqual([450, 450, 200]));
