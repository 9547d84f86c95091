// Which components a side update is for: its wildcards take their values from what triggered the callback. Pure.
import { toTarget } from './graph';
import { type Id, type IdObject, splitPropId } from './ids';
import { type Ids, type Match, resolve } from './match';
import { parseId } from './protocol';
import type { Job } from './schedule';
import type { SideUpdates, Updates } from './wire';

type Cause = Pick<Job, 'instance' | 'changed'>;

export function addressed(updates: SideUpdates | undefined, cause: Cause, ids: Ids): Updates {
  return (updates ?? []).flatMap(([pattern, props], i) => {
    const target = toTarget({ id: pattern, property: '', allowOptional: false });
    return resolve(target, boundBy(cause, i), ids).map((id) => [id, props] as const);
  });
}

/** The values of the trigger at the update's own position, or else of the first one. */
function boundBy({ instance, changed }: Cause, position: number): Match {
  const triggers = [...changed].map((prop) => parseId(splitPropId(prop)[0]));
  const trigger = triggers[position] ?? triggers[0];
  return { ...(isFamilyMember(trigger) ? trigger : {}), ...instance.match };
}

const isFamilyMember = (id: Id | undefined): id is IdObject => typeof id === 'object';
