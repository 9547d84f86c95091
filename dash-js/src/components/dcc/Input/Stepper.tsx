// The buttons beside a number field. The arrow keys do the same, so Tab passes them by.
import { parseNumber, stepped, type Limits } from '../shared/number';
import type { InputProps } from './Input.types';
import styles from './Input.module.css';

interface StepperProps {
  field: InputProps;
  text: string;
  isFixed: boolean;
  onStep: (text: string) => void;
}

export function Stepper({ field, text, isFixed, onStep }: StepperProps) {
  const value = parseNumber(text);
  const limits: Limits = {
    min: parseNumber(field.min) ?? undefined,
    max: parseNumber(field.max) ?? undefined,
    step: parseNumber(field.step) || undefined,
  };
  const button = (direction: 1 | -1, sign: string, label: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      className={styles.step}
      disabled={isFixed || (value !== null && isAtLimit(value, direction, limits))}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onStep(String(stepped(value, direction, limits)))}
    >
      {sign}
    </button>
  );
  return (
    <>
      {button(-1, '−', 'Decrease')}
      {button(1, '+', 'Increase')}
    </>
  );
}

const isAtLimit = (value: number, direction: 1 | -1, { min, max }: Limits) =>
  direction === 1 ? max !== undefined && value >= max : min !== undefined && value <= min;
