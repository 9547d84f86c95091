// The state of an open or closed `Picker`, and what the user can do to it.
import { useMemo, useState } from 'react';
import { equal } from '../../../equal';
import { useDraft } from '../shared/draft';
import type { Option } from '../shared/options';
import type { DropdownProps } from './Dropdown.types';
import { nearest } from './moves';
import { search } from './search';
import { chosenFirst, chosenOf, picked, valueOf, type Chosen } from './selection';

export interface PickerState {
  isOpen: boolean;
  query: string;
  chosen: Chosen;
  /** The options in the list now. */
  shown: readonly Option[];
  /** The place of the highlighted one, or -1. */
  active: number;
  open: (query?: string) => void;
  close: () => void;
  highlight: (index: number) => void;
  find: (query: string) => void;
  choose: (chosen: Chosen) => void;
  /** Returns whether the list closed on it. */
  pick: (option: Option) => boolean;
}

interface Session {
  /** What was chosen when the list opened: it stays on top. */
  first: Chosen;
  active: number;
}

export function usePicker(props: DropdownProps, known: readonly Option[]): PickerState {
  const { setProps, debounce, search_order } = props;
  const multi = props.multi === true;
  const clearable = props.clearable !== false;
  const [session, setSession] = useState<Session | null>(null);
  const [query, setQuery] = useDraft(props.search_value, (value) => value ?? '', (draft, value) => draft === (value ?? ''));
  // With `debounce` a choice is held back until the list closes.
  const [chosen, hold] = useDraft<Chosen, DropdownProps['value']>(props.value, chosenOf, () => false);

  const ordered = useMemo(() => (multi && session ? chosenFirst(known, session.first) : known), [multi, known, session?.first]);
  const shown = useMemo(() => search(ordered, query, search_order), [ordered, query, search_order]);

  const open = (typed?: string) => {
    if (props.disabled) return;
    const place = shown.findIndex(({ value }) => value === chosen[0]);
    setSession({ first: chosen, active: multi || typed != null ? -1 : place });
    if (typed != null) find(typed);
  };
  const close = (latest: Chosen = chosen) => {
    if (!session) return;
    const changed = {
      ...(props.search_value != null && { search_value: null }),
      ...(debounce && !equal(latest, chosenOf(props.value)) && { value: valueOf(latest, multi) }),
    };
    if (Object.keys(changed).length > 0) setProps(changed);
    setSession(null);
    setQuery('');
  };
  const find = (typed: string) => {
    setQuery(typed);
    setProps({ search_value: typed });
    const found = search(ordered, typed, search_order);
    setSession((before) => ({ first: before?.first ?? chosen, active: typed ? nearest(found, 0, 1, false) : -1 }));
  };
  const choose = (next: Chosen) => {
    // Told first: callbacks are on their way before anything is drawn.
    if (!debounce || !session) setProps({ value: valueOf(next, multi) });
    hold(next);
  };
  const pick = (option: Option) => {
    const next = option.disabled ? null : picked(chosen, option.value, { multi, clearable });
    if (!next) return false;
    choose(next);
    const closes = props.closeOnSelect ?? !multi;
    if (closes) close(next);
    return closes;
  };

  return {
    isOpen: session !== null,
    query,
    chosen,
    shown,
    active: session && session.active < shown.length ? session.active : -1,
    open,
    close: () => close(),
    highlight: (active) => setSession((before) => before && { ...before, active }),
    find,
    choose,
    pick,
  };
}
