// Wildcards: which components a target stands for, and for which values a callback exists. Pure.
import { type Callback, keysWith, type Target, type Use } from './graph';
import { compareIdValues, type Id, type IdObject, type IdPattern, type IdValue, stringifyId, wildcardOf } from './ids';

/** Values of a callback's MATCH keys. */
export type Match = Readonly<Record<string, IdValue>>;

/** A callback for one combination of MATCH values; most callbacks have exactly one. */
export interface Instance {
  readonly callback: Callback;
  readonly match: Match;
  readonly key: string;
}

/** The ids that are in the layout. */
export interface Ids {
  has: (id: string) => boolean;
  /** Id objects with exactly these keys, in the order of the layout. */
  withKeys: (key: string) => readonly IdObject[];
  /** Those of them with this value, or with one that compares equal. */
  withValue: (key: string, name: string, value: IdValue) => readonly IdObject[];
}

/** The components a target stands for; MATCH keys that have no value yet accept any. */
export function resolve(target: Target, match: Match, ids: Ids): readonly Id[] {
  const { id: pattern } = target;
  if (typeof pattern === 'string') return ids.has(pattern) ? [pattern] : [];
  const exact = bind(pattern, match);
  if (exact !== undefined && ids.has(stringifyId(exact))) return [exact];
  return candidates(target.key, pattern, match, ids).filter((id) => accepts(pattern, id, match));
}

/** The fewest that one of the known values leaves: a group of a large family should not cost a look at all of it. */
function candidates(key: string, pattern: IdPattern, match: Match, ids: Ids): readonly IdObject[] {
  const known = Object.keys(pattern).flatMap((name) => {
    const value = boundValue(pattern[name], match[name]);
    return value === undefined ? [] : [ids.withValue(key, name, value)];
  });
  const [first, ...others] = known;
  if (first === undefined) return ids.withKeys(key);
  return others.reduce((fewest, found) => (found.length < fewest.length ? found : fewest), first);
}

/** The instances that read this component's prop through `use`. */
export function instancesByInput(use: Use, id: Id, ids: Ids): readonly Instance[] {
  const { target, callback } = use;
  if (typeof id === 'string' || typeof target.id === 'string') return instances(callback, ids, NO_BOUNDS);
  if (!accepts(target.id, id, {})) return [];
  const bounds = { equal: pick(id, keysWith(target, 'MATCH')), above: pick(id, keysWith(target, 'ALLSMALLER')) };
  return instances(callback, ids, bounds);
}

/** The instances that write this component's prop through `use`. */
export function instancesByOutput(use: Use, id: Id, ids: Ids): readonly Instance[] {
  const { target, callback } = use;
  if (typeof id === 'string' || typeof target.id === 'string') return instances(callback, ids, NO_BOUNDS);
  if (!accepts(target.id, id, {})) return [];
  return instances(callback, ids, { equal: pick(id, keysWith(target, 'MATCH')), above: {} });
}

/** All instances of a callback in the present layout. */
export const allInstances = (callback: Callback, ids: Ids): readonly Instance[] =>
  instances(callback, ids, NO_BOUNDS);

interface Bounds {
  /** The instance's value of these keys. */
  readonly equal: Match;
  /** The instance's values are larger than these. */
  readonly above: Match;
}

const NO_BOUNDS: Bounds = { equal: {}, above: {} };

function instances(callback: Callback, ids: Ids, bounds: Bounds): readonly Instance[] {
  if (callback.matchKeys.length === 0) return [{ callback, match: {}, key: String(callback.index) }];
  const found = new Map<string, Instance>();
  for (const anchor of callback.anchors) {
    for (const id of resolve(anchor, bounds.equal, ids)) {
      if (typeof id === 'string' || !isAbove(id, bounds.above)) continue;
      const instance = toInstance(callback, id);
      found.set(instance.key, instance);
    }
  }
  return [...found.values()];
}

function toInstance(callback: Callback, id: IdObject): Instance {
  const match = pick(id, callback.matchKeys);
  return { callback, match, key: `${callback.index}${JSON.stringify(Object.values(match))}` };
}

/** The one id a pattern stands for, if every key has a value: a lookup instead of a scan. */
function bind(pattern: IdPattern, match: Match): IdObject | undefined {
  const id: Record<string, IdValue> = {};
  for (const key of Object.keys(pattern).sort()) {
    const value = boundValue(pattern[key], match[key]);
    if (value === undefined) return undefined;
    id[key] = value;
  }
  return id;
}

function boundValue(expected: IdPattern[string] | undefined, bound: IdValue | undefined): IdValue | undefined {
  if (typeof expected !== 'object') return expected;
  return wildcardOf(expected) === 'MATCH' ? bound : undefined;
}

function accepts(pattern: IdPattern, id: IdObject, match: Match): boolean {
  for (const key in pattern) {
    if (!acceptsValue(pattern[key], id[key], match[key])) return false;
  }
  return true;
}

function acceptsValue(
  expected: IdPattern[string] | undefined,
  value: IdValue | undefined,
  bound: IdValue | undefined,
): boolean {
  const wildcard = wildcardOf(expected);
  if (wildcard === undefined) return value === expected;
  if (value === undefined) return false;
  if (wildcard === 'ALL' || bound === undefined) return true;
  const order = compareIdValues(value, bound);
  return wildcard === 'MATCH' ? order === 0 : order < 0;
}

const isAbove = (id: IdObject, limits: Match): boolean =>
  Object.entries(limits).every(([key, limit]) => {
    const value = id[key];
    return value === undefined || compareIdValues(value, limit) > 0;
  });

const pick = (id: IdObject, keys: readonly string[]): Match =>
  Object.fromEntries(keys.flatMap((key) => (id[key] === undefined ? [] : [[key, id[key]]])));
