// The React element of a node, the same one until something in it changes: React passes over it without a look.
import { createElement, type ReactElement, type ReactNode } from 'react';
import type { LayoutNode } from '../node';
import type { DashComponent } from '../registry';
import { mapChildren } from '../slots';
import type { Path } from '../wire';
import { DashNode } from './DashNode';
import type { RenderPage } from './page';

interface Made {
  readonly element: ReactElement;
  readonly path: Path;
  /** Of a piece only: what is drawn by itself hears of changes. */
  readonly version?: number;
}

const made = new WeakMap<LayoutNode, Made>();

/** Draws the node by itself. */
export function elementOf(node: LayoutNode | undefined): ReactElement | undefined {
  if (node === undefined) return undefined;
  const { path } = node;
  const known = made.get(node);
  if (known?.path === path && known.version === undefined) return known.element;
  const element = <DashNode key={node.key} node={node} componentPath={path} />;
  made.set(node, { element, path });
  return element;
}

/** Draws the node as a piece of its parent, if it is an element that nobody can write to or hear of. */
export function pieceOf(node: LayoutNode | undefined, page: RenderPage): ReactElement | undefined {
  const plain = node?.id === undefined ? node && page.registry.get(node.component)?.plain : undefined;
  if (node === undefined || plain === undefined) return elementOf(node);
  const { path, version } = node;
  const known = made.get(node);
  if (known?.path === path && known.version === version) return known.element;
  node.isPiece = true;
  const { children, ...props } = mapChildren(node.props, page.slotsOf(node.component), (child) => pieceOf(node.children.get(child), page));
  const [tag, attributes] = plain(props, false);
  const element = elementWith(tag, { ...attributes, key: node.key }, children);
  made.set(node, { element, path, version });
  return element;
}

/** Children are arguments, as if they had been written one by one: React asks for no keys then. */
export const elementWith = (type: string | DashComponent, props: Record<string, unknown>, children: unknown): ReactElement =>
  Array.isArray(children)
    ? createElement(type, props, ...(children as ReactNode[]))
    : createElement(type, props, children as ReactNode);
