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

scenario('jobs', 'patterns, side updates, failures, and a run that overtakes another', async ({ page, shows, complaints }) => {
  const ran = () => page.locator('.ran').allTextContents();
  await page.locator('button', { hasText: 'Run 2' }).click();
  await expect.poll(ran, { timeout: 30_000 }).toEqual(['-', 'ran 1']);
  await page.locator('button', { hasText: 'Run 1' }).click();
  await expect.poll(ran, { timeout: 30_000 }).toEqual(['ran 1', 'ran 1']);

  await page.locator('#side').click();
  await shows('#side-out', 'set 1');
  await shows('#side-done', 'done 1');

  await page.locator('#fail').click();
  await expect.poll(() => complaints.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await shows('#fail-out', 'kept');
  complaints.length = 0;
  await page.locator('#fail').click();
  await shows('#fail-out', 'recovered 2');
  complaints.length = 0;

  await Promise.all([page.waitForResponse(/_dash-update-component/), page.locator('#slow').click()]);
  await page.locator('#slow').click();
  await shows('#slow-out', 'slow 2');
});
