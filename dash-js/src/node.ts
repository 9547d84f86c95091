// One component of the layout as a cell that can be subscribed to. Holds no React and decides nothing.
import { type Id, stringifyId } from './ids';
import type { Component, Path } from './wire';

/** Who changed a prop: the component itself, a callback's answer, or a script on the page. */
export type Origin = 'internal' | 'callback' | 'clientsideApi' | 'websocket';

/** Hears which props changed; of none where something below it did. */
type Listener = (properties?: readonly string[]) => void;

let created = 0;

/** Most nodes are. */
export const CHILDLESS: ReadonlyMap<Component, LayoutNode> = new Map();

export class LayoutNode {
  /** Never given twice: React keeps a component's state exactly as long as its node lives. */
  readonly key = `n${created++}`;
  children: ReadonlyMap<Component, LayoutNode> = CHILDLESS;
  version = 0;
  /** How this version came about; `parent` for the first. */
  origin: Origin | 'parent' = 'parent';
  /** Set by the renderer for components that look into their children's props. */
  watchesChildren = false;
  /** Set by the renderer where the parent draws it as a piece of itself: what changes here has changed there. */
  isPiece = false;
  private listeners: Set<Listener> | undefined;

  constructor(
    readonly component: Component,
    readonly parent: LayoutNode | undefined,
    public path: Path,
  ) {}

  get props(): Readonly<Record<string, unknown>> {
    return this.component.props;
  }

  get id(): Id | undefined {
    const id = this.component.props['id'];
    return id === null ? undefined : (id as Id | undefined);
  }

  get stringId(): string | undefined {
    return this.id === undefined ? undefined : stringifyId(this.id);
  }

  subscribe(listener: Listener): () => void {
    const listeners = (this.listeners ??= new Set());
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  notify(properties?: readonly string[]): void {
    this.version += 1;
    this.listeners?.forEach((listener) => listener(properties));
    if (this.isPiece) this.parent?.notify();
  }
}

/** As messages call a component. */
export const nameOf = ({ component: { type }, stringId }: LayoutNode): string =>
  stringId === undefined ? type : `${type} ${stringId}`;

/** The node and everything below it, in the order of the layout; added to `found`. */
export function descend(node: LayoutNode, found: LayoutNode[] = []): LayoutNode[] {
  found.push(node);
  node.children.forEach((child) => descend(child, found));
  return found;
}
