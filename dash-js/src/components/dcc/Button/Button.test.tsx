// What a `Button` counts.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { Button } from './Button';

afterEach(cleanup);

const button = () => screen.getByRole<HTMLButtonElement>('button');

it('counts clicks from where the server left off', () => {
  const { reportedFor, fromServer } = mount(Button, { n_clicks: 4, children: 'Go' });
  fireEvent.click(button());
  fireEvent.click(button());
  fromServer({ n_clicks: 0 });
  fireEvent.click(button());
  expect(reportedFor('n_clicks')).toEqual([5, 6, 1]);
  expect(reportedFor('n_clicks_timestamp')).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
});

it('counts how often it lost focus', () => {
  const { reportedFor } = mount(Button, {});
  fireEvent.blur(button());
  expect(reportedFor('n_blur')).toEqual([1]);
});

it('does nothing while it is disabled', () => {
  const { reported } = mount(Button, { disabled: true, children: 'Go' });
  fireEvent.click(button());
  expect(reported).toEqual([]);
});

it('submits no form unless it is told to', () => {
  const { fromServer } = mount(Button, { type: null });
  expect(button().type).toBe('button');
  fromServer({ type: 'submit' });
  expect(button().type).toBe('submit');
});

it('keeps persistence off the page', () => {
  mount(Button, { id: 'b', persistence: true, persisted_props: ['value'] });
  expect(button().getAttributeNames().sort()).toEqual(['class', 'id', 'type']);
});
