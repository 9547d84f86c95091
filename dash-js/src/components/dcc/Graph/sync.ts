// The figure after the user changed the chart, so that what a callback patches is what the user sees. No DOM.
import { equal } from '../../../equal';
import { isResize } from './events';
import type { Figure, GraphElement, Json } from './plotly.types';

type Shown = Pick<GraphElement, 'data' | 'layout'>;

/** The parts of the layout the event names, as the chart has them now; null when nothing is different. */
export function afterRelayout(figure: Figure | null | undefined, graph: Shown, event: Json): Figure | null {
  if (!figure) return null;
  const changed = [...new Set(Object.keys(event).map(topKey))].filter(
    (key) => !isResize({ [key]: null }) && !equal(figure.layout?.[key], graph.layout?.[key]),
  );
  if (changed.length === 0) return null;
  const parts = Object.fromEntries(changed.map((key) => [key, structuredClone(graph.layout?.[key])]));
  return { ...figure, layout: { ...figure.layout, ...parts } };
}

/** Which traces the legend hides; null when nothing is different. */
export function afterRestyle(figure: Figure | null | undefined, graph: Shown): Figure | null {
  const data = figure?.data;
  if (!data || data.length !== graph.data?.length) return null;
  const shown = graph.data.map((trace) => trace['visible']);
  if (data.every((trace, index) => trace['visible'] === shown[index])) return null;
  return { ...figure, data: data.map((trace, index) => ({ ...trace, visible: shown[index] })) };
}

/** `xaxis.range[0]` and `shapes[1].x0` name parts of `xaxis` and `shapes`. */
const topKey = (path: string) => path.split(/[.[]/, 1)[0] ?? path;
