// What is chosen, on one line: a label, or a chip for each value and their number.
import type { Option } from '../shared/options';
import { classes } from '../shared/classes';
import type { DropdownTexts } from './Dropdown.types';
import type { Chosen as ChosenValues } from './selection';
import styles from './Dropdown.module.css';

/** More do not fit on a line; the number tells of them. */
const MOST_CHIPS = 12;

interface ChosenProps {
  chosen: ChosenValues;
  known: readonly Option[];
  multi: boolean;
  placeholder: string | undefined;
  texts: Required<DropdownTexts>;
}

export function Chosen({ chosen, known, multi, placeholder, texts }: ChosenProps) {
  const options = chosen.slice(0, MOST_CHIPS).flatMap((value) => known.find((option) => option.value === value) ?? []);
  if (options.length === 0) {
    return <span className={classes('dash-dropdown-value', 'dash-dropdown-placeholder', styles.placeholder)}>{placeholder ?? '\u00a0'}</span>;
  }
  if (!multi) {
    return <span className={classes('dash-dropdown-value', styles.value)} title={options[0]?.title}>{options[0]?.label}</span>;
  }
  return (
    <>
      <span className={classes('dash-dropdown-value', styles.chips)}>
        {options.map((option) => (
          <span key={`${typeof option.value}:${option.value}`} className={classes('dash-dropdown-value-item', styles.chip)} title={option.title}>
            {option.label}
          </span>
        ))}
      </span>
      {chosen.length > 1 && (
        <span className={classes('dash-dropdown-value-count', styles.count)}>
          {texts.selected_count.replace('{num_selected}', String(chosen.length))}
        </span>
      )}
    </>
  );
}
