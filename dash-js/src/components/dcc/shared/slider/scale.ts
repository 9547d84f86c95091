// The values a slider can take, and where they stand on its track. No DOM.
import { clamp, decimals } from '../number';
import type { Marks, SliderProps } from './slider.types';

export interface Scale {
  min: number;
  max: number;
  /** Null where only `stops` can be taken. */
  step: number | null;
  /** The only values, ascending; null where there are steps. */
  stops: readonly number[] | null;
}

const DEFAULT_MAX = 1;
/** How many steps a slider has when nobody says. */
const STEPS = 100;

export function scaleOf({ min, max, step, marks }: Pick<SliderProps, 'min' | 'max' | 'step' | 'marks'>): Scale {
  const positions = positionsOf(marks);
  const low = min ?? (positions.length > 0 ? Math.min(...positions) : 0);
  const high = max ?? (positions.length > 0 ? Math.max(...positions) : low + DEFAULT_MAX);
  const stops = positions.filter((position) => position >= low && position <= high);
  if (step === null && stops.length > 0) return { min: low, max: high, step: null, stops };
  return { min: low, max: high, step: step || usualStep(low, high), stops: null };
}

/** The value nearest to `value` that can be taken. */
export function snap(value: number, { min, max, step, stops }: Scale): number {
  if (stops) return stops.reduce((best, stop) => (Math.abs(stop - value) < Math.abs(best - value) ? stop : best));
  if (step === null) return clamp(value, { min, max });
  const steps = Math.round((clamp(value, { min, max }) - min) / step);
  const most = Math.floor((max - min) / step + 1e-9);
  return round(min + Math.min(steps, most) * step, min, step);
}

/** The value so many steps away, or at an end. */
export function stepFrom(value: number, steps: number, scale: Scale): number {
  if (!scale.stops) return snap(value + steps * (scale.step ?? 0), scale);
  const place = scale.stops.indexOf(snap(value, scale));
  return scale.stops[clamp(place + steps, { min: 0, max: scale.stops.length - 1 })] ?? value;
}

/** Where a value stands: 0 is the start of the track, 1 its end. */
export function fractionOf(value: number, { min, max }: Scale, reverse = false): number {
  const fraction = max === min ? 0 : clamp((value - min) / (max - min), { min: 0, max: 1 });
  return reverse ? 1 - fraction : fraction;
}

/** The value that stands there. */
export const valueAt = (fraction: number, scale: Scale, reverse = false): number =>
  snap(scale.min + clamp(reverse ? 1 - fraction : fraction, { min: 0, max: 1 }) * (scale.max - scale.min), scale);

export const positionsOf = (marks: Marks | null | undefined): number[] =>
  Object.keys(marks ?? {}).map(Number).filter(Number.isFinite).sort((a, b) => a - b);

function usualStep(min: number, max: number): number {
  if (Number.isInteger(min) && Number.isInteger(max) && max - min > 1) return 1;
  const wanted = Math.abs(max - min) / STEPS || 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const candidates = [1, 2, 5, 10].map((factor) => factor * power);
  return candidates.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
}

/** Without binary dust such as 0.30000000000000004. */
const round = (value: number, ...parts: number[]) => Number(value.toFixed(Math.min(20, Math.max(...parts.map(decimals)))));
