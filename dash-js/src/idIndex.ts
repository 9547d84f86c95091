// Finds nodes by id, and the members of id families in the order of the layout.
import { type IdObject, keyList, stringifyId } from './ids';
import type { Ids } from './match';
import type { LayoutNode } from './node';
import type { Path } from './wire';

export interface IdIndex extends Ids {
  find: (id: string) => LayoutNode | undefined;
  add: (node: LayoutNode) => void;
  remove: (node: LayoutNode) => void;
  /** Components may have changed places. */
  reorder: () => void;
}

export function createIdIndex(): IdIndex {
  const byId = new Map<string, LayoutNode>();
  const families = new Map<string, Set<LayoutNode>>();
  const inOrder = new Map<string, readonly IdObject[]>();
  return {
    find: (id) => byId.get(id),
    has: (id) => byId.has(id),
    withKeys: (key) => {
      const known = inOrder.get(key) ?? ordered(families.get(key) ?? []);
      inOrder.set(key, known);
      return known;
    },
    add: (node) => {
      if (node.id === undefined) return;
      byId.set(stringifyId(node.id), node);
      if (typeof node.id === 'string') return;
      const key = familyKey(node.id);
      families.set(key, (families.get(key) ?? new Set()).add(node));
      inOrder.delete(key);
    },
    remove: (node) => {
      if (node.id === undefined) return;
      const id = stringifyId(node.id);
      if (byId.get(id) === node) byId.delete(id);
      if (typeof node.id === 'string') return;
      const key = familyKey(node.id);
      families.get(key)?.delete(node);
      inOrder.delete(key);
    },
    reorder: () => inOrder.clear(),
  };
}

const familyKey = (id: IdObject): string => `{${keyList(id)}}`;

const ordered = (nodes: Iterable<LayoutNode>): readonly IdObject[] =>
  [...nodes].sort((a, b) => comparePaths(a.path, b.path)).flatMap(({ id }) => (typeof id === 'object' ? [id] : []));

/** `children` comes before the other props that hold components. */
function comparePaths(a: Path, b: Path): number {
  const at = a.findIndex((step, i) => step !== b[i]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left === 'children' || right === 'children') return left === 'children' ? -1 : 1;
  return String(left) < String(right) ? -1 : 1;
}
