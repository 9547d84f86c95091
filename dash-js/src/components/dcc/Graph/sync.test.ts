// The figure after the user changed the chart.
import { expect, it } from 'vitest';
import { afterRelayout, afterRestyle } from './sync';

const figure = { data: [{ y: [1] }, { y: [2] }], layout: { xaxis: { title: 'X' }, yaxis: { range: [0, 1] } } };

it('a zoom writes the axes it names', () => {
  const shown = { layout: { xaxis: { title: 'X', range: [3, 4] }, yaxis: { range: [9, 9] } } };
  expect(afterRelayout(figure, shown, { 'xaxis.range[0]': 3, 'xaxis.range[1]': 4 })).toEqual({
    ...figure,
    layout: { xaxis: { title: 'X', range: [3, 4] }, yaxis: { range: [0, 1] } },
  });
});

it('copies, since plotly.js goes on writing into its own', () => {
  const shown = { layout: { xaxis: { range: [3, 4] } } };
  const after = afterRelayout(figure, shown, { 'xaxis.range': [3, 4] });
  expect(after?.layout?.['xaxis']).not.toBe(shown.layout.xaxis);
});

it.each([[{ autosize: true }], [{ 'yaxis.range': [0, 1] }]])('%j changes nothing', (event) =>
  expect(afterRelayout(figure, { layout: { autosize: true, yaxis: { range: [0, 1] } } }, event)).toBeNull());

it('the legend writes which traces are hidden', () =>
  expect(afterRestyle(figure, { data: [{ y: [1] }, { y: [2], visible: 'legendonly' }] })?.data).toEqual([
    { y: [1], visible: undefined },
    { y: [2], visible: 'legendonly' },
  ]));

it('nothing is written when nothing is different, or nothing is known', () => {
  expect(afterRestyle(figure, { data: [{}, {}] })).toBeNull();
  expect(afterRestyle(null, { data: [] })).toBeNull();
  expect(afterRelayout(null, {}, { 'xaxis.range': [0, 1] })).toBeNull();
});
