// The width of an element, kept up to date.
import { useLayoutEffect, useState, type RefObject } from 'react';

const USUAL_PX = 330;

export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_PX);
  useLayoutEffect(() => {
    const measure = () => setWidth(element.current?.clientWidth || USUAL_PX);
    measure();
    const observer = new ResizeObserver(measure);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
