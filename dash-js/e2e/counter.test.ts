// The example `counter`: a click, a callback, a text; and a server that goes away and comes back.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('counter');
});
afterAll(() => example.stop());

const text = (page: Page, shown: string): Locator => page.locator('#text', { hasText: shown });

test('every click is counted', async ({ page }) => {
  await page.goto(example.url);
  await text(page, 'Not clicked yet').waitFor();
  for (const expected of ['Clicked once', 'Clicked 2 times', 'Clicked 3 times']) {
    await page.locator('#button').click();
    await text(page, expected).waitFor();
  }
});

test('nothing of the loading page is left, and no component is missing', async ({ page }) => {
  await page.goto(example.url);
  await page.locator('#button').waitFor();
  expect(await page.locator('._dash-loading, .dash-pending, .dash-component-error, .dash-notice').count()).toBe(0);
});

test('clicks made while the server is gone are counted when it is back', async ({ page, complaints }) => {
  const own = await startExample('counter');
  await page.goto(own.url);
  await page.locator('#button').click();
  await text(page, 'Clicked once').waitFor();

  await own.stop();
  await page.locator('#button').click();
  await page.locator('#button').click();
  const banner = page.getByText('The server cannot be reached');
  await banner.waitFor();
  await text(page, 'Clicked once').waitFor();

  const back = await startExample('counter', Number(new URL(own.url).port));
  await text(page, 'Clicked 3 times').waitFor();
  await banner.waitFor({ state: 'detached' });
  expect(await page.locator('.dash-notice').count()).toBe(0);
  await back.stop();
  // The browser itself writes a line for each request that found no server.
  expect(complaints.every((complaint) => complaint.includes('ERR_CONNECTION'))).toBe(true);
  complaints.length = 0;
});
