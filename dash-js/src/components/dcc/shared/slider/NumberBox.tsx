// A field beside the track, to type a value that is hard to hit.
import { useDraft } from '../draft';
import type { LabelProps } from '../label';
import { decimals, parseNumber } from '../number';
import { snap, type Scale } from './scale';
import styles from './Slider.module.css';

interface NumberBoxProps {
  value: number;
  scale: Scale;
  disabled: boolean;
  names: LabelProps;
  onMove: (to: number) => void;
  onCommit: () => void;
}

export function NumberBox({ value, scale, disabled, names, onMove, onCommit }: NumberBoxProps) {
  const [text, setText] = useDraft(value, String, (draft, next) => parseNumber(draft) === next);
  const settle = () => {
    const typed = parseNumber(text);
    const next = typed === null ? value : snap(typed, scale);
    setText(String(next));
    if (next !== value) onMove(next);
    onCommit();
  };

  return (
    <input
      {...names}
      type="number"
      className={styles.box}
      style={{ width: `calc(${widest(scale)}ch + 1.75rem)` }}
      value={text}
      min={scale.min}
      max={scale.max}
      step={scale.step ?? 'any'}
      disabled={disabled}
      onChange={(event) => {
        setText(event.target.value);
        const typed = parseNumber(event.target.value);
        // Half a number may be none the slider can take yet.
        if (typed !== null && typed !== value && snap(typed, scale) === typed) onMove(typed);
      }}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      onBlur={settle}
    />
  );
}

/** Characters of the longest value. */
const widest = ({ min, max, step }: Scale): number => {
  const digits = Math.min(3, Math.max(decimals(min), decimals(step ?? 1)));
  return Math.max(...[min, max].map((value) => value.toFixed(digits).length));
};
