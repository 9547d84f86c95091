// Finds nodes by id, and the members of id families in the order of the layout.
import { type IdObject, idValueKey, keyList, stringifyId } from './ids';
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

/** The ids with the same keys, as they stand in the layout now. */
interface Family {
  readonly members: readonly IdObject[];
  /** By the name of a key, then by its value; made when first asked for. */
  readonly byValue: Map<string, Groups>;
}

type Groups = ReadonlyMap<string, readonly IdObject[]>;

export function createIdIndex(): IdIndex {
  const byId = new Map<string, LayoutNode>();
  const families = new Map<string, Set<LayoutNode>>();
  const inOrder = new Map<string, Family>();

  function family(key: string): Family {
    const known = inOrder.get(key) ?? { members: ordered(families.get(key) ?? []), byValue: new Map() };
    inOrder.set(key, known);
    return known;
  }

  return {
    find: (id) => byId.get(id),
    has: (id) => byId.has(id),
    withKeys: (key) => family(key).members,
    withValue: (key, name, value) => {
      const { members, byValue } = family(key);
      const groups = byValue.get(name) ?? grouped(members, name);
      byValue.set(name, groups);
      return groups.get(idValueKey(value)) ?? [];
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

function grouped(members: readonly IdObject[], name: string): Groups {
  const groups = new Map<string, IdObject[]>();
  for (const id of members) {
    const value = id[name];
    if (value === undefined) continue;
    const key = idValueKey(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [id]);
    else group.push(id);
  }
  return groups;
}

/** `children` comes before the other props that hold components. */
function comparePaths(a: Path, b: Path): number {
  const at = a.findIndex((step, i) => step !== b[i]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left === 'children' || right === 'children') return left === 'children' ? -1 : 1;
  return String(left) < String(right) ? -1 : 1;
}
