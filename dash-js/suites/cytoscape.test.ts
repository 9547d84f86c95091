// dash-cytoscape, which draws on a canvas: places are pixels.
import type { Page } from 'playwright-core';
import { atFirst, suite } from './suite';

const at = (page: Page, x: number, y = 100) => page.locator('#net').click({ position: { x, y } });

suite('cytoscape', [
  atFirst({ '#tapped': 'node -', '#edge': 'edge -', '#picked': 'picked ' }),
  ['a node', (page) => at(page, 100), { '#tapped': 'node a', '#picked': 'picked a', '#hovered': 'over a' }],
  ['another node', (page) => at(page, 300), { '#tapped': 'node b', '#picked': 'picked b' }],
  ['an edge', (page) => at(page, 200), { '#edge': 'edge ab', '#picked': 'picked ' }],
  ['the pointer over a node', (page) => page.locator('#net').hover({ position: { x: 100, y: 100 } }), { '#hovered': 'over a' }],
  ['a node from a callback', (page) => page.click('#add'), { '#count': '4 elements' }],
  ['and a click on it', (page) => at(page, 450), { '#tapped': 'node c', '#picked': 'picked c' }],
  [
    'a view set by a callback',
    async (page) => {
      await page.click('#near');
      await page.waitForLoadState('networkidle');
      await at(page, 150, 50);
    },
    { '#tapped': 'node b' },
  ],
]);
