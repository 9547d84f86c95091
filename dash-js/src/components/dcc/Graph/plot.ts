// One chart on the page: draws what it is told, in order, and leaves out what is outdated before it is drawn.
import { matched, type Amendment } from './amend';
import type { Bundle } from './bundle';
import type { Drawing, GraphElement, Json, Layout, Plotly } from './plotly.types';

export interface PlotRequest {
  bundle: Bundle;
  drawing: () => Drawing;
  /** Moves from the drawing before to this one. */
  animation?: Json | undefined;
}

export interface PlotListeners {
  onFirstDraw: (element: GraphElement) => void;
  onDrawn: () => void;
  onError: (error: unknown) => void;
}

export interface Plot {
  draw: (request: PlotRequest) => void;
  /** Forgets what was to be drawn and is not yet. */
  cancel: () => void;
  amend: (kind: 'extendTraces' | 'prependTraces', amendment: Amendment) => void;
  /** Draws the same data again with another layout. */
  restyle: (layout: (before: Layout) => Layout) => void;
  resize: () => void;
  destroy: () => void;
}

type Step = (library: Plotly) => Promise<unknown>;

export function createPlot(element: GraphElement, load: (bundle: Bundle) => Promise<Plotly>, listeners: PlotListeners): Plot {
  let request: PlotRequest | undefined;
  let steps: Step[] = [];
  let library: Plotly | undefined;
  let isWorking = false;
  let isGone = false;

  async function work() {
    if (isWorking) return;
    isWorking = true;
    while (!isGone && (request || (library && steps.length > 0))) {
      const wanted = request;
      try {
        await (wanted ? drawLatest(wanted) : steps.shift()?.(library!));
      } catch (error) {
        if (request === wanted) request = undefined;
        if (!isGone) listeners.onError(error);
      }
    }
    isWorking = false;
  }

  async function drawLatest(wanted: PlotRequest) {
    const loaded = await load(wanted.bundle);
    if (isGone || request !== wanted) return;
    request = undefined;
    const isFirst = library !== loaded;
    if (isFirst) library?.purge(element);
    await show(loaded, wanted, isFirst);
    if (isGone) return loaded.purge(element);
    library = loaded;
    if (isFirst) listeners.onFirstDraw(element);
    listeners.onDrawn();
  }

  async function show(plotly: Plotly, { drawing, animation }: PlotRequest, isFirst: boolean) {
    const next = drawing();
    if (isFirst || !animation || element.data?.length !== next.data.length) return plotly.react(element, next);
    if (next.frames) {
      await plotly.deleteFrames(element);
      await plotly.addFrames(element, next.frames);
    }
    return plotly.animate(element, next, animation);
  }

  // plotly.js refuses while the chart is hidden; it is asked again when it shows.
  const resize: Step = (plotly) => plotly.Plots.resize(element).catch(() => {});

  function then(step: Step) {
    steps.push(step);
    void work();
  }

  return {
    draw: (next) => {
      // They were meant for the figure before, if there was one.
      if (request || library) steps = [];
      request = next;
      void work();
    },
    cancel: () => {
      request = undefined;
    },
    amend: (kind, amendment) =>
      then((plotly) => plotly[kind](element, matched(amendment, element.data), amendment.indices, amendment.maxPoints)),
    restyle: (change) =>
      then((plotly) => plotly.react(element, { data: element.data ?? [], layout: change(element.layout ?? {}) })),
    resize: () => {
      if (!steps.includes(resize)) then(resize);
    },
    destroy: () => {
      isGone = true;
      element.removeAllListeners?.();
      library?.purge(element);
    },
  };
}
