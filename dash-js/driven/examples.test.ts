// The examples under Dash's renderer and ours. One more is one more `drive`.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atFirst, drive } from './drive';

const click = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
const follow = (name: string) => (page: Page) => page.getByRole('link', { name }).first().click();

const choose = (id: string, option: string) => async (page: Page) => {
  await page.locator(`#${id}`).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

drive('counter', [
  atFirst({ '#text': 'Not clicked yet' }),
  ['a click', click('Click me'), { '#text': 'Clicked once' }],
  ['another click', click('Click me'), { '#text': 'Clicked 2 times' }],
]);

drive('sales', [
  atFirst({ '#chart .gtitle': 'North' }),
  ['a choice', choose('region', 'South'), { '#chart .gtitle': 'South' }],
  ['another choice', choose('region', 'Central'), { '#chart .gtitle': 'Central' }],
]);

const PRICES = '[id*=\'"type":"Price"\']';

drive('matching', [
  atFirst({ [PRICES]: ['2.50 €'], '#total': '2.50 €' }),
  ['a line more', click('Add a line'), { [PRICES]: ['2.50 €', '2.50 €'], '#total': '5.00 €' }],
  ['more pieces', (page) => page.locator('input[type=number]').nth(1).fill('4'), { [PRICES]: ['2.50 €', '10.00 €'], '#total': '12.50 €' }],
  ['a line less', click('Remove'), { [PRICES]: ['10.00 €'], '#total': '10.00 €' }],
]);

drive('pages', [
  atFirst({ h1: 'Sales by year', title: 'Sales by year', '#menu [aria-current=page]': ['Overview'] }),
  ['a link in the page', follow('Revenue in 2023'), { h1: 'Revenue in 2023', '#menu [aria-current=page]': ['2023'] }],
  ['a link in the menu', follow('2024'), { h1: 'Revenue in 2024', title: 'Revenue of a year' }],
  ['the way back', (page) => page.goBack(), { h1: 'Revenue in 2023' }],
  ['a page of choices', follow('Products'), { h1: 'Best sellers', title: 'Best sellers' }],
]);

const count = (page: Page) => page.getByRole('button', { name: 'Count' }).click();

async function countAndStop(page: Page): Promise<void> {
  await count(page);
  await page.getByText('Counting up to 5000000').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
}

drive('background', [
  atFirst({ '#status': 'Nothing is counted yet' }),
  ['a choice of the longest', (page) => page.getByText('5000000').click(), {}],
  ['a count that is stopped', countAndStop, { '#status': 'The count was stopped' }],
  ['a choice of the shortest', (page) => page.getByText('200000').click(), {}],
  ['a count to its end', count, { '#status': 'There are 17984 primes below 200000' }],
]);

const price = (page: Page) => page.locator('#price').textContent();
const line = (page: Page) => page.locator('#chart .scatterlayer path.js-line').first().getAttribute('d', PATIENCE);

/** A machine may be busy with other things. */
const PATIENCE = { timeout: 30_000 };

/** The price and the chart are other ones than before, twice in a row. */
async function moves(page: Page): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const [text, path] = [await price(page), await line(page)];
    await expect.poll(() => price(page), PATIENCE).not.toBe(text);
    await expect.poll(() => line(page), PATIENCE).not.toBe(path);
  }
}

drive('stream', [
  ['at first', moves, { '#state': 'live', '#toggle': 'Pause' }],
  ['a pause', click('Pause'), { '#state': 'paused', '#toggle': 'Resume' }],
  ['it goes on', click('Resume'), { '#state': 'live', '#toggle': 'Pause' }],
  ['the price', moves, { '#state': 'live' }],
]);
