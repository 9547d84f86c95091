// The example `gapminder`: a slider and a choice redraw the chart, and a hovered point is told about.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('gapminder');
});
afterAll(() => example.stop());

const points = (page: Page) => page.locator('#chart .scatterlayer .point');

async function load(page: Page): Promise<void> {
  await page.goto(example.url);
  // Europe has 30 countries in the data.
  await expect.poll(() => points(page).count()).toBe(30);
}

test('a hovered country is described, and follows the year', async ({ page }) => {
  await load(page);
  const point = await points(page).last().boundingBox();
  if (point === null) throw new Error('the last point is not drawn');
  await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2, { steps: 5 });
  const about = page.locator('#about');
  await expect.poll(() => about.textContent()).toMatch(/ in 2007: [\d.]+ million people, life expectancy [\d.]+ years$/);

  await page.getByRole('slider').press('ArrowLeft');
  await expect.poll(() => about.textContent()).toContain(' in 2002: ');
});

test('another continent shows its own countries', async ({ page }) => {
  await load(page);
  await page.getByRole('radio', { name: 'Oceania' }).check();
  await expect.poll(() => points(page).count()).toBe(2);
});
