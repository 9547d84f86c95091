// What a slider's handles stand at, and what is reported when they move.
import { useEffect, useRef } from 'react';
import { equal } from '../../../../equal';
import { useDraft } from '../draft';
import { moveHandle, type HandleRules } from './handles';
import type { Scale } from './scale';

export type Values = readonly number[];

export interface SliderSource {
  /** The prop; null while there is none. */
  values: Values | null;
  dragValues: Values | null;
  initial: (scale: Scale) => number[];
  rules: HandleRules;
  updatemode?: 'mouseup' | 'drag' | null;
  onReport: (changed: Record<string, Values>) => void;
}

export interface SliderState {
  values: Values;
  /** Moves a handle, and returns its place afterwards: it may have passed another. */
  move: (index: number, to: number) => number;
  /** The user let go. */
  commit: () => void;
}

export function useSlider(source: SliderSource, scale: Scale): SliderState {
  const { values: given, dragValues, rules, updatemode, onReport } = source;
  const key = given && given.join();
  const [values, setValues] = useDraft<Values, string | null>(key, () => given ?? source.initial(scale), () => false);
  // Between two renders the pointer may move more than once.
  const latest = useRef(values);
  latest.current = values;

  // Dash keeps `drag_value` beside `value`, also when a callback sets the latter.
  useEffect(() => {
    if (given && !equal(given, dragValues)) onReport({ drag_value: given });
    // What the user drags is reported as it happens.
  }, [key]);

  const move = (index: number, to: number) => {
    const moved = moveHandle(latest.current, index, to, rules, scale);
    if (equal(moved.values, latest.current)) return moved.index;
    latest.current = moved.values;
    setValues(moved.values);
    onReport(updatemode === 'drag' ? { value: moved.values, drag_value: moved.values } : { drag_value: moved.values });
    return moved.index;
  };
  const commit = () => {
    if (updatemode !== 'drag' && !equal(latest.current, given)) onReport({ value: latest.current });
  };
  return { values, move, commit };
}
