// Whether the components that callbacks name are in the layout, and have the props. Pure.
import { type Callback, type Graph, type Index, type Target, type Use } from '../../graph';
import { type Id, stringifyId, wildcardOf } from '../../ids';
import { resolve } from '../../match';
import type { LayoutNode } from '../../node';
import type { Store } from '../../store';
import { type Mistake, nameOf, type Role } from './spec';

export interface LayoutCheck {
  readonly graph: Graph;
  readonly store: Pick<Store, 'ids' | 'find'>;
  /** Whether an id that is nowhere in the layout is a mistake. */
  readonly checksIds: boolean;
  /** Whether a component has this prop; also if nothing is known of it. */
  readonly hasProp: (node: LayoutNode, property: string) => boolean;
}

export function checkLayout(check: LayoutCheck): readonly Mistake[] {
  const { outputs, inputs, callbacks } = check.graph;
  return [
    ...checkIndex(check, outputs, 'Output'),
    ...checkIndex(check, inputs, 'Input'),
    // A callback that has nowhere to write is told of once.
    ...callbacks
      .filter((callback) => callback.outputs.some((output) => !isMissing(check, output)))
      .flatMap((callback) => callback.state.flatMap((target) => checkState(check, callback, target))),
  ];
}

function checkIndex(check: LayoutCheck, index: Index, role: Role): readonly Mistake[] {
  return [...index.values()].flatMap((byProperty) => {
    const uses = [...byProperty.values()].flat();
    const [first] = uses;
    if (first === undefined || uses.every(({ target }) => target.allowOptional)) return [];
    if (isMissing(check, first.target)) return check.checksIds ? [notFound(first.target, role, callbacksOf(uses))] : [];
    return [...byProperty.values()].flatMap((users) => checkUses(check, users, role));
  });
}

/** Each target once, however many callbacks have it. */
function checkUses(check: LayoutCheck, uses: readonly Use[], role: Role): readonly Mistake[] {
  const ids = [...new Set(uses.map(({ target }) => stringifyId(target.id)))];
  return ids.flatMap((id) => {
    const users = uses.filter(({ target }) => stringifyId(target.id) === id);
    return users.slice(0, 1).flatMap(({ target }) => checkProp(check, target, role, callbacksOf(users)));
  });
}

/** What a wildcard of State stands for depends on the call. */
function checkState(check: LayoutCheck, callback: Callback, target: Target): readonly Mistake[] {
  const wildcards = typeof target.id === 'string' ? [] : Object.values(target.id).map(wildcardOf);
  if (target.allowOptional || wildcards.some((wildcard) => wildcard === 'MATCH' || wildcard === 'ALLSMALLER')) return [];
  if (isMissing(check, target)) return check.checksIds ? [notFound(target, 'State', [callback])] : [];
  return checkProp(check, target, 'State', [callback]);
}

const isMissing = ({ store }: LayoutCheck, { id }: Target): boolean => typeof id === 'string' && store.find(id) === undefined;

function checkProp({ store, hasProp }: LayoutCheck, target: Target, role: Role, callbacks: readonly Callback[]): readonly Mistake[] {
  return resolve(target, {}, store.ids).flatMap((id) => {
    const node = store.find(id);
    return node === undefined || hasProp(node, target.property) ? [] : [unknownProp(id, node, target, role, callbacks)];
  });
}

const notFound = ({ id }: Target, role: Role, callbacks: readonly Callback[]): Mistake => ({
  title: 'ID not found in layout',
  lines: [
    `${role} of a callback is the component`,
    `  "${stringifyId(id)}"`,
    'which is not in the layout. If another callback brings it later, say so with `suppress_callback_exceptions=True`.',
    ...outputsOf(callbacks),
  ],
});

const unknownProp = (id: Id, { component }: LayoutNode, { property }: Target, role: Role, callbacks: readonly Callback[]): Mistake => ({
  title: 'Invalid prop for this component',
  lines: [
    `Property "${property}" of the component`,
    `  ${JSON.stringify(id)}`,
    `is ${role} of a callback, and ${component.namespace}.${component.type} has no such property.`,
    ...outputsOf(callbacks),
  ],
});

const outputsOf = (callbacks: readonly Callback[]): readonly string[] => [
  'It is named by the callback(s) of Output(s):',
  ...callbacks.map(({ outputs }) => `  ${outputs.map(nameOf).join(', ')}`),
];

const callbacksOf = (uses: readonly Use[]): readonly Callback[] => [...new Set(uses.map(({ callback }) => callback))];
