// The example `save`: a prop while a callback runs, an output and a whole callback that change nothing, a prop set aside.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('save');
});
afterAll(() => example.stop());

const field = (page: Page) => page.getByLabel('Text');
const button = (page: Page) => page.getByRole('button', { name: 'Save' });
const text = (page: Page, id: string) => page.locator(`#${id}`).textContent();

async function save(page: Page, note: string): Promise<void> {
  await field(page).fill(note);
  await button(page).click();
}

test('a note is kept, and the field is emptied beside the outputs', async ({ page }) => {
  await page.goto(example.url);
  await save(page, 'Milk');
  await expect.poll(() => text(page, 'saved')).toBe('Milk');
  expect(await text(page, 'status')).toBe('Saved 4 characters');
  await expect.poll(() => field(page).inputValue()).toBe('');
});

test('the button is off for as long as the callback runs', async ({ page }) => {
  await page.goto(example.url);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_dash-update-component*', async (route) => {
    await held;
    await route.continue();
  });
  await save(page, 'Milk');
  await expect.poll(() => button(page).isDisabled()).toBe(true);
  expect(await text(page, 'status')).toBe('Nothing is saved yet');
  release();
  await expect.poll(() => text(page, 'saved')).toBe('Milk');
  await expect.poll(() => button(page).isEnabled()).toBe(true);
});

test('an output that is left alone keeps its value, and so does the field', async ({ page }) => {
  await page.goto(example.url);
  await save(page, 'Milk');
  await expect.poll(() => text(page, 'saved')).toBe('Milk');
  await save(page, 'Milk, bread, butter, eggs');
  await expect.poll(() => text(page, 'status')).toBe('25 characters are too many');
  expect(await text(page, 'saved')).toBe('Milk');
  expect(await field(page).inputValue()).toBe('Milk, bread, butter, eggs');
});

test('a prevented update changes nothing and switches the button on again', async ({ page }) => {
  await page.goto(example.url);
  await button(page).waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('_dash-update-component')),
    button(page).click(),
  ]);
  expect(answer.status()).toBe(204);
  await expect.poll(() => button(page).isEnabled()).toBe(true);
  expect(await text(page, 'status')).toBe('Nothing is saved yet');
  expect(await page.locator('.dash-notice').count()).toBe(0);
});
