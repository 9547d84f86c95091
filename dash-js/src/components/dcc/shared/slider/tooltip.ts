// The text of a slider's tooltip.
import type { SliderTooltip } from './slider.types';

type Transform = (value: number) => unknown;

export function tooltipText(value: number, { template, transform }: SliderTooltip): string {
  const shown = transform ? transformNamed(transform)(value) : value;
  return (template ?? '{value}').replace('{value}', String(shown));
}

/** `a.b` is `window.dccFunctions.a.b`. */
function transformNamed(name: string): Transform {
  const root: unknown = (window as { dccFunctions?: unknown }).dccFunctions;
  const found = name.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], root);
  if (typeof found !== 'function') throw new Error(`the tooltip's transform \`${name}\` is no function in \`window.dccFunctions\``);
  return found as Transform;
}
