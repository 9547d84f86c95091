// What a chart looks like when its author did not say.
import { describe, expect, it } from 'vitest';
import type { Look } from './look';
import type { Json, Layout } from './plotly.types';
import { COLORWAY, themed } from './template';

const palette = { text: 't', weakText: 'w', grid: 'g', line: 'l', surface: 's', accent: 'a', fontFamily: 'f' };
const look = (isNarrow = false): Look => ({ palette, isNarrow });
const templateOf = (layout: Layout, isNarrow = false) => (themed(layout, look(isNarrow))['template'] as Json)['layout'] as Json;

describe('themed', () => {
  it('takes colours from the page', () =>
    expect(templateOf({})).toMatchObject({ paper_bgcolor: 'rgba(0,0,0,0)', font: { color: 't', family: 'f' }, xaxis: { gridcolor: 'g' }, colorway: COLORWAY }));

  it("leaves a figure's own template alone", () => {
    const layout = { template: {} };
    expect(themed(layout, look())).toBe(layout);
  });

  it('writes nothing but the template', () => {
    const layout = { font: { color: 'red' } };
    expect({ ...themed(layout, look()), template: null }).toEqual({ ...layout, template: null });
  });

  it.each(['paper_bgcolor', 'plot_bgcolor'])('does not mix its text colours with a %s of the author', (key) => {
    const template = templateOf({ [key]: '#fff' });
    expect(template['font']).toEqual({ family: 'f' });
    expect(template['paper_bgcolor']).toBeUndefined();
    expect(template['colorway']).toEqual(COLORWAY);
  });

  it('makes room for a title only where there is one', () => {
    const top = (layout: Layout) => (templateOf(layout)['margin'] as Json)['t'] as number;
    expect(top({ title: { text: 'T' } })).toBeGreaterThan(top({}));
  });

  it.each([['xaxis', 'b'], ['yaxis', 'l']])("makes room for the title of an %s, so that the chart is drawn once", (axis, side) => {
    const room = (title: unknown) => (templateOf({ [axis]: { title } })['margin'] as Json)[side] as number;
    expect(room({ text: 'T' })).toBeGreaterThan(room(null));
  });

  it('puts the legend below on a phone', () => {
    expect(templateOf({}, true)['legend']).toMatchObject({ orientation: 'h' });
    expect(templateOf({}, false)['legend']).toEqual({});
  });
});

const channels = (hex: string) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = channels(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

it.each(['#f7f8fa', '#12151b'])('every colour stands out on %s', (page) => {
  const weak = COLORWAY.filter((colour) => contrast(colour, page) < 3);
  expect(weak).toEqual([]);
});
