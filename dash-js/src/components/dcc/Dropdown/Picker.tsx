// The closed control: shows what is chosen, opens the list, clears the choice.
import { useId, useRef, type KeyboardEvent } from 'react';
import { useLoading } from '../../../render/context';
import { classes } from '../shared/classes';
import { useFallbackName } from '../shared/label';
import type { Option } from '../shared/options';
import { Chosen } from './Chosen';
import type { DropdownProps } from './Dropdown.types';
import { PickerPopup } from './PickerPopup';
import { textsOf } from './texts';
import { usePicker } from './usePicker';
import styles from './Dropdown.module.css';

export function Picker({ known, ...props }: DropdownProps & { known: readonly Option[] }) {
  const picker = usePicker(props, known);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const popupId = useId();
  const texts = textsOf(props.labels);
  const isClearable = props.clearable !== false && !props.disabled && picker.chosen.length > 0;
  useFallbackName(trigger, props, props.placeholder);

  // Looking where to scroll, the browser would lay out the page while callbacks wait to be sent; the list stands at the control.
  const focus = () => trigger.current?.focus({ preventScroll: true });
  const clear = () => {
    picker.choose([]);
    focus();
  };

  return (
    <div
      ref={root}
      className={classes('dash-dropdown', styles.picker, props.className)}
      style={props.style}
      data-dash-is-loading={useLoading() || undefined}
    >
      <button
        ref={trigger}
        type="button"
        id={props.id}
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={picker.isOpen}
        aria-controls={picker.isOpen ? popupId : undefined}
        aria-label={props['aria-label']}
        aria-labelledby={props['aria-labelledby']}
        className={classes(styles.control, styles.trigger, isClearable && styles.clearable)}
        disabled={props.disabled === true}
        onClick={() => (picker.isOpen ? picker.close() : picker.open())}
        onKeyDown={(event) => !picker.isOpen && onKey(event, props, picker, isClearable ? clear : null)}
      >
        <Chosen chosen={picker.chosen} known={known} multi={props.multi === true} placeholder={props.placeholder} texts={texts} />
      </button>
      {isClearable && (
        <button type="button" className={classes('dash-dropdown-clear', styles.clear)} aria-label={texts.clear_selection} title={texts.clear_selection} onClick={clear}>
          ×
        </button>
      )}
      {picker.isOpen && <PickerPopup id={popupId} props={props} picker={picker} texts={texts} anchor={root} onDone={focus} />}
    </div>
  );
}

type Opens = Pick<ReturnType<typeof usePicker>, 'open'>;

/** Arrow keys open the list, letters open it and search, Delete clears. Enter and Space click by themselves. */
function onKey(event: KeyboardEvent, { searchable }: DropdownProps, picker: Opens, clear: (() => void) | null) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const isLetter = key.length === 1 && key !== ' ' && searchable !== false;
  if (key === 'ArrowDown' || key === 'ArrowUp') picker.open();
  else if (isLetter) picker.open(key);
  else if ((key === 'Delete' || key === 'Backspace') && clear) clear();
  else return;
  event.preventDefault();
}
