// What bundles of other makers need while they are evaluated.
import { afterEach, expect, test } from 'vitest';
import { publishPropTypes } from './propTypes';
import { signStyles } from './signedStyles';

const createElement = document.createElement;

afterEach(() => {
  document.createElement = createElement;
  document.head.replaceChildren();
});

test('PropTypes has what a bundle declares its props with', () => {
  publishPropTypes();
  const PropTypes = Reflect.get(window, 'PropTypes') as typeof Types;
  expect(PropTypes.string.isRequired()).toBeNull();
  expect(PropTypes.arrayOf(PropTypes.shape({ a: PropTypes.bool })).isRequired()).toBeNull();
  expect(PropTypes.PropTypes).toBe(PropTypes);
  expect('__esModule' in PropTypes, 'a helper of bundlers would look for `default`').toBe(false);
});

test('a generator that was compiled for old browsers runs', async () => {
  await import('./regenerator');
  const { mark, wrap } = Reflect.get(globalThis, 'regeneratorRuntime') as Regenerator;
  const twice = mark(function compiled(): Iterator<number> {
    return wrap((context) => {
      context.next += 1;
      return context.next <= 2 ? context.next : context.stop();
    }, compiled);
  });
  const numbers = twice();
  expect([numbers.next().value, numbers.next().value, numbers.next().done]).toEqual([1, 2, true]);
});

interface Regenerator {
  mark: <F>(compiled: F) => F;
  wrap: (step: (context: { next: number; stop: () => unknown }) => unknown, compiled: unknown) => Iterator<number>;
}

declare const Types: Record<'string' | 'bool', Checker> &
  Record<'arrayOf' | 'shape', (of: unknown) => Checker> & { PropTypes: unknown };
type Checker = { (): null; isRequired: () => null };

test('style sheets that a bundle makes bear the nonce of the page', () => {
  const script = document.createElement('script');
  script.setAttribute('nonce', 'N');
  script.nonce = 'N';
  document.head.append(script);
  signStyles();
  expect(document.createElement('style').nonce).toBe('N');
  expect(document.createElement('script').nonce || '').toBe('');
  expect(document.createElement('div').tagName).toBe('DIV');
});
