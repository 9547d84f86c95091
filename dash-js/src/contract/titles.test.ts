// What Dash calls the failure of a callback.
import { expect, test } from 'vitest';
import { buildBody, MissingComponent } from '../body';
import { survey } from '../footprint';
import { buildGraph } from '../graph';
import { parseDependencies } from '../protocol';
import { allInstances } from '../match';
import type { Job } from '../schedule';
import { createStore, type Store } from '../store';
import { slotTable } from '../slots';
import { box, callback } from '../testing/app';
import { silenceOf, titleLikeDash } from './titles';

function missingIn(job: Job, store: Store): MissingComponent | undefined {
  try {
    buildBody(job, store);
  } catch (error) {
    if (error instanceof MissingComponent) return error;
    throw error;
  }
  return undefined;
}

const clientside_function = { namespace: 'ns', function_name: 'fn' };

test.each([
  [callback('out.c', ['in.n']), 'Callback error updating out.c'],
  [callback('..out.c...in.c..', ['in.n']), 'Callback error updating out.c, in.c'],
  [callback('{"i":["ALL"]}.c', ['in.n']), 'Callback error updating {"i":1}.c, {"i":2}.c'],
  [callback('gone.c', ['in.n']), 'A nonexistent object was used in an `Output` of a Dash callback. The id of this object is `gone` and the property is `c`. The string ids in the current layout are: [page, in, out]'],
  [callback('out.c', ['in.n'], { state: ['{"j":1}.c'] }), 'A nonexistent object was used in an `State` of a Dash callback. The id of this object is {"j":1} and the property is `c`.'],
  [callback('abc', ['in.n'], { no_output: true }), 'Callback error with no output from input in.n'],
  [callback('out.c', ['in.n'], { clientside_function }), 'Callback error updating out.c via clientside function ns.fn'],
])('%j', (spec, expected) => {
  const graph = buildGraph(parseDependencies([spec]));
  const store = createStore(box('page', box('in'), box('out'), box({ i: 1 }), box({ i: 2 })), slotTable({}));
  const [instance] = allInstances(graph.callbacks[0]!, store.ids);
  const footprint = survey(graph, store.ids, instance!);
  const job = { instance: instance!, footprint, changed: new Set(['in.n']), initial: true, group: undefined, predecessors: new Set<never>() };
  const missing = missingIn(job, store);
  expect(titleLikeDash(job, { message: '', chain: [], ...(missing && { missing }) }, store)).toBe(expected);
});

test('a request without an answer is told of, any other end is not', () => {
  const [silent] = buildGraph(parseDependencies([callback('out.c', ['in.n'])])).callbacks;
  const job = { instance: { callback: silent!, match: {}, key: '0' } } as Job;
  expect(silenceOf(job, { kind: 'unreachable' })).toMatchObject({ key: '0', title: 'Callback failed: the server did not respond.' });
  expect(silenceOf(job, { kind: 'skipped' })).toBe(undefined);
});
