// Whether callbacks go round in a circle: patterns are tried out with the values that the callbacks name. Pure.
import { compareIdValues, type IdObject, type IdValue } from '../../ids';
import { overlap } from './outputs';
import { type Item, isPattern, type Mistake, nameOf, type Spec, wildcardIn } from './spec';

/** What is read, and what is written for it. */
type Edges = Map<string, Set<string>>;

export function checkCircles(specs: readonly Spec[]): readonly Mistake[] {
  const circle = findCircle(edgesOf(specs));
  if (circle === undefined) return [];
  return [{ title: 'Circular Dependencies', lines: [`Error: Dependency Cycle Found: ${circle.join(' -> ')}`] }];
}

/** A callback may read what it writes itself: that output is a place of its own, which only other callbacks read. */
function edgesOf(specs: readonly Spec[]): Edges {
  const edges: Edges = new Map();
  const values = valuesByKey(specs);
  const callbacks = specs.map((spec) => readAndWritten(spec, values));
  const tagged = new Set(callbacks.flatMap((pairs) => pairs.flatMap(({ written }) => (written.endsWith(OUTPUT) ? [written] : []))));
  for (const pairs of callbacks) {
    const own = new Set(pairs.map(({ written }) => written));
    for (const { read, written } of pairs) {
      add(edges, read, written);
      const output = `${read}${OUTPUT}`;
      if (tagged.has(output) && !own.has(output)) add(edges, output, written);
    }
  }
  return edges;
}

const OUTPUT = '__output';

function readAndWritten({ outputs, inputs }: Spec, values: Values): readonly { read: string; written: string }[] {
  return outputs.flatMap((output) => {
    const tag = inputs.some((input) => overlap(input, output)) ? OUTPUT : '';
    return members(output, {}, values).flatMap(({ item, id }) =>
      inputs.flatMap((input) => members(input, id, values).map((member) => ({ read: nameOf(member.item), written: nameOf(item) + tag }))),
    );
  });
}

function add(edges: Edges, from: string, to: string): void {
  edges.set(from, (edges.get(from) ?? new Set()).add(to));
}

type Values = ReadonlyMap<string, readonly IdValue[]>;

/** Of each key the values that callbacks name, in order, and for each ALLSMALLER one before and one after them. */
function valuesByKey(specs: readonly Spec[]): Values {
  const items = specs.flatMap(({ outputs, inputs }) => [...outputs, ...inputs]);
  const patterns = items.flatMap(({ id }) => (isPattern(id) ? Object.entries(id) : []));
  const keys = new Set(patterns.map(([key]) => key));
  return new Map([...keys].map((key) => [key, valuesOf(patterns.flatMap(([name, value]) => (name === key ? [value] : [])))]));
}

function valuesOf(found: readonly unknown[]): readonly IdValue[] {
  const named = [...new Set(found.filter((value) => wildcardIn(value) === undefined) as IdValue[])].sort(compareIdValues);
  const smaller = found.filter((value) => wildcardIn(value) === 'ALLSMALLER').map((_, i) => i);
  if (named.length === 0) return smaller.length === 0 ? [0] : smaller;
  return [...smaller.map((i) => `before ${i}`), ...named, ...smaller.map((i) => `after ${i}`)];
}

interface Member {
  readonly item: Item;
  readonly id: IdObject;
}

/** The components an item stands for, those of an input beside the one that is written. */
function members(item: Item, written: IdObject, values: Values): readonly Member[] {
  if (!isPattern(item.id)) return [{ item, id: {} }];
  const ids = Object.entries(item.id).reduce<readonly IdObject[]>((all, [key, value]) => {
    const found = choices(value, written[key], values.get(key) ?? []);
    return all.flatMap((id) => found.map((choice) => ({ ...id, [key]: choice })));
  }, [{}]);
  return ids.map((id) => ({ item: { ...item, id }, id }));
}

function choices(value: unknown, written: IdValue | undefined, values: readonly IdValue[]): readonly IdValue[] {
  const wildcard = wildcardIn(value);
  if (wildcard === undefined) return [value as IdValue];
  const place = written === undefined ? -1 : values.indexOf(written);
  if (wildcard === 'ALLSMALLER') return values.slice(0, Math.max(0, place));
  return wildcard === 'ALL' || place < 0 ? values : values.slice(place, place + 1);
}

function findCircle(edges: Edges): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (from: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(from)) return [...way.slice(way.indexOf(from)), from];
    if (done.has(from)) return undefined;
    for (const to of edges.get(from) ?? []) {
      const circle = walk(to, [...way, from]);
      if (circle !== undefined) return circle;
    }
    done.add(from);
    return undefined;
  };
  for (const from of edges.keys()) {
    const circle = walk(from, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
