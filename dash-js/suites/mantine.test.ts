// dash-mantine-components.
import { atFirst, suite } from './suite';

suite('mantine', [
  atFirst({ '#clicks': 'clicked 0', '#selected': 'selected React', '#tab': 'tab one', '#part': 'part a', '#slid': 'at 20' }),
  ['a chart that loads later', (page) => page.waitForSelector('#chart svg'), { '#chart .recharts-cartesian-axis-tick-value': 'January' }],
  ['a button', (page) => page.click('#button'), { '#clicks': 'clicked 1' }],
  ['a stepper moved by a callback', (page) => page.getByText('Step two').waitFor(), { '#stepper': 'First2SecondStep two' }],
  ['typing', (page) => page.locator('#typed').pressSequentially('abc'), { '#said': 'said abc' }],
  ['a number', (page) => page.fill('#number', '21'), { '#doubled': 'doubled 42' }],
  [
    'a choice',
    async (page) => {
      await page.click('#select');
      await page.getByRole('option', { name: 'Vue' }).click();
    },
    { '#selected': 'selected Vue' },
  ],
  ['a tick', (page) => page.click('#checkbox'), { '#checked': 'agreed' }],
  ['a switch', (page) => page.locator('#switch').click({ force: true }), { '#switched': 'on' }],
  ['a segment', (page) => page.getByText('week', { exact: true }).click(), { '#segment': 'segment week' }],
  ['a tab', (page) => page.getByRole('tab', { name: 'Two' }).click(), { '#tab': 'tab two' }],
  ['a part unfolded', (page) => page.getByRole('button', { name: 'Part B' }).click(), { '#part': 'part b' }],
  ['a slider by the keyboard', (page) => page.getByRole('slider').press('ArrowRight'), { '#slid': 'at 30' }],
  ['a chip', (page) => page.getByText('Chip Y').click(), { '#chip': 'chip y' }],
  ['a page', (page) => page.locator('#pages').getByText('3', { exact: true }).click(), { '#page': 'page 3' }],
  [
    'an item of a menu',
    async (page) => {
      await page.click('#menu');
      await page.getByRole('menuitem', { name: 'Item' }).click();
    },
    { '#chosen': 'item 1' },
  ],
  ['a dialog', (page) => page.click('#ask'), { '#asked': 'asking', '[role=dialog] h2': 'Really?' }],
  ['and its end', (page) => page.keyboard.press('Escape'), { '#asked': 'not asking' }],
]);
