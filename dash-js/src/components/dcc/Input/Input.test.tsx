// When an `Input` reports, and what.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mount, type Mounted } from '../shared/testing';
import { Input } from './Input';
import type { InputProps } from './Input.types';

let mounted: Mounted<InputProps>;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(props: Omit<InputProps, 'setProps'>): HTMLInputElement {
  mounted = mount(Input, props);
  return mounted.container.querySelector('input')!;
}

const type = (field: HTMLInputElement, text: string) => fireEvent.change(field, { target: { value: text } });
const values = () => mounted.reportedFor('value');

describe('text', () => {
  it('reports every change', () => {
    const field = open({ value: '' });
    type(field, 'a');
    type(field, 'ab');
    type(field, '');
    expect(values()).toEqual(['a', 'ab', '']);
  });

  it('shows what the server sets and reports nothing for it', () => {
    const field = open({ value: 'old' });
    mounted.fromServer({ value: 'new' });
    expect(field.value).toBe('new');
    mounted.fromServer({ value: null });
    expect(field.value).toBe('');
    fireEvent.blur(field);
    expect(values()).toEqual([]);
  });

  it.each([[0, '0'], ['', ''], [null, '']])('shows the value %j as %j', (value, text) =>
    expect(open({ value }).value).toBe(text));
});

describe('debounce', () => {
  it('true waits for Enter, and sends value and n_submit together', () => {
    const field = open({ debounce: true, n_submit: 2 });
    type(field, 'abc');
    expect(mounted.reported).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(mounted.reported).toEqual([{ value: 'abc', n_submit: 3, n_submit_timestamp: expect.any(Number) }]);
  });

  it('true waits for the focus to leave', () => {
    const field = open({ debounce: true });
    type(field, 'abc');
    fireEvent.blur(field);
    expect(mounted.reported).toEqual([{ value: 'abc', n_blur: 1, n_blur_timestamp: expect.any(Number) }]);
  });

  it('a number waits that many seconds after the last key', () => {
    vi.useFakeTimers();
    const field = open({ debounce: 0.5 });
    type(field, 'a');
    act(() => void vi.advanceTimersByTime(400));
    type(field, 'ab');
    act(() => void vi.advanceTimersByTime(400));
    expect(values()).toEqual([]);
    act(() => void vi.advanceTimersByTime(100));
    expect(values()).toEqual(['ab']);
  });

  it('a value from the server ends the wait', () => {
    vi.useFakeTimers();
    const field = open({ debounce: 0.5, value: '' });
    type(field, 'mine');
    mounted.fromServer({ value: 'theirs' });
    act(() => void vi.advanceTimersByTime(1000));
    expect([field.value, values()]).toEqual(['theirs', []]);
  });
});

describe('number', () => {
  it.each<[string, Omit<InputProps, 'setProps'>, unknown]>([
    ['12', {}, 12],
    ['0', {}, 0],
    ['-1.5', {}, -1.5],
    ['', { value: 3 }, null],
    ['11', { value: 3, max: 10 }, null],
    ['-1', { value: 3, min: 0 }, null],
  ])('reads %j with %j as %j, and leaves it there', (text, props, expected) => {
    const field = open({ type: 'number', ...props });
    type(field, text);
    expect([values(), field.value]).toEqual([[expected], text]);
  });

  it('keeps what is being typed while its number stays the same', () => {
    const field = open({ type: 'number', value: 1 });
    type(field, '1.0');
    expect([field.value, values()]).toEqual(['1.0', []]);
    mounted.fromServer({ value: 2 });
    expect(field.value).toBe('2');
  });

  it('steps with its buttons and stops at the limits', () => {
    const field = open({ type: 'number', value: 8, max: 9 });
    fireEvent.click(screen.getByLabelText('Increase'));
    expect([field.value, values()]).toEqual(['9', [9]]);
    expect(screen.getByLabelText<HTMLButtonElement>('Increase').disabled).toBe(true);
  });
});

describe('attributes', () => {
  it('takes Dash\'s spellings of flags', () => {
    const field = open({ disabled: 'DISABLED', readOnly: 'readonly', required: false });
    expect([field.disabled, field.readOnly, field.required]).toEqual([true, true, false]);
  });

  it.each<[string, Omit<InputProps, 'setProps'>, string | null]>([
    ['its placeholder', { id: 'x', placeholder: 'Name' }, 'Name'],
    ['its id in words', { id: 'first-name' }, 'first name'],
    ['what the author says', { id: 'x', 'aria-label': 'City' }, 'City'],
  ])('is named by %s', (_, props, name) => expect(open(props).getAttribute('aria-label')).toBe(name));

  it('leaves its name to a label', () => {
    mount(Input, { id: 'city' }, (input) => <><label htmlFor="city">City</label>{input}</>);
    expect(screen.getByLabelText('City').getAttribute('aria-label')).toBeNull();
  });
});
