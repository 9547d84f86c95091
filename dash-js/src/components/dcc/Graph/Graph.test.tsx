// When a `Graph` draws, waits and reports. plotly.js itself is played.
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashContext, OUTSIDE } from '../../../render/context';
import { mount } from '../shared/testing';
import { Graph } from './Graph';
import type { GraphProps } from './Graph.types';
import { loadPlotly } from './library';
import type { Drawing, GraphElement, Json, Plotly } from './plotly.types';

vi.mock('./library', () => ({ loadPlotly: vi.fn() }));

let drawings: Drawing[];
let happen: (event: string, data?: Json) => void;

const plotly = {
  react: async (element: GraphElement, drawing: Drawing) => {
    drawings.push(drawing);
    const listeners = new Map<string, (data?: Json) => void>();
    Object.assign(element, { data: drawing.data, layout: drawing.layout });
    element.on ??= (event, listener) => void listeners.set(event, listener);
    element.removeAllListeners ??= () => listeners.clear();
    happen ??= (event, data) => act(() => listeners.get(event)?.(data));
  },
  extendTraces: vi.fn(async () => {}),
  purge: () => {},
} as unknown as Plotly;

beforeEach(() => {
  drawings = [];
  happen = undefined as never;
  vi.mocked(loadPlotly).mockResolvedValue(plotly);
});
afterEach(cleanup);

const settle = () => act(() => new Promise((resolve) => setImmediate(resolve)));

async function open(props: Omit<GraphProps, 'setProps'>) {
  const mounted = mount(Graph, { id: 'sales', ...props });
  await settle();
  return mounted;
}

const figure = { data: [{ y: [1, 2] }], layout: { title: { text: 'Sales' } } };

it('draws its figure, and each new one', async () => {
  const { fromServer, reported } = await open({ figure });
  fromServer({ figure: { data: [{ y: [3] }] } });
  await settle();
  expect(drawings.map(({ data }) => data)).toEqual([[{ y: [1, 2] }], [{ y: [3] }]]);
  expect(reported).toEqual([]);
});

it('is drawn in the colours seen last, and anew when those around it turned out others', async () => {
  const { fromServer, container } = await open({ figure });
  const colourOf = ({ layout }: Drawing) => (layout['template'] as { layout: { font: { color: string } } }).layout.font.color;
  container.style.setProperty('--Dash-Text-Primary', 'white');
  fromServer({ figure: { data: [{ y: [3] }] } });
  await settle();
  await act(() => new Promise(requestAnimationFrame));
  await settle();
  expect(drawings.map(({ data }) => data)).toEqual([figure.data, [{ y: [3] }], [{ y: [3] }]]);
  expect(drawings.map(colourOf)).toEqual(['', '', 'white']);
});

it('never hands out the figure of the page to be written into', async () => {
  await open({ figure });
  expect(drawings[0]?.data[0]).not.toBe(figure.data[0]);
  expect(drawings[0]?.layout['title']).not.toBe(figure.layout.title);
});

describe('without a figure', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  const wait = () => act(() => vi.advanceTimersByTimeAsync(1000));

  it('draws empty axes, after a while', async () => {
    await open({});
    expect(drawings).toEqual([]);
    await wait();
    expect(drawings).toMatchObject([{ data: [], config: { displaylogo: false, responsive: false } }]);
  });

  it('does not draw when a figure comes soon', async () => {
    const { fromServer } = await open({});
    fromServer({ figure });
    await wait();
    expect(drawings.map(({ data }) => data)).toEqual([figure.data]);
  });

  it('does not draw while a callback is making one, but loads', async () => {
    const busy = { ...OUTSIDE, isLoading: () => true, useLoading: () => true };
    render(<DashContext.Provider value={busy}><Graph setProps={() => {}} /></DashContext.Provider>);
    await wait();
    expect([drawings, vi.mocked(loadPlotly).mock.calls.at(-1)]).toEqual([[], ['basic']]);
  });
});

it('says what is wrong when it cannot draw', async () => {
  vi.mocked(loadPlotly).mockRejectedValue(new Error('the chart library could not be loaded'));
  await open({ figure });
  expect(screen.getByRole('alert').textContent).toBe('This chart cannot be shown: the chart library could not be loaded.');
});

it.each<[string, Omit<GraphProps, 'setProps'>, string]>([
  ['its title', { figure: { layout: { title: 'Sales <b>2026</b>' } } }, 'Sales 2026'],
  ['its id', { figure: {} }, 'sales'],
])('is named by %s', async (_, props, name) => {
  await open(props);
  expect(screen.getByRole('figure', { name })).toBeTruthy();
});

describe('what the user does', () => {
  const points = [{ curveNumber: 0, pointNumber: 1, x: 1, y: 2 }];

  it('is reported as the data of its event', async () => {
    const { reported } = await open({ figure });
    happen('plotly_click', { points });
    happen('plotly_hover', { points });
    happen('plotly_selected', { points, range: { x: [0, 1], y: [0, 1] } });
    happen('plotly_clickannotation', { index: 0, event: {}, fullAnnotation: {} });
    expect(reported).toEqual([
      { clickData: { points, timestamp: expect.any(Number) } },
      { hoverData: { points } },
      { selectedData: { points, range: { x: [0, 1], y: [0, 1] } } },
      { clickAnnotationData: { index: 0, timestamp: expect.any(Number) } },
    ]);
  });

  it('is reported once while it is the same', async () => {
    const { reportedFor } = await open({ figure });
    happen('plotly_hover', { points });
    happen('plotly_hover', { points });
    expect(reportedFor('hoverData').length).toBe(1);
  });

  it('clears: a selection always, a hover on request', async () => {
    const { reported, fromServer } = await open({ figure });
    happen('plotly_deselect');
    happen('plotly_unhover');
    fromServer({ clear_on_unhover: true });
    happen('plotly_unhover');
    expect(reported).toEqual([{ selectedData: null }, { hoverData: null }]);
  });

  it('goes into the figure, which is not drawn again for it', async () => {
    const { reported } = await open({ figure });
    drawings[0]!.layout['xaxis'] = { range: [0, 1] };
    happen('plotly_relayout', { 'xaxis.range[0]': 0, 'xaxis.range[1]': 1 });
    await settle();
    expect(reported).toEqual([
      {
        relayoutData: { 'xaxis.range[0]': 0, 'xaxis.range[1]': 1 },
        figure: { ...figure, layout: { ...figure.layout, xaxis: { range: [0, 1] } } },
      },
    ]);
    expect(drawings.length).toBe(1);
  });

  it('does not include a resize', async () => {
    const { reported } = await open({ figure });
    happen('plotly_relayout', { autosize: true });
    expect(reported).toEqual([]);
  });
});

it('adds points to what is drawn', async () => {
  const { fromServer } = await open({ figure });
  fromServer({ extendData: [{ y: [[3]] }, [0], 10] });
  await settle();
  expect(plotly.extendTraces).toHaveBeenCalledWith(expect.anything(), { y: [[3]] }, [0], 10);
  expect(drawings.length).toBe(1);
});
