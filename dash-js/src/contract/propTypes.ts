// `window.PropTypes` as bundles expect it when they are evaluated. It checks nothing: dev tools do, by what it remembers.
import type { Type } from '../devtools/props/type';

/** What a bundle declares of a prop. */
export interface Checker {
  (): null;
  readonly type: Type;
  readonly isNeeded: boolean;
  readonly isRequired: Checker;
}

const WORDS: Readonly<Record<string, string>> = {
  any: 'any', bool: 'bool', element: 'node', elementType: 'any', func: 'any', node: 'node', number: 'number', object: 'object', string: 'string', symbol: 'any',
};

export function publishPropTypes(): void {
  const PropTypes: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(WORDS).map(([name, word]) => [name, declared({ kind: 'word', word })])),
    array: declared({ kind: 'list', of: ANY }),
    arrayOf: (of: unknown) => declared({ kind: 'list', of: typeOf(of) }),
    objectOf: (of: unknown) => declared({ kind: 'map', of: typeOf(of) }),
    oneOf: (values: readonly unknown[]) => declared({ kind: 'union', types: values.map((value) => ({ kind: 'literal', value })) }),
    oneOfType: (types: readonly unknown[]) => declared({ kind: 'union', types: types.map(typeOf) }),
    shape: ofFields,
    exact: ofFields,
    instanceOf: () => declared(ANY),
    checkPropTypes: () => undefined,
    resetWarningCache: () => undefined,
  };
  PropTypes['PropTypes'] = PropTypes;
  Object.assign(window, { PropTypes });
}

function declared(type: Type): Checker {
  const make = (isNeeded: boolean) => Object.assign(() => null, { type, isNeeded });
  const needed = make(true) as Checker;
  return Object.assign(make(false), { isRequired: Object.assign(needed, { isRequired: needed }) });
}

const ofFields = (fields: Readonly<Record<string, unknown>>): Checker =>
  declared({
    kind: 'fields',
    fields: Object.entries(fields).map(([name, checker]) => ({ name, optional: !isChecker(checker) || !checker.isNeeded, type: typeOf(checker) })),
  });

const ANY: Type = { kind: 'word', word: 'any' };

/** A bundle may bring a function of its own, which nobody asks. */
const typeOf = (checker: unknown): Type => (isChecker(checker) ? checker.type : ANY);

export const isChecker = (checker: unknown): checker is Checker => typeof checker === 'function' && 'isNeeded' in checker;
