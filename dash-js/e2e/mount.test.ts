// The example `mount`: a dashboard below a path of a larger service, which shares its state and its layers.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('mount');
});
afterAll(() => example.stop());

const service = (path: string) => new URL(path, example.url).href;
const total = (page: Page) => page.locator('#total').textContent();
const orders = async (): Promise<unknown[]> => (await fetch(service('/api/orders'))).json();

test('all that the page asks for is below its path, and goes through the layers of the service', async ({ page }) => {
  const asked: Promise<[string, string | null]>[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith('data:')) asked.push(response.headerValue('x-service').then((by) => [new URL(response.url()).pathname, by]));
  });
  await page.goto(service('/'));
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect.poll(() => total(page)).toMatch(/orders/);
  await expect.poll(() => page.locator('#chart .main-svg').count()).toBeGreaterThan(0);
  for (const [path, by] of (await Promise.all(asked)).slice(1)) {
    expect(path).toMatch(/^\/desk\//);
    expect(by).toBe('orders');
  }
});

test('what the service is given the dashboard shows, and the other way round', async ({ page }) => {
  const before = (await orders()).length;
  await page.goto(example.url);
  await expect.poll(() => total(page)).toContain(`${before} orders`);

  const order = JSON.stringify({ region: 'South', amount: 50 });
  const answer = await fetch(service('/api/orders'), { method: 'POST', body: order, headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(201);
  await expect.poll(() => total(page)).toContain(`${before + 1} orders`);

  await page.getByLabel('Amount').fill('25');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => total(page)).toContain(`${before + 2} orders`);
  expect((await orders()).at(-1)).toEqual({ region: 'North', amount: 25 });
});
