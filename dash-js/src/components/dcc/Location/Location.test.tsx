// How `Location` and the address bar follow each other.
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from '../shared/testing';
import { Location } from './Location';

beforeEach(() => window.history.replaceState({}, '', '/start?q=1#top'));
afterEach(cleanup);

const here = () => window.location.pathname + window.location.search + window.location.hash;

it('reports the parts the layout leaves open', () => {
  const { reported } = mount(Location, { id: 'url' });
  expect(reported).toEqual([{ pathname: '/start', search: '?q=1', hash: '#top', href: window.location.href }]);
});

it('follows links and the back button, and passes the news on', () => {
  const { reported } = mount(Location, { id: 'url', refresh: false });
  const heard = vi.fn();
  window.addEventListener('_dashprivate_historychange', heard);
  for (const event of ['_dashprivate_pushstate', 'popstate']) {
    window.history.replaceState({}, '', `/${event}?q=1#top`);
    act(() => void window.dispatchEvent(new Event(event)));
    expect(reported.at(-1)).toEqual({ pathname: `/${event}`, href: window.location.href });
  }
  expect(heard).toHaveBeenCalledTimes(2);
  window.removeEventListener('_dashprivate_historychange', heard);
});

describe('a change by the server', () => {
  it.each([
    [{ pathname: '/next' }, '/next?q=1#top'],
    [{ search: '' }, '/start#top'],
    [{ hash: '#end' }, '/start?q=1#end'],
    [{ href: '/far?x=2' }, '/far?x=2'],
  ])('with refresh=false only changes the address: %j', (changed, expected) => {
    const pushed = vi.fn();
    window.addEventListener('_dashprivate_pushstate', pushed);
    const { fromServer } = mount(Location, { id: 'url', refresh: false });
    fromServer(changed);
    expect(here()).toBe(expected);
    expect(pushed).not.toHaveBeenCalled();
    window.removeEventListener('_dashprivate_pushstate', pushed);
  });

  it('with refresh="callback-nav" reports the other parts too', () => {
    const { reported, fromServer } = mount(Location, { id: 'url', refresh: 'callback-nav' });
    fromServer({ pathname: '/next' });
    expect(here()).toBe('/next?q=1#top');
    expect(reported.at(-1)).toEqual({ href: window.location.href });
  });

  it('with refresh loads the page', () => {
    const load = vi.spyOn(window.location, 'pathname', 'set').mockImplementation(() => {});
    const { fromServer } = mount(Location, { id: 'url' });
    fromServer({ pathname: '/next' });
    expect(load).toHaveBeenCalledWith('/next');
  });

  it('never runs a script', () => {
    const load = vi.spyOn(window.location, 'href', 'set').mockImplementation(() => {});
    const { fromServer } = mount(Location, { id: 'url' });
    fromServer({ href: 'javascript:run()' });
    expect(load).toHaveBeenCalledWith('about:blank');
  });
});
