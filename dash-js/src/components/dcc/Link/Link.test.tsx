// Which clicks a `Link` follows itself.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mount } from '../shared/testing';
import { Link } from './Link';

const pushed = vi.fn();

beforeEach(() => {
  pushed.mockClear();
  window.history.replaceState({}, '', '/start');
  window.scrollTo = vi.fn();
  window.addEventListener('_dashprivate_pushstate', pushed);
});
afterEach(() => {
  cleanup();
  window.removeEventListener('_dashprivate_pushstate', pushed);
});

/** Clicks, and tells whether the link dealt with it; the browser then does nothing in a test. */
function isFollowed(keys: MouseEventInit = {}): boolean {
  let followed = false;
  const last = (event: Event) => {
    followed = event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', last, { once: true });
  fireEvent.click(link(), keys);
  return followed;
}

const link = () => screen.getByRole<HTMLAnchorElement>('link');

it('changes the address, tells the page and goes to its top', () => {
  mount(Link, { href: '/next?q=1', children: 'Next' });
  expect(isFollowed()).toBe(true);
  expect(window.location.pathname + window.location.search).toBe('/next?q=1');
  expect(pushed).toHaveBeenCalledOnce();
  expect(window.scrollTo).toHaveBeenCalledWith(0, 0);
});

it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }])('leaves a click with %j to the browser', (keys) => {
  mount(Link, { href: '#next' });
  expect(isFollowed(keys)).toBe(false);
  expect(pushed).not.toHaveBeenCalled();
});

it('leaves other windows to the browser', () => {
  mount(Link, { href: '#next', target: '_blank' });
  expect(isFollowed()).toBe(false);
});

it('shows its address when it has no children', () => {
  mount(Link, { href: '/next' });
  expect(link().textContent).toBe('/next');
});

it('refuses addresses that run code, and says so', () => {
  const { container, reported } = mount(Link, { href: 'java\nscript:alert(1)' });
  expect(container.querySelector('a')?.getAttribute('href')).toBe('about:blank');
  expect(String(reported[0]?.['_dash_error'])).toContain('Dangerous link');
});
