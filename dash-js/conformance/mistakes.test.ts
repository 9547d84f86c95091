// What dev tools find in callbacks: the same mistakes under the same titles, and the same callbacks run.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { scenario } from './scenario';

/** The titles of all errors, in no order. */
async function titles(page: Page): Promise<readonly string[]> {
  const all = await page.locator('.dash-fe-error__title').allTextContents();
  return all.map((title) => title.replace(/^\W+ /, '')).sort();
}

const count = (page: Page) => page.locator('.test-devtools-error-count').textContent();

scenario('mistakes', 'are told beside the layout, and the rest runs', async ({ page, shows, complaints }) => {
  await shows('#fine', 'fine None');
  const circular = ['Circular Dependencies'];
  const ids = ['ID not found in layout'];
  const props = Array<string>(5).fill('Invalid prop for this component');
  const listed = async () => (await titles(page)).filter((title) => /^(Circular|ID|Invalid)/.test(title));
  await expect.poll(listed).toEqual([...circular, ...ids, ...props]);
  await page.locator('#go').click();
  await shows('#ran', 'ran 1');
  const running = ['ID running component not found in layout', 'ID running component not found in layout'];
  await expect.poll(listed).toEqual([...circular, ...ids, ...running, ...props]);
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

scenario('broken', 'callbacks do not run, and are told of', async ({ page, complaints }) => {
  await expect.poll(() => count(page)).toBe('17');
  expect(await titles(page)).toEqual([
    'A callback is missing Inputs',
    'Callback item missing ID',
    'Callback item missing ID',
    'Callback item missing ID',
    'Callback property error',
    'Callback property error',
    'Callback wildcard ID error',
    'Callback wildcard ID error',
    'Callback wildcard ID error',
    'Callback wildcard ID error',
    'Duplicate callback Outputs',
    'Duplicate callback outputs',
    'Mismatched `MATCH` wildcards across `Output`s',
    'Overlapping wildcard callback outputs',
    '`Input` / `State` wildcards not in `Output`s',
    '`Input` / `State` wildcards not in `Output`s',
    '`Input` / `State` wildcards not in `Output`s',
  ].sort());
  expect(await page.locator('#a').textContent()).toBe('as it was');
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});
