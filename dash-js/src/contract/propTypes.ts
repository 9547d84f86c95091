// `window.PropTypes` as bundles expect it when they are evaluated. It checks nothing: the types of a layout are Rust's.

interface Checker {
  (): null;
  isRequired: Checker;
}

const PLAIN = ['any', 'array', 'bool', 'func', 'number', 'object', 'string', 'symbol', 'node', 'element', 'elementType'];
const MAKERS = ['arrayOf', 'objectOf', 'oneOf', 'oneOfType', 'shape', 'exact', 'instanceOf'];

const accept = (() => null) as unknown as Checker;
accept.isRequired = accept;

export function publishPropTypes(): void {
  const PropTypes: Record<string, unknown> = {
    ...Object.fromEntries(PLAIN.map((name) => [name, accept])),
    ...Object.fromEntries(MAKERS.map((name) => [name, () => accept])),
    checkPropTypes: () => undefined,
    resetWarningCache: () => undefined,
  };
  PropTypes['PropTypes'] = PropTypes;
  Object.assign(window, { PropTypes });
}
