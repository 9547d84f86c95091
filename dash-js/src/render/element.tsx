// The React element of a node, the same one each time: React passes over what did not change without a look.
import type { ReactElement } from 'react';
import type { LayoutNode } from '../node';
import { DashNode, type DashNodeProps } from './DashNode';

const elements = new WeakMap<LayoutNode, ReactElement<DashNodeProps>>();

export function elementOf(node: LayoutNode | undefined): ReactElement<DashNodeProps> | undefined {
  if (node === undefined) return undefined;
  const known = elements.get(node);
  if (known?.props.componentPath === node.path) return known;
  const element = <DashNode key={node.key} node={node} componentPath={node.path} />;
  elements.set(node, element);
  return element;
}
