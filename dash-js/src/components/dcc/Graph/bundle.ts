// Which of the three plotly.js bundles draws a figure: the smallest that knows all its traces. Loads nothing.
import type { Figure, Json, Trace } from './plotly.types';

/** From small to large; each one draws all that those before it draw. */
export const BUNDLES = ['basic', 'cartesian', 'strict'] as const;
export type Bundle = (typeof BUNDLES)[number];

const BASIC = new Set(['scatter', 'bar', 'pie']);
const CARTESIAN = new Set([
  ...BASIC, 'box', 'heatmap', 'histogram', 'histogram2d', 'histogram2dcontour', 'contour', 'scatterternary', 'violin', 'image',
]);

export function bundleFor(figure: Figure | null | undefined): Bundle {
  const traces = [...list(figure?.data), ...list(figure?.frames).flatMap((frame) => list(frame['data']))];
  if (usesCalendars(figure?.layout, traces)) return 'strict';
  return largest(traces.map((trace) => bundleOf(trace?.['type'] ?? 'scatter')));
}

export const covers = (loaded: Bundle, needed: Bundle): boolean => BUNDLES.indexOf(loaded) >= BUNDLES.indexOf(needed);

const largest = (bundles: Bundle[]): Bundle =>
  bundles.reduce<Bundle>((most, bundle) => (covers(most, bundle) ? most : bundle), 'basic');

function bundleOf(type: unknown): Bundle {
  if (BASIC.has(String(type))) return 'basic';
  return CARTESIAN.has(String(type)) ? 'cartesian' : 'strict';
}

/** Only the largest bundle counts in other calendars than the Gregorian. */
const usesCalendars = (layout: Json | null | undefined, traces: Trace[]) =>
  isForeign(layout?.['calendar']) || traces.some((trace) => isForeign(trace?.['xcalendar']) || isForeign(trace?.['ycalendar']));

const isForeign = (calendar: unknown) => typeof calendar === 'string' && calendar !== 'gregorian';

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
