// What Dash calls the failure of a callback.
import { expect, test } from 'vitest';
import { survey } from './footprint';
import { buildGraph } from './graph';
import { parseDependencies } from './protocol';
import { allInstances } from './match';
import { createStore } from './store';
import { slotTable } from './slots';
import { box, callback } from './testing/app';
import { titleLikeDash } from './titles';

const clientside_function = { namespace: 'ns', function_name: 'fn' };

test.each([
  [callback('out.c', ['in.n']), 'Callback error updating out.c'],
  [callback('..out.c...in.c..', ['in.n']), 'Callback error updating out.c, in.c'],
  [callback('{"i":["ALL"]}.c', ['in.n']), 'Callback error updating {"i":1}.c, {"i":2}.c'],
  [callback('gone.c', ['in.n']), 'Callback error updating gone.c'],
  [callback('abc', ['in.n'], { no_output: true }), 'Callback error with no output from input in.n'],
  [callback('out.c', ['in.n'], { clientside_function }), 'Callback error updating out.c via clientside function ns.fn'],
])('%j', (spec, expected) => {
  const graph = buildGraph(parseDependencies([spec]));
  const { ids } = createStore(box('page', box('in'), box('out'), box({ i: 1 }), box({ i: 2 })), slotTable({}));
  const [instance] = allInstances(graph.callbacks[0]!, ids);
  const footprint = survey(graph, ids, instance!);
  const job = { instance: instance!, footprint, changed: new Set(['in.n']), initial: true, group: undefined, predecessors: new Set<never>() };
  expect(titleLikeDash(job)).toBe(expected);
});
