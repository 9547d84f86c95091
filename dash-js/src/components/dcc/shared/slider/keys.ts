// What keys do to a handle. No DOM.
import { stepFrom, type Scale } from './scale';

const LARGE_STEP = 10;

export interface SliderKey {
  key: string;
  shiftKey: boolean;
}

/** The value after the key, or null if it does not move the handle. */
export function valueAfter({ key, shiftKey }: SliderKey, value: number, scale: Scale, reverse: boolean, vertical: boolean): number | null {
  const size = shiftKey ? LARGE_STEP : 1;
  // An arrow goes where it points.
  const along = reverse ? -size : size;
  switch (key) {
    case 'ArrowRight':
      return stepFrom(value, vertical ? size : along, scale);
    case 'ArrowLeft':
      return stepFrom(value, vertical ? -size : -along, scale);
    case 'ArrowUp':
      return stepFrom(value, vertical ? along : size, scale);
    case 'ArrowDown':
      return stepFrom(value, vertical ? -along : -size, scale);
    case 'PageUp':
      return stepFrom(value, LARGE_STEP, scale);
    case 'PageDown':
      return stepFrom(value, -LARGE_STEP, scale);
    case 'Home':
      return stepFrom(scale.min, 0, scale);
    case 'End':
      return stepFrom(scale.max, 0, scale);
    default:
      return null;
  }
}
