// Where a component's props may hold components: `children` and what the configuration names. Pure.
import { isObject } from './equal';
import { isComponent } from './protocol';
import type { Component, Config, Path } from './wire';

/** One place, as a step and those after it: `a.b`, every item of `list[]`, every value of `map{}`. */
export interface Slot {
  readonly name: string;
  readonly each: boolean;
  readonly values: boolean;
  readonly rest: Slot | undefined;
}

export type SlotsOf = (component: Component) => readonly Slot[];

/** Looks slots up by namespace and type. */
export function slotTable(childrenProps: Config['childrenProps']): SlotsOf {
  const known = new Map<string, readonly Slot[]>();
  return ({ namespace, type }) => {
    const key = `${namespace}/${type}`;
    const slots = known.get(key) ?? ['children', ...(childrenProps[namespace]?.[type] ?? [])].map(parseSlot);
    known.set(key, slots);
    return slots;
  };
}

/** Calls `visit` for each component that is a direct child. */
export function visitChildren(
  props: Readonly<Record<string, unknown>>,
  slots: readonly Slot[],
  visit: (child: Component, location: Path) => void,
): void {
  const seen: Replace = (child, location) => {
    visit(child, location);
    return child;
  };
  for (const slot of slots) mapSlot(props, slot, [], seen);
}

/** The props with every component that is a direct child replaced, in a copy. */
export function mapChildren(
  props: Readonly<Record<string, unknown>>,
  slots: readonly Slot[],
  replace: Replace,
): Readonly<Record<string, unknown>> {
  let result = props;
  for (const slot of slots) result = mapSlot(result, slot, [], replace) as typeof props;
  return result;
}

/** Whether new values of these props can bring or take children. */
export const holdsChildren = (slots: readonly Slot[], properties: readonly string[]): boolean =>
  slots.some(({ name }) => properties.includes(name));

const parseSlot = (path: string): Slot => toSlot(path.split('.'))!;

const toSlot = ([step, ...rest]: readonly string[]): Slot | undefined =>
  step === undefined
    ? undefined
    : { name: step.replace('[]', '').replace('{}', ''), each: step.includes('[]'), values: step.includes('{}'), rest: toSlot(rest) };

type Replace = (child: Component, location: Path) => unknown;

function mapSlot(holder: unknown, slot: Slot | undefined, at: Path, replace: Replace): unknown {
  if (!isObject(holder)) return holder;
  if (slot === undefined) return mapValue(holder, at, replace);
  const current = holder[slot.name];
  // Most of a page holds text, or nothing.
  if (!isObject(current)) return holder;
  const next = mapStep(current, slot, [...at, slot.name], replace);
  return next === current ? holder : { ...holder, [slot.name]: next };
}

function mapStep(current: object, { each, values, rest }: Slot, at: Path, replace: Replace): unknown {
  const inner: Mapping = (value, where) => mapSlot(value, rest, where, replace);
  const map: Mapping = values
    ? (value, where) => (isObject(value) && !isComponent(value) ? mapEntries(value, where, inner) : inner(value, where))
    : inner;
  return each && Array.isArray(current) ? mapItems(current, at, map) : map(current, at);
}

/** A slot holds a component, or a list of children. */
function mapValue(value: object, at: Path, replace: Replace): unknown {
  const single: Mapping = (child, where) => (isComponent(child) ? replace(child, where) : child);
  return Array.isArray(value) ? mapItems(value, at, single) : single(value, at);
}

type Mapping = (value: unknown, where: Path) => unknown;

/** Returns the very list if nothing in it changed. */
function mapItems(items: readonly unknown[], at: Path, map: Mapping): readonly unknown[] {
  let mapped: unknown[] | undefined;
  items.forEach((item, i) => {
    const next = map(item, [...at, i]);
    if (next !== item) (mapped ??= [...items])[i] = next;
  });
  return mapped ?? items;
}

function mapEntries(holder: Record<string, unknown>, at: Path, map: Mapping): Record<string, unknown> {
  const mapped = Object.entries(holder).map(([key, value]) => [key, map(value, [...at, key])] as const);
  return mapped.every(([key, value]) => value === holder[key]) ? holder : Object.fromEntries(mapped);
}
