// The example `background`: a job shows how far it is, is stopped, and gives an answer that is kept.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('background');
});
afterAll(() => example.stop());

const start = (page: Page) => page.getByRole('button', { name: 'Count' });
const stop = (page: Page) => page.getByRole('button', { name: 'Stop' });
const status = (page: Page) => page.locator('#status').textContent();
const progress = (page: Page) => page.locator('#bar').evaluate((bar) => Number(bar.getAttribute('value')));

/** How far the bar was, each time it moved: a poll could miss a count that is over soon. */
async function stepsOf(page: Page): Promise<() => Promise<number[]>> {
  const steps = await page.locator('#bar').evaluateHandle((bar) => {
    const seen: number[] = [];
    new MutationObserver(() => seen.push(Number(bar.getAttribute('value')))).observe(bar, { attributes: true });
    return seen;
  });
  return () => steps.jsonValue();
}

/** The URLs of the callbacks that were called. */
function callsOf(page: Page): URLSearchParams[] {
  const calls: URLSearchParams[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith('_dash-update-component')) calls.push(url.searchParams);
  });
  return calls;
}

test('a job shows how far it is while it runs, and its answer is kept', async ({ page }) => {
  const calls = callsOf(page);
  await page.goto(example.url);
  await page.getByText('1000000').click();
  const steps = await stepsOf(page);
  await start(page).click();
  await expect.poll(() => start(page).isDisabled()).toBe(true);
  expect(await stop(page).isEnabled()).toBe(true);
  await expect.poll(() => status(page), { timeout: 20_000 }).toBe('There are 78498 primes below 1000000');
  expect(Math.max(...(await steps()))).toBeGreaterThan(1);
  expect(await start(page).isEnabled()).toBe(true);
  expect(await stop(page).isDisabled()).toBe(true);
  await expect.poll(() => progress(page)).toBe(0);
  expect(calls.filter((call) => call.has('job')).length).toBeGreaterThan(0);

  // The same again is answered at once.
  const before = calls.length;
  await start(page).click();
  await expect.poll(() => calls.length).toBe(before + 1);
  await expect.poll(() => start(page).isEnabled()).toBe(true);
  expect(calls.slice(before).some((call) => call.has('job'))).toBe(false);
});

test('a job that is stopped says so, and leaves nothing behind', async ({ page }) => {
  const calls = callsOf(page);
  await page.goto(example.url);
  await page.getByText('5000000').click();
  await start(page).click();
  await expect.poll(() => progress(page), { timeout: 5000 }).toBeGreaterThan(1);
  await stop(page).click();
  await expect.poll(() => status(page)).toBe('The count was stopped');
  await expect.poll(() => start(page).isEnabled()).toBe(true);
  await expect.poll(() => progress(page)).toBe(0);
  expect(calls.some((call) => call.has('cancelJob'))).toBe(true);
});
