// dash-leaflet.
import { atFirst, suite } from './suite';

suite('leaflet', [
  atFirst({ '#zoom': 'zoom 4', '#clicked': 'map 0', '#marked': 'marker 0', '#shape': 'shape -' }),
  ['a closer look', (page) => page.click('.leaflet-control-zoom-in'), { '#zoom': 'zoom 5' }],
  ['a farther look', (page) => page.click('.leaflet-control-zoom-out'), { '#zoom': 'zoom 4' }],
  ['a marker', (page) => page.locator('.leaflet-marker-icon').first().click(), { '#marked': 'marker 1', '.leaflet-popup-content': 'Popup of home' }],
  ['a place on the map', (page) => page.locator('#map').click({ position: { x: 100, y: 350 } }), { '#clicked': 'map 1' }],
  ['a shape', (page) => page.locator('path.leaflet-interactive').click(), { '#shape': 'shape square' }],
  ['another base', (page) => page.getByText('Dark', { exact: true }).click(), { '#base': 'base Dark' }],
  ['no shops', (page) => page.getByText('Shops', { exact: true }).click(), { '#overlays': 'overlays ' }],
  ['shops again', (page) => page.getByText('Shops', { exact: true }).click(), { '#overlays': 'overlays Shops' }],
  [
    'a shop from a callback',
    async (page) => {
      await page.click('#add');
      await page.getByTitle('shop').waitFor();
    },
    {},
  ],
  ['a view set by a callback', (page) => page.click('#fly'), { '#zoom': 'zoom 2' }],
]);
