// The page around the values: what it keeps, what it shows meanwhile, where it leads, what fails.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('persistence', 'entries stay over a reload, or until it', async ({ page, shows }) => {
  await shows('#shown', "('a', 'b', 'c', ['x'])");
  await page.locator('#local').fill('A');
  await page.locator('#session').fill('B');
  await page.locator('#memory').fill('C');
  await page.getByLabel('y').check();
  await shows('#shown', "('A', 'B', 'C', ['x', 'y'])");

  await page.locator('#late').fill('D');
  await Promise.all([page.waitForResponse(/_dash-update-component/), page.locator('#swap').click()]);
  await expect.poll(() => page.locator('#late').inputValue()).toBe('D');

  await page.reload();
  await shows('#shown', "('A', 'B', 'c', ['x', 'y'])");
  expect(await page.locator('#local').inputValue()).toBe('A');
  expect(await page.locator('#late').inputValue()).toBe('d');
});

scenario('busy', 'a spinner, the title and a button while a callback runs', async ({ page, shows }) => {
  await shows('#result', 'idle');
  expect(await page.title()).toBe('Busy');
  await page.locator('#go').click();
  await shows('#state', 'running');
  await page.locator('#spinner').waitFor();
  await page.locator('._dash-loading-callback').waitFor({ state: 'attached' });
  expect(await page.locator('#go').isDisabled()).toBe(true);
  await expect.poll(() => page.title()).toBe('Working...');

  await page.locator('#release').click();
  await shows('#result', 'worked 1');
  await shows('#state', 'done');
  await expect.poll(() => page.title()).toBe('Busy');
  await expect.poll(() => page.locator('#spinner').count()).toBe(0);
  await expect.poll(() => page.locator('._dash-loading-callback').count()).toBe(0);
  expect(await page.locator('#go').isEnabled()).toBe(true);
});

scenario('pages', 'links, addresses, titles, and the way back', async ({ page, shows }) => {
  await shows('#hello', 'Hello you');
  await expect.poll(() => page.title()).toBe('Home');
  await page.locator('#to-item').click();
  await shows('h2', 'Item 7');
  await shows('#color', 'red');
  await expect.poll(() => page.title()).toBe('An item');
  await page.locator('#to-list').click();
  await shows('h2', 'List');
  await page.goBack();
  await shows('h2', 'Item 7');
  await page.locator('#to-home').click();
  await shows('#hello', 'Hello you');
  await page.locator('#name').fill('me');
  await shows('#hello', 'Hello me');
  await page.goto(new URL('nowhere', page.url()).href);
  await shows('h1', '404 - Page not found');
});

scenario('errors', 'a callback that fails leaves the rest alone', async ({ page, shows, complaints }) => {
  await shows('#fine', 'fine None');
  await page.locator('#go').click();
  await shows('#fine', 'fine 1');
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  await shows('#failing', 'kept');
  await shows('#follower', 'after');
  complaints.length = 0;
  await page.locator('#go').click();
  await shows('#failing', 'recovered 2');
  await shows('#follower', 'follows recovered 2');
  await shows('#prevented', 'same');
});

scenario('address', 'is known before the first callback, and followed', async ({ page, shows }) => {
  await shows('#out', "[{'a': '/:a'}] /");
  await shows('#search', ' ');
  await page.locator('#go').click();
  await shows('#out', "[{'a': '/1:a'}] /1");
  await page.locator('#go').click();
  await shows('#out', "[{'a': '/2:a'}] /2");
  await page.locator('#link').click();
  await shows('#out', "[{'a': '/linked:a'}] /linked");
  await shows('#search', '?x=1 #part');
  await page.goBack();
  await shows('#out', "[{'a': '/2:a'}] /2");
});

scenario('kept', 'parts of props, new keys, and what a callback overrides', async ({ page, shows }) => {
  await shows('#names', "['a', 'b'] None");
  // A callback that could have written the value did not.
  await shows('#value', '');
  page.on('dialog', (dialog) => void dialog.accept('x'));
  await page.locator('.column-header--edit').first().click();
  await shows('#names', "['x', 'b'] None");
  await page.locator('.column-header--hide').last().click();
  await shows('#names', "['x', 'b'] ['c1']");
  await page.locator('#overridden').fill('typed');
  await shows('#value', 'value typed');
  await page.locator('#pick').click();
  await page.getByText('z', { exact: true }).click();
  await expect.poll(() => page.locator('#pick').textContent()).toContain('z');
  // The same key, then another one.
  for (const picked of ['z', 'x', 'x']) {
    await Promise.all([page.waitForResponse(/_dash-update-component/), page.locator('#rebuild').click()]);
    await expect.poll(() => page.locator('#pick').textContent()).toContain(picked);
  }

  await page.reload();
  await shows('#names', "['x', 'b'] ['c1']");
  const entry = () => page.locator('#overridden').inputValue();
  await expect.poll(entry).toBe('typed');
  await expect.poll(() => page.locator('#pick').textContent()).toContain('z');
  await page.locator('#other').click();
  await expect.poll(entry).toBe('start');
  await page.locator('#reset').click();
  await shows('#value', 'value reset');
  await page.reload();
  await expect.poll(entry).toBe('typed');
  // Its code is loaded after the answer that brings it.
  await page.locator('#pick').waitFor();
});
