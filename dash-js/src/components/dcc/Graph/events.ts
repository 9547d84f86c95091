// What plotly.js tells about clicks and the like, cut down to the JSON that Dash documents. No DOM.
import type { GraphElement, Json } from './plotly.types';

/** The data of a click, hover or selection; null when there is none. */
export function pointEvent(graph: Pick<GraphElement, 'data' | '_fullLayout'>, event: Json | undefined, kind: 'click' | 'hover' | 'selected'): Json | null {
  if (!event || !Array.isArray(event['points'])) return null;
  const points = (event['points'] as Json[]).map((point) => pointData(point, graph.data ?? []));
  return { points, ...position(graph, event, kind), ...pick(event, ['range', 'lassoPoints']) };
}

/** The data of a click on an annotation. */
export function annotationEvent(event: Json): Json {
  const { event: _domEvent, fullAnnotation: _full, ...rest } = event;
  return rest;
}

/** Whether a relayout only says that the page gave the chart another size. */
export const isResize = (event: Json): boolean =>
  Object.keys(event).every((key) => key === 'autosize' || key === 'width' || key === 'height');

/** Only what is small and has no way back to the whole figure. */
function pointData(point: Json, traces: readonly Json[]): Json {
  const data: Json = Object.fromEntries(Object.entries(point).filter(([, value]) => isScalar(value)));
  Object.assign(data, pick(point, ['bbox', 'pointNumbers']));
  const customdata = customData(point, traces[Number(point['curveNumber'])]?.['customdata']);
  if (customdata !== undefined) data['customdata'] = plain(customdata);
  return data;
}

function customData(point: Json, all: unknown): unknown {
  if (all == null) return undefined;
  const { pointNumber, pointNumbers } = point;
  if (typeof pointNumber === 'number') return at(all, pointNumber);
  if (Array.isArray(pointNumber)) return pointNumber.reduce<unknown>(at, all);
  if (Array.isArray(pointNumbers)) return pointNumbers.map((number: number) => plain(at(all, number)));
  // The fill of a line belongs to all its points.
  return String((point['data'] as Json | undefined)?.['mode']).includes('lines') ? all : undefined;
}

function position(graph: Pick<GraphElement, '_fullLayout'>, event: Json, kind: string): Json {
  const layout = graph._fullLayout ?? {};
  const isAnywhere =
    (kind === 'hover' && layout['hoveranywhere'] === true) || (kind === 'click' && layout['clickanywhere'] === true);
  if (!isAnywhere) return {};
  const axisIds = { xaxes_id: firstId(event['xaxes']), yaxes_id: firstId(event['yaxes']) };
  return { ...pick(event, ['xvals', 'yvals']), ...defined(axisIds) };
}

const firstId = (axes: unknown) => (Array.isArray(axes) ? (axes[0] as Json | undefined)?.['_id'] : undefined);

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const pick = (from: Json, keys: string[]): Json => defined(Object.fromEntries(keys.map((key) => [key, from[key]])));

const defined = (json: Json): Json => Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));

const at = (list: unknown, index: unknown): unknown => (list as Record<number, unknown> | undefined)?.[index as number];

/** Decoded numbers have no JSON form of their own. */
const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
