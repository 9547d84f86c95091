// Dash's own data table.
import type { Page } from 'playwright-core';
import { atFirst, suite } from './suite';

const cell = (page: Page, row: number, column: string) => page.locator(`#table td[data-dash-column=${column}]`).nth(row);

suite('table', [
  atFirst({ '#total': '3 rows, 6 in all', '#shown': 'shown Rome Oslo Bern', '#active': 'active - -' }),
  ['a cell', (page) => cell(page, 1, 'sales').click(), { '#active': 'active 1 sales' }],
  [
    'a new number in it',
    async (page) => {
      await page.keyboard.type('5');
      await page.keyboard.press('Enter');
    },
    { '#total': '3 rows, 10 in all', '#active': 'active 2 sales' },
  ],
  [
    'rows in order',
    (page) => page.locator('#table th[data-dash-column=sales] .column-header--sort').click(),
    { '#shown': 'shown Bern Rome Oslo' },
  ],
  ['a row picked', (page) => page.locator('#table td.dash-select-cell input').nth(0).click(), { '#picked': 'picked 2' }],
  ['a new row by a callback', (page) => page.click('#add'), { '#total': '4 rows, 20 in all', '#shown': 'shown Bern Rome Oslo' }],
  ['the next page', (page) => page.click('#table button.next-page'), { '#shown': 'shown City 1' }],
  ['the page before', (page) => page.click('#table button.previous-page'), { '#shown': 'shown Bern Rome Oslo' }],
  [
    'a filter',
    async (page) => {
      await page.locator('#table th[data-dash-column=city] input[type=text]').fill('o');
      await page.keyboard.press('Enter');
    },
    { '#query': 'query {city} scontains o', '#shown': 'shown Rome Oslo' },
  ],
  ['a row deleted', (page) => page.locator('#table td.dash-delete-cell').first().click(), { '#total': '3 rows, 17 in all', '#shown': 'shown Oslo' }],
]);
