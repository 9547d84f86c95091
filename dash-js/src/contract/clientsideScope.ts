// The object `window.dash_clientside` and the two marks by which its functions leave outputs alone.

export type Scope = Record<string, unknown>;

/** What the page has now: scripts may have put another object there. */
export function clientsideScope(): Scope {
  const scope = (window.dash_clientside ??= {});
  for (const [name, value] of Object.entries(MARKS)) {
    // Hidden, so that scripts which list their namespaces meet namespaces only.
    if (!(name in scope)) Object.defineProperty(scope, name, { value });
  }
  return scope;
}

const MARKS = {
  no_update: Object.freeze({ description: 'leaves an output as it is' }),
  PreventUpdate: Object.freeze({ description: 'leaves every output as it is' }),
};
