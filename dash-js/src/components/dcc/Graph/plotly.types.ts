// The part of plotly.js that `Graph` uses. plotly.js ships no types of its own.
export type Json = Record<string, unknown>;
export type Trace = Json;
export type Layout = Json;

export interface Figure {
  data?: readonly Trace[] | null;
  layout?: Layout | null;
  frames?: readonly Json[] | null;
}

/** What one drawing needs, ready for plotly.js, which may write into it. */
export interface Drawing {
  data: Trace[];
  layout: Layout;
  frames?: Json[];
  /** Left as it is when absent. */
  config?: Json;
}

/** The element plotly.js draws into, with what it keeps there. */
export interface GraphElement extends HTMLDivElement {
  data?: Trace[];
  layout?: Layout;
  _fullLayout?: Layout;
  on?: (event: string, listener: (data?: Json) => void) => void;
  removeAllListeners?: () => void;
}

export type MaxPoints = number | Record<string, number[]>;
type Amend = (element: GraphElement, update: Json, indices: number[], maxPoints?: MaxPoints) => Promise<unknown>;

export interface Plotly {
  react: (element: GraphElement, drawing: Drawing) => Promise<unknown>;
  animate: (element: GraphElement, drawing: Drawing, options: Json) => Promise<unknown>;
  addFrames: (element: GraphElement, frames: Json[]) => Promise<unknown>;
  deleteFrames: (element: GraphElement) => Promise<unknown>;
  extendTraces: Amend;
  prependTraces: Amend;
  purge: (element: GraphElement) => void;
  Plots: { resize: (element: GraphElement) => Promise<unknown> };
}
