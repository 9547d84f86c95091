// What the renderer needs of the page it draws.
import { createContext } from 'react';
import type { Loading } from '../loading';
import type { LayoutNode } from '../node';
import type { Registry } from '../registry';
import type { SlotsOf } from '../slots';

export interface RenderPage {
  readonly loading: Loading;
  readonly registry: Registry;
  readonly slotsOf: SlotsOf;
  /** Takes what a component reports about itself. */
  setProps: (node: LayoutNode, changed: Readonly<Record<string, unknown>>) => void;
}

export const PageContext = createContext<RenderPage | undefined>(undefined);
