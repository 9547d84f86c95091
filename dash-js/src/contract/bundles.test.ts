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
