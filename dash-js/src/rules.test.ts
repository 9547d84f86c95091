// The rules of scheduling, one by one: each test's name starts with the id that `rules.json` gives its rule.
// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { component, box, callback, settled, testApp, updates } from './testing/app';
import rules from './rules.json';

const input = (id: unknown, value: unknown = 1) => component('In', { id, value });
const row = (index: unknown) => input({ type: 'row', index }, index);
const any = (wildcard: string) => `{"index":["${wildcard}"],"type":"row"}`;
const prevented = { prevent_initial_call: true };
const rows = (...indexes: unknown[]) => indexes.map(row);

/** Two inputs, four boxes, three rows. */
const layout = () => box('page', input('a'), input('b'), box('w'), box('x'), box('y'), box('z'), box('rows', ...rows(1, 2, 3)));

type App = ReturnType<typeof testApp>;
const app = (...specs: unknown[]) => testApp(layout(), specs);

async function onLoad(...specs: unknown[]): Promise<string[]> {
  const { load, outputs } = app(...specs);
  await load();
  return outputs();
}

const triggers = ({ sent }: App) => sent.map(({ body }) => [body.output, ...body.changedPropIds]);
const failed = { kind: 'failed', failure: { message: 'no', chain: [] } } as const;

/** A page whose `hole` a callback fills. */
const filling = (hole: unknown, ...specs: unknown[]) =>
  testApp(box('page', input('go'), component('Box', { id: 'hole', children: hole }), box('outside'), input('a')), [
    callback('hole.children', ['go.value'], prevented), ...specs,
  ]);

/** What comes of it if it is filled anew; all that was sent before is forgotten. */
async function inserted(children: unknown, specs: unknown[], before: unknown = null): Promise<App> {
  const made = filling(before, ...specs);
  await made.load();
  await made.change('go', { value: 2 });
  const { answer } = made.sent.find(({ body }) => body.output === 'hole.children')!;
  made.sent.length = 0;
  await answer(updates({ hole: { children } }));
  return made;
}

test('8.1.1 one run for each combination of MATCH values', async () => {
  const { load, sent } = app(callback(`${any('MATCH')}.c`, [`${any('MATCH')}.value`]));
  await load();
  expect(sent.map(({ body }) => body.inputs)).toMatchObject([1, 2, 3].map((value) => [{ value }]));
});

test('8.1.2 MATCH of the inputs counts where outputs have none', async () => {
  const made = app(callback('x.c', [`${any('MATCH')}.value`], prevented));
  for (const index of [1, 2]) await made.change({ type: 'row', index }, { value: 'new' });
  expect(made.sent.map(({ signal }) => signal.aborted)).toEqual([false, false]);
});

test('8.1.3 ALLSMALLER orders numbers and numeric texts, then booleans, then texts', async () => {
  const made = testApp(box('page', ...rows('b', true, '10', 9, false, 'a')), [
    callback(`${any('MATCH')}.c`, [`${any('ALLSMALLER')}.value`]),
  ]);
  await made.load();
  const heard = made.sent.map(({ body }) => [(body.outputs as unknown as { id: { index: unknown } }).id.index, (body.inputs[0] as unknown[]).length]);
  expect(heard.sort(([, a], [, b]) => Number(a) - Number(b))).toEqual([[9, 0], ['10', 1], [false, 2], [true, 3], ['a', 4], ['b', 5]]);
});

test('8.1.4 ALL lists components in the order of the layout', async () => {
  const made = app(callback('x.c', [`${any('ALL')}.value`], prevented));
  await made.change({ type: 'row', index: 1 }, { value: 'one' });
  const [first, second, third] = made.store.find('rows')!.props['children'] as unknown[];
  made.store.update(made.store.find('rows')!, { children: [third, first, second] }, 'callback');
  await made.change({ type: 'row', index: 1 }, { value: 'uno' });
  expect(made.sent[1]!.body.inputs).toMatchObject([[3, 'uno', 2].map((value) => ({ value }))]);
});

test('8.2.1 on load every callback runs that has an output in the layout', async () => {
  expect(await onLoad(callback('x.c', ['a.value']), callback('gone.c', ['a.value']), callback('y.c', ['a.value'], prevented))).toEqual(['x.c']);
});

test('8.2.2 without what only missing props or removed callbacks feed', async () => {
  expect(await onLoad(callback('x.c', ['gone.value']), callback('y.c', ['x.c']), callback('z.c', ['y.c', 'a.value']))).toEqual(['z.c']);
});

test('8.2.3 lists alone are never removed', async () => {
  expect(await onLoad(callback('x.c', ['{"other":["ALL"]}.value']))).toEqual(['x.c']);
});

test('8.2.4 callbacks without outputs run if they read nothing, or something that is there', async () => {
  const free = { no_output: true };
  expect(await onLoad(
    callback('h1', ['a.value'], free), callback('h2', ['gone.value'], free), callback('h3', [], free), callback('h4', ['a.value'], { ...free, ...prevented }),
  )).toEqual(['h1', 'h3']);
});

test('8.2.5 callbacks without inputs run if their outputs are there', async () => {
  expect(await onLoad(callback('x.c', []), callback('gone.c', []))).toEqual(['x.c']);
});

test('8.2.6 a first call waits for its predecessor and is told what that changed', async () => {
  const made = app(callback('y.c', ['x.c']), callback('x.c', ['a.value']));
  await made.load();
  expect(triggers(made)).toEqual([['x.c']]);
  await made.sent[0]!.answer(updates({ x: { c: 1 } }));
  expect(triggers(made)).toEqual([['x.c'], ['y.c', 'x.c']]);
});

test.each([['no update', updates({})], ['a failure', failed]])('8.2.7 after %s it is dropped if all it reads could have come from there', async (_, answer) => {
  const made = app(callback('x.c', ['a.value']), callback('y.c', ['x.c']), callback('z.c', ['x.c', 'b.value']));
  await made.load();
  await made.sent[0]!.answer(answer);
  expect(triggers(made)).toEqual([['x.c'], ['z.c']]);
});

test('8.2.8 what waited for a dropped one runs', async () => {
  const made = app(callback('x.c', ['a.value']), callback('y.c', ['x.c']), callback('z.c', ['y.c']));
  await made.load();
  await made.sent[0]!.answer(updates({}));
  expect(triggers(made)).toEqual([['x.c'], ['z.c']]);
});

test('8.2.9 what an answer started belongs to no group', async () => {
  const made = app(callback('x.c', ['a.value']), callback('y.c', ['x.c']), callback('z.c', ['y.c']));
  await made.load();
  await made.sent[0]!.answer(updates({ x: { c: 1 } }));
  await made.sent[1]!.answer(updates({}));
  expect(triggers(made).at(-1)).toEqual(['z.c']);
});

const piece = () => [input('new-in'), box('new-out')];

test('8.3.1 outputs in new children get their first call, unless prevented', async () => {
  expect(triggers(await inserted(piece(), [callback('new-out.c', ['a.value'])]))).toEqual([['new-out.c']]);
  expect(triggers(await inserted(piece(), [callback('new-out.c', ['new-in.value'], prevented)]))).toEqual([]);
});

test('8.3.2 inputs in new children count as changed for outputs outside, prevented or not', async () => {
  expect(triggers(await inserted(piece(), [callback('outside.c', ['new-in.value'], prevented)]))).toEqual([['outside.c', 'new-in.value']]);
});

test('8.3.3 a list that lost members is read anew, with nothing changed', async () => {
  const made = await inserted(null, [callback('outside.c', [`${any('ALL')}.value`], prevented)], row(1));
  expect(triggers(made)).toEqual([['outside.c']]);
});

test('8.3.4 what loses a single input is not run', async () => {
  const made = await inserted(null, [callback('outside.c', ['old.value', 'a.value'], prevented)], input('old'));
  expect([made.sent, made.outcomes]).toMatchObject([[], [{ kind: 'answered' }]]);
});

test('8.3.5 new children without anything to read are pruned as on load', async () => {
  expect(triggers(await inserted(piece(), [callback('new-out.c', ['gone.value']), callback('outside.c', ['new-out.c'])]))).toEqual([]);
});

test('8.4.1 a callback never follows itself', async () => {
  const made = app(callback('x.c', ['y.c'], prevented), callback('y.c', ['x.c'], prevented));
  await made.change('x', { c: 1 });
  await made.sent[0]!.answer(updates({ y: { c: 1 } }));
  await made.sent[1]!.answer(updates({ x: { c: 2 } }));
  expect(triggers(made)).toEqual([['y.c', 'x.c'], ['x.c', 'y.c']]);
});

test('8.4.2 requests of one callback become one, with all that changed', async () => {
  const { store, runner, sent } = app(callback('x.c', ['a.value', 'b.value'], prevented));
  for (const id of ['a', 'b']) runner.follow(store.change(store.find(id)!, { value: 2 })!);
  await settled();
  expect(sent.map(({ body }) => body.changedPropIds)).toEqual([['a.value', 'b.value']]);
});

test('8.4.3 a first call gives way to a call for a change', async () => {
  const made = app(callback('x.c', ['a.value']), callback('y.c', ['x.c']));
  await made.load();
  await made.change('x', { c: 'typed' });
  await made.sent[0]!.answer(updates({}));
  expect(triggers(made)).toEqual([['x.c'], ['y.c', 'x.c']]);
});

test('8.4.4 the answer to an older call of the same callback is passed over', async () => {
  const made = app(callback('x.c', ['a.value'], prevented));
  for (const value of [2, 3]) await made.change('a', { value });
  await made.sent[1]!.answer(updates({ x: { c: 'new' } }));
  await made.sent[0]!.answer(updates({ x: { c: 'old' } }));
  expect(made.store.find('x')!.props['c']).toBe('new');
});

test('8.4.5 a callback whose outputs are all gone is dropped, waiting or requested', async () => {
  const made = filling([box('late')], callback('late.c', ['a.value'], { ...prevented, state: ['hole.children'] }));
  await made.change('go', { value: 2 });
  await made.change('a', { value: 2 });
  await made.sent[0]!.answer(updates({ hole: { children: null } }));
  await made.change('a', { value: 3 });
  expect([made.outputs(), made.outcomes]).toMatchObject([['hole.children'], [{ kind: 'answered' }]]);
});

test('8.4.6 one whose outputs are partly gone keeps the triggers that are left', async () => {
  const made = filling(rows(1, 2), callback(`..outside.c...${any('ALL')}.c..`, ['a.value', `${any('ALL')}.value`], { ...prevented, state: ['hole.children'] }));
  await made.change('go', { value: 2 });
  await made.change({ type: 'row', index: 1 }, { value: 2 });
  await made.change('a', { value: 2 });
  await made.sent[0]!.answer(updates({ hole: { children: rows(2, 3) } }));
  expect(made.sent[1]!.body.changedPropIds).toEqual(['a.value', ...[2, 3].map((index) => `{"index":${index},"type":"row"}.value`)]);
});

test.each([['input', ['x.c'], []], ['state', ['b.value'], ['x.c']]])('8.4.7 a callback waits while its %s may still be written', async (_, inputs, state) => {
  const made = app(callback('w.c', ['a.value'], prevented), callback('x.c', ['w.c'], prevented), callback('y.c', inputs, { ...prevented, state }));
  await made.change('a', { value: 2 });
  await made.change('b', { value: 2 });
  made.runner.follow(made.store.change(made.store.find('x')!, { c: 'now' })!);
  await settled();
  expect(made.outputs()).toEqual(['w.c']);
});

test('8.4.8 callbacks that wait for each other start at the first of each circle', async () => {
  const made = app(
    callback('x.c', ['w.c']), callback('w.c', ['x.c']), callback('z.c', ['y.c']), callback('y.c', ['z.c']),
  );
  await made.load();
  expect(made.outputs()).toHaveLength(2);
});

test('8.4.9 at most twelve run at a time', async () => {
  const many = Array.from({ length: 15 }, (_, i) => box(`o${i}`));
  const made = testApp(box('page', input('a'), ...many), many.map((_, i) => callback(`o${i}.c`, ['a.value'])));
  await made.load();
  expect(made.outputs()).toHaveLength(12);
  await made.sent[0]!.answer(updates({}));
  expect(made.outputs()).toHaveLength(13);
});

test('8.4.10 what leads deepest goes first, then what leads to most', async () => {
  const specs = [
    callback('..x.c..', ['a.value'], prevented), callback('..y.c..', ['a.value'], prevented), callback('..z.c..', ['a.value'], prevented),
    callback('w.a', ['y.c'], prevented), callback('w.b', ['z.c'], prevented), callback('w.d', ['z.c'], prevented),
  ];
  const made = app(...specs);
  await made.change('a', { value: 2 });
  expect(made.outputs()).toEqual(['..z.c..', '..y.c..', '..x.c..']);
});

test('8.4.11 a callback may write what it reads', async () => {
  const made = app(callback('a.value', ['a.value'], prevented));
  await made.change('a', { value: 2 });
  await made.sent[0]!.answer(updates({ a: { value: 3 } }));
  expect([made.outputs(), made.store.find('a')!.props['value']]).toEqual([['a.value'], 3]);
});

test('8.5.1 an optional input that is missing is null', async () => {
  const spec = callback('x.c', ['a.value', 'gone.value']);
  Object.assign((spec['inputs'] as object[])[1]!, { allow_optional: true });
  const { load, sent } = app(spec);
  await load();
  const optional = { id: 'gone', property: 'value', allow_optional: true, value: null };
  expect(sent.map(({ body }) => body.inputs)).toEqual([[{ id: 'a', property: 'value', value: 1 }, optional]]);
});

test('8.5.2 with no input at all a callback is passed over', async () => {
  const made = filling([input('old')], callback('outside.c', ['old.value', `${any('ALL')}.value`], { ...prevented, state: ['hole.children'] }));
  await made.change('go', { value: 2 });
  await made.change('old', { value: 2 });
  await made.sent[0]!.answer(updates({ hole: { children: null } }));
  expect([made.outputs(), made.outcomes]).toMatchObject([['hole.children'], [{ kind: 'answered' }, { kind: 'skipped' }]]);
});

test('8.5.3 outputs that are missing are no mistake for one that reads nothing', async () => {
  const made = app(callback('..x.c...gone.c..', []));
  await made.load();
  expect([made.sent, made.outcomes]).toEqual([[], [{ kind: 'skipped' }]]);
});

test('8.5.4 an equal value from a callback starts what listens', async () => {
  const made = app(callback('x.c', ['a.value'], prevented), callback('y.c', ['x.c'], prevented));
  made.store.update(made.store.find('x')!, { c: 1 }, 'callback');
  await made.change('a', { value: 2 });
  await made.sent[0]!.answer(updates({ x: { c: 1 } }));
  expect(made.outputs()).toEqual(['x.c', 'y.c']);
});

test('8.5.5 an equal value from a component starts nothing', async () => {
  const made = app(callback('x.c', ['a.value'], prevented));
  await made.change('a', { value: 1 });
  expect(made.outputs()).toEqual([]);
});

test('8.5.6 duplicate outputs are callbacks of their own', async () => {
  const made = app(callback('x.c@1', ['a.value'], prevented), callback('x.c@2', ['b.value'], prevented), callback('y.c', ['x.c'], prevented));
  for (const id of ['a', 'b']) await made.change(id, { value: 2 });
  for (const { answer } of made.sent.slice(0, 2)) await answer(updates({ x: { c: 1 } }));
  expect(made.outputs()).toEqual(['x.c@1', 'x.c@2', 'y.c']);
});

test('8.6.1 a failure leaves outputs alone, and what listens to them', async () => {
  const made = app(callback('x.c', ['a.value'], prevented), callback('y.c', ['x.c'], prevented));
  await made.change('a', { value: 2 });
  await made.sent[0]!.answer(failed);
  expect([made.outputs(), made.store.find('x')!.props['c']]).toEqual([['x.c'], undefined]);
});

test('every rule of the list is in the name of a test, and the other way round', () => {
  const names = readdirSync('src').filter((file) => file.endsWith('.test.ts')).flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/^(?:test|it)[^'\n]*?.*?\('(8\.\d+\.\d+) /gm)].map(([, id]) => id));
  expect([...new Set(names)].sort()).toEqual(rules.map(({ id }) => id).sort());
});
