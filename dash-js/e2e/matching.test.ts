// The example `matching`: rows that come and go, one callback for each row, and one over all of them.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('matching');
});
afterAll(() => example.stop());

const family = (page: Page, type: string) => page.locator(`[id*='"type":"${type}"']`);

test('lines are added, priced, summed and removed', async ({ page }) => {
  await page.goto(example.url);
  const prices = () => family(page, 'Price').allTextContents();
  const total = () => page.locator('#total').textContent();
  await expect.poll(prices).toEqual(['2.50 €']);
  await expect.poll(total).toBe('2.50 €');

  await page.getByRole('button', { name: 'Add a line' }).click();
  await expect.poll(prices).toEqual(['2.50 €', '2.50 €']);
  await expect.poll(total).toBe('5.00 €');

  await page.getByLabel('Pieces').nth(1).fill('4');
  await expect.poll(prices).toEqual(['2.50 €', '10.00 €']);
  await expect.poll(total).toBe('12.50 €');

  await page.getByRole('button', { name: 'Remove' }).first().click();
  await expect.poll(prices).toEqual(['10.00 €']);
  await expect.poll(total).toBe('10.00 €');
});
