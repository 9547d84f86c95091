// Callbacks that run in the background.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('background', 'progress, the result, and an end before it', async ({ page, shows, text }) => {
  await page.locator('#start').click();
  await shows('#state', 'busy');
  await expect.poll(() => text('#progress'), { timeout: 30_000, interval: 20 }).toMatch(/^step \d of 3$/);
  expect(await page.locator('#start').isDisabled()).toBe(true);
  await shows('#result', 'done 1');
  await shows('#state', 'ready');
  await shows('#progress', 'idle');

  await page.locator('#start').click();
  await expect.poll(() => text('#progress'), { timeout: 30_000 }).toMatch(/^step \d+ of 200$/);
  await page.locator('#stop').click();
  await shows('#state', 'ready');
  await shows('#progress', 'idle');
  await shows('#result', 'done 1');

  await page.locator('#quick').click();
  await shows('#answer', 'answer 1');
});
