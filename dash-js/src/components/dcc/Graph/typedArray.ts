// Numbers that travel as base64 (`{dtype, bdata, shape}`), back to typed arrays.
export type NumberArray =
  | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

export interface EncodedArray {
  dtype: string;
  bdata: string;
  /** `"rows, columns"` or a list of sizes; one dimension when absent. */
  shape?: string | number | readonly number[];
}

const VIEWS: Record<string, (bytes: ArrayBuffer) => NumberArray> = {
  i1: (bytes) => new Int8Array(bytes),
  u1: (bytes) => new Uint8Array(bytes),
  u1c: (bytes) => new Uint8ClampedArray(bytes),
  i2: (bytes) => new Int16Array(bytes),
  u2: (bytes) => new Uint16Array(bytes),
  i4: (bytes) => new Int32Array(bytes),
  u4: (bytes) => new Uint32Array(bytes),
  f4: (bytes) => new Float32Array(bytes),
  f8: (bytes) => new Float64Array(bytes),
  // plotly.js knows no 64-bit integers.
  i8: (bytes) => Float64Array.from(new BigInt64Array(bytes), Number),
  u8: (bytes) => Float64Array.from(new BigUint64Array(bytes), Number),
};

const ALIASES: Record<string, string> = {
  int8: 'i1', uint8: 'u1', uint8clamped: 'u1c', int16: 'i2', uint16: 'u2', int32: 'i4', uint32: 'u4',
  int64: 'i8', uint64: 'u8', float32: 'f4', float64: 'f8',
};

const decoded = new WeakMap<object, unknown>();

export const isEncoded = (value: unknown): value is EncodedArray =>
  typeof value === 'object' && value !== null && 'bdata' in value && typeof value.bdata === 'string' && 'dtype' in value;

/** The same object decodes to the same array every time: plotly.js tells new data by identity. */
export function decodeArray(encoded: EncodedArray): unknown {
  const known = decoded.get(encoded);
  if (known !== undefined) return known;
  const flat = view(encoded.dtype)(bytesOf(encoded.bdata));
  const array = shaped(flat, sizes(encoded.shape));
  decoded.set(encoded, array);
  return array;
}

function view(dtype: string): (bytes: ArrayBuffer) => NumberArray {
  const short = dtype.replace(/^[<|=]/, '');
  const make = VIEWS[ALIASES[short] ?? short];
  if (!make) throw new Error(`a figure holds numbers of the unknown type \`${dtype}\``);
  return make;
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}

function sizes(shape: EncodedArray['shape']): number[] {
  if (shape == null) return [];
  return typeof shape === 'object' ? [...shape] : String(shape).split(',').map(Number);
}

/** Cuts the numbers into rows, and rows into rows, without copying them. */
function shaped(flat: NumberArray, [count, ...rest]: number[]): unknown {
  if (count === undefined || rest.length === 0) return flat;
  const length = rest.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, row) => shaped(flat.subarray(row * length, (row + 1) * length), rest));
}
