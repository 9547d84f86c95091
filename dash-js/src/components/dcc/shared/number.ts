// Numbers as the user types them. No DOM.
export interface Limits {
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
}

/** The number a text stands for; null when it is none. Empty text is no number. */
export function parseNumber(text: string | number | null | undefined): number | null {
  if (text == null || (typeof text === 'string' && text.trim() === '')) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** The value one step up (1) or down (-1), within the limits and without binary dust such as 0.30000000000000004. */
export function stepped(value: number | null, direction: 1 | -1, { min, max, step = 1 }: Limits): number {
  const from = value ?? clamp(0, { min, max });
  const digits = Math.max(decimals(from), decimals(step));
  return clamp(Number((from + direction * step).toFixed(digits)), { min, max });
}

export const clamp = (value: number, { min, max }: Limits): number =>
  Math.max(min ?? -Infinity, Math.min(max ?? Infinity, value));

/** Digits after the point, also of `1e-7`. */
export function decimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
