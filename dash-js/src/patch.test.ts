// Every patch operation, and patches that do not fit.
import { expect, test } from 'vitest';
import { applyPatch, isPatch, type Patch, patched, PatchError } from './patch';
import { fixture } from './testing/wire';

interface Case {
  readonly operation: string;
  readonly before: unknown;
  readonly patch: Patch;
  readonly after: unknown;
}

const one = (operation: string, location: (string | number)[], params = {}): Patch => ({
  operations: [{ operation, location, params }],
});

test.each(fixture('patch')['cases'] as Case[])('$operation $patch.operations.0.location', (given) => {
  const before = structuredClone(given.before);
  expect(isPatch(given.patch)).toBe(true);
  expect(applyPatch(given.before, given.patch)).toEqual(given.after);
  expect(given.before, 'the old value is left alone').toEqual(before);
});

test('operations follow each other', () => {
  const operations = [...one('Append', ['l'], { value: 2 }).operations, ...one('Reverse', ['l']).operations];
  expect(applyPatch({ l: [1] }, { operations })).toEqual({ l: [2, 1] });
});

test.each([
  ['assign creates what is missing', {}, one('Assign', ['a', 'b'], { value: 1 }), { a: { b: 1 } }],
  ['an empty location is the prop itself', [1], one('Append', [], { value: 2 }), [1, 2]],
  ['deleting what is not there', { a: 1 }, one('Delete', ['b']), { a: 1 }],
  ['merging into nothing', { a: null }, one('Merge', ['a'], { value: { x: 1 } }), { a: { x: 1 } }],
  ['a text is the list of its characters', { a: 'ab' }, one('Append', ['a'], { value: 'cd' }), { a: ['a', 'b', 'cd'] }],
  ['at its start as well', 'ab', one('Prepend', [], { value: 1 }), [1, 'a', 'b']],
  ['clearing an object', { o: { a: 1 } }, one('Clear', ['o']), { o: {} }],
])('%s', (_, before, patch, after) => {
  expect(applyPatch(before, patch)).toEqual(after);
});

test('what a patch does not touch keeps its identity', () => {
  const before = { kept: { deep: 1 }, list: [{ a: 1 }] };
  const after = applyPatch(before, one('Append', ['list'], { value: 2 })) as typeof before;
  expect(after.kept).toBe(before.kept);
  expect(after.list[0]).toBe(before.list[0]);
});

test.each([
  ['no value', undefined, one('Assign', ['a'], { value: 1 }), 'the prop has no value'],
  ['no list', { a: 1 }, one('Append', ['a'], { value: 1 }), 'cannot append at `a`: there is no list'],
  ['a list too short', [], one('Assign', [-1], { value: 1 }), 'too short for position -1'],
  ['no way there', { a: 1 }, one('Add', ['a', 'b'], { value: 1 }), 'neither a list nor an object'],
  ['an unknown operation', {}, one('Explode', []), 'no patch operation `Explode`'],
])('%s is refused', (_, before, patch, message) => {
  expect(() => applyPatch(before, patch)).toThrow(PatchError);
  expect(() => applyPatch(before, patch)).toThrow(message);
});

test('any other value replaces the old one', () => {
  expect(patched({ a: 1 }, { b: 2 })).toEqual({ b: 2 });
});
