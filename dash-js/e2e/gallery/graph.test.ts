// A chart under plotly.js itself: what it reports, and what survives what.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { test as base } from '../browser';
import { startGallery, type Gallery } from './server';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

type Json = Record<string, unknown>;
interface Live {
  reported: Json[];
  server: (changed: Json) => void;
}
interface Chart extends HTMLElement {
  data: { x: unknown[]; y: ArrayLike<number>; type?: string }[];
  _fullLayout: { width: number; font: { color: string }; xaxis: { range: number[] } };
}

const test = base.extend<{ chart: Page }>({
  chart: async ({ page }, use) => {
    await page.goto(gallery.url('live'));
    await page.locator('.point').first().waitFor();
    await use(page);
  },
});

const server = (page: Page, changed: Json) => page.evaluate((props) => (window as unknown as Live).server(props), changed);
const reported = (page: Page) => page.evaluate(() => (window as unknown as Live).reported.splice(0));
const drawn = <T>(page: Page, read: (chart: Chart) => T) =>
  page.evaluate(`(${String(read)})(document.querySelector('.js-plotly-plot'))`) as Promise<T>;

async function zoom(page: Page) {
  const plot = (await page.locator('.nsewdrag').boundingBox())!;
  await page.mouse.move(plot.x + 100, plot.y + 60);
  await page.mouse.down();
  await page.mouse.move(plot.x + 300, plot.y + 200, { steps: 5 });
  await page.mouse.up();
}

let seen: Json[];
beforeEach(() => void (seen = []));

/** Waits until the chart has reported this prop, and gives its value. */
async function next(page: Page, prop: string): Promise<unknown> {
  await expect.poll(async () => (seen.push(...(await reported(page))), seen.some((changed) => prop in changed))).toBe(true);
  return seen.find((changed) => prop in changed)?.[prop];
}

test('a point under the pointer is reported, and a click on it', async ({ chart }) => {
  const point = (await chart.locator('.point').nth(3).boundingBox())!;
  await chart.mouse.move(point.x + 3, point.y + 3);
  const data = { points: [expect.objectContaining({ curveNumber: 0, pointNumber: 3, x: 'M4', y: 9, customdata: 'M4', bbox: expect.anything() })] };
  expect(await next(chart, 'hoverData')).toEqual(data);
  await chart.mouse.down();
  await chart.mouse.up();
  expect(await next(chart, 'clickData')).toEqual({ ...data, timestamp: expect.any(Number) });
});

test('a zoom is reported, and stays when points come and the theme changes', async ({ chart }) => {
  await zoom(chart);
  expect(await next(chart, 'relayoutData')).toMatchObject({ 'xaxis.range[0]': expect.any(Number) });
  const range = await drawn(chart, ({ _fullLayout }) => _fullLayout.xaxis.range);
  const colour = await drawn(chart, ({ _fullLayout }) => _fullLayout.font.color);

  await server(chart, { extendData: [{ x: [['M13']], y: [{ dtype: 'i4', bdata: 'YwAAAA==' }] }, [0]] });
  await expect.poll(() => drawn(chart, ({ data }) => Array.from(data[0]!.y).at(-1))).toBe(99);
  await chart.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await expect.poll(() => drawn(chart, ({ _fullLayout }) => _fullLayout.font.color)).not.toBe(colour);
  expect(await drawn(chart, ({ data }) => data[0]!.x.length)).toBe(13);
  expect(await drawn(chart, ({ _fullLayout }) => _fullLayout.xaxis.range)).toEqual(range);
});

test('the chart is as wide as its place, and says nothing of it', async ({ chart }) => {
  await chart.setViewportSize({ width: 500, height: 800 });
  await expect.poll(() => drawn(chart, (graph) => graph._fullLayout.width - graph.clientWidth)).toBe(0);
  expect(await chart.evaluate(() => document.documentElement.scrollWidth)).toBe(500);
  expect(await reported(chart)).toEqual([]);
});

test('a trace the loaded bundle cannot draw brings the next one', async ({ chart }) => {
  await server(chart, { figure: { data: [{ type: 'heatmap', z: [[1, 2], [3, 4]] }], layout: {} } });
  await chart.locator('.heatmaplayer image').waitFor();
  await zoom(chart);
  expect(await next(chart, 'relayoutData')).toBeTruthy();
});

test('of quick updates the last one is shown', async ({ chart }) => {
  await chart.evaluate(() => {
    for (let n = 0; n < 30; n++) (window as unknown as Live).server({ figure: { data: [{ y: [n] }], layout: { title: `number ${n}` } } });
  });
  await expect.poll(() => chart.locator('.gtitle').textContent()).toBe('number 29');
});
