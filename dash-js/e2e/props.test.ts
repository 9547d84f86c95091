// Dev tools look at every prop: a wrong one is told of, from wherever it comes, and the page lives on; the examples have none.
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { test } from './browser';
import { changeComponent } from './change';
import { debugExample, type Example } from './example';

let running: Example | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function started(name: string): Promise<Example> {
  running = await debugExample(name);
  return running;
}

/** The titles of all errors, the newest first. */
const titles = (page: Page) => page.locator('.dash-fe-error__title').allTextContents();

/** The card of this error, opened. */
async function details(page: Page, title: string): Promise<string[]> {
  const card = page.locator('.dash-error-card__content', { hasText: title });
  await card.locator('.test-devtools-error-toggle').click();
  return (await card.locator('.dash-backend-error').innerText()).split('\n');
}

test('a prop of a wrong type in the layout, and one that is misspelled', async ({ page, complaints }) => {
  const { url } = await started('counter');
  await changeComponent(page, url, 'button', { props: { title: 3, disabeld: true } });
  await page.goto(url);
  const invalid = 'Invalid argument `title` passed into Button with ID "button".';
  const unknown = 'Button with ID "button" has no prop `disabeld`.';
  await expect.poll(() => titles(page)).toEqual([unknown, invalid]);
  expect(await details(page, invalid)).toEqual(['Expected `string`.', 'Was supplied type `number`.', 'Value provided: 3']);
  expect(await details(page, unknown)).toEqual(['Did you mean `disabled`?', 'Value provided: true']);
  await page.locator('#button').click();
  await expect.poll(() => page.locator('#text').textContent()).toBe('Clicked once');
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test('a prop of a wrong type from a callback, told of again only when it changes', async ({ page, complaints }) => {
  const { url } = await started('sales');
  await page.goto(url);
  await page.locator('#chart .gtitle').waitFor();
  const answer = { multi: true, response: { chart: { figure: 'none', mathjax: 1 } } };
  await page.route('**/_dash-update-component*', (route) => route.fulfill({ json: answer }));
  const choose = async (region: string) => {
    await page.locator('#region').click();
    await Promise.all([page.waitForResponse(/_dash-update-component/), page.getByRole('option', { name: region }).click()]);
  };
  await choose('South');
  const expected = ['mathjax', 'figure'].map((name) => `Invalid argument \`${name}\` passed into Graph with ID "chart".`);
  await expect.poll(async () => (await titles(page)).filter((title) => title.startsWith('Invalid'))).toEqual(expected);
  await choose('East');
  expect((await titles(page)).filter((title) => title.startsWith('Invalid'))).toEqual(expected);
  expect(await page.locator('h1').textContent()).toBe('Sales dashboard');
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

for (const name of ['client', 'counter', 'gapminder', 'live', 'matching', 'pages', 'patch', 'sales', 'save', 'todo']) {
  test(`nothing is wrong in the example ${name}`, async ({ page }) => {
    const { url } = await started(name);
    await page.goto(url);
    await page.locator('.dash-debug-menu__status--available').waitFor();
    await page.waitForFunction(isIdle);
    expect(await titles(page)).toEqual([]);
  });
}

/** Runs in the browser: all first callbacks have run, and what they brought has been looked at. */
const isIdle = (): Promise<boolean> =>
  new Promise((done) => setTimeout(() => done(!(window as unknown as Shown).store.getState().isLoading)));

interface Shown {
  readonly store: { getState: () => { isLoading: boolean } };
}
