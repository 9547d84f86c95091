// How a `Slider` is worked, and what it reports when.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mount } from '../shared/testing';
import { Slider } from './Slider';
import type { SliderProps } from './Slider.types';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (props: Omit<SliderProps, 'setProps'>) => mount(Slider, { id: 'speed', min: 0, max: 10, ...props });
const handle = () => screen.getByRole<HTMLInputElement>('slider');
const field = () => screen.getByRole<HTMLInputElement>('spinbutton');

/** Presses, moves and lets go on a track that is 100 pixels long. */
function drag(container: HTMLElement, ...places: number[]) {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 100));
  const rail = container.querySelector('.dash-slider-wrapper')!;
  const [first, ...rest] = places;
  fireEvent.pointerDown(rail, { button: 0, clientX: first, clientY: first });
  for (const place of rest) fireEvent.pointerMove(rail, { clientX: place, clientY: place });
  return () => fireEvent.pointerUp(rail);
}

describe('a drag', () => {
  it('reports drag_value on the way and value at its end', () => {
    const { container, reported } = open({ value: 2, drag_value: 2 });
    const letGo = drag(container, 50, 70, 72, 90);
    expect(reported).toEqual([{ drag_value: 5 }, { drag_value: 7 }, { drag_value: 9 }]);
    letGo();
    expect(reported.at(-1)).toEqual({ value: 9 });
  });

  it('reports both on the way with updatemode="drag"', () => {
    const { container, reported } = open({ value: 2, drag_value: 2, updatemode: 'drag' });
    drag(container, 50, 70)();
    expect(reported).toEqual([{ value: 5, drag_value: 5 }, { value: 7, drag_value: 7 }]);
  });

  it('that starts on the handle does not make it jump', () => {
    const { container, reported } = open({ value: 5, drag_value: 5 });
    drag(container, 57)();
    expect(reported).toEqual([]);
    drag(container, 57, 67)();
    expect(reported.at(-1)).toEqual({ value: 6 });
  });

  it('goes upwards on an upright slider, and backwards on a reversed one', () => {
    const upright = open({ value: 0, drag_value: 0, vertical: true });
    drag(upright.container, 20)();
    expect(upright.reportedFor('value')).toEqual([8]);
    cleanup();
    const reversed = open({ value: 0, drag_value: 0, reverse: true });
    drag(reversed.container, 20)();
    expect(reversed.reportedFor('value')).toEqual([8]);
  });

  it('does nothing while it is disabled', () => {
    const { container, reported } = open({ value: 2, drag_value: 2, disabled: true });
    drag(container, 50, 70)();
    expect(reported).toEqual([]);
  });
});

it('a press on a label goes to its mark, even off the steps', () => {
  const { reportedFor } = open({ value: 0, drag_value: 0, step: 5, marks: { 0: 'none', 3: 'some', 10: 'all' } });
  fireEvent.pointerDown(screen.getByText('some'), { button: 0, bubbles: true });
  fireEvent.pointerUp(screen.getByText('some'));
  expect(reportedFor('value')).toEqual([3]);
});

it('keys move and report at once', () => {
  const { reported } = open({ value: 2, drag_value: 2 });
  fireEvent.keyDown(handle(), { key: 'ArrowRight' });
  fireEvent.keyDown(handle(), { key: 'End' });
  expect(reported).toEqual([{ drag_value: 3 }, { value: 3 }, { drag_value: 10 }, { value: 10 }]);
});

it('a screen reader moves the hidden input', () => {
  const { reportedFor } = open({ value: 2, drag_value: 2 });
  fireEvent.change(handle(), { target: { value: '6' } });
  expect(reportedFor('value')).toEqual([6]);
});

describe('from the server', () => {
  it('a value is shown; drag_value follows it, value is not reported', () => {
    const { reported, fromServer } = open({ value: 2 });
    fromServer({ value: 7 });
    expect(handle().value).toBe('7');
    expect(reported).toEqual([{ drag_value: 2 }, { drag_value: 7 }]);
  });

  it('no value is the least one, unreported', () => {
    const { reported } = open({ min: 3 });
    expect([handle().value, reported]).toEqual(['3', []]);
  });
});

describe('the field', () => {
  it('moves the handle while it is typed, and reports at Enter', () => {
    const { reported } = open({ value: 2, drag_value: 2 });
    fireEvent.change(field(), { target: { value: '7' } });
    expect(reported).toEqual([{ drag_value: 7 }]);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(reported.at(-1)).toEqual({ value: 7 });
  });

  it.each([['99', 10], ['3.4', 3], ['', null], ['-', null]])('%j becomes %j when the focus leaves', (text, expected) => {
    const { reportedFor } = open({ value: 2, drag_value: 2 });
    fireEvent.change(field(), { target: { value: text } });
    fireEvent.blur(field());
    expect([field().value, reportedFor('value')]).toEqual(expected === null ? ['2', []] : [String(expected), [expected]]);
  });

  it.each<Omit<SliderProps, 'setProps'>>([{ allow_direct_input: false }, { vertical: true }, { step: null, marks: { 0: 'a', 9: 'b' } }])(
    'is not there with %j',
    (props) => {
      open(props);
      expect(screen.queryByRole('spinbutton')).toBeNull();
    },
  );
});

describe('the tooltip', () => {
  it('shows the value in its template', () => {
    open({ value: 4, tooltip: { template: '{value} km/h', always_visible: true } });
    expect(screen.getByText('4 km/h')).toBeTruthy();
    expect(handle().getAttribute('aria-valuetext')).toBe('4 km/h');
  });

  it("asks the page's own function", () => {
    Object.assign(window, { dccFunctions: { units: { twice: (value: number) => value * 2 } } });
    open({ value: 4, marks: null, tooltip: { transform: 'units.twice' } });
    expect(screen.getByText('8')).toBeTruthy();
  });
});

it('is named by its label, else by its id', () => {
  mount(Slider, { id: 'speed' }, (slider) => <><label htmlFor="speed">Speed limit</label>{slider}</>);
  expect(screen.getByRole('group', { name: 'Speed limit' })).toBeTruthy();
  cleanup();
  open({});
  expect(screen.getByRole('slider', { name: 'speed' })).toBe(handle());
});
