// What `RadioItems` choose and report.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { RadioItems } from './RadioItems';

afterEach(cleanup);

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const chosen = () => screen.getAllByRole<HTMLInputElement>('radio').map((input) => input.checked);

it('reports the value, not its text', () => {
  const { reportedFor } = mount(RadioItems, { options: [1, true, 'x'], value: 1 });
  fireEvent.click(box('true'));
  fireEvent.click(box('x'));
  expect(reportedFor('value')).toEqual([true, 'x']);
});

it.each([[0, [true, false]], [false, [false, true]], [null, [false, false]]])('chooses %j', (value, expected) => {
  mount(RadioItems, { options: [0, false], value });
  expect(chosen()).toEqual(expected);
});

it('shows what the server sets', () => {
  const { reported, fromServer } = mount(RadioItems, { options: ['a', 'b'], value: 'a' });
  fromServer({ value: 'b' });
  expect(chosen()).toEqual([false, true]);
  expect(reported).toEqual([]);
});

it('keeps two lists apart', () => {
  mount(RadioItems, { options: ['a'], value: 'a' });
  mount(RadioItems, { options: ['a'] });
  const [first, second] = screen.getAllByRole<HTMLInputElement>('radio');
  expect(first?.name).not.toBe(second?.name);
});
