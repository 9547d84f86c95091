// The state of the page: the layout's nodes. The only writer of it.
import { equal, isObject } from './equal';
import { createIdIndex, type IdIndex } from './idIndex';
import { type Id, stringifyId } from './ids';
import { descend, LayoutNode, type Origin } from './node';
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
  /** Every id, in the order of the layout. */
  present: () => readonly Id[];
  /** Sets props, equal or not. */
  update: (node: LayoutNode, props: Readonly<Record<string, unknown>>, origin: Origin) => Change;
  /** Sets the props that differ; `undefined` if none does. */
  change: (node: LayoutNode, props: Readonly<Record<string, unknown>>) => Change | undefined;
}

export function createStore(layout: unknown, slotsOf: SlotsOf): Store {
  const root = { components: layout };
  const ids = createIdIndex();
  const nodes = new WeakMap<Component, LayoutNode>();
  const roots = Array.isArray(layout) ? layout : [layout];

  function insert(component: Component, parent: LayoutNode | undefined, path: Path): LayoutNode {
    const node = new LayoutNode(component, parent, path);
    nodes.set(component, node);
    ids.add(node);
    visitChildren(component.props, slotsOf(component), (child, location) => {
      node.children.set(child, insert(child, node, [...path, 'props', ...location]));
    });
    return node;
  }

  function replaceChildren(node: LayoutNode): Pick<Change, 'inserted' | 'removed'> {
    const before = new Map(node.children);
    const fresh: LayoutNode[] = [];
    node.children.clear();
    visitChildren(node.props, slotsOf(node.component), (child, location) => {
      const path = [...node.path, 'props', ...location];
      const kept = before.get(child);
      const next = kept ?? insert(child, node, path);
      if (kept === undefined) fresh.push(next);
      else move(kept, path);
      node.children.set(child, next);
      before.delete(child);
    });
    const gone = [...before.values()].flatMap((old) => [...descend(old)]);
    gone.forEach(ids.remove);
    if (before.size + node.children.size > 0) ids.reorder();
    return { inserted: idsOf(fresh.flatMap((added) => [...descend(added)])), removed: idsOf(gone) };
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
    node.notify();
    if (node.parent?.watchesChildren) node.parent.notify();
    return { node, properties, inserted, removed };
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
    at: (path) => path.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), root),
    present: () => idsOf(roots.flatMap((child) => (isComponent(child) ? [...descend(nodes.get(child)!)] : []))),
    update,
    change: (node, props) => {
      const differing = Object.entries(props).filter(([name, value]) => !equal(value, node.props[name]));
      return differing.length === 0 ? undefined : update(node, Object.fromEntries(differing), 'internal');
    },
  };
}

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
