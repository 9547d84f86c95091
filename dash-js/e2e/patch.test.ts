// The example `patch`: each click adds a bar to the chart that the browser has, and no figure travels.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('patch');
});
afterAll(() => example.stop());

const bars = (page: Page) => page.locator('#chart .bars .point');
const title = (page: Page) => page.locator('#chart .gtitle').textContent();
const months = (page: Page) => page.locator('#chart .xtick text').allTextContents();

test('bars are added one by one', async ({ page }) => {
  await page.goto(example.url);
  await expect.poll(() => bars(page).count()).toBe(1);
  await expect.poll(() => title(page)).toBe('1 month');

  const next = page.getByRole('button', { name: 'Next month' });
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('_dash-update-component')),
    next.click(),
  ]);
  await expect.poll(() => bars(page).count()).toBe(2);
  expect(await answer.text()).toContain('__dash_patch_update');

  await next.click();
  await expect.poll(() => title(page)).toBe('3 months');
  await expect.poll(() => bars(page).count()).toBe(3);
  await expect.poll(() => months(page)).toEqual(['Jan', 'Feb', 'Mar']);
});

test('after December nothing is added', async ({ page }) => {
  await page.goto(example.url);
  await expect.poll(() => bars(page).count()).toBe(1);
  const next = page.getByRole('button', { name: 'Next month' });
  for (let month = 2; month <= 12; month += 1) {
    await next.click();
    await expect.poll(() => bars(page).count()).toBe(month);
  }
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('_dash-update-component')),
    next.click(),
  ]);
  expect(answer.status()).toBe(204);
  expect(await title(page)).toBe('12 months');
});
