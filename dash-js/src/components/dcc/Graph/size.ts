// How a chart's size follows from its props. No DOM.
import type { Json, Layout } from './plotly.types';

export type Responsive = boolean | 'auto' | null | undefined;

const DEFAULT_HEIGHT_PX = 450;

/** Whether the chart follows the size of its place. */
export function isResponsive(responsive: Responsive, config: Json | null | undefined, layout: Layout | null | undefined): boolean {
  if (typeof responsive === 'boolean') return responsive;
  const isFixed = layout?.['width'] != null && layout['height'] != null;
  return config?.['responsive'] !== false && layout?.['autosize'] !== false && !isFixed;
}

/** The layout as `responsive` wants it. */
export function sized(layout: Layout, responsive: Responsive): Layout {
  if (responsive === false) return { ...layout, autosize: false };
  if (responsive !== true) return layout;
  const { width: _width, height: _height, ...rest } = layout;
  return { ...rest, autosize: true };
}

/** The height the chart will have where its place does not set one, in pixels. */
export const naturalHeight = (layout: Layout | null | undefined): number =>
  typeof layout?.['height'] === 'number' ? layout['height'] : DEFAULT_HEIGHT_PX;
