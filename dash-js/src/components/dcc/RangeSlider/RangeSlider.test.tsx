// Several handles on one track.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { RangeSlider } from './RangeSlider';
import type { RangeSliderProps } from './RangeSlider.types';

afterEach(cleanup);

const open = (props: Omit<RangeSliderProps, 'setProps'>) => mount(RangeSlider, { id: 'price', min: 0, max: 10, ...props });
const handles = () => screen.getAllByRole<HTMLInputElement>('slider');
const places = () => handles().map(({ value }) => Number(value));
const press = (handle: number, key: string) => fireEvent.keyDown(handles()[handle]!, { key });

it('reports the value of every handle', () => {
  const { reported } = open({ value: [2, 6], drag_value: [2, 6] });
  press(0, 'ArrowRight');
  press(1, 'End');
  expect(reported).toEqual([{ drag_value: [3, 6] }, { value: [3, 6] }, { drag_value: [3, 10] }, { value: [3, 10] }]);
});

it.each<[Omit<RangeSliderProps, 'setProps'>, number[]]>([
  [{}, [0, 10]],
  [{ count: 2 }, [0, 5, 10]],
  [{ value: [1, 2, 3, 4] }, [1, 2, 3, 4]],
  [{ value: [] }, [0, 10]],
  [{ value: null }, [0, 10]],
])('with %j has handles at %j', (props, expected) => {
  open(props);
  expect(places()).toEqual(expected);
});

it('lets a handle pass another, and the focus goes with it', () => {
  const { reportedFor } = open({ value: [2, 6], drag_value: [2, 6] });
  press(0, 'End');
  expect(reportedFor('value')).toEqual([[6, 10]]);
  expect(document.activeElement).toBe(handles()[1]);
});

it('stops a handle at another with allowCross=false', () => {
  const { reportedFor } = open({ value: [2, 6], drag_value: [2, 6], allowCross: false });
  press(0, 'End');
  expect(reportedFor('value')).toEqual([[6, 6]]);
});

it.each<[number | boolean, number[]]>([[3, [7, 10]], [true, [9, 10]]])('pushes with pushable=%j', (pushable, expected) => {
  const { reportedFor } = open({ value: [2, 6], drag_value: [2, 6], pushable });
  press(0, 'End');
  expect(reportedFor('value')).toEqual([expected]);
});

it('shows what the server sets', () => {
  const { reportedFor, fromServer } = open({ value: [2, 6] });
  fromServer({ value: [4, 5] });
  expect([places(), reportedFor('value')]).toEqual([[4, 5], []]);
});

it('tells its handles apart by name', () => {
  open({ value: [2, 6] });
  expect(screen.getByRole('slider', { name: 'price minimum' })).toBe(handles()[0]);
  expect(screen.getByRole('slider', { name: 'price maximum' })).toBe(handles()[1]);
});
