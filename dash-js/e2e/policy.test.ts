// The policy of the page: every example keeps to it, charts included, and a script that got into the page does not run.
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './browser';
import { changePage } from './change';
import { type Example, startExample } from './example';

const EXAMPLES = readdirSync(resolve('../examples'))
  .filter((file) => file.endsWith('.rs'))
  .map((file) => basename(file, '.rs'));

/** Nothing is loading, nothing is called, every chart is drawn: the network of a page with a socket is never idle. */
async function settled(page: Page): Promise<void> {
  const busy = page.locator('._dash-loading, ._dash-loading-callback, .dash-graph--pending');
  await expect.poll(() => busy.count(), { timeout: 10_000 }).toBe(0);
}

/** Whatever can be pressed, moved or typed into. */
async function touchEverything(page: Page): Promise<void> {
  for (const slider of await page.getByRole('slider').all()) await slider.press('ArrowLeft');
  for (const field of await page.locator('input[type="text"], input[type="number"]').all()) await field.fill('7');
  // Last and all at once, because some take others away; those of a chart would open files.
  await page.locator('button:not(.modebar *)').evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
  await settled(page);
}

test.for(EXAMPLES)('`%s` keeps to the policy', async (name, { page }) => {
  const example = await startExample(name);
  const answer = await page.goto(example.url);
  await settled(page);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
  await touchEverything(page);
  // Both colours of the theme.
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await close(page, example);
});

/** In this order, so that the page asks for nothing of a server that is gone. */
async function close(page: Page, example: Example): Promise<void> {
  await page.goto('about:blank');
  await example.stop();
}

/** Of a kind that no smaller library draws, with text that is written with styles. */
const LARGE = { type: 'scatterpolar', r: [1, 2], theta: [0, 90], name: '<b>bold</b> and <i style="color: red">red</i>' };

test('the largest chart library keeps to the policy', async ({ page }) => {
  const example = await startExample('patch');
  const traces = `"data":${JSON.stringify([LARGE, LARGE])}`;
  await changePage(page, example.url, (text) => text.replace(/"data":\[.*?\]\}\]/, traces));
  await page.goto(example.url);
  await expect.poll(() => page.locator('#chart .scatterlayer .trace').count()).toBe(2);
  expect(await page.locator('#chart .legendtext tspan').count()).toBeGreaterThan(0);
  await close(page, example);
});

test('a script that got into the page by way of data does not run', async ({ page, complaints }) => {
  const example = await startExample('counter');
  await changePage(page, example.url, (text) => text.replace('<main', '<script>window.ran = true</script><main'));
  await page.goto(example.url);
  await page.locator('#button').waitFor();
  const ran = await page.evaluate(async () => {
    const run = 'window.ran = true';
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = `<img src="data:," onerror="${run}"><a href="javascript:${run}">x</a>`;
    const settled = new Promise((done) => place.querySelector('img')?.addEventListener('error', done));
    place.querySelector('a')?.click();
    // The driver of this test may use `eval` in its own turn, but not later.
    setTimeout(() => new Function(run)());
    await settled;
    await new Promise((done) => setTimeout(done));
    return Reflect.get(window, 'ran') ?? false;
  });
  expect(ran).toBe(false);
  await expect.poll(() => complaints.filter((text) => text.startsWith('policy: ')).length).toBeGreaterThanOrEqual(4);
  complaints.length = 0;
  await close(page, example);
});
