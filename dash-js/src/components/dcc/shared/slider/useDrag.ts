// Moves handles with the pointer. Reads the place of the track, writes nothing to the page but the focus.
import { useRef, type PointerEvent, type RefObject } from 'react';
import { nearestHandle } from './handles';
import { fractionOf, valueAt, type Scale } from './scale';
import type { SliderState } from './useSlider';

/** A press this near a handle drags it without a jump. */
const GRAB_PX = 14;

interface DragOptions {
  track: RefObject<HTMLElement | null>;
  scale: Scale;
  slider: SliderState;
  vertical: boolean;
  reverse: boolean;
  disabled: boolean;
  focus: (index: number) => void;
}

export function useDrag({ track, scale, slider, vertical, reverse, disabled, focus }: DragOptions) {
  const drag = useRef<{ index: number; offset: number } | null>(null);

  const start = (event: PointerEvent<HTMLElement>) => {
    if (disabled || event.button !== 0 || !track.current) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const { fraction, length } = place(event, track.current, vertical);
    const index = nearestHandle(slider.values, fraction, scale, reverse);
    const handle = fractionOf(slider.values[index] ?? scale.min, scale, reverse);
    const isGrab = Math.abs(handle - fraction) * length <= GRAB_PX;
    drag.current = { index, offset: isGrab ? handle - fraction : 0 };
    focus(index);
    const mark = (event.target as HTMLElement).dataset['mark'];
    if (mark !== undefined) to(Number(mark));
    else if (!isGrab) to(valueAt(fraction, scale, reverse));
  };
  const follow = (event: PointerEvent) => {
    if (!drag.current || !track.current) return;
    const { fraction } = place(event, track.current, vertical);
    to(valueAt(fraction + drag.current.offset, scale, reverse));
  };
  const end = () => {
    if (!drag.current) return;
    drag.current = null;
    slider.commit();
  };
  const to = (value: number) => {
    const { index } = drag.current!;
    const moved = slider.move(index, value);
    drag.current!.index = moved;
    if (moved !== index) focus(moved);
  };
  return { onPointerDown: start, onPointerMove: follow, onPointerUp: end, onPointerCancel: end };
}

function place(event: PointerEvent, track: HTMLElement, vertical: boolean): { fraction: number; length: number } {
  const box = track.getBoundingClientRect();
  const length = (vertical ? box.height : box.width) || 1;
  return { length, fraction: (vertical ? box.bottom - event.clientY : event.clientX - box.left) / length };
}
