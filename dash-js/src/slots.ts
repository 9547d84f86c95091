// Where a component's props may hold components: `children` and what the configuration names. Pure.
import { isObject } from './equal';
import { isComponent } from './protocol';
import type { Component, Config, Path } from './wire';

/** One place, as steps: `a.b`, every item of `list[]`, every value of `map{}`. */
export type Slot = readonly Step[];

interface Step {
  readonly name: string;
  readonly each: boolean;
  readonly values: boolean;
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
  for (const slot of slots) {
    mapSlot(props, slot, [], (child, location) => {
      visit(child, location);
      return child;
    });
  }
}

/** A copy of the props in which every component that is a direct child is replaced. */
export function mapChildren(
  props: Readonly<Record<string, unknown>>,
  slots: readonly Slot[],
  replace: (child: Component, location: Path) => unknown,
): Record<string, unknown> {
  return slots.reduce<Record<string, unknown>>(
    (result, slot) => mapSlot(result, slot, [], replace) as Record<string, unknown>,
    { ...props },
  );
}

/** Whether new values of these props can bring or take children. */
export const holdsChildren = (slots: readonly Slot[], properties: readonly string[]): boolean =>
  slots.some(([first]) => first !== undefined && properties.includes(first.name));

const parseSlot = (path: string): Slot =>
  path.split('.').map((step) => ({
    name: step.replace('[]', '').replace('{}', ''),
    each: step.includes('[]'),
    values: step.includes('{}'),
  }));

type Replace = (child: Component, location: Path) => unknown;

function mapSlot(holder: unknown, slot: Slot, at: Path, replace: Replace): unknown {
  const [step, ...rest] = slot;
  if (step === undefined) return mapValue(holder, at, replace);
  if (!isObject(holder)) return holder;
  const inner = (value: unknown, where: Path) => mapSlot(value, rest, where, replace);
  const values = (value: unknown, where: Path) =>
    step.values && isObject(value) && !isComponent(value) ? mapEntries(value, where, inner) : inner(value, where);
  const place = [...at, step.name];
  const current = holder[step.name];
  const next = step.each && Array.isArray(current) ? mapItems(current, place, values) : values(current, place);
  return next === current ? holder : { ...holder, [step.name]: next };
}

/** A slot holds a component, or a list of children. */
function mapValue(value: unknown, at: Path, replace: Replace): unknown {
  const single = (child: unknown, where: Path) => (isComponent(child) ? replace(child, where) : child);
  return Array.isArray(value) ? mapItems(value, at, single) : single(value, at);
}

type Mapping = (value: unknown, where: Path) => unknown;

/** Returns the very list if nothing in it changed. */
function mapItems(items: readonly unknown[], at: Path, map: Mapping): readonly unknown[] {
  const mapped = items.map((item, i) => map(item, [...at, i]));
  return mapped.every((item, i) => item === items[i]) ? items : mapped;
}

function mapEntries(holder: Record<string, unknown>, at: Path, map: Mapping): Record<string, unknown> {
  const mapped = Object.entries(holder).map(([key, value]) => [key, map(value, [...at, key])] as const);
  return mapped.every(([key, value]) => value === holder[key]) ? holder : Object.fromEntries(mapped);
}
