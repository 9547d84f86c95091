// What a `Textarea` shows and reports.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { Textarea } from './Textarea';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

it('reports every change, and emptiness too', () => {
  const { reportedFor } = mount(Textarea, { value: 'a' });
  fireEvent.change(field(), { target: { value: 'ab' } });
  fireEvent.change(field(), { target: { value: '' } });
  expect(reportedFor('value')).toEqual(['ab', '']);
});

it('shows what the server sets without reporting it', () => {
  const { reported, fromServer } = mount(Textarea, { value: 'a' });
  fromServer({ value: 'b' });
  expect(field().value).toBe('b');
  fromServer({ value: null });
  expect(field().value).toBe('');
  expect(reported).toEqual([]);
});

it('counts clicks and lost focus', () => {
  const { reportedFor } = mount(Textarea, { n_clicks: 1 });
  fireEvent.click(field());
  fireEvent.blur(field());
  expect([reportedFor('n_clicks'), reportedFor('n_blur')]).toEqual([[2], [1]]);
});

it("takes Dash's spellings of flags", () => {
  mount(Textarea, { disabled: 'DISABLED', readOnly: 'readonly', required: true });
  expect([field().disabled, field().readOnly, field().required]).toEqual([true, true, true]);
});

it('is named by its placeholder when nothing else names it', () => {
  mount(Textarea, { id: 'notes', placeholder: 'Your notes' });
  expect(screen.getByLabelText('Your notes')).toBe(field());
});
