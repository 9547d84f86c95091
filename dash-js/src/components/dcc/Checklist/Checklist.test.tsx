// What a `Checklist` ticks and reports.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { Checklist } from './Checklist';

afterEach(cleanup);

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const ticked = () => screen.getAllByRole<HTMLInputElement>('checkbox').map((input) => input.checked);

it('appends what is ticked and drops what is not', () => {
  const { reportedFor } = mount(Checklist, { options: ['a', 'b', 'c'], value: ['c'] });
  fireEvent.click(box('a'));
  fireEvent.click(box('c'));
  fireEvent.click(box('a'));
  expect(reportedFor('value')).toEqual([['c', 'a'], ['a'], []]);
});

it('knows 0, false and "" as values, and tells 1 from "1"', () => {
  mount(Checklist, { options: [0, false, '', 1, '1'], value: [0, false, '', 1] });
  expect(ticked()).toEqual([true, true, true, true, false]);
});

it('keeps values that are no longer among the options', () => {
  const { reportedFor } = mount(Checklist, { options: ['a'], value: ['gone'] });
  fireEvent.click(box('a'));
  expect(reportedFor('value')).toEqual([['gone', 'a']]);
});

it('shows what the server sets', () => {
  const { reported, fromServer } = mount(Checklist, { options: { x: 'Ex', y: 'Why' }, value: ['x'] });
  fromServer({ value: ['y'] });
  expect(ticked()).toEqual([false, true]);
  fromServer({ value: null });
  expect(ticked()).toEqual([false, false]);
  expect(reported).toEqual([]);
});

it('does not let a disabled option be ticked', () => {
  mount(Checklist, { options: [{ label: 'A', value: 'a', disabled: true }] });
  expect(box('A').disabled).toBe(true);
});

describe('name of the group', () => {
  it('comes from a label that points at it', () => {
    mount(Checklist, { id: 'toppings', options: ['a'] }, (list) => <><label htmlFor="toppings">On top</label>{list}</>);
    expect(screen.getByRole('group', { name: 'On top' })).toBeTruthy();
  });

  it('comes from its id otherwise', () => {
    mount(Checklist, { id: 'extra-toppings', options: ['a'] });
    expect(screen.getByRole('group', { name: 'extra toppings' })).toBeTruthy();
  });
});
