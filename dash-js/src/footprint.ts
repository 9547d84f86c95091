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
    ...reachOf(graph, ids, instance),
  };
}

function reachOf(graph: Graph, ids: Ids, first: Instance): Pick<Footprint, 'reach' | 'priority'> {
  const reach = new Set<string>();
  const followers: number[] = [];
  for (let level: readonly Instance[] = [first]; level.length > 0; ) {
    const outputs = new Set(level.flatMap((instance) => outputsOf(instance, ids)).filter((prop) => !reach.has(prop)));
    outputs.forEach((prop) => reach.add(prop));
    level = [...outputs].flatMap((prop) => readersOf(graph, ids, prop));
    if (level.length > 0) followers.push(level.length);
  }
  return { reach, priority: [followers.length, ...followers].map(digit).join('') };
}

function readersOf(graph: Graph, ids: Ids, prop: string): readonly Instance[] {
  const [id, property] = splitPropId(prop);
  return requestsOnChange(graph, ids, parseId(id), [property]).map((request) => request.instance);
}

const digit = (count: number): string => Math.min(count, 35).toString(36);
