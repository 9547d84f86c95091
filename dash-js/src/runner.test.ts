// From a change to the requests, answers and changes that follow.
import { describe, expect, test } from 'vitest';
import { box, callback, component, settled, testApp, updates } from './testing/app';

const input = (id: unknown, value?: unknown) => component('Input', { id, ...(value === undefined ? {} : { value }) });
const family = (value: string | number, type = 'row') => `{"index":${JSON.stringify(value)},"type":"${type}"}`;
const any = (wildcard: string, type = 'row') => `{"index":["${wildcard}"],"type":"${type}"}`;
const row = (index: number, type = 'row') => input({ type, index }, index);

describe('on load', () => {
  const layout = box('page', input('a', 1), input('b', 2), box('x'), box('y'), box('z'));

  test.each<[string, unknown[], string[]]>([
    ['every callback runs', [callback('x.c', ['a.value']), callback('y.c', ['b.value'])], ['x.c', 'y.c']],
    ['but not a prevented one', [callback('x.c', ['a.value'], { prevent_initial_call: true })], []],
    ['nor one without an output in the layout', [callback('gone.c', ['a.value'])], []],
    ['nor one without any input in the layout', [callback('x.c', ['gone.value', 'gone.n'])], []],
    ['nor what only follows such a one', [callback('x.c', ['gone.value']), callback('y.c', ['x.c'])], []],
    ['one input is enough', [callback('y.c', ['x.c']), callback('x.c', ['gone.value']), callback('z.c', ['a.value', 'x.c'])], ['z.c']],
    ['an empty list is an input', [callback('x.c', [`${any('ALL')}.value`])], ['x.c']],
    ['no inputs at all', [callback('x.c', [])], ['x.c']],
    ['no output, with an input', [callback('hash', ['a.value'], { no_output: true })], ['hash']],
    ['no output, without its input', [callback('hash', ['gone.value'], { no_output: true })], []],
    ['no output, prevented', [callback('hash', ['a.value'], { no_output: true, prevent_initial_call: true })], []],
    ['duplicate outputs', [callback('x.c@1', ['a.value']), callback('x.c@2', ['b.value'])], ['x.c@1', 'x.c@2']],
  ])('%s', async (_, specs, expected) => {
    const { load, outputs } = testApp(layout, specs);
    await load();
    expect(outputs()).toEqual(expected);
  });

  test('the longest chain goes first', async () => {
    const { load, outputs } = testApp(layout, [
      callback('z.c', ['b.value']), callback('y.c', ['x.c']), callback('x.c', ['a.value']),
    ]);
    await load();
    expect(outputs()).toEqual(['x.c', 'z.c']);
  });
});

describe('chains', () => {
  const layout = box('page', input('a', 1), box('x'), box('y'), box('z'));
  const chain = [callback('z.c', ['y.c']), callback('y.c', ['x.c']), callback('x.c', ['a.value'])];

  test('each waits for its predecessor and sees its value', async () => {
    const { load, sent, outputs } = testApp(layout, chain);
    await load();
    await sent[0]!.answer(updates({ x: { c: 'one' } }));
    expect(sent[1]!.body).toMatchObject({ inputs: [{ id: 'x', value: 'one' }], changedPropIds: ['x.c'] });
    await sent[1]!.answer(updates({ y: { c: 'two' } }));
    expect(outputs()).toEqual(['x.c', 'y.c', 'z.c']);
  });

  test('without an update the next of an initial chain is dropped, and only that', async () => {
    const { load, sent, outputs, busy } = testApp(layout, chain);
    await load();
    await sent[0]!.answer(updates({}));
    expect(outputs()).toEqual(['x.c', 'z.c']);
    expect(sent[1]!.body.changedPropIds).toEqual([]);
    await sent[1]!.answer(updates({}));
    expect(busy).toEqual([true, false]);
  });

  test('a later one runs even if the middle gave no update', async () => {
    const { load, sent, outputs } = testApp(layout, chain);
    await load();
    await sent[0]!.answer(updates({ x: { c: 1 } }));
    await sent[1]!.answer(updates({}));
    expect(outputs()).toEqual(['x.c', 'y.c', 'z.c']);
  });

  test('a failure counts as no update', async () => {
    const { load, sent, outputs } = testApp(layout, chain);
    await load();
    await sent[0]!.answer({ kind: 'failed', failure: { message: 'no', chain: [] } });
    expect(outputs()).toEqual(['x.c', 'z.c']);
  });

  test('an equal value from a callback still runs what listens', async () => {
    const { change, sent, outputs } = testApp(box('page', input('a'), component('Box', { id: 'x', c: 1 }), box('y')), [
      callback('x.c', ['a.value']), callback('y.c', ['x.c']),
    ]);
    await change('a', { value: 2 });
    await sent[0]!.answer(updates({ x: { c: 1 } }));
    expect(outputs()).toEqual(['x.c', 'y.c']);
  });

  test('a circle runs round once', async () => {
    const { change, sent, outputs } = testApp(box('page', box('x'), box('y')), [
      callback('y.c', ['x.c'], { prevent_initial_call: true }), callback('x.c', ['y.c'], { prevent_initial_call: true }),
    ]);
    await change('x', { c: 1 });
    await sent[0]!.answer(updates({ y: { c: 2 } }));
    await sent[1]!.answer(updates({ x: { c: 3 } }));
    expect(outputs()).toEqual(['y.c', 'x.c']);
  });

  test('a callback may write what it reads', async () => {
    const { change, sent, outputs } = testApp(box('page', input('a', 1)), [callback('a.value', ['a.value'])]);
    await change('a', { value: 2 });
    await sent[0]!.answer(updates({ a: { value: 3 } }));
    expect(outputs()).toEqual(['a.value']);
  });

  test('two changes at once make one request', async () => {
    const { store, runner, sent } = testApp(box('page', input('a', 1), input('b', 1), box('x')), [callback('x.c', ['a.value', 'b.value'])]);
    for (const id of ['a', 'b']) runner.follow(store.change(store.find(id)!, { value: 2 })!);
    await settled();
    expect(sent.map(({ body }) => body.changedPropIds)).toEqual([['a.value', 'b.value']]);
  });
});

describe('a newer request of the same callback', () => {
  const app = () => testApp(box('page', input('a'), box('x')), [callback('x.c', ['a.value'], { prevent_initial_call: true })]);

  test('aborts the older one, whose answer is ignored', async () => {
    const { change, sent, store } = app();
    await change('a', { value: 'first' });
    await change('a', { value: 'second' });
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await sent[1]!.answer(updates({ x: { c: 'second' } }));
    await sent[0]!.answer(updates({ x: { c: 'first' } }));
    expect(store.find('x')!.props['c']).toBe('second');
  });

  test('takes the loading marks of both away', async () => {
    const { change, sent, loading, store } = app();
    const marks = () => loading.at(store.find('x')!.path).length;
    await change('a', { value: 1 });
    await change('a', { value: 2 });
    expect(marks()).toBe(2);
    await sent[1]!.answer(updates({}));
    await sent[0]!.answer({ kind: 'unreachable' });
    expect(marks()).toBe(0);
  });

  test('leaves an instance of other MATCH values alone', async () => {
    const { change, sent } = testApp(box('page', row(1), row(2)), [
      callback(`${any('MATCH')}.c`, [`${any('MATCH')}.value`], { prevent_initial_call: true }),
    ]);
    await change({ index: 1, type: 'row' }, { value: 7 });
    await change({ index: 2, type: 'row' }, { value: 7 });
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  });
});

describe('answers', () => {
  test('side updates come first and run what listens', async () => {
    const { change, sent, store, outputs } = testApp(box('page', input('a'), box('x'), box('side'), box('y')), [
      callback('x.c', ['a.value'], { prevent_initial_call: true }), callback('y.c', ['side.c'], { prevent_initial_call: true }),
    ]);
    await change('a', { value: 1 });
    await sent[0]!.answer({ kind: 'answered', answer: { sideUpdate: [['side', { c: 1 }]], response: [['side', { c: 2 }]] } });
    expect(store.find('side')!.props['c']).toBe(2);
    expect(outputs()).toEqual(['x.c', 'y.c']);
  });

  test('patches edit the present value; the suffix of a duplicate is not part of the prop', async () => {
    const { change, sent, store } = testApp(box('page', input('a'), component('Box', { id: 'x', c: [1] })), [
      callback('x.c@1', ['a.value'], { prevent_initial_call: true }),
    ]);
    const patch = { __dash_patch_update: '', operations: [{ operation: 'Append', location: [], params: { value: 2 } }] };
    await change('a', { value: 1 });
    await sent[0]!.answer(updates({ x: { 'c@1': patch } }));
    expect(store.find('x')!.props['c']).toEqual([1, 2]);
  });

  test('a patch that does not fit is a failure', async () => {
    const { load, sent, outcomes } = testApp(box('page', input('a'), box('x')), [callback('x.c', ['a.value'])]);
    await load();
    await sent[0]!.answer(updates({ x: { c: { __dash_patch_update: '', operations: [] } } }));
    expect(outcomes).toMatchObject([{ kind: 'failed', failure: { message: expect.stringContaining('no value') } }]);
  });

  test('for a component that is gone are passed over', async () => {
    const { load, sent, outcomes } = testApp(box('page', input('a'), box('x')), [callback('x.c', ['a.value'])]);
    await load();
    await sent[0]!.answer(updates({ gone: { c: 1 } }));
    expect(outcomes).toMatchObject([{ kind: 'answered' }]);
  });
});

describe('a new piece of layout', () => {
  const build = async (piece: unknown, specs: unknown[]) => {
    const app = testApp(box('page', input('go'), box('hole'), box('outside')), [
      callback('hole.children', ['go.value'], { prevent_initial_call: true }), ...specs,
    ]);
    await app.load();
    app.sent.length = 0;
    await app.change('go', { value: 1 });
    await app.sent.shift()!.answer(updates({ hole: { children: piece } }));
    return app.sent.map(({ body }) => [body.output, body.changedPropIds]);
  };
  const piece = [input('new-in'), box('new-out')];
  const prevented = { prevent_initial_call: true };

  test.each<[string, unknown[], unknown[]]>([
    ['outputs inside are filled', [callback('new-out.c', ['new-in.value'])], [['new-out.c', []]]],
    ['unless prevented', [callback('new-out.c', ['new-in.value'], prevented)], []],
    ['inputs inside count as changed for outputs outside', [callback('outside.c', ['new-in.value'])], [['outside.c', ['new-in.value']]]],
    ['even if prevented', [callback('outside.c', ['new-in.value'], prevented)], [['outside.c', ['new-in.value']]]],
    ['one without any input is left out', [callback('new-out.c', ['gone.value'])], []],
  ])('%s', async (_, specs, expected) => {
    expect(await build(piece, specs)).toEqual(expected);
  });

  test('a list that grew is read anew', async () => {
    const sent = await build([row(1), row(2)], [callback('outside.c', [`${any('ALL')}.value`], prevented)]);
    expect(sent).toEqual([['outside.c', [`${family(1)}.value`, `${family(2)}.value`]]]);
  });

  test('a list that shrank as well, with nothing changed', async () => {
    const app = testApp(box('page', input('go'), box('hole', row(1), row(2)), box('outside')), [
      callback('hole.children', ['go.value'], prevented), callback('outside.c', [`${any('ALL')}.value`], prevented),
    ]);
    await app.change('go', { value: 1 });
    await app.sent[0]!.answer(updates({ hole: { children: [] } }));
    expect(app.sent[1]!.body).toMatchObject({ output: 'outside.c', inputs: [[]], changedPropIds: [] });
  });

  test('a running callback whose output vanished is aborted', async () => {
    const app = testApp(box('page', input('go'), box('hole', box('doomed'))), [
      callback('hole.children', ['go.value'], prevented), callback('doomed.c', ['go.other'], prevented),
    ]);
    await app.change('go', { other: 1 });
    await app.change('go', { value: 1 });
    await app.sent[1]!.answer(updates({ hole: { children: null } }));
    expect(app.sent[0]!.signal.aborted).toBe(true);
    expect(app.busy.at(-1)).toBe(false);
  });
});

describe('wildcards', () => {
  const rows = box('page', row(1), row(2), row(3), box('sum'));
  const match = (type = 'row') => `${any('MATCH', type)}`;

  test('ALLSMALLER: a change is heard by every larger one', async () => {
    const { change, sent } = testApp(rows, [
      callback(`${match()}.c`, [`${any('ALLSMALLER')}.value`], { prevent_initial_call: true }),
    ]);
    await change({ type: 'row', index: 1 }, { value: 9 });
    expect(sent.map(({ body }) => [body.outputs, body.inputs])).toMatchObject([
      [{ id: { index: 2 } }, [[{ value: 9 }]]],
      [{ id: { index: 3 } }, [[{ value: 9 }, { value: 2 }]]],
    ]);
  });

  test('ALL with MATCH: one run for each MATCH value', async () => {
    const cell = (row_: number, column: number) => input({ row: row_, column }, column);
    const layout = box('page', cell(1, 1), cell(1, 2), cell(2, 1), ...[1, 2].map((n) => box({ sum: n })));
    const { load, sent } = testApp(layout, [
      callback('{"column":1,"row":["MATCH"]}.total', ['{"column":["ALL"],"row":["MATCH"]}.value']),
    ]);
    await load();
    expect(sent.map(({ body }) => body.inputs)).toMatchObject([[[{ value: 1 }, { value: 2 }]], [[{ value: 1 }]]]);
  });

  test('a fixed output is written once for each MATCH of its input', async () => {
    const { change, sent } = testApp(rows, [callback('sum.c', [`${match()}.value`], { prevent_initial_call: true })]);
    await change({ type: 'row', index: 2 }, { value: 9 });
    expect(sent.map(({ body }) => body.inputs)).toMatchObject([[{ id: { index: 2 }, value: 9 }]]);
  });

  test('a chain from MATCH to ALL waits for every member', async () => {
    const { load, sent, outputs } = testApp(rows, [
      callback(`${match()}.c`, [`${match()}.value`]), callback('sum.c', [`${any('ALL')}.c`]),
    ]);
    await load();
    expect(outputs()).toHaveLength(3);
    for (const [i, { answer }] of [...sent].entries()) await answer(updates({ [family(i + 1)]: { c: i } }));
    expect(outputs().slice(3)).toEqual(['sum.c']);
  });
});

test('what has no inputs and writes nothing is called again when the line is back', async () => {
  const { load, runner, outputs, sent } = testApp(box('page', input('a'), box('x')), [
    callback('', []), callback('', [], { stream: true }), callback('', [], { prevent_initial_call: true }),
    callback('', ['a.value']), callback('x.c', []), callback('x.d', ['a.value']),
  ].map((spec, i) => (spec['output'] === '' ? { ...spec, output: `..${'0'.repeat(i)}..`, no_output: true } : spec)));
  await load();
  const before = sent.length;
  runner.restart();
  await settled();
  expect(outputs().slice(before)).toEqual(['....']);
});

describe('a server that is gone', () => {
  const app = () => testApp(box('page', input('a'), box('x'), box('y')), [
    callback('x.c', ['a.value'], { prevent_initial_call: true }), callback('y.c', ['x.c'], { prevent_initial_call: true }),
  ]);

  test('keeps its callbacks and sends them again with the latest values', async () => {
    const { change, sent, runner, outputs, busy } = app();
    await change('a', { value: 'first' });
    runner.pause();
    await sent[0]!.answer({ kind: 'unreachable' });
    await change('a', { value: 'second' });
    expect([outputs(), busy.at(-1)]).toEqual([['x.c'], false]);
    runner.resume();
    await settled();
    expect(sent[1]!.body).toMatchObject({ inputs: [{ value: 'second' }], changedPropIds: ['a.value'] });
    await sent[1]!.answer(updates({ x: { c: 1 } }));
    expect(outputs()).toEqual(['x.c', 'x.c', 'y.c']);
  });

  test('is told apart from an aborted request', async () => {
    const { change, sent, outcomes } = app();
    await change('a', { value: 'first' });
    await change('a', { value: 'second' });
    await sent[0]!.answer({ kind: 'unreachable' });
    expect(outcomes).toEqual([]);
  });
});
