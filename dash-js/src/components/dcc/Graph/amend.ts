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

/** The same update with each list of the kind of array its trace already holds: plotly.js refuses to mix them. */
export function matched({ update, indices }: Amendment, traces: GraphElement['data']): Json {
  return Object.fromEntries(
    Object.entries(update).map(([attribute, lists]) => [
      attribute,
      (lists as unknown[]).map((list, n) => like(valueAt(traces?.[indices[n] ?? n], attribute), list)),
    ]),
  );
}

const firstTraces = (update: Json): number[] => {
  const lists = Object.values(update)[0];
  return Array.isArray(lists) ? lists.map((_, index) => index) : [];
};

/** `marker.size` names a part of a part. */
const valueAt = (trace: Json | undefined, attribute: string): unknown =>
  attribute.split('.').reduce<unknown>((part, key) => (part as Json | undefined)?.[key], trace);

type NumberArray = Float64Array;

function like(existing: unknown, list: unknown): unknown {
  const isTyped = ArrayBuffer.isView(existing);
  if (!isTyped) return ArrayBuffer.isView(list) ? Array.from(list as NumberArray) : list;
  if (list instanceof existing.constructor) return list;
  return (existing.constructor as Float64ArrayConstructor).from(list as ArrayLike<number>);
}
