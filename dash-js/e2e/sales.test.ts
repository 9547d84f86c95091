// The example `sales`: a choice redraws a chart.
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('sales');
});
afterAll(() => example.stop());

test('the chart is drawn, and another region draws another', async ({ page }) => {
  await page.goto(example.url);
  expect(await page.locator('h1').textContent()).toContain('Sales');
  const chart = page.locator('#chart');
  const drawn = () => chart.locator('.trace').first().innerHTML();
  const north = await drawn();
  expect(north).not.toBe('');

  await page.locator('#region').click();
  await page.getByRole('option', { name: 'South' }).click();
  await expect.poll(drawn).not.toBe(north);
  expect(await page.locator('#region').textContent()).toContain('South');
});

test('only the smallest chart library is loaded', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(example.url);
  await page.locator('#chart .trace').first().waitFor();
  expect(loaded.filter((url) => url.includes('plotly'))).toEqual([expect.stringContaining('plotly-basic')]);
});
