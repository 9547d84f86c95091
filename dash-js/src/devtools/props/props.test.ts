// What is said of props: nothing of those that fit their type, and of the others what was expected, supplied, and where.
import { afterEach, expect, test } from 'vitest';
import { type Checker, publishPropTypes } from '../../contract/propTypes';
import { slotTable } from '../../slots';
import { component } from '../../testing/app';
import { closest } from './closest';
import { findMisfit, textOf } from './fit';
import { createKnown } from './known';
import type { Schema } from './schema';
import { schema } from './schema';
import { parseType } from './type';

test.each([
  'string',
  'string | number | bool',
  '(string | number)[]',
  '"a" | 3 | true | null',
  '{[key]: string | {label: string, style?: object}} | null',
  '(string | {label: node, value: number[], title?: string})[] | {[key]: node}',
])('%s is read', (text) => expect(textOf(parseType(text))).toBe(text));

test('every type of our own components is read', () => {
  const texts = Object.values(schema).flatMap((suite) => Object.values(suite).flatMap(Object.keys));
  expect(texts.filter((text) => textOf(parseType(text)) !== text)).toEqual([]);
});

const OPTIONS = '(string | {label: node, value: number})[] | {[key]: node}';
const DIV = { namespace: 'x', type: 'Div', props: {} };

/** Where a value does not fit, and what it should have been. */
test.each<[type: string, value: unknown, at: string | undefined, expected?: string]>([
  ['string', 'a', undefined],
  ['string', null, undefined],
  ['string', undefined, undefined],
  ['string', 3, '', 'string'],
  ['number', '3', '', 'number'],
  ['bool', 0, '', 'bool'],
  ['object', [], '', 'object'],
  ['any', [], undefined],
  ['string[]', ['a', 'b'], undefined],
  ['string[]', 'a', '', 'string[]'],
  ['string[]', ['a', 3], '[1]', 'string'],
  ['string | number', true, '', 'string | number'],
  ['null | "a" | "b"', 'b', undefined],
  ['null | "a" | "b"', 'c', '', 'null | "a" | "b"'],
  ['node', ['text', 3, DIV], undefined],
  ['node', { hello: 'world' }, '', 'node'],
  ['node', [[DIV]], '', 'node'],
  ['{a?: string}', { b: 1 }, undefined],
  ['{a: string}', {}, '.a', 'string'],
  ['{a: {b?: number}}', { a: { b: 'x' } }, '.a.b', 'number'],
  [OPTIONS, ['a', { label: 'b', value: 1 }], undefined],
  [OPTIONS, ['a', { label: 'b', value: 'c' }], '[1].value', 'number'],
  [OPTIONS, { a: 'A' }, undefined],
  [OPTIONS, { a: { no: 'node' } }, '.a', 'node'],
  [OPTIONS, 'a', '', OPTIONS],
])('%s: %j does not fit at %j', (type, value, at, expected) => {
  const misfit = findMisfit(parseType(type), value);
  expect([misfit?.path, misfit && textOf(misfit.expected)]).toEqual([at, expected]);
});

test.each([
  ['childern', 'children'],
  ['class_name', 'className'],
  ['onclick', 'n_clicks'],
  ['valeu', 'value'],
  ['xyz', undefined],
])('%s was meant to be %s', (name, meant) => {
  expect(closest(name, ['id', 'children', 'className', 'value', 'n_clicks'])).toBe(meant);
});

const OWN: Schema = { test: { Box: { string: 'id title', node: 'children', '{value: number}[]': 'options', any: 'x-*' } } };

const mistakes = (props: Record<string, unknown>) =>
  createKnown({ registry: { get: () => undefined, load: async () => {} }, slotsOf: slotTable({}) }, OWN).check(component('Box', props), () => true);

test.each<[Record<string, unknown>, readonly string[]]>([
  [{ id: { row: 1 }, title: 'a', children: ['b'], 'data-x': 1, 'aria-label': 'c', 'x-y': 2, options: [{ value: 1 }] }, []],
  [{ id: 'b', title: 3 }, ['Invalid argument `title` passed into Box with ID "b".', 'Expected `string`.', 'Was supplied type `number`.', 'Value provided: 3']],
  [{ options: [{ value: 'x' }] }, ['Invalid argument `options[0].value` passed into Box.', 'Expected `number`.', 'Was supplied type `string`.', 'Value provided: "x"']],
  [{ id: { row: 1 }, options: [{}] }, ['options[0].value in Box with ID "{"row":1}" is required but it was not provided.']],
  [{ titel: 'a' }, ['Box has no prop `titel`.', 'Did you mean `title`?', 'Value provided: "a"']],
  [{ title: ['x'.repeat(400)] }, ['Invalid argument `title` passed into Box.', 'Expected `string`.', 'Was supplied type `array`.', `Value provided: ["${'x'.repeat(298)}…`]],
])('of %j is said %j', (props, expected) => expect(mistakes(props).flatMap(({ title, lines }) => [title, ...lines])).toEqual(expected));

afterEach(() => void Reflect.deleteProperty(globalThis, 'test'));

/** The checks of a bundle of another maker, as the library PropTypes words them. */
test.each<[message: string | null, expected: readonly string[]]>([
  [null, []],
  ['Invalid prop `animate` of type `number` supplied to `e`, expected `boolean`.', ['Invalid argument `animate` passed into Box with ID "b".', 'Expected `boolean`.', 'Was supplied type `number`.', 'Value provided: 0']],
  ['The prop `animate[0].value` is marked as required in `e`, but its value is `undefined`.', ['animate[0].value in Box with ID "b" is required but it was not provided.']],
  ['Invalid prop `animate` supplied to `e`.', ['Invalid argument `animate` passed into Box with ID "b".', 'Value provided: 0']],
  ['Something else.', ['Invalid argument `animate` passed into Box with ID "b".', 'Something else.']],
])('%s', (message, expected) => {
  Object.assign(globalThis, { test: {} });
  const Box = Object.assign(() => null, { propTypes: { animate: () => (message === null ? null : new Error(message)) } });
  const known = createKnown({ registry: { get: () => Box, load: async () => {} }, slotsOf: slotTable({}) }, OWN);
  const said = known.check(component('Box', { id: 'b', animate: 0, titel: 'not looked at' }), () => true);
  expect(said.flatMap(({ title, lines }) => [title, ...lines])).toEqual(expected);
});

const declared = window as unknown as { PropTypes: Record<string, Checker & ((of: unknown) => Checker)> };

/** What a bundle declares when it is evaluated, by our own `PropTypes`. */
test.each<[props: Record<string, unknown>, title: string | undefined]>([
  [{ size: 3, mode: 'on', tags: ['a'], marks: { 1: 'x' }, box: { width: 1 }, either: true, label: component('Div', {}), own: 1, what: 2 }, undefined],
  [{ size: null, 'data-x': 1, unheard: 1 }, undefined],
  [{ size: '3' }, 'Invalid argument `size` passed into Chart with ID "c".'],
  [{ mode: 'of' }, 'Invalid argument `mode` passed into Chart with ID "c".'],
  [{ tags: ['a', 2] }, 'Invalid argument `tags[1]` passed into Chart with ID "c".'],
  [{ marks: { 1: 2 } }, 'Invalid argument `marks.1` passed into Chart with ID "c".'],
  [{ box: { width: 'wide' } }, 'Invalid argument `box.width` passed into Chart with ID "c".'],
  [{ box: {} }, 'box.width in Chart with ID "c" is required but it was not provided.'],
  [{ either: {} }, 'Invalid argument `either` passed into Chart with ID "c".'],
])('what a suite declares: %j', (props, title) => {
  publishPropTypes();
  const { string, number, bool, node, oneOf, oneOfType, arrayOf, objectOf, shape } = declared.PropTypes;
  const propTypes = {
    size: number!, mode: oneOf!(['on', 'off']), tags: arrayOf!(string), marks: objectOf!(string),
    box: shape!({ width: number!.isRequired, height: number }),
    either: oneOfType!([bool, string]), label: node!, own: () => null,
  };
  const Chart = Object.assign(() => null, { propTypes });
  const known = createKnown({ registry: { get: () => Chart, load: async () => {} }, slotsOf: slotTable({}) });
  expect(known.check(component('Chart', { id: 'c', ...props }), () => true).map((mistake) => mistake.title)).toEqual(title === undefined ? [] : [title]);
});
