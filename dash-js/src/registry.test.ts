// Where the code of a component comes from, for own suites and for those of other makers.
import { afterEach, expect, test } from 'vitest';
import { createRegistry } from './registry';

const Own = () => null;
const Foreign = () => null;
const chunks = { './components/dcc/Input/index.ts': () => Promise.resolve({ Input: Own }) };
const input = { namespace: 'dash_core_components', type: 'Input' };

afterEach(() => {
  for (const namespace of ['dash_core_components', 'dash_html_components', 'odd_parts']) {
    Reflect.deleteProperty(window, namespace);
  }
});

test('own components come from their chunks, whatever stands on `window`', async () => {
  Object.assign(window, { dash_core_components: { Input: Foreign } });
  const registry = createRegistry(chunks);
  await registry.load(input);
  expect(registry.get(input)).toBe(Own);
});

test('a suite of the page takes the place of the own one', async () => {
  const registry = createRegistry(chunks, ['dash_core_components', 'dash_html_components']);
  const div = { namespace: 'dash_html_components', type: 'Div' };
  expect([registry.get(input), registry.get(div)]).toEqual([undefined, undefined]);
  Object.assign(window, { dash_core_components: { Input: Foreign }, dash_html_components: { Div: Foreign } });
  await registry.load(input);
  expect([registry.get(input), registry.get(div)]).toEqual([Foreign, Foreign]);
});

test('a component that no script of the page has is named', async () => {
  Object.assign(window, { odd_parts: { Box: Foreign } });
  const registry = createRegistry(chunks, ['odd_parts']);
  expect(registry.get({ namespace: 'odd_parts', type: 'Box' })).toBe(Foreign);
  const lost = registry.load({ namespace: 'odd_parts', type: 'Bax' });
  await expect(lost).rejects.toThrow('this page has no component `Bax` of `odd_parts`');
});
