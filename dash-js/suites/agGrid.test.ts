// dash-ag-grid.
import type { Page } from 'playwright-core';
import { atFirst, suite } from './suite';

const cell = (page: Page, row: number, column: string) => page.locator(`#grid [row-index="${row}"] [col-id=${column}]`);

suite('ag_grid', [
  atFirst({ '#shown': 'shown Ford Audi Fiat', '#picked': 'picked ', '#clicked': 'cell - -' }),
  ['a cell', (page) => cell(page, 1, 'make').click(), { '#clicked': 'cell make Audi', '#picked': 'picked Audi' }],
  [
    'a new number',
    async (page) => {
      await cell(page, 0, 'price').dblclick();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('35');
      await page.keyboard.press('Enter');
    },
    { '#changed': 'changed 30 to 35' },
  ],
  ['rows in order', (page) => page.locator('#grid .ag-header-cell[col-id=price] .ag-header-cell-label').click(), { '#shown': 'shown Fiat Ford Audi' }],
  ['all rows picked by a callback', (page) => page.click('#all'), { '#picked': 'picked Audi Fiat Ford' }],
  ['a row added by a callback', (page) => page.click('#add'), { '#shown': 'shown Make 1 Fiat Ford Audi' }],
  ['a filter set by a callback', (page) => page.click('#cheap'), { '#shown': 'shown Make 1 Fiat Ford' }],
  ['a filter typed', (page) => page.locator('#grid .ag-floating-filter input').first().fill('f'), { '#shown': 'shown Fiat Ford' }],
]);
