// Nodes, ids and what an update does to them.
import { expect, test } from 'vitest';
import type { LayoutNode } from './node';
import { slotTable } from './slots';
import { createStore } from './store';
import { box, component } from './testing/app';

const row = (index: number | string, ...children: unknown[]) => box({ type: 'row', index }, ...children);
const storeOf = (layout: unknown) => createStore(layout, slotTable({ test: { Box: ['label'] } }));
const versions = (...nodes: LayoutNode[]) => nodes.map((node) => node.version);

test('ids are found, by text or object', () => {
  const store = storeOf([box('a', box('b')), 'text', row(1)]);
  expect(store.find('b')!.path).toEqual(['components', 0, 'props', 'children', 0]);
  expect(store.find({ index: 1, type: 'row' })!.path).toEqual(['components', 2]);
  expect(store.present()).toEqual(['a', 'b', { type: 'row', index: 1 }]);
});

test('an update reaches one node only', () => {
  const store = storeOf(box('a', box('b'), box('c')));
  const [a, b, c] = ['a', 'b', 'c'].map((id) => store.find(id)!);
  store.update(b!, { title: 't' }, 'callback');
  expect(versions(a!, b!, c!)).toEqual([0, 1, 0]);
  expect(store.at(['components', 'props', 'children', 0, 'props', 'title'])).toBe('t');
});

test('a parent that watches its children hears of them', () => {
  const store = storeOf(box('a', box('b')));
  store.find('a')!.watchesChildren = true;
  store.update(store.find('b')!, { title: 't' }, 'callback');
  expect(versions(store.find('a')!)).toEqual([1]);
});

test('subscribers hear of a change until they leave', () => {
  const store = storeOf(box('a'));
  const node = store.find('a')!;
  let heard = 0;
  const leave = node.subscribe(() => (heard += 1));
  store.update(node, { title: 't' }, 'callback');
  leave();
  store.update(node, { title: 'u' }, 'callback');
  expect(heard).toBe(1);
});

test('new children bring ids, old ones take theirs along', () => {
  const store = storeOf(box('a', box('old', box('deep'))));
  const change = store.update(store.find('a')!, { children: [box('new', row(1))] }, 'callback');
  expect(change).toMatchObject({ inserted: ['new', { type: 'row', index: 1 }], removed: ['old', 'deep'] });
  expect(store.find('deep')).toBeUndefined();
  expect(store.find({ type: 'row', index: 1 })!.path).toEqual(['components', 'props', 'children', 0, 'props', 'children', 0]);
});

test('children in other props count as well', () => {
  const store = storeOf(component('Box', { id: 'a', label: box('in-label') }));
  expect(store.find('in-label')!.path).toEqual(['components', 'props', 'label']);
  expect(store.update(store.find('a')!, { label: box('b') }, 'callback')).toMatchObject({ inserted: ['b'], removed: ['in-label'] });
});

test('a child that stays keeps its node, wherever it moves', () => {
  const kept = box('kept', box('deep'));
  const store = storeOf(box('a', kept));
  const node = store.find('kept')!;
  const change = store.update(store.find('a')!, { children: [box('first'), kept] }, 'callback');
  expect(change).toMatchObject({ inserted: ['first'], removed: [] });
  expect(store.find('kept')).toBe(node);
  expect(store.find('deep')!.path).toEqual(['components', 'props', 'children', 1, 'props', 'children', 0]);
});

test('an id that is replaced by itself stays known', () => {
  const store = storeOf(box('a', box('b')));
  store.update(store.find('a')!, { children: [box('b')] }, 'callback');
  expect(store.find('b')!.path).toEqual(['components', 'props', 'children', 0]);
});

test('a renamed component is found by its new id', () => {
  const store = storeOf(box('a'));
  store.update(store.find('a')!, { id: 'z' }, 'callback');
  expect([store.find('a'), store.find('z')?.id]).toEqual([undefined, 'z']);
});

test('families are listed in the order of the layout', () => {
  const store = storeOf(box('a', row(3), box('b', row(1)), row(2)));
  const order = () => store.ids.withKeys('{index,type}').map((id) => id['index']);
  expect(order()).toEqual([3, 1, 2]);
  store.update(store.find('b')!, { children: [row(5), row(4)] }, 'callback');
  expect(order()).toEqual([3, 5, 4, 2]);
  const [, ...others] = store.find('a')!.props['children'] as unknown[];
  store.update(store.find('a')!, { children: [...others, row(9)] }, 'callback');
  expect(order()).toEqual([5, 4, 2, 9]);
});

test('of a family those with a value are listed, text and number alike, in the order of the layout', () => {
  const store = storeOf(box('a', row(2), box('b', row('1.0')), row(1)));
  const ones = () => store.ids.withValue('{index,type}', 'index', 1).map((id) => id['index']);
  expect(ones()).toEqual(['1.0', 1]);
  expect(store.ids.withValue('{index,type}', 'index', true)).toEqual([]);
  expect(store.ids.withValue('{index,type}', 'type', 'row')).toHaveLength(3);
  const children = store.find('a')!.props['children'] as unknown[];
  store.update(store.find('a')!, { children: children.toReversed() }, 'callback');
  expect(ones()).toEqual([1, '1.0']);
  store.update(store.find('b')!, { children: [] }, 'callback');
  expect(ones()).toEqual([1]);
});

test('a change sets what differs, and nothing if nothing does', () => {
  const store = storeOf(component('Box', { id: 'a', list: [1], n: 1 }));
  const node = store.find('a')!;
  expect(store.change(node, { list: [1], n: 1 })).toBeUndefined();
  expect(store.change(node, { list: [1], n: 2 })!.properties).toEqual(['n']);
  expect(versions(node)).toEqual([1]);
});
