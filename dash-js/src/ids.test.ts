// How ids are written, split and ordered.
import { expect, test } from 'vitest';
import { compareIdValues, type IdValue, splitPropId, stringifyId, withoutSuffix } from './ids';

test.each([
  ['out', 'out'],
  [{ type: 'row', index: 1 }, '{"index":1,"type":"row"}'],
  [{ b: true, a: 'é.x' }, '{"a":"é.x","b":true}'],
])('%j as text', (id, text) => {
  expect(stringifyId(id)).toBe(text);
});

test.each([
  ['out.children', ['out', 'children']],
  ['{"a":"x.y"}.value', ['{"a":"x.y"}', 'value']],
])('%s is split at the last dot', (text, parts) => {
  expect(splitPropId(text)).toEqual(parts);
});

test('the suffix of a duplicate output', () => {
  expect([withoutSuffix('children@c239'), withoutSuffix('children')]).toEqual(['children', 'children']);
});

test('id values: numbers and numeric text, then booleans, then other text', () => {
  const ordered: IdValue[] = [-1, 2, '3', 10, '11', false, true, '', 'a', 'b'];
  const shuffled = [...ordered].reverse();
  expect(shuffled.sort(compareIdValues)).toEqual(ordered);
  expect(compareIdValues('2', 2)).toBe(0);
});
