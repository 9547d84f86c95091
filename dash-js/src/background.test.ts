// Callbacks in the background: what is asked after them, what they show meanwhile, and how they end.
import { describe, expect, test } from 'vitest';
import type { Outcome } from './api';
import { parseAnswer } from './protocol';
import { box, callback, component, settled, testApp } from './testing/app';

const layout = () => box('page', component('In', { id: 'in', n: 1 }), component('In', { id: 'stop' }), box('out'), box('bar'));
const work = callback('out.c', ['in.n'], {
  background: { interval: 0 },
  prevent_initial_call: true,
  running: { running: { 'in.off': true }, runningOff: { 'in.off': false } },
});
const cancelling = callback('stop.id', ['stop.n'], { prevent_initial_call: true });

const answer = (raw: Record<string, unknown>): Outcome => ({ kind: 'answered', answer: parseAnswer({ multi: true, ...raw }, 'out.c') });
const ticket = answer({ job: 'j1', cacheKey: 'k1', cancel: [{ id: 'stop', property: 'n' }], progressDefault: { 'bar.c': 'idle' } });

async function started() {
  const app = testApp(layout(), [work, cancelling]);
  await app.change('in', { n: 2 });
  await app.sent[0]!.answer(ticket);
  await settled();
  const shown = (id: string, name: string) => app.store.find(id)!.props[name];
  return { ...app, shown };
}

describe('a callback in the background', () => {
  test('is asked after, without its values, until there is a result', async () => {
    const { sent, shown } = await started();
    expect(sent[1]).toMatchObject({ query: [['cacheKey', 'k1'], ['job', 'j1']], body: { inputs: [{ id: 'in', value: null }] } });
    await sent[1]!.answer(answer({}));
    await settled();
    expect([sent.length, shown('out', 'c'), shown('in', 'off')]).toEqual([3, undefined, true]);
    await sent[2]!.answer(answer({ response: { out: { c: 'done' } } }));
    await settled();
    expect([sent.length, shown('out', 'c'), shown('in', 'off')]).toEqual([3, 'done', false]);
  });

  test('shows how far it is, and in the end what stands there by default', async () => {
    const { sent, shown } = await started();
    await sent[1]!.answer(answer({ progress: { 'bar.c': 'half' }, sideUpdate: { bar: { title: 't' } } }));
    await settled();
    expect([shown('bar', 'c'), shown('bar', 'title')]).toEqual(['half', 't']);
    await sent[2]!.answer(answer({ response: {} }));
    await settled();
    expect(shown('bar', 'c')).toBe('idle');
  });

  test('shows the last of it that comes with the result', async () => {
    const { sent, store, shown } = await started();
    const seen: unknown[] = [];
    store.subscribe(() => seen.push(shown('bar', 'c')));
    await sent[1]!.answer(answer({ progress: { 'bar.c': 'all' }, response: { out: { c: 'done' } } }));
    await settled();
    expect(seen.filter((value, i) => value !== seen[i - 1])).toEqual(['all', 'idle']);
    expect(shown('out', 'c')).toBe('done');
  });

  test('is ended by a callback that reads what cancels it', async () => {
    const { sent, change, shown } = await started();
    await sent[1]!.answer(answer({ progress: { 'bar.c': 'half' } }));
    await settled();
    await change('stop', { n: 1 });
    expect(sent.at(-1)).toMatchObject({ body: { output: 'stop.id' }, query: [['cancelJob', 'j1']] });
    expect(shown('bar', 'c')).toBe('idle');
  });

  test('gives way to a newer run of its own, which says so once', async () => {
    const { sent, change, shown } = await started();
    await change('in', { n: 3 });
    expect(sent[1]!.signal.aborted).toBe(true);
    expect(sent[2]).toMatchObject({ query: [['oldJob', 'j1']], body: { inputs: [{ value: 3 }] } });
    await sent[2]!.answer(answer({ response: { out: { c: 'newer' } } }));
    await sent[1]!.answer(answer({ response: { out: { c: 'older' } } }));
    expect(shown('out', 'c')).toBe('newer');
    await change('in', { n: 4 });
    expect(sent.at(-1)!.query).toEqual([]);
  });

  test('that fails is not asked after again', async () => {
    const { sent, outcomes } = await started();
    await sent[1]!.answer({ kind: 'failed', failure: { message: 'no', chain: [] } });
    await settled();
    expect([sent.length, outcomes.at(-1)]).toMatchObject([2, { kind: 'failed' }]);
  });
});

const unreachable: Outcome = { kind: 'unreachable' };

describe('a server that goes away and comes back', () => {
  test('is asked after the job that it still has', async () => {
    const { sent, shown } = await started();
    await sent[1]!.answer(unreachable);
    await settled();
    expect(sent[2]!.query).toEqual([['cacheKey', 'k1'], ['job', 'j1']]);
    await sent[2]!.answer(answer({ response: { out: { c: 'done' } } }));
    await settled();
    expect([sent.length, shown('out', 'c'), shown('in', 'off')]).toEqual([3, 'done', false]);
  });

  test('is given anew the job that it has lost', async () => {
    const { sent, shown } = await started();
    await sent[1]!.answer(unreachable);
    await settled();
    await sent[2]!.answer({ kind: 'answered', answer: { sideUpdate: [], response: [] } });
    await settled();
    expect(sent[3]).toMatchObject({ query: [], body: { inputs: [{ id: 'in', value: 2 }] } });
    await sent[3]!.answer(answer({ response: { out: { c: 'done' } } }));
    expect(shown('out', 'c')).toBe('done');
  });

  test('is told of a newer run of the job that it had', async () => {
    const { sent, change } = await started();
    await sent[1]!.answer(unreachable);
    await settled();
    await change('in', { n: 3 });
    expect(sent.at(-1)).toMatchObject({ query: [['oldJob', 'j1']], body: { inputs: [{ value: 3 }] } });
  });
});

test('a callback that answers at once is asked nothing more', async () => {
  const { change, sent } = testApp(layout(), [work]);
  await change('in', { n: 2 });
  await sent[0]!.answer(answer({ response: {} }));
  await settled();
  expect(sent.length).toBe(1);
});
