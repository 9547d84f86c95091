// The example `stream`: a chart that follows a price until it is paused, and after its server was gone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('stream');
});
afterAll(() => example.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name });
const price = (page: Page) => page.locator('#price').textContent();
const line = (page: Page) => page.locator('#chart .scatterlayer path.js-line').first().getAttribute('d');

/** The price is another one twice in a row. */
async function moves(page: Page): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const before = await price(page);
    await expect.poll(() => price(page)).not.toBe(before);
  }
}

test('the price moves, and the chart with it, and nothing looks busy', async ({ page }) => {
  await page.goto(example.url);
  await moves(page);
  const drawn = await line(page);
  await expect.poll(() => line(page)).not.toBe(drawn);
  expect(await page.title()).toBe('Dash');
  expect(await page.locator('#state').textContent()).toBe('live');
});

test('a click pauses it, another one takes it up again', async ({ page }) => {
  await page.goto(example.url);
  await moves(page);
  await button(page, 'Pause').click();
  await button(page, 'Resume').waitFor();
  const other = await page.context().newPage();
  await other.goto(example.url);
  const paused = await price(page);
  // As long as another page sees several prices, this one sees none.
  await moves(other);
  await moves(other);
  expect(await price(page)).toBe(paused);
  await button(page, 'Resume').click();
  await moves(page);
  expect(await page.locator('#state').textContent()).toBe('live');
});

test('a server that is killed comes back: the price moves again', async ({ page, complaints }) => {
  const first = await startExample('stream');
  onTestFinished(first.stop);
  await page.goto(first.url);
  await moves(page);
  await first.stop();
  await page.getByText('The server cannot be reached').waitFor();
  const second = await startExample('stream', Number(new URL(first.url).port));
  onTestFinished(second.stop);
  await moves(page);
  expect(complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  complaints.length = 0;
});
