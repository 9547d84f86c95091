// Selects part of the text when the props ask for it.
import { useEffect, type RefObject } from 'react';
import type { InputProps } from './Input.types';

type Direction = 'forward' | 'backward' | 'none';

export function useSelection(field: RefObject<HTMLInputElement | null>, props: InputProps): void {
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = props;
  useEffect(() => {
    if (start == null && end == null) return;
    const element = field.current;
    // Fields for numbers and mail addresses have no selection, and throw.
    if (element?.selectionStart == null) return;
    element.setSelectionRange(Number(start ?? 0), Number(end ?? element.value.length), direction as Direction | undefined);
  }, [field, start, end, direction]);
}
