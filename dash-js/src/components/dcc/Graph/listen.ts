// Reports what the user does with a chart.
import { equal } from '../../../equal';
import { annotationEvent, isResize, pointEvent } from './events';
import type { GraphProps } from './Graph.types';
import type { Figure, GraphElement, Json } from './plotly.types';
import { afterRelayout, afterRestyle } from './sync';

/** `current` gives the props of the moment; `report` is told a figure that is on the page already. */
export function listen(graph: GraphElement, current: () => GraphProps, onOwnFigure: (figure: Figure) => void): void {
  const on = (event: string, listener: (data: Json | undefined) => void) => graph.on?.(event, listener);
  const report = (changed: Json) => current().setProps(changed);
  const stamped = (data: Json) => ({ ...data, timestamp: Date.now() });
  const withFigure = (changed: Json, figure: Figure | null) => {
    if (figure) onOwnFigure(figure);
    report(figure ? { ...changed, figure } : changed);
  };

  on('plotly_click', (event) => {
    const clickData = pointEvent(graph, event, 'click');
    if (clickData) report({ clickData: stamped(clickData) });
  });
  on('plotly_clickannotation', (event) => {
    if (event) report({ clickAnnotationData: stamped(annotationEvent(event)) });
  });
  on('plotly_hover', (event) => {
    const hoverData = pointEvent(graph, event, 'hover');
    if (hoverData && !equal(hoverData, current().hoverData)) report({ hoverData });
  });
  on('plotly_unhover', () => {
    if (current().clear_on_unhover) report({ hoverData: null });
  });
  on('plotly_selected', (event) => {
    const selectedData = pointEvent(graph, event, 'selected');
    if (selectedData && !equal(selectedData, current().selectedData)) report({ selectedData });
  });
  on('plotly_deselect', () => report({ selectedData: null }));
  on('plotly_relayout', (event) => {
    if (!event || isResize(event)) return;
    withFigure({ relayoutData: event }, afterRelayout(current().figure, graph, event));
  });
  on('plotly_restyle', (event) => {
    if (event) withFigure({ restyleData: event }, afterRestyle(current().figure, graph));
  });
}
