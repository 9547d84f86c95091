// The present values behind an Output, Input or State: one for an id, one for each component that a pattern stands for. Pure.
import { describe, type Target } from '../graph';
import { type Id, propId, stringifyId } from '../ids';
import { resolve } from '../match';
import type { Store } from '../store';

export interface Value {
  readonly name: string;
  readonly text: string;
}

export function valuesOf(target: Target, store: Pick<Store, 'ids' | 'find'>): readonly Value[] {
  const ids = resolve(target, {}, store.ids);
  const name = describe(target);
  if (typeof target.id === 'string') return [{ name, text: ids.length === 0 ? 'not in the layout' : textAt(target.id) }];
  const values = ids.slice(0, MAX_MEMBERS).map((id) => ({ name: propId(stringifyId(id), target.property), text: textAt(id) }));
  const more = ids.length > MAX_MEMBERS ? `, the first ${MAX_MEMBERS} here` : '';
  return [{ name, text: `${ids.length} in the layout${more}` }, ...values];

  function textAt(id: Id): string {
    const text = JSON.stringify(store.find(id)?.props[target.property]) ?? 'unset';
    return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
  }
}

const MAX_CHARACTERS = 120;
const MAX_MEMBERS = 8;
