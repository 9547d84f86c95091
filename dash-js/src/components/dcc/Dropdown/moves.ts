// Where a key takes the highlight. No DOM.
import type { Option } from '../shared/options';

const PAGE = 10;

/** The option to highlight next, or null if the key does not move; -1 is no option. */
export function moved(key: string, active: number, options: readonly Option[]): number | null {
  const last = options.length - 1;
  switch (key) {
    case 'ArrowDown':
      return nearest(options, active + 1, 1, true);
    case 'ArrowUp':
      return nearest(options, active < 0 ? last : active - 1, -1, true);
    case 'PageDown':
      return nearest(options, Math.min(Math.max(active, 0) + PAGE, last), -1, false);
    case 'PageUp':
      return nearest(options, Math.max(active - PAGE, 0), 1, false);
    case 'Home':
      return nearest(options, 0, 1, false);
    case 'End':
      return nearest(options, last, -1, false);
    default:
      return null;
  }
}

/** The first option that can be chosen, from `start` on. */
export function nearest(options: readonly Option[], start: number, step: 1 | -1, wraps: boolean): number {
  for (let tried = 0; tried < options.length; tried++) {
    const place = start + tried * step;
    const index = wraps ? (place + options.length) % options.length : place;
    const option = options[index];
    if (!option) return -1;
    if (!option.disabled) return index;
  }
  return -1;
}
