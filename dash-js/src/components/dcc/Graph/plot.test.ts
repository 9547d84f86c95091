// In which order things are drawn, and what is left out.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bundle } from './bundle';
import { createPlot, type Plot, type PlotRequest } from './plot';
import type { Drawing, GraphElement, Plotly } from './plotly.types';

let calls: string[];
let element: GraphElement;
let errors: unknown[];
let drawn: number;
let loads: Map<Bundle, { library: Promise<Plotly>; resolve: () => void; reject: (error: Error) => void }>;

/** plotly.js that writes down what it is asked for. */
function fakePlotly(name: string): Plotly {
  const log = (what: string) => (calls.push(`${name}.${what}`), Promise.resolve());
  return {
    react: (target, { data, layout }) => {
      target.data = data;
      target.layout = layout;
      return log(`react ${String(layout['n'] ?? '')}`.trim());
    },
    animate: (_target, { layout }) => log(`animate ${String(layout['n'])}`),
    addFrames: () => log('addFrames'),
    deleteFrames: () => log('deleteFrames'),
    extendTraces: (_target, update) => log(`extend ${JSON.stringify(update)}`),
    prependTraces: (_target, update) => log(`prepend ${JSON.stringify(update)}`),
    purge: () => void log('purge'),
    Plots: { resize: () => log('resize') },
  };
}

const libraries = { basic: fakePlotly('basic'), cartesian: fakePlotly('cartesian'), strict: fakePlotly('strict') };

/** One load for each bundle, unless it failed. */
function load(bundle: Bundle): Promise<Plotly> {
  const known = loads.get(bundle);
  if (known) return known.library;
  const library = new Promise<Plotly>((resolve, reject) => {
    const settled = { resolve: () => resolve(libraries[bundle]), reject: (error: Error) => (loads.delete(bundle), reject(error)) };
    loads.set(bundle, { ...settled, library: Promise.resolve(libraries[bundle]) });
  });
  loads.get(bundle)!.library = library;
  return library;
}

const request = (n: number, more: Partial<PlotRequest & Drawing> = {}): PlotRequest => ({
  bundle: more.bundle ?? 'basic',
  drawing: () => ({ data: [{}], layout: { n }, ...(more.frames && { frames: more.frames }) }),
  animation: more.animation,
});

const settle = () => new Promise((resolve) => setImmediate(resolve));
const arrive = async (bundle: Bundle) => {
  loads.get(bundle)?.resolve();
  await settle();
};

let plot: Plot;
beforeEach(() => {
  [calls, errors, drawn, loads] = [[], [], 0, new Map()];
  element = document.createElement('div');
  plot = createPlot(element, load, { onFirstDraw: () => calls.push('first'), onDrawn: () => (drawn += 1), onError: (error) => errors.push(error) });
});

it('draws only the last of quick updates', async () => {
  plot.draw(request(1));
  plot.draw(request(2));
  await arrive('basic');
  plot.draw(request(3));
  await arrive('basic');
  expect(calls).toEqual(['basic.react 2', 'first', 'basic.react 3']);
});

it('forgets a drawing that is cancelled before it is drawn', async () => {
  plot.draw(request(1));
  plot.cancel();
  await arrive('basic');
  expect(calls).toEqual([]);
});

it('starts anew when a larger bundle comes', async () => {
  plot.draw(request(1));
  await arrive('basic');
  plot.draw(request(2, { bundle: 'cartesian' }));
  await arrive('cartesian');
  expect(calls).toEqual(['basic.react 1', 'first', 'basic.purge', 'cartesian.react 2', 'first']);
});

describe('points that are added', () => {
  const points = { update: { y: [[1]] }, indices: [0] };

  it('all come, after the drawing they belong to', async () => {
    plot.draw(request(1));
    plot.amend('prependTraces', points);
    plot.amend('extendTraces', points);
    await arrive('basic');
    expect(calls.slice(2)).toEqual(['basic.prepend {"y":[[1]]}', 'basic.extend {"y":[[1]]}']);
  });

  it('wait for the first figure', async () => {
    plot.amend('extendTraces', points);
    plot.draw(request(1));
    await arrive('basic');
    expect(calls).toEqual(['basic.react 1', 'first', 'basic.extend {"y":[[1]]}']);
  });

  it('are dropped when a new figure comes first', async () => {
    plot.draw(request(1));
    plot.amend('extendTraces', points);
    plot.draw(request(2));
    await arrive('basic');
    expect(calls).toEqual(['basic.react 2', 'first']);
  });
});

describe('animation', () => {
  const animation = {};
  it('moves when there is something to move from', async () => {
    plot.draw(request(1, { animation }));
    await arrive('basic');
    plot.draw(request(2, { animation }));
    await arrive('basic');
    expect(calls).toEqual(['basic.react 1', 'first', 'basic.animate 2']);
  });

  it('replaces the frames first', async () => {
    plot.draw(request(1));
    await arrive('basic');
    plot.draw(request(2, { animation, frames: [{}] }));
    await arrive('basic');
    expect(calls.slice(2)).toEqual(['basic.deleteFrames', 'basic.addFrames', 'basic.animate 2']);
  });
});

it('resizes once for many requests, and only what is drawn', async () => {
  plot.resize();
  await settle();
  expect(calls).toEqual([]);
  plot.draw(request(1));
  plot.resize();
  plot.resize();
  await arrive('basic');
  expect(calls.filter((call) => call.endsWith('resize'))).toEqual(['basic.resize']);
});

it('restyles what is on the page now', async () => {
  plot.draw(request(1));
  await arrive('basic');
  const { data } = element;
  plot.restyle((layout) => ({ ...layout, n: 9 }));
  await settle();
  expect([calls.at(-1), element.data]).toEqual(['basic.react 9', data]);
});

it('reports a library that does not load, and draws when it does', async () => {
  plot.draw(request(1));
  loads.get('basic')?.reject(new Error('offline'));
  await settle();
  expect([errors.map(String), drawn]).toEqual([['Error: offline'], 0]);
  plot.draw(request(2));
  await arrive('basic');
  expect([calls, drawn]).toEqual([['basic.react 2', 'first'], 1]);
});

it('leaves no chart behind', async () => {
  plot.draw(request(1));
  await arrive('basic');
  plot.draw(request(2));
  plot.destroy();
  await settle();
  expect(calls).toEqual(['basic.react 1', 'first', 'basic.purge']);
});

it('survives a figure plotly.js chokes on', async () => {
  vi.spyOn(libraries.basic, 'react').mockRejectedValueOnce(new Error('bad figure'));
  plot.draw(request(1));
  await arrive('basic');
  plot.draw(request(2));
  await arrive('basic');
  expect([errors.map(String), calls]).toEqual([['Error: bad figure'], ['basic.react 2', 'first']]);
});
