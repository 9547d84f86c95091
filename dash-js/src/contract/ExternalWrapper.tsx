// `dash_component_api.ExternalWrapper`: draws a component that stands outside the tree, at a place its owner names.
import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { LayoutNode } from '../node';
import { elementOf } from '../render/element';
import { PageContext } from '../render/page';
import type { Component, Path } from '../wire';

interface ExternalWrapperProps {
  readonly component: Component;
  readonly componentPath: Path;
  /** Goes with the element. */
  readonly temp?: boolean;
}

export function ExternalWrapper({ component, componentPath, temp = false }: ExternalWrapperProps): ReactNode {
  const page = useContext(PageContext);
  const [node, setNode] = useState<LayoutNode>();

  // For good: what the owner passes later are new props of the same component.
  useEffect(() => {
    const attached = page?.attach(component, componentPath);
    setNode(attached);
    return () => {
      if (temp && attached !== undefined) page?.detach(attached);
    };
  }, []);

  useEffect(() => {
    if (node !== undefined && node.component !== component) page?.follow(node, component.props);
  }, [node, component.props]);

  return elementOf(node);
}
