// Dash's own html and dcc.
import { atFirst, suite } from './suite';

suite('core', [
  atFirst({ '#clicks': 'clicked 0', '#bar': 'bar -', '#day': 'on 2024-05-17', '#stored': 'stored 0', '#chosen': 'chosen red', '#markdown strong': 'red', '#tab': 'tab first' }),
  ['a click', (page) => page.click('#button'), { '#clicks': 'clicked 1', '#stored': 'stored 1', '#rows': 'row 0' }],
  ['a second click', (page) => page.click('#button'), { '#clicks': 'clicked 2', '#rows': 'row 0row 1' }],
  ['typing', (page) => page.locator('#typed').pressSequentially('abc'), { '#said': 'said abc' }],
  ['a number', (page) => page.fill('#number', '21'), { '#doubled': 'doubled 42' }],
  ['no number', (page) => page.fill('#number', ''), { '#doubled': 'none' }],
  [
    'a choice from a dropdown',
    async (page) => {
      await page.click('#dropdown');
      await page.getByText('green', { exact: true }).click();
    },
    { '#chosen': 'chosen green', '#markdown strong': 'green' },
  ],
  ['a tick', (page) => page.locator('#checks input').nth(1).click(), { '#checked': 'checked b' }],
  ['another tick', (page) => page.locator('#checks input').nth(0).click(), { '#checked': 'checked b+a' }],
  ['a radio button', (page) => page.locator('#radios input').nth(1).click(), { '#radio': 'picked y' }],
  ['a slider by the keyboard', (page) => page.locator('#slider [role=slider]').press('ArrowRight'), { '#slid': 'at 4' }],
  ['lines of text', (page) => page.fill('#area', 'one two'), { '#length': '7 letters' }],
  ['a tab', (page) => page.click('#second'), { '#tab': 'tab second', '#bold': 'In the second', '#second': 'After second' }],
  [
    'a click on a chart',
    async (page) => {
      const bar = page.locator('#graph .bars .point path').nth(1);
      await bar.scrollIntoViewIfNeeded();
      const box = await bar.boundingBox();
      if (box === null) throw new Error('the bar is not there');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    { '#bar': 'bar b' },
  ],
  [
    'a day',
    async (page) => {
      await page.locator('#date').click();
      await page.getByText('20', { exact: true }).first().click();
    },
    { '#day': 'on 2024-05-20' },
  ],
  ['a link', (page) => page.click('#link'), { '#place': 'at /there' }],
  ['the way back', (page) => page.goBack(), { '#place': 'at /' }],
]);
