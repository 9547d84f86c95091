// `dash_component_api.callbackGraphTime`: how long it took to read and check the callbacks of the page, in milliseconds.

export function timed<T>(read: () => T): T {
  const began = performance.now();
  const result = read();
  Object.assign((window.dash_component_api ??= {}), { callbackGraphTime: (performance.now() - began).toFixed(2) });
  return result;
}
