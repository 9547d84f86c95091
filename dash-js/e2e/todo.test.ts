// The example `todo`: a callback that reads and writes the same field, and children that it brings.
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('todo');
});
afterAll(() => example.stop());

test('tasks are added with the button and with Enter, and the field is cleared', async ({ page }) => {
  await page.goto(example.url);
  const rows = () => page.locator('#rows li').allTextContents();
  const field = page.getByLabel('New task');
  await expect.poll(rows).toEqual(['Nothing to do']);

  await field.fill('Water the plants');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.poll(rows).toEqual(['Water the plants']);
  await expect.poll(() => field.inputValue()).toBe('');

  await field.fill('Feed the cat');
  await field.press('Enter');
  await expect.poll(rows).toEqual(['Water the plants', 'Feed the cat']);
});

test('an empty task is not added', async ({ page }) => {
  await page.goto(example.url);
  await page.locator('#rows li').waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('_dash-update-component')),
    page.getByRole('button', { name: 'Add' }).click(),
  ]);
  expect(answer.status()).toBe(204);
  expect(await page.locator('#rows li').allTextContents()).toEqual(['Nothing to do']);
});
