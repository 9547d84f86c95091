// What the dev tools show of the props that a callback reads and writes.
import { expect, test } from 'vitest';
import { toTarget } from '../graph';
import type { IdPattern } from '../ids';
import { slotTable } from '../slots';
import { createStore } from '../store';
import { component } from '../testing/app';
import { valuesOf } from './values';

const item = (id: unknown, value?: unknown) => component('Box', { id, ...(value === undefined ? {} : { value }) });
const items = Array.from({ length: 10 }, (_, i) => item({ i }, i * i));
const store = createStore(component('Box', { children: [item('a', 'A'), item('b'), item('long', 'x'.repeat(200)), item({ row: 1 }, [1]), item({ row: 2 }), ...items] }), slotTable({}));

test.each<[id: string | IdPattern, expected: readonly (readonly [name: string, text: string])[]]>([
  ['a', [['a.value', '"A"']]],
  ['b', [['b.value', 'unset']]],
  ['c', [['c.value', 'not in the layout']]],
  ['long', [['long.value', `"${'x'.repeat(119)}…`]]],
  [{ row: ['ALL'] }, [['{"row":["ALL"]}.value', '2 in the layout'], ['{"row":1}.value', '[1]'], ['{"row":2}.value', 'unset']]],
  [{ row: ['MATCH'] }, [['{"row":["MATCH"]}.value', '2 in the layout'], ['{"row":1}.value', '[1]'], ['{"row":2}.value', 'unset']]],
  [{ no: ['ALL'] }, [['{"no":["ALL"]}.value', '0 in the layout']]],
])('%j', (id, expected) => {
  const values = valuesOf(toTarget({ id, property: 'value', allowOptional: false }), store);
  expect(values.map(({ name, text }) => [name, text])).toEqual(expected);
});

test('of many, the first are shown', () => {
  const values = valuesOf(toTarget({ id: { i: ['ALL'] }, property: 'value', allowOptional: false }), store);
  expect([values.length, values[0]?.text, values.at(-1)?.text]).toEqual([9, '10 in the layout, the first 8 here', '49']);
});
