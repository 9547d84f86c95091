// Several handles on one track: where they go when one is moved. No DOM.
import { clamp } from '../number';
import { fractionOf, type Scale } from './scale';

export interface HandleRules {
  /** A handle may pass another. */
  mayCross: boolean;
  /** A moved handle takes others along, at this distance; null when it does not. */
  push: number | null;
}

export interface Moved {
  values: number[];
  /** The place of the moved handle afterwards. */
  index: number;
}

export function moveHandle(values: readonly number[], index: number, to: number, rules: HandleRules, scale: Scale): Moved {
  if (rules.push !== null) return { values: pushed(values, index, to, rules.push, scale), index };
  if (rules.mayCross) return crossed(values, index, to);
  const next = [...values];
  next[index] = clamp(to, { min: values[index - 1] ?? scale.min, max: values[index + 1] ?? scale.max });
  return { values: next, index };
}

/** The handle a press at `fraction` takes: the nearest, and of two in one place the one that can go there. */
export function nearestHandle(values: readonly number[], fraction: number, scale: Scale, reverse: boolean): number {
  const distance = (value: number) => Math.abs(fractionOf(value, scale, reverse) - fraction);
  const least = Math.min(...values.map(distance));
  const tied = values.flatMap((value, index) => (distance(value) - least < 1e-9 ? [index] : []));
  const [first = 0, last = first] = [tied[0], tied.at(-1)];
  const place = fractionOf(values[first] ?? scale.min, scale, reverse);
  const isAbove = reverse ? fraction < place : fraction > place;
  const canRise = (values[last] ?? scale.max) < scale.max;
  return isAbove || (fraction === place && canRise) ? last : first;
}

function pushed(values: readonly number[], index: number, to: number, distance: number, { min, max }: Scale): number[] {
  const next = [...values];
  next[index] = clamp(to, { min: min + index * distance, max: max - (values.length - 1 - index) * distance });
  for (let i = index + 1; i < next.length; i++) next[i] = Math.max(next[i]!, next[i - 1]! + distance);
  for (let i = index - 1; i >= 0; i--) next[i] = Math.min(next[i]!, next[i + 1]! - distance);
  return next;
}

function crossed(values: readonly number[], index: number, to: number): Moved {
  const others = values.filter((_, i) => i !== index);
  const below = others.filter((value, i) => (i < index ? value <= to : value < to)).length;
  return { values: [...others.slice(0, below), to, ...others.slice(below)], index: below };
}
