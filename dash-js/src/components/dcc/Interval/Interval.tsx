// A timer that counts its ticks. Draws nothing.
import { useEffect, useRef } from 'react';
import { countOf } from '../../counter';
import type { IntervalProps } from './Interval.types';

const DEFAULT_INTERVAL_MS = 1000;
const FOREVER = -1;

export function Interval({ interval, disabled, n_intervals, max_intervals, setProps }: IntervalProps) {
  const tick = useRef<() => void>(() => {});
  const most = max_intervals ?? FOREVER;
  tick.current = () =>
    setProps((now) => {
      const ticks = countOf(now['n_intervals']) + 1;
      // The timer may fire again before React has stopped it.
      return most === FOREVER || ticks <= most ? { n_intervals: ticks } : {};
    });
  const runs = !disabled && (most === FOREVER || (n_intervals ?? 0) < most);
  const period = interval ?? DEFAULT_INTERVAL_MS;

  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => tick.current(), period);
    return () => clearInterval(timer);
  }, [runs, period]);

  return null;
}

Interval.isSilent = () => true;
