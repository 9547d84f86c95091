// Where components are found in props.
import { expect, test } from 'vitest';
import { holdsChildren, mapChildren, slotTable, visitChildren } from './slots';
import { component } from './testing/app';

const slotsFor = (...paths: string[]) => slotTable({ test: { Box: paths } })(component('Box', {}));
const c = component('Leaf', {});

test.each([
  [[], { children: c }, ['children']],
  [[], { children: ['text', c, null, 3, c] }, ['children.1', 'children.4']],
  [['label'], { label: c, children: c }, ['children', 'label']],
  [['a.b.c'], { a: { b: { c: [c] } } }, ['a.b.c.0']],
  [['options[].label'], { options: [{ label: c }, { label: 'x' }, { label: [c] }] }, ['options.0.label', 'options.2.label.0']],
  [['items[]'], { items: [c, 'x', c] }, ['items.0', 'items.2']],
  [['parts{}'], { parts: { left: c, right: [c] } }, ['parts.left', 'parts.right.0']],
  [['parts{}.icon'], { parts: { left: { icon: c }, right: {} } }, ['parts.left.icon']],
  [['rows[]{}'], { rows: [{ a: c }, { b: c }] }, ['rows.0.a', 'rows.1.b']],
  [['list[].cells{}.view'], { list: [{ cells: { a: { view: c } } }] }, ['list.0.cells.a.view']],
  [['label', 'a.b', 'options[].label'], { label: null, a: 'x', options: null }, []],
])('slots %j', (paths, props, found) => {
  const locations: string[] = [];
  visitChildren(props, slotsFor(...paths), (_, location) => locations.push(location.join('.')));
  expect(locations).toEqual(found);
});

test('replaced children stand in copies; what holds none is shared', () => {
  const props = { options: [{ label: c }, { label: 'x' }], other: { kept: true }, children: ['a', c] };
  const before = structuredClone(props);
  const mapped = mapChildren(props, slotsFor('options[].label'), () => 'element');
  expect(mapped).toEqual({ options: [{ label: 'element' }, { label: 'x' }], other: { kept: true }, children: ['a', 'element'] });
  expect(props).toEqual(before);
  expect(mapped['other']).toBe(props.other);
  expect((mapped['options'] as unknown[])[1]).toBe(props.options[1]);
});

test.each([
  [['children'], true],
  [['options', 'title'], true],
  [['title'], false],
])('new values of %j may bring children: %s', (properties, expected) => {
  expect(holdsChildren(slotsFor('options[].label'), properties)).toBe(expected);
});
