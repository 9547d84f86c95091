// Where the parts of the graph stand.
import { expect, test } from 'vitest';
import { buildGraph } from '../graph';
import { parseDependencies } from '../protocol';
import { callback } from '../testing/app';
import { BOX, drawingOf } from './layers';
import { serverTime } from './runs';

/** The column of each box, by its name. */
function columns(...specs: readonly unknown[]): Record<string, number> {
  const { boxes } = drawingOf(buildGraph(parseDependencies(specs)));
  return Object.fromEntries(boxes.map((box) => [box.prop ?? `${box.callback?.name}()`, (box.x - BOX.margin) / BOX.right]));
}

test('what is read stands left of who reads it', () => {
  expect(columns(callback('b.p', ['a.p']), callback('c.p', ['b.p', 'a.p']))).toEqual({ 'a.p': 0, 'b.p()': 1, 'b.p': 2, 'c.p()': 3, 'c.p': 4 });
});

test('a circle has an end', () => {
  const { 'a.p': a, 'b.p': b } = columns(callback('b.p', ['a.p']), callback('a.p', ['b.p']));
  expect(a).not.toBe(b);
});

test('no two boxes stand on each other', () => {
  const specs = [callback('x.p', ['a.p', 'b.p']), callback('y.p', ['a.p', 'x.p'])];
  const places = drawingOf(buildGraph(parseDependencies(specs))).boxes.map(({ x, y }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(places.length);
});

test.each([
  ['__dash_server;dur=3', 3],
  ['db;dur=7, __dash_server;desc="x";dur=0.4', 0.4],
  ['db;dur=7', undefined],
  [null, undefined],
])('%j is %j ms', (header, expected) => expect(serverTime(header)).toBe(expected));
