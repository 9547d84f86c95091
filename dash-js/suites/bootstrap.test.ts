// dash-bootstrap-components.
import { atFirst, suite } from './suite';

suite('bootstrap', [
  atFirst({ '#clicks': 'clicked 0', '#said': 'said ', '#tab': 'tab first', '#part': 'part a', '#progress': '0 done' }),
  ['a button', (page) => page.click('#button'), { '#clicks': 'clicked 1', '#progress': '1 done' }],
  ['typing', (page) => page.locator('#typed').pressSequentially('abc'), { '#said': 'said abc' }],
  ['a tick', (page) => page.locator('#checks input').nth(1).click(), { '#checked': 'checked b' }],
  ['a radio button', (page) => page.locator('#radios input').nth(1).click(), { '#radio': 'picked y' }],
  ['a switch', (page) => page.click('#switch'), { '#switched': 'on' }],
  ['a choice', (page) => page.selectOption('#select', 'two'), { '#selected': 'selected two' }],
  [
    'a tab, whose label a callback then changes',
    (page) => page.getByRole('tab', { name: 'After first' }).click(),
    { '#tab': 'tab second', '[role=tab] >> nth=1': 'After second' },
  ],
  ['a part unfolded', (page) => page.getByRole('button', { name: 'Part B' }).click(), { '#part': 'part b' }],
  ['and folded again', (page) => page.getByRole('button', { name: 'Part B' }).click(), { '#part': 'part none' }],
  ['a collapse', (page) => page.click('#toggle'), { '#opened': 'open', '#collapse': 'Collapsed' }],
  ['a dialog', (page) => page.click('#ask'), { '#asked': 'asked 1, answered 0', '.modal-title': 'Really?' }],
  ['an answer in it', (page) => page.click('#yes'), { '#asked': 'asked 1, answered 1' }],
  [
    'an item of a menu',
    async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.click('#item');
    },
    { '#chosen': 'item 1' },
  ],
  ['an alert dismissed', (page) => page.locator('#alert button').click(), { '#alerted': 'no alert' }],
  ['a page', (page) => page.locator('#pages').getByText('3', { exact: true }).click(), { '#page': 'page 3' }],
]);
