// What a choice makes of what was chosen.
import { describe, expect, it } from 'vitest';
import { normalizeOptions } from '../shared/options';
import type { DropdownValue } from './Dropdown.types';
import { chosenFirst, chosenOf, picked, validValue, valueOf, withAll, withoutAll, type Chosen } from './selection';

it.each<[DropdownValue | undefined, Chosen]>([
  [null, []], [undefined, []], [0, [0]], [false, [false]], ['', ['']], [['a', 1], ['a', 1]],
])('%j is the choice %j', (value, chosen) => expect(chosenOf(value)).toEqual(chosen));

it.each<[Chosen, boolean, DropdownValue]>([
  [[], false, null], [['a', 'b'], false, 'b'], [[0], false, 0], [[], true, []], [[0], true, [0]],
])('the choice %j with multi=%j is the value %j', (chosen, multi, value) => expect(valueOf(chosen, multi)).toEqual(value));

describe('picked', () => {
  const multi = { multi: true, clearable: true };
  it.each<[Chosen, string, { multi: boolean; clearable: boolean }, Chosen | null]>([
    [['a'], 'b', { multi: false, clearable: true }, ['b']],
    [['a'], 'a', { multi: false, clearable: true }, ['a']],
    [['a'], 'b', multi, ['a', 'b']],
    [['a', 'b'], 'a', multi, ['b']],
    [['a'], 'a', multi, []],
    [['a'], 'a', { multi: true, clearable: false }, null],
  ])('%j and %j with %j make %j', (chosen, value, rules, expected) => expect(picked(chosen, value, rules)).toEqual(expected));
});

const options = normalizeOptions(['a', 'b', { label: 'c', value: 'c', disabled: true }, 'd']);

it('all means all that can be chosen, after what was', () => {
  expect(withAll(['x', 'b'], options)).toEqual(['x', 'b', 'a', 'd']);
  expect(withoutAll(['x', 'b', 'c'], options)).toEqual(['x', 'c']);
});

it('what is chosen comes first, as it was chosen', () =>
  expect(chosenFirst(options, ['d', 'a']).map(({ value }) => value)).toEqual(['d', 'a', 'b', 'c']));

it.each<[DropdownValue | undefined, DropdownValue]>([
  ['a', 'a'], ['gone', null], [undefined, null], [['a', 'gone'], ['a']], [['gone'], []], [[], []],
])('the value %j among a to d is %j', (value, expected) => expect(validValue(value, options)).toEqual(expected));
