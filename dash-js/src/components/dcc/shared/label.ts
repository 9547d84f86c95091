// Names for controls: the page's `<label for>` wins, then what the component can say of itself.
import { useLayoutEffect, type RefObject } from 'react';

export interface LabelProps {
  /** The name screen readers say; not needed where a label points at the component. */
  'aria-label'?: string;
  /** The id of the element that names the component. */
  'aria-labelledby'?: string;
}

/**
 * Gives the element a name when neither a label nor the author did.
 * Runs after every render, since a label may come and go without this component knowing.
 */
export function useFallbackName(
  target: RefObject<HTMLElement | null>,
  props: LabelProps & { id?: string },
  fallback?: string | number | null,
): void {
  useLayoutEffect(() => {
    const element = target.current;
    if (!element || props['aria-label'] || props['aria-labelledby']) return;
    const name = nameFor(element, props.id, fallback);
    if (name == null) element.removeAttribute('aria-label');
    else element.setAttribute('aria-label', name);
  });
}

/** The text of the label that points at `id`, or that surrounds the element. */
export function labelText(element: Element, id: string | undefined): string | undefined {
  const label = (id && labelFor(id)) || element.closest('label');
  return label?.textContent?.trim() || undefined;
}

function nameFor(element: HTMLElement, id: string | undefined, fallback?: string | number | null) {
  const label = labelText(element, id);
  if (label != null) return isLabelable(element) ? undefined : label;
  return fallback != null && fallback !== '' ? String(fallback) : words(id);
}

const labelFor = (id: string) => document.querySelector(`label[for="${CSS.escape(id)}"]`);

const isLabelable = (element: HTMLElement) => element.matches('button, input, select, textarea');

/** `price-range` reads "price range", and the JSON of an id family its keys and values. */
const words = (id: string | undefined) => id?.replace(/[-_.{}":,]+/g, ' ').trim() || undefined;
