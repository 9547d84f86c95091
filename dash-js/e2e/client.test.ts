// The example `client`: a callback that the browser runs without asking, beside one that the server runs.
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('client');
});
afterAll(() => example.stop());

/** What a loan costs each month at 3 % a year. */
const rate = (sum: number, years: number): string => {
  const month = 0.03 / 12;
  return String(Number(((sum * month) / (1 - (1 + month) ** (-12 * years))).toFixed(2)));
};

test('the rate follows what is typed, and only the words are asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('_dash-update-component')) asked.push(request.postData() ?? '');
  });
  await page.goto(example.url);
  const text = (id: string) => page.locator(`#${id}`).textContent();
  await expect.poll(() => text('rate')).toBe(rate(12_000, 10));
  await expect.poll(() => text('words')).toBe('12000 € in 10 years, each month:');

  await page.getByLabel('Sum in euros').fill('5000');
  await expect.poll(() => text('rate')).toBe(rate(5_000, 10));
  await expect.poll(() => text('words')).toBe('5000 € in 10 years, each month:');
  expect(asked.filter((body) => body.includes('rate.children'))).toEqual([]);
});

test('the rate is there while the server is not', async ({ page, complaints }) => {
  await page.goto(example.url);
  await expect.poll(() => page.locator('#words').textContent()).toContain('12000');
  await page.route('**/_dash-*', (route) => route.abort());
  await page.getByRole('slider').press('ArrowRight');
  await expect.poll(() => page.locator('#rate').textContent()).toBe(rate(12_000, 11));
  // The browser itself writes a line for each request that found no server.
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
  complaints.length = 0;
});
