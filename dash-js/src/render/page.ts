// What the renderer needs of the page it draws.
import { createContext } from 'react';
import type { Facade } from '../contract/facade';
import type { Loading } from '../loading';
import type { LayoutNode } from '../node';
import type { Registry } from '../registry';
import type { SlotsOf } from '../slots';
import type { Component, Path } from '../wire';

export interface RenderPage {
  readonly loading: Loading;
  readonly registry: Registry;
  readonly slotsOf: SlotsOf;
  readonly facade: Facade;
  /** Takes what a component reports about itself. */
  setProps: (node: LayoutNode, changed: Readonly<Record<string, unknown>>) => void;
  /** Hears of a component that cannot be shown. */
  broken: (node: LayoutNode, error: unknown, where?: string | null) => void;
  /** Draws a component outside of the layout. */
  attach: (component: Component, path: Path) => LayoutNode;
  detach: (node: LayoutNode) => void;
  follow: (node: LayoutNode, props: Readonly<Record<string, unknown>>) => void;
}

export const PageContext = createContext<RenderPage | undefined>(undefined);
