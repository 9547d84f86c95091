// Connections that are cut, and servers that are replaced, while the example `stream` follows its price.
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { test } from './browser';
import { startExample } from './example';
import { type Proxy, type ProxyOptions, startProxy } from './proxy';

const PATIENCE = { timeout: 15_000 };
const notice = (page: Page) => page.getByText('The server cannot be reached');

/** The times of the chart's points. */
const times = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const chart = document.querySelector('#chart .js-plotly-plot') as unknown as { data?: readonly { x: readonly number[] }[] } | null;
    return chart?.data?.[0]?.x ?? [];
  });

/** So many points more. */
async function grows(page: Page, points: number): Promise<void> {
  const before = (await times(page)).at(-1) ?? 0;
  await expect.poll(async () => ((await times(page)).at(-1) ?? 0) - before, PATIENCE).toBeGreaterThanOrEqual(points * TICK);
}

const TICK = 250;

async function proxied(options?: ProxyOptions) {
  const example = await startExample('stream');
  onTestFinished(example.stop);
  const proxy = await startProxy(example.url, options);
  onTestFinished(proxy.stop);
  return proxy;
}

/** Follows the price through cuts: each point is there once. */
async function follows(page: Page, options?: ProxyOptions): Promise<Proxy> {
  const proxy = await proxied(options);
  await page.goto(proxy.url);
  await expect.poll(async () => (await times(page)).length, PATIENCE).toBeGreaterThan(0);
  const [first] = await times(page);
  for (let i = 0; i < 5; i++) {
    await grows(page, 3);
    proxy.cut();
  }
  await grows(page, 3);
  const all = await times(page);
  expect(all).toEqual(all.map((_, i) => first! + i * TICK));
  expect(await notice(page).count()).toBe(0);
  return proxy;
}

test('a connection that is cut five times loses no point, doubles none, and begins no chart anew', async ({ page }) => {
  expect((await follows(page)).refused()).toBe(0);
});

test('so it is where a proxy forbids WebSockets', async ({ page }) => {
  expect((await follows(page, { forbidsSockets: true })).refused()).toBe(1);
});

test('a server that makes room for another one: the page goes over to it without a word', async ({ page }) => {
  const first = await startExample('stream');
  onTestFinished(first.stop);
  await page.goto(first.url);
  await grows(page, 2);
  let isTold = false;
  void notice(page).waitFor({ timeout: 0 }).then(() => (isTold = true), () => {});
  await first.terminate();
  const second = await startExample('stream', Number(new URL(first.url).port));
  onTestFinished(second.stop);
  await grows(page, 3);
  expect(isTold).toBe(false);
});
