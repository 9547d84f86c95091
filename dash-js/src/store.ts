// The state of the page: the layout's nodes. The only writer of it.
import { equal, isObject } from './equal';
import { createIdIndex, type IdIndex } from './idIndex';
import { type Id, stringifyId } from './ids';
import { CHILDLESS, descend, LayoutNode, type Origin } from './node';
import { isComponent } from './protocol';
import { holdsChildren, type SlotsOf, visitChildren } from './slots';
import type { Component, Path } from './wire';

/** What an update did. */
export interface Change {
  readonly node: LayoutNode;
  readonly properties: readonly string[];
  /** The ids that came and went with it. */
  readonly inserted: readonly Id[];
  readonly removed: readonly Id[];
}

export interface Store {
  readonly ids: IdIndex;
  readonly slotsOf: SlotsOf;
  /** The components at the top and what stands between them. */
  readonly roots: readonly unknown[];
  /** The node of a component that is in the layout. */
  nodeOf: (component: Component) => LayoutNode | undefined;
  find: (id: Id) => LayoutNode | undefined;
  /** The value at a place of the layout, as components of other makers ask for it. */
  at: (path: Path) => unknown;
  /** Every node in the order of the layout, those outside of it last. */
  nodes: () => readonly LayoutNode[];
  /** Every id, in the same order. */
  present: () => readonly Id[];
  /** Sets props, equal or not. */
  update: (node: LayoutNode, props: Readonly<Record<string, unknown>>, origin: Origin) => Change;
  /** Sets the props that differ; `undefined` if none does. */
  change: (node: LayoutNode, props: Readonly<Record<string, unknown>>) => Change | undefined;
  /** Takes in a component that stands outside of the layout, as if it were at `path`. */
  attach: (component: Component, path: Path) => LayoutNode;
  detach: (node: LayoutNode) => void;
  /** Calls back after every change; without one when components outside of the layout came or went. */
  subscribe: (listener: (change?: Change) => void) => () => void;
}

export function createStore(layout: unknown, slotsOf: SlotsOf): Store {
  const root = { components: layout };
  const ids = createIdIndex();
  const nodes = new WeakMap<Component, LayoutNode>();
  const roots = Array.isArray(layout) ? layout : [layout];
  const attached = new Set<LayoutNode>();
  const listeners = new Set<(change?: Change) => void>();

  function insert(component: Component, parent: LayoutNode | undefined, path: Path): LayoutNode {
    const node = new LayoutNode(component, parent, path);
    nodes.set(component, node);
    ids.add(node);
    node.children = childrenOf(node, (child, place) => insert(child, node, place));
    return node;
  }

  function childrenOf(node: LayoutNode, nodeFor: (child: Component, path: Path) => LayoutNode): LayoutNode['children'] {
    let children: Map<Component, LayoutNode> | undefined;
    visitChildren(node.props, slotsOf(node.component), (child, location) => {
      (children ??= new Map()).set(child, nodeFor(child, [...node.path, 'props', ...location]));
    });
    return children ?? CHILDLESS;
  }

  function replaceChildren(node: LayoutNode): Pick<Change, 'inserted' | 'removed'> {
    const before = new Map(node.children);
    const fresh: LayoutNode[] = [];
    node.children = childrenOf(node, (child, path) => {
      const kept = before.get(child);
      const next = kept ?? insert(child, node, path);
      if (kept === undefined) fresh.push(next);
      else move(kept, path);
      before.delete(child);
      return next;
    });
    const gone = [...before.values()].flatMap((old) => descend(old));
    gone.forEach(ids.remove);
    if (before.size + node.children.size > 0) ids.reorder();
    return { inserted: idsOf(fresh.flatMap((added) => descend(added))), removed: idsOf(gone) };
  }

  function update(node: LayoutNode, props: Readonly<Record<string, unknown>>, origin: Origin): Change {
    const properties = Object.keys(props);
    const renamed = 'id' in props;
    if (renamed) ids.remove(node);
    node.component.props = { ...node.component.props, ...props };
    if (renamed) ids.add(node);
    const { inserted, removed } = holdsChildren(slotsOf(node.component), properties)
      ? replaceChildren(node)
      : UNMOVED;
    node.origin = origin;
    node.notify(properties);
    if (node.parent?.watchesChildren) node.parent.notify();
    const change = { node, properties, inserted, removed };
    announce(change);
    return change;
  }

  const announce = (change?: Change) => listeners.forEach((listener) => listener(change));

  function nodesInOrder(): readonly LayoutNode[] {
    const inLayout = roots.flatMap((child) => (isComponent(child) ? nodes.get(child) ?? [] : []));
    return [...inLayout, ...attached].flatMap((node) => descend(node));
  }

  function at(path: Path): unknown {
    const found = follow(root, path);
    if (found !== undefined) return found;
    const owner = [...attached].find((node) => node.path.every((step, i) => step === path[i]));
    return owner === undefined ? undefined : follow(owner.component, path.slice(owner.path.length));
  }

  roots.forEach((child, i) => {
    if (isComponent(child)) insert(child, undefined, Array.isArray(layout) ? ['components', i] : ['components']);
  });

  return {
    ids,
    slotsOf,
    roots,
    nodeOf: (component) => nodes.get(component),
    find: (id) => ids.find(stringifyId(id)),
    at,
    nodes: nodesInOrder,
    present: () => idsOf(nodesInOrder()),
    update,
    change: (node, props) => {
      const differing = Object.entries(props).filter(([name, value]) => !equal(value, node.props[name]));
      return differing.length === 0 ? undefined : update(node, Object.fromEntries(differing), 'internal');
    },
    attach: (component, path) => {
      // The owner keeps what it gave: the store changes its own copy.
      const node = insert({ ...component }, undefined, path);
      attached.add(node);
      announce();
      return node;
    },
    detach: (node) => {
      descend(node).forEach(ids.remove);
      attached.delete(node);
      announce();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const follow = (holder: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), holder);

const UNMOVED = { inserted: [], removed: [] };

const idsOf = (nodes: readonly LayoutNode[]): readonly Id[] =>
  nodes.flatMap(({ id }) => (id === undefined ? [] : [id]));

function move(node: LayoutNode, path: Path): void {
  if (node.path.join('\0') === path.join('\0')) return;
  for (const child of node.children.values()) {
    move(child, [...path, ...child.path.slice(node.path.length)]);
  }
  node.path = path;
}
