// What changes beside the outputs: which components it is for, and what a running callback does to the page.
import { describe, expect, test } from 'vitest';
import { box, callback, component, settled, testApp, updates } from './testing/app';
import { parseAnswer, parseDependencies } from './protocol';

const row = (index: number) => component('Row', { id: { type: 'row', index } });
const any = (wildcard: string) => `{"index":["${wildcard}"],"type":"row"}`;
const layout = () => box('page', component('In', { id: 'a' }), box('x'), box('side'), row(1), row(2), row(3));

describe('addresses', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['an id with props', { side: { c: 1 } }, ['side']],
    ['a prop', { 'side.c': 1 }, ['side']],
    ['a member', { '{"index":2,"type":"row"}': { c: 1 } }, ['row2']],
    ['a prop of a member', { '{"index":2,"type":"row"}.c': 1 }, ['row2']],
    ['MATCH: the trigger', { [`${any('MATCH')}.c`]: 1 }, ['row2']],
    ['ALL', { [`${any('ALL')}.c`]: 1 }, ['row1', 'row2', 'row3']],
    ['ALLSMALLER than the trigger', { [any('ALLSMALLER')]: { c: 1 } }, ['row1']],
    ['one that is not there', { gone: { c: 1 }, 'side.c': 1 }, ['side']],
  ])('%s', async (_, sideUpdate, expected) => {
    const { change, sent, store } = testApp(layout(), [callback(`${any('MATCH')}.out`, [`${any('MATCH')}.n`], { prevent_initial_call: true })]);
    await change({ type: 'row', index: 2 }, { n: 1 });
    await sent[0]!.answer({ kind: 'answered', answer: parseAnswer({ multi: true, response: {}, sideUpdate }, '') });
    const ids = ['side', 'x', ...[1, 2, 3].map((index) => ({ type: 'row', index }))];
    const hit = ids.filter((id) => store.find(id)!.props['c'] === 1);
    expect(hit.map((id) => (typeof id === 'string' ? id : `row${id.index}`))).toEqual(expected);
  });

  test('a MATCH that the callback does not bind is the trigger at the same position', async () => {
    const { store, runner, sent } = testApp(layout(), [callback('x.c', [`${any('ALL')}.n`], { prevent_initial_call: true })]);
    for (const index of [3, 1]) runner.follow(store.change(store.find({ type: 'row', index })!, { n: 1 })!);
    await settled();
    const sideUpdate = { [`${any('MATCH')}.first`]: 1, [`${any('MATCH')}.second`]: 1, [`${any('MATCH')}.third`]: 1 };
    await sent[0]!.answer({ kind: 'answered', answer: parseAnswer({ multi: true, response: {}, sideUpdate }, '') });
    const props = [1, 2, 3].map((index) => Object.keys(store.find({ type: 'row', index })!.props).join());
    expect(props).toEqual(['id,n,second', 'id', 'id,n,first,third']);
  });
});

describe('while a callback runs', () => {
  const running = { running: { 'side.busy': true }, runningOff: { 'side.busy': false } };
  const app = (...others: unknown[]) =>
    testApp(layout(), [callback('x.c', ['a.n', 'a.m'], { prevent_initial_call: true, running }), ...others]);

  test.each<[string, Parameters<ReturnType<typeof app>['sent'][0]['answer']>[0]]>([
    ['an answer', updates({ x: { c: 1 } })],
    ['a failure', { kind: 'failed', failure: { message: 'no', chain: [] } }],
    ['no answer', { kind: 'unreachable' }],
  ])('it is on, until %s', async (_, outcome) => {
    const { change, sent, store, runner } = app();
    const busy = () => store.find('side')!.props['busy'];
    await change('a', { n: 1 });
    expect([busy(), 'busy' in sent[0]!.body]).toEqual([true, false]);
    runner.pause();
    await sent[0]!.answer(outcome);
    expect(busy()).toBe(false);
  });

  test('a run that was overtaken does not turn it off', async () => {
    const { change, sent, store } = app();
    const busy = () => store.find('side')!.props['busy'];
    await change('a', { n: 1 });
    await change('a', { n: 2 });
    await sent[0]!.answer({ kind: 'unreachable' });
    expect(busy()).toBe(true);
    await sent[1]!.answer(updates({}));
    expect(busy()).toBe(false);
  });

  test('what listens runs, and it is off before the outputs come', async () => {
    const { change, sent, store } = app(callback('side.seen', ['side.busy'], { prevent_initial_call: true }));
    await change('a', { n: 1 });
    expect(sent.map(({ body }) => body.output)).toEqual(['x.c', 'side.seen']);
    const order: unknown[] = [];
    for (const id of ['side', 'x']) store.find(id)!.subscribe(() => order.push([id, store.find(id)!.props['busy'] ?? store.find(id)!.props['c']]));
    await sent[0]!.answer(updates({ x: { c: 'done' } }));
    expect(order).toEqual([['side', false], ['x', 'done']]);
  });
});

test('the wire form is read', () => {
  const spec = (running: unknown) => parseDependencies([callback('x.c', [], { running })])[0]!.running;
  expect(spec({ running: { 'b.disabled': true }, runningOff: { [`${any('MATCH')}.disabled`]: false } })).toEqual({
    on: [['b', { disabled: true }]],
    off: [[{ index: ['MATCH'], type: 'row' }, { disabled: false }]],
  });
  expect([spec(undefined), spec({})]).toEqual([undefined, { on: [], off: [] }]);
});
