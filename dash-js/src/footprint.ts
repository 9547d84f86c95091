// Surveys what a callback instance reads and may lead to in the present layout. Pure.
import type { Graph } from './graph';
import { splitPropId } from './ids';
import type { Ids, Instance } from './match';
import { parseId } from './protocol';
import { inputsOf, outputsOf, requestsOnChange, stateOf } from './requests';
import type { Footprint } from './schedule';

export function survey(graph: Graph, ids: Ids, instance: Instance): Footprint {
  return {
    inputs: inputsOf(instance, ids),
    state: stateOf(instance, ids),
    outputs: outputsOf(instance, ids),
    reach: reachOf(graph, ids, instance),
  };
}

function reachOf(graph: Graph, ids: Ids, first: Instance): ReadonlySet<string> {
  const reach = new Set<string>();
  const open = [first];
  for (let instance = open.pop(); instance !== undefined; instance = open.pop()) {
    for (const output of outputsOf(instance, ids)) {
      if (reach.has(output)) continue;
      reach.add(output);
      const [id, property] = splitPropId(output);
      open.push(...requestsOnChange(graph, ids, parseId(id), [property]).map((request) => request.instance));
    }
  }
  return reach;
}
