// Components whose code comes while they are drawn: a callback that reads one waits, because it may have more to say then.
import { splitPropId } from './ids';
import type { Registry } from './registry';
import type { Job } from './schedule';
import type { Store } from './store';

/** `undefined` if all code is there, which is the usual case. */
export function lateCode(job: Job, store: Pick<Store, 'ids'>, registry: Registry): Promise<unknown> | undefined {
  const { inputs, state } = job.footprint;
  const ids = new Set([...inputs, ...state].map((prop) => splitPropId(prop)[0]));
  const waits = [...ids].flatMap((id) => {
    const node = store.ids.find(id);
    const ready = node === undefined ? undefined : registry.get(node.component)?._dashprivate_isLazyComponentReady;
    // What is not shown, as in a tab that is not open, does not ask for its code.
    return isPromise(ready) && document.getElementById(id) !== null ? [ready] : [];
  });
  return waits.length === 0 ? undefined : Promise.all(waits);
}

const isPromise = (value: unknown): value is Promise<unknown> => typeof value === 'object' && value !== null && 'then' in value;
