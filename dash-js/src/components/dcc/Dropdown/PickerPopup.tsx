// The open list: a search field, buttons for all, and the options.
import { lazy, Suspense, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { classes } from '../shared/classes';
import type { Option } from '../shared/options';
import { Popup } from '../shared/Popup';
import type { DropdownProps, DropdownTexts } from './Dropdown.types';
import { moved } from './moves';
import { OptionList, type OptionListProps } from './OptionList';
import { withAll, withoutAll } from './selection';
import type { PickerState } from './usePicker';
import styles from './Dropdown.module.css';

/** From here on only the options in view are drawn. */
const MANY = 200;
const VirtualList = lazy(() => import('./VirtualList'));

interface PickerPopupProps {
  id: string;
  props: DropdownProps;
  picker: PickerState;
  texts: Required<DropdownTexts>;
  anchor: RefObject<HTMLElement | null>;
  /** Gives the focus back to the control. */
  onDone: () => void;
}

export function PickerPopup({ id, props, picker, texts, anchor, onDone }: PickerPopupProps) {
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = `${id}-list`;
  const { shown, active } = picker;
  const activeId = active >= 0 ? `${listId}-${active}` : undefined;
  const isSearchable = props.searchable !== false;

  useEffect(() => {
    // On a phone the keyboard would cover the list before it was read.
    const isTouch = window.matchMedia('(pointer: coarse)').matches;
    (isSearchable && (!isTouch || picker.query) ? field : list).current?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target === field.current && picker.query !== '' && (event.key === 'Home' || event.key === 'End');
    const next = isTyping ? null : moved(event.key, active, shown);
    if (next !== null) picker.highlight(next);
    else if (event.key === 'Escape' || (event.key === 'Tab' && !hasButtons(props))) leave();
    else if (event.key === 'Enter' && isOption(event)) pick(shown[active]);
    else if (event.key === ' ' && event.target === list.current) pick(shown[active]);
    else return typeInField(event);
    // Tab goes on from the control, which has the focus again.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => {
    onDone();
    picker.close();
  };
  const pick = (option: Option | undefined) => {
    // The choice goes first: for a new focus the browser works out what the page looks like.
    if (option && picker.pick(option)) queueMicrotask(onDone);
  };
  /** A letter typed on the list belongs to the search, and gets there when the field has the focus. */
  const typeInField = (event: KeyboardEvent) => {
    if (event.target === list.current && event.key.length === 1 && !event.ctrlKey && !event.metaKey) field.current?.focus();
  };
  const isOption = (event: KeyboardEvent) => event.target === field.current || event.target === list.current;

  const listProps: OptionListProps = {
    id: listId,
    label: texts.search,
    options: shown,
    chosen: picker.chosen,
    active,
    multi: props.multi === true,
    optionHeight: typeof props.optionHeight === 'number' ? props.optionHeight : undefined,
    maxHeight: props.maxHeight ?? 200,
    onHighlight: picker.highlight,
    onPick: pick,
  };

  return (
    <Popup
      id={id}
      role="dialog"
      aria-label={props.placeholder ?? texts.search}
      anchor={anchor}
      onLeave={picker.close}
      className="dash-dropdown-content"
      onKeyDown={onKeyDown}
    >
      {isSearchable && (
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={texts.search}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.search}
          className={classes('dash-dropdown-search', styles.search)}
          value={picker.query}
          onChange={(event) => picker.find(event.target.value)}
        />
      )}
      {hasButtons(props) && shown.length > 0 && (
        <div className={styles.actions}>
          <button type="button" onClick={() => picker.choose(withAll(picker.chosen, shown))}>{texts.select_all}</button>
          <button type="button" disabled={!canClear(picker, props)} onClick={() => picker.choose(withoutAll(picker.chosen, shown))}>{texts.deselect_all}</button>
        </div>
      )}
      {shown.length === 0 ? (
        <p id={listId} role="status" className={classes('dash-dropdown-options', styles.none)}>{texts.no_options_found}</p>
      ) : shown.length <= MANY ? (
        <OptionList {...listProps} list={list} />
      ) : (
        <Suspense fallback={<OptionList {...listProps} options={shown.slice(0, MANY)} list={list} />}>
          <VirtualList {...listProps} list={list} />
        </Suspense>
      )}
    </Popup>
  );
}

const hasButtons = ({ multi }: DropdownProps) => multi === true;

/** Deselecting all must leave something where the user may not choose nothing. */
const canClear = ({ chosen, shown }: PickerState, { clearable }: DropdownProps) =>
  clearable !== false || withoutAll(chosen, shown).length > 0;
