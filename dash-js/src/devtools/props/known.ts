// What is known of the props of a component: from its own `propTypes`.
import type { LayoutNode } from '../../node';
import type { Page } from '../../page';

/** Whether a component has a prop of this name; also if nothing is known of it. `data-*` stands for all that start so. */
export const hasProp = ({ registry }: Page) => ({ component }: LayoutNode, property: string): boolean => {
  const names = Object.keys(registry.get(component)?.propTypes ?? {});
  return names.length === 0 || names.some((name) => fits(name, property));
};

const fits = (name: string, property: string): boolean =>
  name.endsWith('*') ? property.startsWith(name.slice(0, -1)) : property === name;
