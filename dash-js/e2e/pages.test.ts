// The example `pages`: links, the browser's buttons and addresses show pages, and the callbacks of each page work on it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './browser';
import { type Example, startExample } from './example';

let example: Example;

beforeAll(async () => {
  example = await startExample('pages');
});
afterAll(() => example.stop());

const heading = (page: Page) => page.locator('h1').textContent();
const marked = (page: Page) => page.locator('#menu [aria-current=page]').allTextContents();
const address = (page: Page) => page.url().slice(example.url.length - 1);
const bars = (page: Page) => page.locator('#chart .bars .point').count();

/** What a reader sees of the page: its heading, the document's title, the marked link, the address. */
async function expectPage(page: Page, shown: string, title: string, link: string[], at: string): Promise<void> {
  await expect.poll(() => heading(page)).toBe(shown);
  await expect.poll(() => page.title()).toBe(title);
  await expect.poll(() => marked(page)).toEqual(link);
  expect(address(page)).toBe(at);
}

const expectHome = (page: Page) => expectPage(page, 'Sales by year', 'Sales by year', ['Overview'], '/');
const expectReport = (page: Page, year: number) =>
  expectPage(page, `Revenue in ${year}`, 'Revenue of a year', [`${year}`], `/report/${year}`);

/** The addresses of callback requests from now on, by what they show. */
function shownPages(page: Page): unknown[] {
  const shown: unknown[] = [];
  page.on('request', (request) => {
    const body: { output?: string; inputs?: { value: unknown }[] } = request.postDataJSON() ?? {};
    if (body.output?.startsWith('.._pages_content.')) shown.push(body.inputs?.map(({ value }) => value).join(''));
  });
  return shown;
}

test('links and the buttons of the browser go to pages without loading the document', async ({ page }) => {
  await page.goto(example.url);
  await expectHome(page);
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));

  await page.getByRole('link', { name: 'Revenue in 2023' }).click();
  await expectReport(page, 2023);
  await expect.poll(() => bars(page)).toBe(12);
  await page.locator('#menu').getByRole('link', { name: '2024' }).click();
  await expectReport(page, 2024);
  await page.goBack();
  await expectReport(page, 2023);
  await page.goBack();
  await expectHome(page);
  await page.goForward();
  await expectReport(page, 2023);
  expect(await page.locator('body[data-kept]').count()).toBe(1);
});

test('an address shows its page at once, and the browser does not ask for it again', async ({ page }) => {
  const shown = shownPages(page);
  const answer = await page.goto(`${example.url}report/2023`);
  expect(answer?.status()).toBe(200);
  await expectReport(page, 2023);
  await expect.poll(() => bars(page)).toBe(12);
  expect(shown).toEqual([]);

  await page.locator('#menu').getByRole('link', { name: 'Products' }).click();
  await expectPage(page, 'Best sellers', 'Best sellers', ['Products'], '/products');
  expect(shown).toEqual(['/products']);
});

test('an address of no page is not found, and leads on', async ({ page, complaints }) => {
  for (const path of ['nowhere', 'report/soon', 'report/1999']) {
    const answer = await page.goto(example.url + path);
    expect(answer?.status()).toBe(404);
    await expectPage(page, 'There is no such page', 'No such page', [], `/${path}`);
  }
  await page.getByRole('link', { name: 'overview', exact: true }).click();
  await expectHome(page);
  // The browser itself writes a line for each document that is not found.
  expect(complaints.every((complaint) => complaint.includes('404'))).toBe(true);
  complaints.length = 0;
});

test('the callbacks of a page work each time one comes to it', async ({ page }) => {
  await page.goto(`${example.url}report/2023`);
  const revenue = () => page.locator('#chart .bars .point path').first().getAttribute('d');
  for (const year of [2023, 2024, 2023]) {
    await page.locator('#menu').getByRole('link', { name: `${year}` }).click();
    await expectReport(page, year);
    await expect.poll(() => bars(page)).toBe(12);
    const all = await revenue();
    await page.locator('#region').click();
    await page.getByRole('option', { name: 'South' }).click();
    await expect.poll(async () => (await page.locator('#region').textContent())?.includes('South')).toBe(true);
    await expect.poll(revenue).not.toBe(all);
  }
});

test('a choice goes into the address, which brings it back', async ({ page }) => {
  await page.goto(`${example.url}products?region=South&top=10`);
  const rows = () => page.locator('tbody tr').count();
  expect(await rows()).toBe(10);
  expect(await page.locator('#place').textContent()).toContain('South');

  await page.getByRole('radio', { name: '20' }).check();
  await expect.poll(rows).toBe(20);
  expect(address(page)).toBe('/products?region=South&top=20');
  await page.goBack();
  await expect.poll(rows).toBe(10);
  expect(await page.getByRole('radio', { name: '10' }).isChecked()).toBe(true);
});
