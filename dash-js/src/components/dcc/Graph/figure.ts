// Makes a figure from the wire one that plotly.js may write into: decoded, copied, its data shared. No DOM.
import { decodeArray, isEncoded } from './typedArray';
import type { Json } from './plotly.types';

/** User data that is handed back as it came. */
const OPAQUE = new Set(['customdata', 'meta']);

/** A deep copy, except that data arrays are the same objects each time, so that plotly.js sees what changed. */
export function own<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return isRecord(value[0]) ? value.map(copy) : value;
  if (!isRecord(value)) return value;
  if (isEncoded(value)) return decodeArray(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyPart(key, part)]));
}

function copyPart(key: string, part: unknown): unknown {
  if (OPAQUE.has(key)) return isEncoded(part) ? decodeArray(part) : part;
  // plotly.js 3 and later draw a title only from an object.
  if (key === 'title' && typeof part === 'string') return { text: part };
  return copy(part);
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
