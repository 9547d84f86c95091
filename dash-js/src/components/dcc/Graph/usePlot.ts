// Keeps a chart on the page in step with the props of its `Graph`.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { amendment } from './amend';
import { bundleFor } from './bundle';
import { own } from './figure';
import type { GraphProps } from './Graph.types';
import { loadPlotly } from './library';
import { listen } from './listen';
import { type Look, type LookWatch, watchLook } from './look';
import { createPlot, type Plot } from './plot';
import type { Drawing, Figure, GraphElement, Json } from './plotly.types';
import { isResponsive, sized } from './size';
import { templateFor, themed } from './template';

export interface PlotState {
  isDrawn: boolean;
  error: string | null;
}

/** From the library's arrival to empty axes. */
const EMPTY_AFTER_MS = 100;
const ANIMATION: Json = { frame: { redraw: false }, transition: { duration: 750, ease: 'cubic-in-out' } };

export function usePlot(place: RefObject<GraphElement | null>, props: GraphProps, isLoading: boolean): PlotState {
  const [state, setState] = useState<PlotState>({ isDrawn: false, error: null });
  const plot = useRef<Plot | null>(null);
  const look = useRef<LookWatch | null>(null);
  const ownFigure = useRef<Figure | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = place.current!;
    const chart = createPlot(element, loadPlotly, {
      onFirstDraw: (drawn) => listen(drawn, () => latest.current, (figure) => (ownFigure.current = figure)),
      onDrawn: () => {
        setState({ isDrawn: true, error: null });
        look.current?.refresh();
      },
      onError: (error) => setState((before) => ({ ...before, error: String((error as Error)?.message ?? error) })),
    });
    plot.current = chart;
    const watch = followLook(element, chart, () => latest.current);
    look.current = watch;
    const endSize = followSize(element, chart, () => latest.current);
    return () => [watch.end, endSize, chart.destroy].forEach((end) => end());
  }, [place]);

  const { figure, config, responsive, mathjax, extendData, prependData } = props;
  const isMissing = figure == null;
  useEffect(() => {
    const isOwn = !isMissing && figure === ownFigure.current;
    ownFigure.current = null;
    if (isOwn) return;
    const draw = () =>
      plot.current?.draw({
        bundle: bundleFor(figure),
        drawing: () => drawingOf(latest.current, look.current!.current()),
        animation: latest.current.animate ? (latest.current.animation_options ?? ANIMATION) : undefined,
      });
    if (!isMissing) return draw();
    plot.current?.cancel();
    return whenLoaded(() => !isLoading && draw());
  }, [place, figure, config, responsive, mathjax, isMissing && isLoading]);

  useAmendment(plot, 'prependTraces', prependData);
  useAmendment(plot, 'extendTraces', extendData);
  return state;
}

/** Loads the library, and gives the page's first callbacks the time to make a figure: empty axes would only flash by. */
function whenLoaded(drawEmpty: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const wait = () => {
    if (!isOver) timer = setTimeout(drawEmpty, EMPTY_AFTER_MS);
  };
  loadPlotly('basic').then(wait, wait);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

function useAmendment(plot: RefObject<Plot | null>, kind: 'extendTraces' | 'prependTraces', data: unknown) {
  useEffect(() => {
    const amend = amendment(data);
    if (amend) plot.current?.amend(kind, amend);
  }, [plot, kind, data]);
}

function drawingOf({ figure, config, responsive, mathjax }: GraphProps, look: Look): Drawing {
  const { data, layout, frames } = own(figure ?? {});
  return {
    data: [...(data ?? [])],
    layout: themed(sized(layout ?? {}, responsive), look),
    ...(frames && { frames: [...frames] }),
    // The size is followed here, so plotly.js need not watch the window.
    config: { displaylogo: false, ...config, responsive: false, typesetMath: mathjax === true },
  };
}

function followLook(element: GraphElement, plot: Plot, current: () => GraphProps): LookWatch {
  return watchLook(element, (look) => {
    const layout = current().figure?.layout ?? {};
    if (layout['template'] == null) plot.restyle((before) => ({ ...before, template: templateFor(layout, look) }));
  });
}

function followSize(element: GraphElement, plot: Plot, current: () => GraphProps): () => void {
  let size = sizeOf(element);
  const observer = new ResizeObserver(() => {
    const { responsive, config, figure } = current();
    const before = size;
    size = sizeOf(element);
    if (size !== before && isResponsive(responsive, config, figure?.layout)) plot.resize();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

const sizeOf = (element: Element) => `${element.clientWidth}×${element.clientHeight}`;
