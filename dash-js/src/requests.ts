// Which callbacks a change of the layout asks for: on load, on insertion, on removal, on a changed prop. Pure.
import { type Callback, type Graph, type Use, usesOf } from './graph';
import { type Id, propId, stringifyId } from './ids';
import { allInstances, type Ids, type Instance, instancesByInput, instancesByOutput, resolve } from './match';

/** A wish to run a callback. */
export interface Request {
  readonly instance: Instance;
  /** The props that triggered it. */
  readonly changed: readonly string[];
  /** Fills outputs for the first time; gives way to a request that a change made. */
  readonly initial: boolean;
}

export function requestsOnLoad(graph: Graph, ids: Ids, present: readonly Id[]): readonly Request[] {
  const byOutput = present.flatMap((id) => initialRequests(graph, ids, id));
  return [...prune(unite(byOutput), ids), ...requestsWithoutOutput(graph, ids)];
}

/** What has no inputs and writes nothing runs as long as the page stands. */
export const requestsOnReconnect = (graph: Graph, ids: Ids): readonly Request[] =>
  requestsWithoutOutput(graph, ids).filter(({ instance: { callback } }) => callback.inputs.length === 0 && !callback.stream);

/** `inserted` holds every id of the new piece. */
export function requestsOnInsert(graph: Graph, ids: Ids, inserted: readonly Id[]): readonly Request[] {
  const piece = new Set(inserted.map(stringifyId));
  const requests = inserted.flatMap((id) => [
    ...initialRequests(graph, ids, id),
    ...requestsOnChange(graph, ids, id, usesOf(graph.inputs, id).keys()).filter((request) =>
      writesOutside(request.instance, ids, piece),
    ),
  ]);
  return prune(unite(requests), ids);
}

/** Lists that lost a component run their callbacks, if something is left to write. */
export function requestsOnRemove(graph: Graph, ids: Ids, removed: readonly Id[]): readonly Request[] {
  const requests = removed.flatMap((id) =>
    [...usesOf(graph.inputs, id).values()]
      .flat()
      .filter((use) => use.target.multi)
      .flatMap((use) => instancesByInput(use, id, ids))
      .filter((instance) => outputsOf(instance, ids).length > 0)
      .map((instance) => ({ instance, changed: [], initial: true })),
  );
  return prune(unite(requests), ids);
}

export function requestsOnChange(
  graph: Graph,
  ids: Ids,
  id: Id,
  properties: Iterable<string>,
): readonly Request[] {
  const uses = usesOf(graph.inputs, id);
  return [...properties].flatMap((property) => {
    const changed = [propId(stringifyId(id), property)];
    return (uses.get(property) ?? []).flatMap((use) =>
      instancesByInput(use, id, ids).map((instance) => ({ instance, changed, initial: false })),
    );
  });
}

export const outputsOf = ({ callback, match }: Instance, ids: Ids): readonly string[] =>
  propsOf(callback.outputs, match, ids);

export const inputsOf = ({ callback, match }: Instance, ids: Ids): readonly string[] =>
  propsOf(callback.inputs, match, ids);

export const stateOf = ({ callback, match }: Instance, ids: Ids): readonly string[] =>
  propsOf(callback.state, match, ids);

function propsOf(targets: Callback['inputs'], match: Instance['match'], ids: Ids): readonly string[] {
  return targets.flatMap((target) =>
    resolve(target, match, ids).map((id) => propId(stringifyId(id), target.property)),
  );
}

function initialRequests(graph: Graph, ids: Ids, id: Id): readonly Request[] {
  const uses = [...usesOf(graph.outputs, id).values()].flat();
  return uses.filter(mayRunInitially).flatMap((use) => initial(instancesByOutput(use, id, ids)));
}

const mayRunInitially = ({ callback }: Use): boolean => !callback.preventInitialCall;

const initial = (instances: readonly Instance[]): readonly Request[] =>
  instances.map((instance) => ({ instance, changed: [], initial: true }));

function requestsWithoutOutput(graph: Graph, ids: Ids): readonly Request[] {
  const callbacks = graph.callbacks.filter(
    (callback) => callback.outputs.length === 0 && !callback.preventInitialCall,
  );
  const instances = callbacks.flatMap((callback) => allInstances(callback, ids));
  return initial(
    instances.filter((instance) => instance.callback.inputs.length === 0 || inputsOf(instance, ids).length > 0),
  );
}

function writesOutside(instance: Instance, ids: Ids, piece: ReadonlySet<string>): boolean {
  const { callback, match } = instance;
  return callback.outputs.some((target) =>
    resolve(target, match, ids).some((id) => !piece.has(stringifyId(id))),
  );
}

/** One request for each instance: what changed is united, and any initial call makes it initial. */
function unite(requests: readonly Request[]): readonly Request[] {
  const byKey = new Map<string, Request>();
  for (const request of requests) {
    const known = byKey.get(request.instance.key);
    byKey.set(request.instance.key, known === undefined ? request : merged(known, request));
  }
  return [...byKey.values()];
}

const merged = (a: Request, b: Request): Request => ({
  instance: a.instance,
  changed: [...new Set([...a.changed, ...b.changed])],
  initial: a.initial || b.initial,
});

/** Drops, until nothing changes, what could only read props that are missing or that a dropped callback writes. */
function prune(requests: readonly Request[], ids: Ids): readonly Request[] {
  const unwritten = new Set<string>();
  const hasInput = ({ instance }: Request) =>
    instance.callback.inputs.every((target) => target.multi) ||
    inputsOf(instance, ids).some((input) => !unwritten.has(input));
  let kept = requests;
  for (;;) {
    const next = kept.filter(hasInput);
    if (next.length === kept.length) return kept;
    const remaining = new Set(next);
    const dropped = kept.filter((request) => !remaining.has(request));
    dropped.flatMap(({ instance }) => outputsOf(instance, ids)).forEach((output) => unwritten.add(output));
    kept = next;
  }
}
