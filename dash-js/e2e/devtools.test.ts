// The dev tools: there in debug only, errors and callbacks in full, and a page that follows its server without losing a word.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { test } from './browser';
import { debugExample, type Example, startExample } from './example';

const running: Example[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((example) => example.stop()));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
});

async function opened(page: Page, example: Example): Promise<Example> {
  running.push(example);
  await page.goto(example.url);
  await page.locator('.dash-debug-menu__status--available').waitFor();
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  return example;
}

const isSameDocument = (page: Page) => page.evaluate(() => Reflect.get(window, 'isSameDocument') === true);
const field = (page: Page) => page.getByLabel('Text');

async function save(page: Page, note: string): Promise<void> {
  await field(page).fill(note);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => page.locator('#saved').textContent()).toBe(note);
}

test('a page that is not in debug loads nothing of them', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const example = await startExample('save');
  running.push(example);
  await page.goto(example.url, { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /devtools|_reload-hash/.test(path))).toEqual([]);
  expect(await page.locator('.dash-debug-menu__outer').count()).toBe(0);

  await opened(page, await debugExample('save'));
  expect(loaded.filter((path) => path.includes('devtools')).length).toBeGreaterThan(0);
});

test('an error is shown with its causes and the name of the callback', async ({ page, complaints }) => {
  await opened(page, await debugExample('save'));
  const error = { message: 'cannot save the note', output: 'x', chain: ['the disk is full', 'no space left'] };
  await page.route('**/_dash-update-component*', (route) => route.fulfill({ status: 500, json: { error } }), { times: 2 });
  const count = page.locator('.test-devtools-error-count');
  for (const expected of ['1', '2']) {
    await field(page).fill('Milk');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => count.textContent()).toBe(expected);
  }
  expect(await page.locator('.dash-notice').first().isVisible()).toBe(false);
  const card = page.locator('.dash-error-card__content').first();
  expect(await card.locator('.dash-fe-error__title').textContent()).toBe('saved.children, status.children could not be updated');
  await card.locator('.test-devtools-error-toggle').click();
  const info = card.locator('.dash-fe-error__info');
  expect(await info.locator('p').first().textContent()).toBe('cannot save the note');
  expect(await info.locator('li').allTextContents()).toEqual(['the disk is full', 'no space left']);
  expect(await info.locator('code').textContent()).toBe('save');

  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await page.locator('.dash-error-card').count()).toBe(0);
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.filter((text) => !/could not be updated|500/.test(text))).toEqual([]);
  complaints.length = 0;
});

test('the graph has every callback, how long it took, and its values', async ({ page }) => {
  await opened(page, await debugExample('client'));
  await expect.poll(() => page.locator('#words').textContent()).toContain('12000');
  await page.locator('#dash-debug-menu__callback-graph-button').click();
  const graph = page.getByRole('region', { name: 'Callbacks' });
  const names = graph.locator('svg button b');
  expect(await names.allTextContents()).toEqual(['rate', 'words']);
  expect((await graph.locator('svg div').allTextContents()).sort()).toEqual(['rate.children', 'sum.value', 'words.children', 'years.value']);
  await expect.poll(() => graph.locator('svg button', { hasText: 'words' }).textContent()).toMatch(/^words1 × [\d.]+ ms$/);

  await names.getByText('words').click();
  expect(await graph.locator('tr').allTextContents()).toEqual([
    'Inputsum.value12000',
    'Inputyears.value10',
    'Outputwords.children"12000 € in 10 years, each month:"',
  ]);
  expect(await graph.locator('p').textContent()).toMatch(/^Last run: answered after [\d.]+ ms, [\d.]+ ms of them on the server, for the first call/);

  await page.getByRole('slider').first().press('ArrowRight');
  await expect.poll(() => graph.locator('p').textContent()).toMatch(/for a change of years\.value\. 2 in all/);
  expect(await graph.locator('tr').nth(1).textContent()).toBe('Inputyears.value11');
});

test('after a restart the page is there again by itself, with what its reader made of it', async ({ page, complaints }) => {
  const example = await opened(page, await debugExample('save'));
  await save(page, 'Bread');
  await field(page).fill('Milk');
  await example.stop();
  await page.locator('.dash-debug-menu__status--unavailable').waitFor();

  // The author has changed the heading meanwhile.
  await page.route('**/_dash-layout', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"Note"', '"Shopping"') });
  });
  running.push(await debugExample('save', Number(new URL(example.url).port)));
  await expect.poll(() => page.locator('h1').textContent()).toBe('Shopping');
  expect([await field(page).inputValue(), await page.locator('#saved').textContent()]).toEqual(['Milk', 'Bread']);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text');
  expect(await isSameDocument(page)).toBe(true);

  await save(page, 'Milk');
  expect(complaints.filter((text) => !text.includes('ERR_CONNECTION'))).toEqual([]);
  complaints.length = 0;
});

/** Starts `save` with a folder of assets that has one style sheet. */
async function withAssets(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dash-assets-'));
  folders.push(folder);
  writeFileSync(join(folder, 'look.css'), 'h1 { color: rgb(1, 2, 3) }');
  await opened(page, await debugExample('save', 0, { DASH_ASSETS_FOLDER: folder }));
  return folder;
}

const colour = (page: Page) => page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);

test('a style sheet that is saved is seen at once, and nothing else is loaded', async ({ page }) => {
  const folder = await withAssets(page);
  expect(await colour(page)).toBe('rgb(1, 2, 3)');
  await field(page).fill('Milk');
  for (const [css, expected] of [['h1 { color: rgb(4, 5, 6) }', 'rgb(4, 5, 6)'], ['h1 { color: rgb(7, 8, 9) }', 'rgb(7, 8, 9)']] as const) {
    writeFileSync(join(folder, 'look.css'), css);
    await expect.poll(() => colour(page)).toBe(expected);
  }
  expect([await field(page).inputValue(), await isSameDocument(page)]).toEqual(['Milk', true]);
});

test('a script that is saved loads the document anew, with what its reader made of it', async ({ page }) => {
  const folder = await withAssets(page);
  await save(page, 'Bread');
  await field(page).fill('Milk');
  writeFileSync(join(folder, 'more.js'), 'window.more = 1;');
  await expect.poll(() => isSameDocument(page)).toBe(false);
  await field(page).waitFor();
  expect([await field(page).inputValue(), await page.locator('#saved').textContent()]).toEqual(['Milk', 'Bread']);
});
