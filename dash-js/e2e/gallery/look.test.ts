// Every component in every state: accessible, and never wider than the window.
import type { AxeResults } from 'axe-core';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '../browser';
import { startGallery, type Gallery } from './server';

let gallery: Gallery;
let axe: string;

beforeAll(async () => {
  gallery = await startGallery();
  axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
});
afterAll(() => gallery.stop());

/** What is serious or critical to those who cannot see or point. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each(['html', 'controls', 'dropdowns', 'sliders'])('%s', (part) => {
  for (const [theme, width] of [['light', 1280], ['dark', 390]] as const) {
    test(`${theme}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(gallery.url(part, theme));
      await page.locator('h1').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

test('charts are accessible and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(gallery.url('graphs', 'dark'));
  // The one that waits for a callback and the one that cannot be drawn.
  await expect.poll(() => page.locator('.dash-graph--pending').count(), { timeout: 25_000 }).toBe(2);
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('alert').textContent()).toContain('unknown type');
});

test('an open list is accessible, found by keys, and stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(gallery.url('dropdowns'));
  await page.locator('#several').click();
  expect(await barriers(page)).toEqual([]);
  const list = (await page.locator('.dash-dropdown-content').boundingBox())!;
  expect([list.x >= 0, list.x + list.width <= 390, list.y + list.height <= 700]).toEqual([true, true, true]);

  await page.keyboard.press('Escape');
  await page.locator('#one').focus();
  await page.keyboard.type('ea');
  await page.keyboard.press('Enter');
  expect(await page.locator('#one').textContent()).toBe('East');
});

test('of thousands of options only those in view are in the page', async ({ page }) => {
  await page.goto(gallery.url('dropdowns'));
  await page.locator('#many').click();
  await page.getByRole('option', { name: 'Customer 2500' }).waitFor();
  expect(await page.getByRole('option').count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await page.getByRole('option', { name: 'Customer 5000' }).waitFor();
});

test('a handle is dragged past another', async ({ page }) => {
  await page.goto(gallery.url('sliders'));
  const track = (await page.locator('#range .dash-slider-track').boundingBox())!;
  const at = (percent: number) => [track.x + (track.width * percent) / 100, track.y + 2] as const;
  await page.mouse.move(...at(20));
  await page.mouse.down();
  await page.mouse.move(...at(90), { steps: 5 });
  await page.mouse.up();
  const values = page.locator('#range input[type="range"]').evaluateAll((inputs) => inputs.map((input) => Number((input as HTMLInputElement).value)));
  expect(await values).toEqual([70, 90]);
});
