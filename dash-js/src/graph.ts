// The callbacks of an app, indexed by what they read and write. Pure: no React, no fetch, no layout.
import { type Id, type IdPattern, keyList, propId, stringifyId, wildcardOf, withoutSuffix } from './ids';
import type { CallbackSpec, DependencySpec } from './wire';

/** An Output, Input or State of a callback. */
export interface Target {
  readonly id: string | IdPattern;
  /** The id itself, or the key list of a pattern. */
  readonly key: string;
  /** As a component knows it. */
  readonly property: string;
  /** As the wire writes it: with the suffix that tells duplicate outputs apart. */
  readonly wireProperty: string;
  readonly allowOptional: boolean;
  /** Stands for a list of components: has ALL or ALLSMALLER. */
  readonly multi: boolean;
}

export interface Callback extends Pick<CallbackSpec, 'label' | 'preventInitialCall' | 'clientside' | 'running' | 'interval' | 'persistent' | 'dynamicCreator' | 'stream'> {
  readonly index: number;
  readonly name: string;
  /** Whether the answer is for a list of outputs. */
  readonly multi: boolean;
  readonly outputs: readonly Target[];
  readonly inputs: readonly Target[];
  readonly state: readonly Target[];
  /** The callback exists once for each combination of values of these keys. */
  readonly matchKeys: readonly string[];
  /** The targets whose components give those values. */
  readonly anchors: readonly Target[];
}

/** One use of a prop by a callback. */
export interface Use {
  readonly callback: Callback;
  readonly target: Target;
}

export interface Graph {
  readonly callbacks: readonly Callback[];
  readonly inputs: Index;
  readonly outputs: Index;
}

/** Uses by id (or key list of an id object), then by property. */
export type Index = ReadonlyMap<string, ReadonlyMap<string, readonly Use[]>>;

export function buildGraph(specs: readonly CallbackSpec[]): Graph {
  const callbacks = specs.map(toCallback);
  const inputs = buildIndex(callbacks, (callback) => callback.inputs);
  const outputs = buildIndex(callbacks, (callback) => callback.outputs);
  return { callbacks, inputs, outputs };
}

/** The graph of an app whose callbacks are others by now, in the place of the one it had. */
export const renewGraph = (graph: Graph, specs: readonly CallbackSpec[]): void =>
  void Object.assign(graph, buildGraph(specs));

/** Every use of props of this id; patterns of an id object are not yet matched. */
export const usesOf = (index: Index, id: Id): ReadonlyMap<string, readonly Use[]> =>
  index.get(indexKey(id)) ?? NO_USES;

const NO_USES: ReadonlyMap<string, readonly Use[]> = new Map();

const indexKey = (id: Id | IdPattern): string => (typeof id === 'string' ? id : `{${keyList(id)}}`);

function toCallback(spec: CallbackSpec, index: number): Callback {
  const [outputs, inputs, state] = [spec.outputs, spec.inputs, spec.state].map((specs) => specs.map(toTarget));
  const anchors = chooseAnchors(outputs ?? [], inputs ?? []);
  const matchKeys = [...new Set(anchors.flatMap((target) => keysWith(target, 'MATCH')))].sort();
  return {
    ...spec,
    index,
    name: spec.output,
    outputs: outputs ?? [],
    inputs: inputs ?? [],
    state: state ?? [],
    matchKeys,
    anchors,
  };
}

export function toTarget(spec: DependencySpec): Target {
  const wild = typeof spec.id === 'string' ? [] : Object.values(spec.id).map(wildcardOf);
  return {
    id: spec.id,
    key: indexKey(spec.id),
    property: withoutSuffix(spec.property),
    wireProperty: spec.property,
    allowOptional: spec.allowOptional,
    multi: wild.includes('ALL') || wild.includes('ALLSMALLER'),
  };
}

/** MATCH is bound by one single output if there is one, else by all outputs; a callback whose outputs
 * have no MATCH is bound by its inputs. */
function chooseAnchors(outputs: readonly Target[], inputs: readonly Target[]): readonly Target[] {
  const hasMatch = (target: Target) => keysWith(target, 'MATCH').length > 0;
  const matching = outputs.filter(hasMatch);
  const single = matching.find((target) => !target.multi);
  if (single !== undefined) return [single];
  return matching.length > 0 ? matching : inputs.filter(hasMatch).slice(0, 1);
}

export function keysWith(target: Target, wildcard: 'MATCH' | 'ALLSMALLER'): readonly string[] {
  if (typeof target.id === 'string') return [];
  return Object.entries(target.id).flatMap(([key, value]) => (wildcardOf(value) === wildcard ? [key] : []));
}

function buildIndex(callbacks: readonly Callback[], targetsOf: (callback: Callback) => readonly Target[]): Index {
  const index = new Map<string, Map<string, Use[]>>();
  for (const callback of callbacks) {
    for (const target of targetsOf(callback)) {
      const byProperty = entry(index, target.key, () => new Map<string, Use[]>());
      entry(byProperty, target.property, () => [] as Use[]).push({ callback, target });
    }
  }
  return index;
}

export function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}

/** A readable name of a target, for messages. */
export const describe = (target: Target): string => propId(stringifyId(target.id), target.property);
