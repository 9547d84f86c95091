// How a `Dropdown` is worked by keys and pointer, and what it reports.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { Dropdown } from './Dropdown';
import type { DropdownProps } from './Dropdown.types';

afterEach(cleanup);

const REGIONS = ['North', 'South', 'East'];

const open = (props: Omit<DropdownProps, 'setProps'>) => mount(Dropdown, { id: 'region', options: REGIONS, ...props });
const control = () => document.getElementById('region') as HTMLButtonElement;
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search' });
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const rows = () => screen.queryAllByRole('option').map((row) => row.textContent);
const highlighted = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const isOpen = () => control().getAttribute('aria-expanded') === 'true';

describe('one value', () => {
  it('shows the label of its value', () => {
    open({ options: { n: 'North' }, value: 'n' });
    expect(control().textContent).toBe('North');
  });

  it('is chosen with the pointer', async () => {
    const { reported } = open({ value: 'North' });
    fireEvent.click(control());
    fireEvent.click(screen.getByText('East'));
    expect([reported, isOpen(), control().textContent]).toEqual([[{ value: 'East' }], false, 'East']);
    await waitFor(() => expect(document.activeElement).toBe(control()));
  });

  it('is sent before the control has the focus again, for which the browser takes its time', async () => {
    const order: string[] = [];
    const setProps = () => queueMicrotask(() => order.push('sent'));
    render(<Dropdown id="region" options={REGIONS} setProps={setProps} />);
    fireEvent.click(control());
    control().addEventListener('focus', () => order.push('focus'));
    fireEvent.click(screen.getByText('East'));
    await waitFor(() => expect(order).toEqual(['sent', 'focus']));
  });

  it('is chosen with keys alone', async () => {
    const { reportedFor } = open({ value: 'North' });
    control().focus();
    press('ArrowDown');
    expect([document.activeElement, highlighted()]).toEqual([field(), 'North']);
    press('ArrowDown');
    press('Enter');
    expect([reportedFor('value'), isOpen()]).toEqual([['South'], false]);
    await waitFor(() => expect(document.activeElement).toBe(control()));
  });

  it('is left alone by Escape', () => {
    const { reported } = open({ value: 'North' });
    fireEvent.click(control());
    press('ArrowDown');
    press('Escape');
    expect([reported, isOpen(), document.activeElement]).toEqual([[], false, control()]);
  });

  it('is cleared by its button, and by Delete', () => {
    const { reported } = open({ value: 'North' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(reported).toEqual([{ value: null }]);
    press('Delete');
    expect(reported.length).toBe(1);
  });

  it('cannot be cleared against the will of the author', () => {
    const { reported } = open({ value: 'North', clearable: false });
    expect(screen.queryByRole('button', { name: 'Clear selection' })).toBeNull();
    control().focus();
    press('Delete');
    expect(reported).toEqual([]);
  });

  it.each([[0, 'zero'], [false, 'no'], ['', 'blank']])('may be %j', (value, label) => {
    open({ options: [{ label, value }], value });
    expect(control().textContent).toBe(label);
    expect(screen.getByRole('button', { name: 'Clear selection' })).toBeTruthy();
  });

  it('is shown when the server sets it, and not reported', () => {
    const { reported, fromServer } = open({ value: 'North' });
    fromServer({ value: 'South' });
    expect(control().textContent).toBe('South');
    fromServer({ value: null });
    expect([control().textContent!.trim(), reported]).toEqual(['', []]);
  });
});

describe('search', () => {
  it('filters, highlights the best match and reports what is sought', () => {
    const { reported } = open({ placeholder: 'Region' });
    fireEvent.click(control());
    type('ou');
    expect([rows(), highlighted()]).toEqual([['South'], 'South']);
    press('Enter');
    expect(reported).toEqual([{ search_value: 'ou' }, { value: 'South' }, { search_value: null }]);
  });

  it('starts with a letter typed on the control', () => {
    open({});
    control().focus();
    press('e');
    expect([field().value, rows()]).toEqual(['e', ['East']]);
  });

  it('says when it finds nothing', () => {
    open({ labels: { no_options_found: 'Nichts gefunden' } });
    fireEvent.click(control());
    type('zzz');
    expect(screen.getByRole('status').textContent).toBe('Nichts gefunden');
  });

  it('shows options that a callback finds for it', () => {
    const { fromServer } = open({ options: [] });
    fireEvent.click(control());
    type('ber');
    fromServer({ options: ['Berlin', 'Bern'] });
    expect(rows()).toEqual(['Berlin', 'Bern']);
  });
});

describe('several values', () => {
  it('are picked one after the other in an open list', () => {
    const { reportedFor } = open({ multi: true });
    fireEvent.click(control());
    fireEvent.click(screen.getByRole('option', { name: 'East' }));
    fireEvent.click(screen.getByRole('option', { name: 'North' }));
    fireEvent.click(screen.getByRole('option', { name: 'East' }));
    expect([reportedFor('value'), isOpen()]).toEqual([[['East'], ['East', 'North'], ['North']], true]);
  });

  it('come first in the list when it opens, and stay there', () => {
    open({ multi: true, value: ['East'] });
    fireEvent.click(control());
    expect(rows()).toEqual(['East', 'North', 'South']);
    fireEvent.click(screen.getByRole('option', { name: 'South' }));
    expect(rows()).toEqual(['East', 'North', 'South']);
  });

  it('are shown as chips with their number', () => {
    open({ multi: true, value: ['East', 'North'] });
    expect(control().textContent).toBe('EastNorth2 selected');
  });

  it('can be chosen and dropped all at once, within the search', () => {
    const { reportedFor } = open({ multi: true, value: ['North'] });
    fireEvent.click(control());
    type('th');
    fireEvent.click(screen.getByText('Select all'));
    fireEvent.click(screen.getByText('Deselect all'));
    expect(reportedFor('value')).toEqual([['North', 'South'], []]);
  });

  it('keep one where the user may not choose nothing', () => {
    const { reported } = open({ multi: true, value: ['North'], clearable: false });
    fireEvent.click(control());
    fireEvent.click(screen.getByRole('option', { name: 'North' }));
    expect([reported, screen.getByText<HTMLButtonElement>('Deselect all').disabled]).toEqual([[], true]);
  });

  it('are reported once, at the end, with debounce', () => {
    const { reported } = open({ multi: true, debounce: true });
    fireEvent.click(control());
    fireEvent.click(screen.getByRole('option', { name: 'North' }));
    fireEvent.click(screen.getByRole('option', { name: 'East' }));
    expect(reported).toEqual([]);
    press('Escape');
    expect(reported).toEqual([{ value: ['North', 'East'] }]);
  });

  it('are worked by keys without a search field', () => {
    const { reportedFor } = open({ multi: true, searchable: false });
    control().focus();
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    press('ArrowDown');
    press(' ');
    press('End');
    press('Enter');
    expect(reportedFor('value')).toEqual([['North'], ['North', 'East']]);
  });
});

describe('the list', () => {
  it('closes when the user turns elsewhere', () => {
    open({});
    fireEvent.click(control());
    fireEvent.pointerDown(document.body);
    expect(isOpen()).toBe(false);
  });

  it('does not open while it is disabled', () => {
    open({ disabled: true });
    fireEvent.click(control());
    expect(isOpen()).toBe(false);
  });

  it('does not choose a disabled option', () => {
    const { reported } = open({ options: [{ label: 'Off', value: 1, disabled: true }] });
    fireEvent.click(control());
    fireEvent.click(screen.getByText('Off'));
    expect([reported, isOpen()]).toEqual([[], true]);
  });

  it('stays open after a choice on request', () => {
    open({ closeOnSelect: false });
    fireEvent.click(control());
    fireEvent.click(screen.getByText('North'));
    expect(isOpen()).toBe(true);
  });

  it('draws only a part of very many options', async () => {
    open({ options: Array.from({ length: 5000 }, (_, i) => i) });
    fireEvent.click(control());
    expect(rows().length).toBeLessThanOrEqual(200);
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-setsize')).not.toBeNull();
  });
});

describe('when options change', () => {
  it('a value that is none of them goes', () => {
    const { reported, fromServer } = open({ value: 'North' });
    fromServer({ options: ['South', 'East'] });
    expect(reported).toEqual([{ value: null }]);
  });

  it('values that are none of them go', () => {
    const { reported, fromServer } = open({ value: ['North', 'East'], multi: true });
    fromServer({ options: ['South', 'East'] });
    expect(reported).toEqual([{ value: ['East'] }]);
  });

  it('the value stays while the user searches', () => {
    const { reportedFor, fromServer } = open({ value: 'North' });
    fireEvent.click(control());
    type('ber');
    fromServer({ options: ['Berlin', 'Bern'] });
    expect(reportedFor('value')).toEqual([]);
  });

  it('equal options change nothing', () => {
    const { reported, fromServer } = open({ value: 'North' });
    fromServer({ options: [...REGIONS] });
    expect(reported).toEqual([]);
  });
});

describe("the browser's own list", () => {
  const native = () => screen.getByRole<HTMLSelectElement>('combobox');

  it('serves one value without a search', () => {
    const { reported } = open({ searchable: false, options: [1, 2], value: 1 });
    expect(native().tagName).toBe('SELECT');
    fireEvent.change(native(), { target: { value: '1' } });
    fireEvent.change(native(), { target: { value: '-1' } });
    expect(reported).toEqual([{ value: 2 }, { value: null }]);
  });

  it('offers nothing only where that may be chosen', () => {
    open({ searchable: false, value: 'North', clearable: false });
    expect(within(native()).getAllByRole('option').length).toBe(3);
  });

  it('does not serve components as labels', () => {
    open({ searchable: false, options: [{ label: <b>x</b>, value: 1 }] });
    expect(control().tagName).toBe('BUTTON');
  });
});

it.each<[string, Omit<DropdownProps, 'setProps'>, string]>([
  ['its placeholder', { placeholder: 'Choose' }, 'Choose'],
  ['its id', {}, 'region'],
])('is named by %s', (_, props, name) => {
  open(props);
  expect(control().getAttribute('aria-label')).toBe(name);
});
