// What plotly.js is handed.
import { describe, expect, it } from 'vitest';
import { own } from './figure';
import { decodeArray } from './typedArray';

const encode = (array: ArrayBufferView, dtype: string, shape?: string | number[]) => ({
  dtype,
  bdata: Buffer.from(array.buffer as ArrayBuffer).toString('base64'),
  ...(shape && { shape }),
});

describe('encoded numbers', () => {
  it.each([
    ['f8', new Float64Array([1.5, -2, NaN])],
    ['f4', new Float32Array([0.25, 3])],
    ['i1', new Int8Array([-1, 127])],
    ['u1', new Uint8Array([0, 255])],
    ['u1c', new Uint8ClampedArray([0, 255])],
    ['i2', new Int16Array([-300])],
    ['u2', new Uint16Array([65535])],
    ['i4', new Int32Array([-70000])],
    ['u4', new Uint32Array([4294967295])],
    ['float64', new Float64Array([7])],
    ['<i4', new Int32Array([7])],
  ])('decode from %s', (dtype, array) => expect(decodeArray(encode(array, dtype))).toEqual(array));

  it('decode 64-bit integers to floats', () =>
    expect(decodeArray(encode(new BigInt64Array([-5n, 2n ** 40n]), 'i8'))).toEqual(new Float64Array([-5, 2 ** 40])));

  it.each(['2,3', '2, 3', [2, 3]])('are cut into rows by the shape %j', (shape) =>
    expect(decodeArray(encode(new Float64Array([1, 2, 3, 4, 5, 6]), 'f8', shape as string))).toEqual([
      new Float64Array([1, 2, 3]),
      new Float64Array([4, 5, 6]),
    ]));

  it('are cut twice by three sizes', () => {
    const cube = decodeArray(encode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 'u1', '2,2,2')) as Uint8Array[][];
    expect(cube[1]![0]).toEqual(new Uint8Array([5, 6]));
  });

  it('name an unknown type', () =>
    expect(() => decodeArray({ dtype: 'x9', bdata: '' })).toThrow('unknown type `x9`'));
});

describe('own', () => {
  it('decodes at any depth', () => {
    const x = encode(new Uint8Array([1, 2]), 'u1');
    const figure = own({ data: [{ x, marker: { size: x }, customdata: x }], layout: { shapes: [{ y: x }] } });
    const array = new Uint8Array([1, 2]);
    expect(figure).toEqual({ data: [{ x: array, marker: { size: array }, customdata: array }], layout: { shapes: [{ y: array }] } });
  });

  it('gives the same arrays each time, and other objects', () => {
    const figure = { data: [{ x: encode(new Uint8Array([1]), 'u1'), y: [1, 2], z: [[1], [2]] }], layout: { xaxis: {} } };
    const [a, b] = [own(figure), own(figure)];
    expect(a.data[0]!.x).toBe(b.data[0]!.x);
    expect(a.data[0]!.y).toBe(figure.data[0]!.y);
    expect(a.data[0]!.z).toBe(figure.data[0]!.z);
    expect(a.layout.xaxis).not.toBe(figure.layout.xaxis);
    expect(a.data[0]).not.toBe(figure.data[0]);
  });

  it('makes titles of text what plotly.js draws', () =>
    expect(own({ title: 'T', xaxis: { title: 'X' }, yaxis: { title: { text: 'Y' } } })).toEqual({
      title: { text: 'T' },
      xaxis: { title: { text: 'X' } },
      yaxis: { title: { text: 'Y' } },
    }));

  it('leaves user data alone', () => {
    const customdata = [{ title: 'kept' }];
    expect(own({ customdata, meta: { title: 'kept' } })).toEqual({ customdata, meta: { title: 'kept' } });
    expect(own({ customdata }).customdata).toBe(customdata);
  });
});
