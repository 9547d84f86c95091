// Draws one node of the layout: subscribes to it, gives it its props and context, and catches its errors.
import { Component, type ContextType, type ErrorInfo, type ReactNode } from 'react';
import type { SetProps } from '../components/types';
import { stringifyId } from '../ids';
import type { LayoutNode } from '../node';
import type { DashComponent } from '../registry';
import { mapChildren } from '../slots';
import type { Path } from '../wire';
import { DashContext, type DashContextValue } from './context';
import { elementOf, elementWith, pieceOf } from './element';
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
  private unwatch: (() => void) | undefined;
  /** Whether a callback was about to write to it when that was last asked; other components ask for themselves. */
  private isLoading = false;
  /** Whether its pieces are drawn by themselves, because one of them has failed. */
  private apart = false;

  override componentDidMount(): void {
    const { node } = this;
    this.leave = node.subscribe(this.hear);
    this.watch();
    if (node.version !== this.state.version) this.refresh();
  }

  override componentDidUpdate({ componentPath }: DashNodeProps): void {
    if (componentPath === this.props.componentPath) return;
    this.unwatch?.();
    this.watch();
  }

  override componentWillUnmount(): void {
    this.leave?.();
    this.unwatch?.();
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    if (this.apart || this.component?.plain === undefined) return this.page.broken(this.node, error, componentStack);
    this.apart = true;
    this.refresh();
  }

  override render(): ReactNode {
    const { node, component } = this;
    const { error } = this.state;
    node.isPiece = false;
    if (error !== undefined) return <Failed node={node} error={error} onRetry={this.refresh} />;
    if (component === undefined) return <Pending load={this.load} onReady={this.refresh} onFailed={this.fail} />;
    node.watchesChildren = component.dashChildrenUpdate === true;
    return this.draw(component);
  }

  private get node(): LayoutNode {
    return this.props.node;
  }

  private get page(): RenderPage {
    if (this.context === undefined) throw new Error('a layout is drawn inside a page');
    return this.context;
  }

  private get component(): DashComponent | undefined {
    return this.page.registry.get(this.node.component);
  }

  private draw(component: DashComponent): ReactNode {
    const { node, page } = this;
    const { node: _, componentPath: __, ...fromParent } = this.props;
    const { plain } = component;
    const drawn = plain === undefined || this.apart ? elementOf : pieceOf;
    const { children, ...props } = mapChildren(node.props, page.slotsOf(node.component), (child) => drawn(node.children.get(child), page));
    const given = { ...props, ...this.ownProps(component), ...fromParent };
    if (plain !== undefined) return elementWith(...plain(given, this.isLoading), children);
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

  private watch(): void {
    if (this.component?.plain === undefined) return;
    this.unwatch = this.page.loading.subscribe(this.node.path, this.look);
    this.look();
  }

  private readonly look = (): void => {
    const isLoading = this.page.loading.at(this.node.path).length > 0;
    if (isLoading === this.isLoading) return;
    this.isLoading = isLoading;
    this.refresh();
  };

  /** A click into a large part of the page draws nothing of it. */
  private readonly hear = (properties?: readonly string[]): void => {
    const undrawn = this.component?.undrawn;
    if (!properties?.every((name) => undrawn?.includes(name))) this.refresh();
  };

  private readonly refresh = (): void => this.setState(({ version }) => ({ version: version + 1, error: undefined }));

  private readonly fail = (error: unknown): void => {
    this.page.broken(this.node, error);
    this.setState({ error });
  };
}
