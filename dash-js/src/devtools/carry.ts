// What a new layout takes over from the page before it: every value that its author did not touch. Pure.
import { equal } from '../equal';
import { type Id, stringifyId } from '../ids';
import { isComponent } from '../protocol';
import type { Component } from '../wire';

type Props = Readonly<Record<string, unknown>>;

/** A page as its reader left it: the layout as it came, and as it is now. */
export interface Left {
  readonly original: unknown;
  readonly present: unknown;
}

/** `fresh` with the props that are other than they came in what was left, as far as `fresh` has them as they came. */
export function carry(fresh: unknown, { original, present }: Left): unknown {
  const [before, now] = [byId(original), byId(present)];

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk);
    if (!isPlain(value)) return value;
    if (!isComponent(value)) return mapped(value, walk);
    const kept = keptOf(value);
    const props = mapped(value.props, (prop, name) => (name in kept ? prop : walk(prop)));
    return { ...value, props: { ...props, ...kept } };
  }

  function keptOf(component: Component): Props {
    const id = idOf(component);
    const [was, is] = [before.get(id ?? ''), now.get(id ?? '')];
    if (was === undefined || is === undefined || ![was, is].every((other) => isSameKind(other, component))) return {};
    const isKept = ([name, value]: [string, unknown]) =>
      equal(component.props[name], was.props[name]) && !equal(value, was.props[name]);
    return Object.fromEntries(Object.entries(is.props).filter(isKept));
  }

  return walk(fresh);
}

const isSameKind = (a: Component, b: Component): boolean => a.type === b.type && a.namespace === b.namespace;

const mapped = (props: Props, change: (value: unknown, name: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(props).map(([name, value]) => [name, change(value, name)]));

const isPlain = (value: unknown): value is Props => typeof value === 'object' && value !== null;

function idOf({ props }: Component): string | undefined {
  return props['id'] == null ? undefined : stringifyId(props['id'] as Id);
}

function byId(layout: unknown): ReadonlyMap<string, Component> {
  const found = new Map<string, Component>();
  const visit = (value: unknown): void => {
    if (!isPlain(value)) return;
    if (isComponent(value)) {
      const id = idOf(value);
      if (id !== undefined) found.set(id, value);
    }
    Object.values(value).forEach(visit);
  };
  visit(layout);
  return found;
}
