// Upstream's own components, whose bundles ask the renderer for more than props.
import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('table', 'cells are edited, rows sorted, deleted and paged', async ({ page, shows }) => {
  const cell = (row: number, column: string) => page.locator(`td[data-dash-column=${column}]`).nth(row);
  await shows('#total', '3 rows, 6 in all');
  await shows('#derived', "['Rome', 'Oslo']");
  await cell(1, 'sales').click();
  await shows('#active', 'sales of 3');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await shows('#total', '3 rows, 10 in all');
  await page.locator('th[data-dash-column=sales] .column-header--sort').click();
  await shows('#derived', "['Bern', 'Rome']");
  await page.locator('.next-page').click();
  await shows('#derived', "['Oslo']");
  await page.locator('.dash-delete-cell').first().click();
  await shows('#total', '2 rows, 5 in all');
});

scenario('layout', 'tabs, labels that are components, a dropdown, undo', async ({ page, shows }) => {
  await shows('#chosen', 'tab one');
  await shows('#label', 'Second');
  await shows('#checked', '[] 27');
  await shows('#markdown strong', 'bold');
  await page.locator('#label').click();
  await shows('#chosen', 'tab two');
  expect(await page.locator('#inside').inputValue()).toBe('in a tab');
  await page.locator('#icon').click();
  await shows('#checked', "['a'] 27");
  await shows('#label', 'Second 1');

  await page.locator('#dropdown').click();
  await page.getByText('green', { exact: true }).click();
  await shows('#color', 'color green');

  await page.locator('#typed').press('a');
  await shows('#typed-out', 'typed a');
  await page.locator('#typed').press('b');
  await shows('#typed-out', 'typed ab');
  await page.locator('._dash-undo-redo-link', { hasText: 'undo' }).click();
  await shows('#typed-out', 'typed a');
  await page.locator('._dash-undo-redo-link', { hasText: 'redo' }).click();
  await shows('#typed-out', 'typed ab');
});

scenario('props', 'components in other props are found, changed and replaced', async ({ page, shows }) => {
  await shows('#chosen', 'chose 1');
  await page.locator('#rename').click();
  await shows('#deep', '?1');
  await page.locator('#deep').click();
  await shows('#chosen', 'chose 2');
  await shows('#clicked', 'clicked 1');
  await page.locator('#replace').click();
  await expect.poll(() => page.locator('#radio').textContent()).toBe('New 1New 2!');
  // It stands where the old one stood, and counts on.
  await page.getByText('New 2').click({ position: { x: 2, y: 2 } });
  await shows('#clicked', 'clicked 2');
  await page.locator('#turn').click();
  await shows('#list-said', 'a,b,c');
  await shows('#list', 'cba');
  await page.locator('#turn').click();
  await shows('#list-said', 'c,b,a');
  await shows('#list', 'abc');
});
