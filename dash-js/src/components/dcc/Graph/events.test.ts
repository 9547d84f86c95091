// The JSON that callbacks receive.
import { describe, expect, it } from 'vitest';
import { annotationEvent, isResize, pointEvent } from './events';
import type { Json } from './plotly.types';

const trace = { type: 'scatter', mode: 'lines', customdata: ['a', ['b', 'c'], { k: 1 }] };
const graph = { data: [trace] };

/** A point as plotly.js gives it, with its way back to the whole figure. */
function point(extra: Json): Json {
  const axis: Json = { _id: 'x' };
  axis['_gd'] = { axis };
  return { data: trace, fullData: trace, xaxis: axis, yaxis: axis, curveNumber: 0, pointNumber: 0, pointIndex: 0, x: 'Jan', y: 3, ...extra };
}

const check = (extra: Json, expected: Json) =>
  expect(pointEvent(graph, { points: [point(extra)], event: {} }, 'click')).toEqual({ points: [{ curveNumber: 0, pointNumber: 0, pointIndex: 0, x: 'Jan', y: 3, ...expected }] });

describe('pointEvent', () => {
  it('keeps scalars, drops what is large or circular', () => check({ text: 't', label: null }, { text: 't', label: null, customdata: 'a' }));

  it('can be written as JSON', () =>
    expect(() => JSON.stringify(pointEvent(graph, { points: [point({})] }, 'hover'))).not.toThrow());

  it('passes the place on the screen', () => {
    const bbox = { x0: 1, x1: 2, y0: 3, y1: 4 };
    check({ bbox }, { bbox, customdata: 'a' });
  });

  it.each<[Json, unknown]>([
    [{ pointNumber: 1 }, ['b', 'c']],
    [{ pointNumber: 2 }, { k: 1 }],
    [{ pointNumber: undefined, pointNumbers: [0, 2] }, ['a', { k: 1 }]],
    [{ pointNumber: undefined }, trace.customdata],
  ])('finds the customdata of %j', (extra, customdata) => {
    const { pointNumber, ...rest } = { pointNumber: 0, ...extra };
    const event = pointEvent(graph, { points: [point(extra)] }, 'click');
    expect((event!['points'] as Json[])[0]).toMatchObject({ ...rest, ...(pointNumber !== undefined && { pointNumber }), customdata });
  });

  it('finds the customdata of a cell', () => {
    const heatmap = { data: [{ customdata: [['a', 'b'], ['c', 'd']] }] };
    const event = pointEvent(heatmap, { points: [point({ pointNumber: [1, 0] })] }, 'click');
    expect((event!['points'] as Json[])[0]).toMatchObject({ customdata: 'c' });
  });

  it('writes decoded customdata as plain numbers', () => {
    const typed = { data: [{ customdata: [new Float64Array([1, 2])] }] };
    const event = pointEvent(typed, { points: [point({})] }, 'click');
    expect(JSON.stringify((event!['points'] as Json[])[0]!['customdata'])).toBe('[1,2]');
  });

  it('keeps box and lasso of a selection', () => {
    const range = { x: [0, 1], y: [2, 3] };
    expect(pointEvent(graph, { points: [], range }, 'selected')).toEqual({ points: [], range });
    expect(pointEvent(graph, { points: [], lassoPoints: range }, 'selected')).toEqual({ points: [], lassoPoints: range });
  });

  it('has nothing to say without points', () => {
    expect(pointEvent(graph, undefined, 'selected')).toBeNull();
    expect(pointEvent(graph, {}, 'selected')).toBeNull();
  });

  it('gives the position where the layout asks for it', () => {
    const anywhere = { data: [], _fullLayout: { clickanywhere: true } };
    const event = { points: [], xvals: [1], yvals: [2], xaxes: [{ _id: 'x2' }], yaxes: [{ _id: 'y' }] };
    expect(pointEvent(anywhere, event, 'click')).toEqual({ points: [], xvals: [1], yvals: [2], xaxes_id: 'x2', yaxes_id: 'y' });
    expect(pointEvent(anywhere, event, 'hover')).toEqual({ points: [] });
  });
});

it('an annotation event loses its ways back', () =>
  expect(annotationEvent({ index: 1, annotation: { text: 'a' }, event: {}, fullAnnotation: {} })).toEqual({ index: 1, annotation: { text: 'a' } }));

it.each<[Json, boolean]>([
  [{ autosize: true }, true],
  [{ width: 1, height: 2 }, true],
  [{ 'xaxis.range[0]': 1 }, false],
  [{ autosize: true, 'xaxis.autorange': true }, false],
])('%j is a resize: %s', (event, expected) => expect(isResize(event)).toBe(expected));
