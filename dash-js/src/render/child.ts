// How a component reads the props of a child element it was given, as Tabs does with its Tab children.
import { isValidElement, type ReactNode } from 'react';

/** The child's own props: the layout's if the renderer made the element, else the element's. */
export function childProps(child: ReactNode): Record<string, unknown> | undefined {
  if (!isValidElement<Record<string, unknown>>(child)) return undefined;
  const { node } = child.props;
  return hasProps(node) ? node.props : child.props;
}

function hasProps(node: unknown): node is { props: Record<string, unknown> } {
  return typeof node === 'object' && node !== null && 'props' in node;
}
