// The props of `Graph`.
import type { DashProps } from '../../types';
import type { LabelProps } from '../shared/label';
import type { Figure, Json } from './plotly.types';
import type { Responsive } from './size';

export interface GraphProps extends DashProps, LabelProps {
  /** What is drawn: traces, layout and animation frames as plotly.js documents them. @default {data: [], layout: {}} */
  figure?: Figure | null;
  /** Settings of plotly.js, such as `displayModeBar`. @default {} */
  config?: Json | null;
  /** Follows the size of its place: always, never, or unless the figure sets a size of its own. @default "auto" */
  responsive?: Responsive;
  /** Points to add at the end: `update`, or `[update, traceIndices, maxPoints]`. */
  extendData?: unknown;
  /** Points to add in front: `update`, or `[update, traceIndices, maxPoints]`. */
  prependData?: unknown;
  /** The points that were clicked last. Set by the browser. */
  clickData?: Json | null;
  /** The annotation that was clicked last. Set by the browser. */
  clickAnnotationData?: Json | null;
  /** The points under the pointer, now or last. Set by the browser. */
  hoverData?: Json | null;
  /** Sets `hoverData` back to null when the pointer leaves a point. @default false */
  clear_on_unhover?: boolean;
  /** The points inside the box or lasso; null without one. Set by the browser. */
  selectedData?: Json | null;
  /** What the user changed of the layout last, such as the range of an axis. Set by the browser. */
  relayoutData?: Json | null;
  /** What the user changed of the traces last: `[changes, traceIndices]`. Set by the browser. */
  restyleData?: unknown;
  /** Moves from one figure to the next instead of jumping. @default false */
  animate?: boolean;
  /** How it moves. @default {frame: {redraw: false}, transition: {duration: 750, ease: "cubic-in-out"}} */
  animation_options?: Json;
  /** Typesets TeX in texts where the page has MathJax. @default false */
  mathjax?: boolean;
}
