// The plain actions that components of other makers give to `store.dispatch`; there are no reducers, so all others do nothing.
import { isObject } from '../equal';
import type { Path } from '../wire';

export interface Actions {
  /** Changes the layout alone: no callback hears of it, as in Dash. */
  setProps: (path: Path, props: Readonly<Record<string, unknown>>) => void;
  report: (title: string, html: string, ofComponent: boolean) => void;
}

export function perform(action: unknown, { setProps, report }: Actions): void {
  if (!isObject(action) || !isObject(action['payload'])) return;
  const { itempath, props, type, error } = action['payload'];
  if (action['type'] === 'ON_PROP_CHANGE' && Array.isArray(itempath) && isObject(props)) setProps(itempath, props);
  if (action['type'] === 'ON_ERROR' && isObject(error)) {
    report(String(error['message']), String(error['html'] ?? ''), type === 'frontEnd');
  }
}
