// The labels along a slider: the author's, or some that fit. No DOM.
import type { CSSProperties } from 'react';
import { decimals } from '../number';
import { fractionOf, positionsOf, type Scale } from './scale';
import type { Marks } from './slider.types';

export interface Mark {
  value: number;
  label: string;
  style?: CSSProperties;
}

/** More than these no track can show. */
const MOST_MARKS = 500;
const MOST_AUTO_MARKS = 11;
const CHARACTER_PX = 8;
const LINE_PX = 18;
/** How far a label may stand out over the end of the track. */
const OUT_PX = 10;

export function marksOf(marks: Marks | null | undefined, scale: Scale, widthPx: number): Mark[] {
  if (marks === null) return [];
  const positions = positionsOf(marks);
  if (!marks || positions.length === 0 || positions.length > MOST_MARKS) return autoMarks(scale, widthPx);
  const byPosition = new Map(Object.entries(marks).map(([position, mark]) => [Number(position), mark]));
  return positions
    .filter((value) => value >= scale.min && value <= scale.max)
    .map((value) => ({ value, ...labelled(byPosition.get(value), value) }));
}

function labelled(mark: Marks[string] | undefined, value: number): Omit<Mark, 'value'> {
  if (typeof mark !== 'object') return { label: String(mark ?? value) };
  return { label: String(mark.label ?? value), ...(mark.style && { style: mark.style }) };
}

/** The marks whose labels can be read: one that would lie over another keeps its dot only. The ends go first. */
export function readable(marks: readonly Mark[], scale: Scale, lengthPx: number, vertical: boolean): Set<number> {
  const boxes = marks.map(({ value, label }) => ({ value, box: labelBox(fractionOf(value, scale), label, lengthPx, vertical) }));
  const taken = [boxes[0], boxes.at(-1)].filter((end) => end !== undefined);
  if (taken.length === 2 && taken[0] !== taken[1] && touch(taken[0]!.box, taken[1]!.box)) taken.pop();
  for (const one of boxes.slice(1, -1)) {
    if (!taken.some(({ box }) => touch(box, one.box))) taken.push(one);
  }
  return new Set(taken.map(({ value }) => value));
}

type Box = readonly [start: number, end: number];

function labelBox(fraction: number, label: string, lengthPx: number, vertical: boolean): Box {
  const size = vertical ? LINE_PX : label.length * CHARACTER_PX;
  const centred = fraction * lengthPx - size / 2;
  if (vertical) return [centred, centred + size];
  const start = fraction === 0 ? Math.max(centred, -OUT_PX) : fraction === 1 ? Math.min(centred, lengthPx + OUT_PX - size) : centred;
  return [start, start + size];
}

const touch = (a: Box, b: Box) => a[0] < b[1] && b[0] < a[1];

/** Both ends, and between them round values as close as their labels allow. */
function autoMarks(scale: Scale, widthPx: number): Mark[] {
  const { min, max } = scale;
  if (!(max > min)) return [mark(min)];
  const interval = niceInterval(scale, widthPx);
  const first = firstMark(scale, interval);
  const inner = Array.from({ length: MOST_AUTO_MARKS * 3 }, (_, i) => tidy(first + i * interval, scale, interval)).filter(
    // One that crowds an end gives way to it.
    (value) => value - min > interval * 0.6 && max - value > interval * 0.6,
  );
  return [min, ...inner, max].map(mark);
}

const mark = (value: number): Mark => ({ value, label: shortNumber(value) });

/** A distance of 1, 2, 2.5 or 5 times a power of ten that is a whole number of steps. */
function niceInterval({ min, max, step }: Scale, widthPx: number): number {
  const characters = Math.max(shortNumber(min).length, shortNumber(max).length);
  const room = Math.floor(widthPx / (characters * CHARACTER_PX + 3 * OUT_PX));
  const wanted = (max - min) / Math.max(1, Math.min(room, MOST_AUTO_MARKS - 1));
  const power = 10 ** Math.floor(Math.log10(wanted));
  const nice = [1, 2, 2.5, 5, 10, 20].map((factor) => factor * power).filter((interval) => interval >= wanted * (1 - 1e-9));
  const whole = nice.find((interval) => step === null || isWhole(interval / step));
  return whole ?? Math.max(1, Math.ceil(wanted / (step ?? wanted))) * (step ?? wanted);
}

/** A multiple of the interval where that is a step, else counted from the start. */
function firstMark({ min, step }: Scale, interval: number): number {
  const multiple = Math.ceil(min / interval - 1e-9) * interval;
  return step === null || isWhole((multiple - min) / step) ? multiple : min + interval;
}

const tidy = (value: number, { min }: Scale, interval: number) =>
  Number(value.toFixed(Math.min(20, Math.max(decimals(min), decimals(Number(interval.toPrecision(12)))))));

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/** `12000` reads 12K; up to four digits stay as they are. */
export function shortNumber(value: number): string {
  if (Math.abs(value) < 10_000) return String(value);
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 }).format(value);
}
