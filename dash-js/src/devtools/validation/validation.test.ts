// Each mistake in the callbacks has the title by which test tools know it, and names what is wrong.
import { expect, test } from 'vitest';
import { buildGraph } from '../../graph';
import { parseDependencies } from '../../protocol';
import { slotTable } from '../../slots';
import { createStore } from '../../store';
import { box, callback } from '../../testing/app';
import { checkCircles } from './circles';
import { checkDependencies } from './dependencies';
import { checkLayout } from './layout';
import { type Mistake, readSpecs } from './spec';

/** A title, and a line that is among the rest. */
type Told = readonly (readonly [title: string, line: string])[];

function check(mistakes: readonly Mistake[], expected: Told): void {
  expect(mistakes.map(({ title, lines }, i) => [title, lines.find((line) => line === expected[i]?.[1]) ?? lines])).toEqual(expected);
}

const item = (id: unknown, property: unknown = 'p') => ({ id: typeof id === 'string' ? id : JSON.stringify(id), property });
const spec = (output: string, inputs: readonly unknown[], more: object = {}) => ({ output, inputs, state: [], ...more });
const [MATCH, ALL, ALLSMALLER] = [['MATCH'], ['ALL'], ['ALLSMALLER']];
const named = (id: object, property = 'p') => `${JSON.stringify(id)}.${property}`;

const A = item('a');

test.each<[string, readonly unknown[], Told]>([
  ['nothing is wrong', [spec('b.p', [A]), spec('c.p', [A]), spec('a.p', [A])], []],
  ['no input, and no first call', [spec('b.p', [], { prevent_initial_call: true })], [['A callback is missing Inputs', 'It has no `Input`, and `prevent_initial_call` keeps it from its first call: it never runs.']]],
  ['no input, but a first call', [spec('b.p', [])], []],
  ['no output', [spec('...', [A], { no_output: true })], []],
  ['a blank output and input', [spec('..a.p.....', [item('', '')])], [
    ['Callback property error', 'Output[1].property = ""'],
    ['Callback item missing ID', 'Output[1].id = ""'],
    ['Callback property error', 'Input[0].property = ""'],
    ['Callback item missing ID', 'Input[0].id = ""'],
  ]],
  ['an id without a key', [spec('b.p', [item({})])], [['Callback item missing ID', 'Input[0].id = {}']]],
  ['a key without a name', [spec(named({ '': 1 }), [A])], [['Callback wildcard ID error', 'Output[0].id has key ""']]],
  ['a value that is a list', [spec(named({ a: [4] }), [A])], [['Callback wildcard ID error', 'Output[0].id["a"] = [4]']]],
  ['what a value may be', [spec(named({ a: [4] }), [A])], [['Callback wildcard ID error', 'string, number, boolean']]],
  ['what a wildcard of an output may be', [spec(named({ c: ALLSMALLER }), [A])], [['Callback wildcard ID error', 'ALL, MATCH']]],
  ['a value that is an object', [spec('b.p', [item({ b: { c: 1 } })])], [['Callback wildcard ID error', 'Input[0].id["b"] = {"c":1}']]],
  ['ALLSMALLER of an output', [spec(named({ c: ALLSMALLER }), [A])], [['Callback wildcard ID error', 'Output[0].id["c"] = ALLSMALLER']]],
  ['a dot in an id', [spec('b.p', [item('a.b')])], [['Callback invalid ID string', "Input[0].id = 'a.b'"]]],
  ['an id that is a number', [spec('b.p', [{ id: 3, property: 'p' }])], [['Callback ID type error', 'Input[0].id = 3']]],
  ['an output twice in a callback', [spec('..b.p...b.p..', [A])], [['Duplicate callback Outputs', 'Output 1 (b.p) is already used by this callback.']]],
  ['an output in two callbacks', [spec('b.p', [A]), spec('..c.p...b.p..', [A])], [['Duplicate callback outputs', 'Output 1 (b.p) is already in use.']]],
  ['an output in two callbacks, with leave', [spec('b.p', [A]), spec('b.p@x', [A])], []],
  ['patterns that overlap in a callback', [spec(`..${named({ a: 1 })}...${named({ a: ALL })}..`, [A])], [['Overlapping wildcard callback outputs', 'used in this callback.']]],
  ['patterns that overlap in two', [spec(named({ b: ALL, c: 1 }), [A]), spec(named({ b: 1, c: ALL }), [A])], [['Overlapping wildcard callback outputs', 'overlaps another output ({"b":ALL,"c":1}.p)']]],
  ['patterns of other values', [spec(named({ b: ALL, c: 1 }), [A]), spec(named({ b: 1, c: 2 }), [A])], []],
  ['MATCH on other keys', [spec(`..${named({ b: MATCH })}...${named({ b: ALL, c: 1 })}..`, [A])], [['Mismatched `MATCH` wildcards across `Output`s', 'Output 1 ({"b":ALL,"c":1}.p)']]],
  ['MATCH of inputs and states alone', [spec(named({ a: MATCH }), [item({ b: MATCH }), item({ c: ALLSMALLER })], { state: [item({ d: MATCH, dd: MATCH }), item({ e: ALL })] })], [
    ['`Input` / `State` wildcards not in `Output`s', 'Input 0 ({"b":MATCH}.p)'],
    ['`Input` / `State` wildcards not in `Output`s', 'has MATCH or ALLSMALLER on key(s) c'],
    ['`Input` / `State` wildcards not in `Output`s', 'has MATCH or ALLSMALLER on key(s) d, dd'],
  ]],
  ['MATCH of inputs under a plain output', [spec('b.p', [item({ a: MATCH })])], []],
])('%s', (_, specs, expected) => check(checkDependencies(specs), expected));

const circle = (way: string): Told => [['Circular Dependencies', `Error: Dependency Cycle Found: ${way}`]];

test.each<[string, readonly unknown[], Told]>([
  ['a chain', [spec('b.p', [A]), spec('c.p', [item('b')])], []],
  ['two callbacks', [spec('a.p', [item('b')]), spec('b.p', [A])], circle('b.p -> a.p -> b.p')],
  ['three callbacks', [spec('b.p', [A]), spec('c.p', [item('b')]), spec('a.p', [item('c')])], circle('a.p -> b.p -> c.p -> a.p')],
  ['a prop that its own callback reads', [spec('a.p', [A]), spec('b.p', [A])], []],
  ['through a prop that its own callback reads', [spec('..a.p...b.p..', [A, item('b'), item('c')]), spec('c.p', [A])], circle('a.p__output -> c.p -> a.p__output')],
  ['through patterns', [spec(named({ i: MATCH }), [item({ j: MATCH })]), spec(named({ j: 1 }), [item({ i: ALL })])], circle('{"j":1}.p -> {"i":0}.p -> {"j":1}.p')],
  ['each reads those before it', [spec(named({ i: MATCH }), [item({ i: ALLSMALLER })])], []],
  ['patterns that do not meet', [spec(named({ i: 1 }), [item({ i: 2 })]), spec('x.p', [item({ i: ALL })])], []],
])('circles: %s', (_, specs, expected) => check(checkCircles(readSpecs(specs)), expected));

/** A layout in which only `p` and `id` are props. */
function layoutMistakes(specs: readonly unknown[], checksIds = true): readonly Mistake[] {
  const store = createStore(box('root', box('a'), box('b'), box({ i: 1 })), slotTable({}));
  return checkLayout({ graph: buildGraph(parseDependencies(specs)), store, checksIds, hasProp: (_, name) => name === 'p' });
}

const INVALID = 'Invalid prop for this component';

test.each<[string, readonly unknown[], Told]>([
  ['all there', [callback('b.p', ['a.p'], { state: ['a.p'] })], []],
  ['ids that are not', [callback('a.p', ['y.p'], { state: ['z.p'] })], [['ID not found in layout', '  "y"'], ['ID not found in layout', '  "z"']]],
  ['an output that is not, before its state', [callback('x.p', ['a.p'], { state: ['z.p'] })], [['ID not found in layout', '  "x"']]],
  ['once for all callbacks', [callback('a.p', ['y.p']), callback('b.p', ['y.p'])], [['ID not found in layout', '  b.p']]],
  ['props that are not', [callback('b.no', ['a.p', 'a.never'], { state: ['a.nope'] })], [
    [INVALID, 'Property "no" of the component'],
    [INVALID, 'Property "never" of the component'],
    [INVALID, 'Property "nope" of the component'],
  ]],
  ['props of patterns', [spec(named({ i: MATCH }, 'no'), [item({ i: MATCH })], { state: [item({ i: MATCH }, 'boo'), item({ i: ALL }, 'nope')] })], [
    [INVALID, 'Property "no" of the component'],
    [INVALID, 'Property "nope" of the component'],
  ]],
  ['an output by its wildcards', [spec(named({ i: MATCH }, 'p'), [item({ i: MATCH }, 'no')])], [[INVALID, '  {"i":MATCH}.p']]],
  ['a duplicate output', [spec('b.p@x', [item('a')])], []],
  ['what may be missing', [spec('b.p', [{ ...item('y'), allow_optional: true }])], []],
])('in the layout: %s', (_, specs, expected) => check(layoutMistakes(specs), expected));

test('ids are left alone where exceptions are suppressed, props are not', () => {
  check(layoutMistakes([callback('x.p', ['a.no'])], false), [[INVALID, '  "a"']]);
});
