// The forms of `extendData`.
import { describe, expect, it } from 'vitest';
import { amendment, matched, type Amendment } from './amend';

const check = (data: unknown, expected: Amendment | null) => expect(amendment(data)).toEqual(expected);

describe('amendment', () => {
  const update = { x: [[1], [2]], y: [[3], [4]] };
  it('takes an update alone, for the first traces', () => check(update, { update, indices: [0, 1] }));
  it('takes an update in a list', () => check([update], { update, indices: [0, 1] }));
  it('takes trace indices', () => check([update, [2, 0]], { update, indices: [2, 0] }));
  it('takes a maximum', () => check([update, null, 100], { update, indices: [0, 1], maxPoints: 100 }));
  it('takes nothing', () => {
    check(null, null);
    check([], null);
  });
  it('decodes', () =>
    expect(amendment({ x: [{ dtype: 'u1', bdata: 'AQI=' }] })?.update).toEqual({ x: [new Uint8Array([1, 2])] }));
});

describe('matched', () => {
  const traces = [{ x: new Float64Array([1]), y: [1], marker: { size: new Uint8Array([1]) } }];
  const match = (update: Record<string, unknown>) => matched({ update, indices: [0] }, traces);

  it('turns lists into the kind of array the trace holds', () => {
    expect(match({ x: [[2, 3]] })).toEqual({ x: [new Float64Array([2, 3])] });
    expect(match({ x: [new Uint8Array([2])] })).toEqual({ x: [new Float64Array([2])] });
  });
  it('widens what the trace holds, so that every number fits', () => {
    expect(match({ 'marker.size': [[300.5]] })).toEqual({ 'marker.size': [new Float64Array([300.5])] });
    expect(traces[0]?.marker.size).toEqual(new Float64Array([1]));
  });
  it('turns typed arrays into lists where the trace holds a list', () =>
    expect(match({ y: [new Uint8Array([2])] })).toEqual({ y: [[2]] }));
  it('leaves what fits', () => {
    const list = [2];
    expect(match({ y: [list] })['y']).toEqual([list]);
  });
});
