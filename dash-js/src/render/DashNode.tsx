// Draws one node of the layout: subscribes to it, gives it its props and context, and catches its errors.
import { Component, type ContextType, createElement, type ErrorInfo, type ReactNode } from 'react';
import type { SetProps } from '../components/types';
import { stringifyId } from '../ids';
import type { LayoutNode } from '../node';
import type { DashComponent } from '../registry';
import { mapChildren } from '../slots';
import type { Path } from '../wire';
import { DashContext, type DashContextValue } from './context';
import { elementOf } from './element';
import { Failed } from './Failed';
import { nodeContext } from './nodeContext';
import { PageContext, type RenderPage } from './page';
import { Pending } from './Pending';

export interface DashNodeProps {
  readonly node: LayoutNode;
  /** Components of other makers read it from their child elements. */
  readonly componentPath: Path;
}

interface State {
  readonly version: number;
  readonly error: unknown;
}

/** One class for all of it, because each layer would cost every component of the page. */
export class DashNode extends Component<DashNodeProps, State> {
  static override contextType = PageContext;
  declare context: ContextType<typeof PageContext>;

  static getDerivedStateFromError = (error: unknown): Partial<State> => ({ error });

  override state: State = { version: this.props.node.version, error: undefined };

  private answers: DashContextValue | undefined;
  private leave: (() => void) | undefined;

  override componentDidMount(): void {
    const { node } = this.props;
    this.leave = node.subscribe(this.hear);
    if (node.version !== this.state.version) this.refresh();
  }

  override componentWillUnmount(): void {
    this.leave?.();
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    this.page.broken(this.node, error, componentStack);
  }

  override render(): ReactNode {
    const { node, page } = this;
    const { error } = this.state;
    if (error !== undefined) return <Failed node={node} error={error} onRetry={this.refresh} />;
    const component = page.registry.get(node.component);
    if (component === undefined) return <Pending load={this.load} onReady={this.refresh} onFailed={this.fail} />;
    node.watchesChildren = component.dashChildrenUpdate === true;
    return this.draw(component, page);
  }

  private get node(): LayoutNode {
    return this.props.node;
  }

  private get page(): RenderPage {
    if (this.context === undefined) throw new Error('a layout is drawn inside a page');
    return this.context;
  }

  private draw(component: DashComponent, page: RenderPage): ReactNode {
    const { node, componentPath: _, ...fromParent } = this.props;
    const hydrated = mapChildren(node.props, page.slotsOf(node.component), (child) => elementOf(node.children.get(child)));
    const { children, ...props } = hydrated;
    const given = { ...props, ...this.ownProps(component), ...fromParent };
    const plain = component.plain?.(given);
    if (plain !== undefined) return elementWith(...plain, children);
    this.answers ??= nodeContext(node, page);
    return <DashContext.Provider value={this.answers}>{elementWith(component, given, children)}</DashContext.Provider>;
  }

  private ownProps(component: DashComponent): Record<string, unknown> {
    const { id, origin } = this.node;
    return {
      setProps: this.setProps,
      ...(typeof id === 'object' ? { id: stringifyId(id) } : {}),
      ...(component.dashRenderType === undefined ? {} : { dashRenderType: origin }),
    };
  }

  private readonly setProps: SetProps = (changed) =>
    this.page.setProps(this.node, typeof changed === 'function' ? changed(this.node.props) : changed);

  private readonly load = (): Promise<void> => this.page.registry.load(this.node.component);

  /** A click into a large part of the page draws nothing of it. */
  private readonly hear = (properties?: readonly string[]): void => {
    const undrawn = this.page.registry.get(this.node.component)?.undrawn;
    if (!properties?.every((name) => undrawn?.includes(name))) this.refresh();
  };

  private readonly refresh = (): void => this.setState(({ version }) => ({ version: version + 1, error: undefined }));

  private readonly fail = (error: unknown): void => {
    this.page.broken(this.node, error);
    this.setState({ error });
  };
}

/** Children are arguments, as if they had been written one by one: React asks for no keys then. */
const elementWith = (type: string | DashComponent, props: Record<string, unknown>, children: unknown): ReactNode =>
  Array.isArray(children)
    ? createElement(type, props, ...(children as ReactNode[]))
    : createElement(type, props, children as ReactNode);
