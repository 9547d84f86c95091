// `extendData` and `prependData`: the forms Dash accepts, brought to the arguments plotly.js wants. No DOM.
import { own } from './figure';
import type { GraphElement, Json, MaxPoints } from './plotly.types';

export interface Amendment {
  update: Json;
  indices: number[];
  maxPoints?: MaxPoints;
}

/** `update`, or `[update, traceIndices, maxPoints]`; without indices the n-th list goes to the n-th trace. */
export function amendment(data: unknown): Amendment | null {
  const [rawUpdate, indices, maxPoints] = (Array.isArray(data) ? data : [data]) as [unknown, number[]?, MaxPoints?];
  if (typeof rawUpdate !== 'object' || rawUpdate === null) return null;
  const update = own(rawUpdate as Json);
  return { update, indices: indices ?? firstTraces(update), ...(maxPoints != null && { maxPoints }) };
}

/**
 * The same update with each list of the kind of array its trace holds: plotly.js refuses to mix them. A trace's
 * narrow numbers become wide ones first, since 300 does not fit where all values so far were below 256.
 */
export function matched({ update, indices }: Amendment, traces: GraphElement['data']): Json {
  return Object.fromEntries(
    Object.entries(update).map(([attribute, lists]) => [
      attribute,
      (lists as unknown[]).map((list, n) => like(widened(traces?.[indices[n] ?? n], attribute.split('.')), list)),
    ]),
  );
}

const firstTraces = (update: Json): number[] => {
  const lists = Object.values(update)[0];
  return Array.isArray(lists) ? lists.map((_, index) => index) : [];
};

/** What the trace holds at `marker.size`, with room for any number. */
function widened(part: Json | undefined, [key = '', ...rest]: string[]): unknown {
  const held = part?.[key];
  if (rest.length > 0) return widened(held as Json | undefined, rest);
  if (part === undefined || !ArrayBuffer.isView(held) || held instanceof Float64Array) return held;
  return (part[key] = Float64Array.from(held as Float64Array));
}

function like(held: unknown, list: unknown): unknown {
  if (held instanceof Float64Array) return Float64Array.from(list as ArrayLike<number>);
  return ArrayBuffer.isView(list) ? Array.from(list as Float64Array) : list;
}
