// What a `Store` keeps, and when it says so.
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mount } from '../shared/testing';
import { Store } from './Store';

const stamp = expect.any(Number);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

describe('memory', () => {
  it('stamps initial data and every change', () => {
    const { reported, fromServer } = mount(Store, { id: 's', data: { n: 1 } });
    fromServer({ data: { n: 2 } });
    fromServer({ data: { n: 2 } });
    expect(reported).toEqual([{ modified_timestamp: stamp }, { modified_timestamp: stamp }]);
  });

  it('has nothing to say when it starts empty', () => {
    expect(mount(Store, { id: 's' }).reported).toEqual([]);
  });

  it.each([[0], [false], [''], [[]]])('keeps %j as data', (data) => {
    const { fromServer, reported } = mount(Store, { id: 's', data });
    fromServer({ clear_data: true });
    expect(reported).toEqual([{ modified_timestamp: stamp }, { clear_data: false, data: null, modified_timestamp: stamp }]);
  });
});

describe.each([['local', () => localStorage], ['session', () => sessionStorage]] as const)('%s', (storage_type, area) => {
  it('writes JSON and the time under its id', () => {
    mount(Store, { id: 's', storage_type, data: [1, 'a'] });
    expect(JSON.parse(area().getItem('s')!)).toEqual([1, 'a']);
    expect(Number(area().getItem('s-timestamp'))).toBeGreaterThan(0);
  });

  it('brings back what was stored, over the data of the layout', () => {
    area().setItem('s', '{"n":1}');
    area().setItem('s-timestamp', '77');
    const { reported } = mount(Store, { id: 's', storage_type, data: { n: 0 } });
    expect(reported).toEqual([{ data: { n: 1 }, modified_timestamp: 77 }]);
  });

  it('forgets on clear_data', () => {
    const { fromServer } = mount(Store, { id: 's', storage_type, data: 1 });
    fromServer({ clear_data: true });
    expect([area().getItem('s'), area().getItem('s-timestamp')]).toEqual([null, null]);
  });

  it('takes text that is no JSON for nothing', () => {
    area().setItem('s', '{broken');
    mount(Store, { id: 's', storage_type, data: 1 });
    expect(area().getItem('s')).toBe('1');
  });
});

it('follows other tabs', () => {
  const { reported } = mount(Store, { id: 's', storage_type: 'local' });
  const tell = (key: string, newValue: string | null) =>
    act(() => {
      if (newValue === null) localStorage.removeItem(key);
      else localStorage.setItem(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue, oldValue: '0' }));
    });
  tell('other', '1');
  tell('s', '{"n":2}');
  tell('s', null);
  expect(reported.map((props) => props['data'])).toEqual([{ n: 2 }, null]);
});

it('reports data that cannot be stored', () => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  const { reported } = mount(Store, { id: 's', storage_type: 'local', data: loop });
  expect(String(reported[0]?.['_dash_error'])).toContain('`Store` "s" was not stored');
});
