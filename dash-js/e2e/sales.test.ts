// The example `sales`: a choice redraws the chart, by pointer and by keyboard, and the bars are the data's.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('sales');
});
afterAll(() => example.stop());

/** Revenue by month, in the months' order, as the file has it. */
function revenue(region: string): number[] {
  const months = new Map<string, number>();
  const rows = readFileSync(resolve('../examples/data/sales.csv'), 'utf8').trim().split('\n').slice(1);
  for (const row of rows) {
    const [place, month = '', , , amount] = row.split(',');
    if (place === region) months.set(month, (months.get(month) ?? 0) + Number(amount));
  }
  return [...months.keys()].sort().map((month) => months.get(month) ?? 0);
}

/** The bars' heights in pixels, from left to right. */
const heights = (page: Page): Promise<number[]> =>
  page.locator('#chart .bars .point path').evaluateAll((bars) =>
    bars.map((bar) => bar.getBoundingClientRect()).sort((a, b) => a.left - b.left).map((box) => box.height),
  );

/** Heights as shares of the highest bar, in hundredths: what the eye compares. */
const shares = (values: number[]): number[] => values.map((value) => Math.round((100 * value) / Math.max(...values)));

const title = (page: Page) => page.locator('#chart .gtitle').textContent();

async function expectRegion(page: Page, region: string): Promise<void> {
  await expect.poll(() => title(page)).toBe(region);
  const expected = shares(revenue(region));
  await expect.poll(async () => {
    const drawn = shares(await heights(page));
    // A pixel more or less is a rounding of the drawing.
    return drawn.length === expected.length && drawn.every((share, at) => Math.abs(share - (expected[at] ?? 0)) <= 1);
  }).toBe(true);
}

async function choose(page: Page, region: string): Promise<void> {
  await page.locator('#region').click();
  await page.getByRole('option', { name: region }).click();
}

test('the first chart is the North', async ({ page }) => {
  await page.goto(example.url);
  await expectRegion(page, 'North');
});

test('after a choice the bars are the revenue of the South', async ({ page }) => {
  await page.goto(example.url);
  await choose(page, 'South');
  await expectRegion(page, 'South');
  expect(await page.locator('#region').textContent()).toContain('South');
});

test('the keyboard alone chooses', async ({ page }) => {
  await page.goto(example.url);
  await expectRegion(page, 'North');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('region');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'South' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectRegion(page, 'South');
});

test('of two quick choices the last one wins, though its answer comes first', async ({ page }) => {
  await page.goto(example.url);
  await expectRegion(page, 'North');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_dash-update-component*', async (route) => {
    if (route.request().postData()?.includes('"South"')) await held;
    // The page may have given up on a request that was held.
    await route.continue().catch(() => undefined);
  });
  await choose(page, 'South');
  await choose(page, 'East');
  await expectRegion(page, 'East');
  release();
  await page.unrouteAll({ behavior: 'wait' });
  await expectRegion(page, 'East');
});

test('only the smallest chart library is loaded', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(example.url);
  await page.locator('#chart .trace').first().waitFor();
  expect(loaded.filter((url) => url.includes('plotly'))).toEqual([expect.stringContaining('plotly-basic')]);
});
